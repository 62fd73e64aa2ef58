import { BenchProblem } from '../pane/bench-problem.ts';
import { element, refill, type Child } from '../pane/dom/element.ts';
import { followColorScheme } from '../pane/dom/fluent.ts';
import { languageSwitch } from '../pane/dom/language-switch.ts';
import { rememberedLanguage, rememberLanguage } from '../pane/language-choice.ts';
import { letPaint } from '../pane/let-paint.ts';
import { mountPane, type Pane } from '../pane/mount-pane.ts';
import { transformed, wordingOf, type TextTransform } from '../pane/texts/wording.ts';
import { pageLanguage, type PageLanguage } from '../shell/mount.ts';
import type { Reason } from '../pane/workbench.ts';
import { FileBench } from './file-bench.ts';
import { refuseForeign } from './file-problem.ts';
import { en } from './texts/en.ts';
import type { PageTexts } from './texts/texts.ts';
import { vi } from './texts/vi.ts';

/** Fills the page: a place to open a file, and below it the pane of the file that is open. */
export function mountPage(app: HTMLElement, transform?: TextTransform): void {
  const page = new Page(app, transform);
  page.listen();
}

/** A file that was read. */
interface OpenFile {
  file: File;
  bench: FileBench;
}

/** What came along from the file that was open before, in numbers. */
interface Carried {
  reasons: number;
  drafts: number;
  displaced: number;
}

/** Why no file is open. */
interface Refusal {
  name: string;
  problem: BenchProblem;
}

