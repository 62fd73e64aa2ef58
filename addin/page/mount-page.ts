import { BenchProblem } from '../pane/bench-problem.ts';
import { element, refill, type Child } from '../pane/dom/element.ts';
import { followColorScheme } from '../pane/dom/fluent.ts';
import { languageSwitch } from '../pane/dom/language-switch.ts';
import { rememberedLanguage, rememberLanguage } from '../pane/language-choice.ts';
import { letPaint } from '../pane/let-paint.ts';
import { mountPane, type Pane } from '../pane/mount-pane.ts';
import { transformed, wordingOf, type TextTransform } from '../pane/texts/wording.ts';
import { pageLanguage, type PageLanguage } from '../shell/mount.ts';
import { FileBench } from './file-bench.ts';
import { en } from './texts/en.ts';
import type { PageTexts } from './texts/texts.ts';
import { vi } from './texts/vi.ts';

/** Fills the page: a place to open a file, and below it the pane of the file that is open. */
export function mountPage(app: HTMLElement, transform?: TextTransform): void {
  const page = new Page(app, transform);
  page.listen();
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
  #open: { file: File; bench: FileBench; pane: Pane } | null = null;
  #refusal: Refusal | null = null;
  /** A file that waits for the user to give up what is not saved. */
  #waiting: File | null = null;
  #opening: File | null = null;

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
      if (this.#unsaved() > 0) event.preventDefault();
    });
  }

  get #texts(): PageTexts {
    const texts = this.#language === 'vi' ? vi : en;
    return this.#transform ? transformed(texts, this.#transform) : texts;
  }

  #unsaved(): number {
    return this.#open?.bench.copies.unsaved() ?? 0;
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
    } else if (this.#unsaved() > 0) {
      this.#waiting = file;
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
    const bench = new FileBench(file);
    try {
      // Before the pane is there: a file that cannot be read leaves the one before on the screen.
      await bench.read();
    } catch (error) {
      if (!(error instanceof BenchProblem)) throw error;
      this.#refusal = { name: file.name, problem: error };
      return;
    } finally {
      this.#opening = null;
      this.#draw();
    }
    this.#open?.pane.destroy();
    const root = element('div');
    refill(this.#body, root);
    const pane = mountPane(root, bench, {
      ...(this.#transform ? { transform: this.#transform } : {}),
      languageChosen: (language) => this.#setLanguage(language),
    });
    this.#open = { file, bench, pane };
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
    const { number, say } = wordingOf(this.#language, this.#transform);
    const shown: Child[] = [];
    if (this.#opening !== null) {
      shown.push(element('p', { role: 'status' }, texts.opening(this.#opening.name)));
    }
    if (this.#refusal !== null) {
      const { name, problem } = this.#refusal;
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
        ),
      );
    }
    if (this.#waiting !== null) {
      const file = this.#waiting;
      const stay = () => {
        this.#waiting = null;
        this.#draw();
      };
      shown.push(
        element(
          'fluent-message-bar',
          { intent: 'warning', layout: 'multiline', role: 'alert', class: 'notice-bar' },
          element('span', {}, texts.unsavedReasons(number(this.#unsaved()))),
          element('fluent-button', { slot: 'actions', size: 'small', onclick: stay }, texts.keep),
          element(
            'fluent-button',
            { slot: 'actions', size: 'small', onclick: () => void this.#openFile(file) },
            texts.discard,
          ),
        ),
      );
    }
    return shown;
  }
}