class Page {
  readonly #transform: TextTransform | undefined;
  readonly #head = element('header', { class: 'page-head' });
  readonly #body = element('div', { class: 'page-body' });
  readonly #input = element('input', {
    type: 'file',
    class: 'file-input',
    accept: '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    tabindex: -1,
    'aria-hidden': 'true',
  });
  #language: PageLanguage = rememberedLanguage() ?? pageLanguage(navigator.language);
  #open: (OpenFile & { pane: Pane }) | null = null;
  #refusal: Refusal | null = null;
  /** A file that waits for the user to give up what is not saved, and what that was when they were asked. */
  #waiting: (OpenFile & { asked: string }) | null = null;
  #opening: File | null = null;
  #carried: Carried | null = null;
  /** Whether the head says that the file has changed. */
  #isOutdated = false;
  /** How many reasons would be lost, as the head says. */
  #counted = '';

  constructor(app: HTMLElement, transform: TextTransform | undefined) {
    this.#transform = transform;
    app.classList.add('page');
    refill(app, this.#head, this.#input, this.#body);
    followColorScheme(() => undefined);
    this.#draw();
  }

  listen(): void {
    this.#input.addEventListener('change', () => {
      const [file] = this.#input.files ?? [];
      // The same file chosen again is opened again.
      if (file) this.#request([file]);
      this.#input.value = '';
    });
    const area = document.documentElement;
    area.addEventListener('dragover', (event) => {
      event.preventDefault();
      area.classList.add('dropping');
    });
    area.addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) area.classList.remove('dropping');
    });
    area.addEventListener('drop', (event) => {
      event.preventDefault();
      area.classList.remove('dropping');
      this.#request([...(event.dataTransfer?.files ?? [])]);
    });
    window.addEventListener('beforeunload', (event) => {
      // The pane itself asks about what is typed and not written.
      if (this.#unsaved() > 0) event.preventDefault();
    });
    // Whoever comes back from Excel has perhaps saved the file there.
    window.addEventListener('focus', () => void this.#open?.bench.look());
  }

  get #texts(): PageTexts {
    const texts = this.#language === 'vi' ? vi : en;
    return this.#transform ? transformed(texts, this.#transform) : texts;
  }

  #unsaved(): number {
    return this.#open?.bench.copies.unsaved() ?? 0;
  }

  #unwritten(): readonly Reason[] {
    return this.#open?.pane.unwritten() ?? [];
  }

  /** Everything that would be lost with the file that is open; '' for nothing. */
  #atStake(): string {
    if (this.#unsaved() + this.#unwritten().length === 0) return '';
    return JSON.stringify([this.#open?.bench.reasons, this.#unwritten()]);
  }

  #count(): string {
    return `${this.#unsaved()} ${this.#unwritten().length}`;
  }

  #request(files: readonly File[]): void {
    const [file, ...others] = files;
    if (file === undefined) return;
    if (others.length > 0) {
      this.#refusal = {
        name: files.map(({ name }) => name).join(', '),
        problem: new BenchProblem('file-refused', { vi: vi.onlyOne, en: en.onlyOne }),
      };
      this.#draw();
    } else {
      void this.#openFile(file);
    }
  }

  async #openFile(file: File): Promise<void> {
    this.#waiting = null;
    this.#refusal = null;
    this.#opening = file;
    this.#draw();
    await letPaint();
    const bench = new FileBench(file, () => this.#heard(bench));
    try {
      // Before the pane is there: a file that cannot be read leaves the one before on the screen.
      refuseForeign((await bench.read()).sheets);
      // A file chosen later goes before.
      if (this.#opening === file) this.#takeIn({ file, bench });
    } catch (error) {
      if (!(error instanceof BenchProblem)) throw error;
      if (this.#opening === file) this.#refusal = { name: file.name, problem: error };
    } finally {
      if (this.#opening === file) this.#opening = null;
      this.#draw();
    }
  }

  /** Shows a file, unless that would lose what was typed for another return. */
  #takeIn(next: OpenFile): void {
    const before = this.#open;
    const isSameReturn = next.bench.identity !== null && next.bench.identity === before?.bench.identity;
    if (before !== null && isSameReturn) {
      next.bench.take(before.bench.reasons);
      const displaced = next.bench.displaced();
      // What was typed last for a row goes before what was written for it.
      const drafts = [...displaced, ...this.#unwritten()];
      this.#carried = {
        reasons: next.bench.copies.unsaved(),
        drafts: new Set(drafts.map(({ key }) => key)).size,
        displaced: displaced.length,
      };
      this.#show(next, drafts);
    } else if (this.#atStake() !== '') {
      this.#waiting = { ...next, asked: this.#atStake() };
    } else {
      this.#carried = null;
      this.#show(next, []);
    }
  }

  /** Gives up what the user was asked about; about what was typed since then they are asked anew. */
  #discard(waiting: OpenFile & { asked: string }): void {
    if (['', waiting.asked].includes(this.#atStake())) {
      this.#waiting = null;
      this.#carried = null;
      this.#show(waiting, []);
    } else {
      this.#waiting = { ...waiting, asked: this.#atStake() };
    }
    this.#draw();
    // The question is another one: its answer is not under the finger.
    if (this.#waiting !== null) this.#focus('stay');
  }

  #show({ file, bench }: OpenFile, drafts: readonly Reason[]): void {
    this.#open?.pane.destroy();
    const root = element('div');
    refill(this.#body, root);
    const pane = mountPane(root, bench, {
      ...(this.#transform ? { transform: this.#transform } : {}),
      languageChosen: (language) => this.#setLanguage(language),
      drafts,
    });
    this.#open = { file, bench, pane };
    this.#isOutdated = bench.isOutdated;
  }

  /** The file that is open was read, looked at or saved: what was said of another one, or before, is over. */
  #heard(bench: FileBench): void {
    if (this.#open?.bench !== bench) return;
    const isKept = this.#carried !== null && this.#atStake() === '';
    const isCountedAnew = this.#waiting !== null && this.#counted !== this.#count();
    const isSaidAnew = this.#isOutdated !== bench.isOutdated || this.#refusal !== null;
    if (!isKept && !isCountedAnew && !isSaidAnew) return;
    if (isKept) this.#carried = null;
    this.#isOutdated = bench.isOutdated;
    this.#refusal = null;
    this.#draw();
  }

  #setLanguage(language: PageLanguage): void {
    this.#language = language;
    rememberLanguage(language);
    this.#draw();
  }

  #draw(): void {
    const texts = this.#texts;
    document.documentElement.lang = this.#language;
    document.title = this.#open === null ? texts.title : `${this.#open.file.name} – ${texts.title}`;
    const isOpen = this.#open !== null;
    const active = document.activeElement;
    const focused =
      active instanceof HTMLElement && this.#head.contains(active) ? active.dataset.action : null;
    this.#counted = this.#count();
    refill(
      this.#head,
      element(
        'div',
        { class: 'page-line' },
        element('h1', {}, texts.title),
        this.#open !== null && element('span', { class: 'file-name' }, this.#open.file.name),
        isOpen && this.#openButton(texts.openOther, 'outline'),
        // The pane has the switch once it is there.
        !isOpen &&
          languageSwitch(texts.language, this.#language, (language) => {
            this.#setLanguage(language);
            this.#head.querySelector<HTMLElement>(`[data-language="${language}"]`)?.focus();
          }),
      ),
      ...this.#messages(texts),
      !isOpen && this.#welcome(texts),
    );
    if (focused !== null) this.#focus(focused ?? 'open');
  }

  /** Whoever pressed a button of the head that is gone goes on where files are opened. */
  #focus(action: string): void {
    const button = (name: string) => this.#head.querySelector<HTMLElement>(`[data-action="${name}"]`);
    (button(action) ?? button('open'))?.focus();
  }

  #welcome(texts: PageTexts): HTMLElement {
    return element(
      'div',
      { class: 'welcome' },
      element('p', { class: 'lead' }, texts.about),
      element(
        'div',
        { class: 'drop-zone' },
        this.#openButton(texts.open, 'primary'),
        element('p', {}, texts.drop),
      ),
      element('p', { class: 'hint' }, texts.stays),
      element('p', {}, element('a', { href: 'help.html' }, texts.help)),
    );
  }

  #openButton(label: string, appearance: string): HTMLElement {
    return element(
      'fluent-button',
      { appearance, 'data-action': 'open', onclick: () => this.#input.click() },
      label,
    );
  }

  #messages(texts: PageTexts): Child[] {
    const wording = wordingOf(this.#language, this.#transform);
    const { number, say } = wording;
    const shown: Child[] = [];
    if (this.#opening !== null) {
      shown.push(element('p', { role: 'status' }, texts.opening(this.#opening.name)));
    }
    if (this.#refusal !== null) {
      const { name, problem } = this.#refusal;
      const close = () => {
        this.#refusal = null;
        this.#draw();
      };
      shown.push(
        element(
          'fluent-message-bar',
          { intent: 'error', layout: 'multiline', role: 'alert', class: 'notice-bar' },
          element(
            'span',
            {},
            element('strong', {}, texts.notOpened(name)),
            element('br'),
            say(problem.text[this.#language]),
          ),
          element('fluent-button', { slot: 'actions', size: 'small', onclick: close }, wording.texts.close),
        ),
      );
    }
    if (this.#isOutdated) {
      shown.push(
        element(
          'fluent-message-bar',
          { intent: 'warning', layout: 'multiline', role: 'alert', class: 'notice-bar' },
          element('span', {}, texts.outdated),
          element(
            'fluent-button',
            { slot: 'actions', size: 'small', onclick: () => this.#input.click() },
            texts.reopen,
          ),
        ),
      );
    }
    const carried = this.#carried === null ? [] : carriedTexts(this.#carried, texts, number);
    if (carried.length > 0) {
      const close = () => {
        this.#carried = null;
        this.#draw();
      };
      shown.push(
        element(
          'fluent-message-bar',
          { intent: 'info', layout: 'multiline', role: 'status', class: 'notice-bar' },
          element('span', {}, carried.join(' ')),
          element('fluent-button', { slot: 'actions', size: 'small', onclick: close }, wording.texts.close),
        ),
      );
    }
    if (this.#waiting !== null) {
      const waiting = this.#waiting;
      const isUnknown = [waiting.bench, this.#open?.bench].some((bench) => bench?.identity === null);
      const stay = () => {
        this.#waiting = null;
        this.#draw();
      };
      const isAtStake = this.#atStake() !== '';
      const lost = isUnknown ? texts.lostByOpeningUnknown : texts.lostByOpening;
      shown.push(
        element(
          'fluent-message-bar',
          { intent: 'warning', layout: 'multiline', role: 'alert', class: 'notice-bar' },
          element(
            'span',
            {},
            element('strong', {}, waiting.file.name),
            element('br'),
            [
              this.#unsaved() > 0 ? texts.unsavedReasons(number(this.#unsaved())) : '',
              this.#unwritten().length > 0 ? texts.unwrittenReasons(number(this.#unwritten().length)) : '',
              isAtStake ? lost : '',
            ]
              .filter((sentence) => sentence !== '')
              .join(' '),
          ),
          element(
            'fluent-button',
            { slot: 'actions', size: 'small', 'data-action': 'stay', onclick: stay },
            texts.keep,
          ),
          element(
            'fluent-button',
            {
              slot: 'actions',
              size: 'small',
              'data-action': 'discard',
              onclick: () => this.#discard(waiting),
            },
            isAtStake ? texts.discard : texts.openOther,
          ),
        ),
      );
    }
    return shown;
  }
}

function carriedTexts(
  { reasons, drafts, displaced }: Carried,
  texts: PageTexts,
  number: (value: number) => string,
): string[] {
  return [
    reasons > 0 ? texts.carriedReasons(number(reasons)) : '',
    drafts > 0 ? texts.carriedDrafts(number(drafts)) : '',
    displaced > 0 ? texts.displacedReasons(number(displaced)) : '',
  ].filter((sentence) => sentence !== '');
}
