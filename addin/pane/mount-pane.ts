import { checkWorkbook, type CheckedWorkbook } from '../../core/check/check-workbook.ts';
import type { PageLanguage } from '../shell/mount.ts';
import type { PaneTab } from '../shell/pane-tab.ts';
import { BenchProblem, benchProblem } from './bench-problem.ts';
import { checkTab, type CheckTab, type CheckTabState } from './dom/check-tab.ts';
import { element, refill, type Child } from './dom/element.ts';
import { exportTab, type ExportTabState } from './dom/export-tab.ts';
import { followColorScheme } from './dom/fluent.ts';
import { gapsTab, type GapsTab, type GapsTabState } from './dom/gaps-tab.ts';
import { languageSwitch } from './dom/language-switch.ts';
import { summary } from './dom/summary.ts';
import { tabs, type Tabs } from './dom/tabs.ts';
import { exportReturn } from './export-return.ts';
import { rememberedLanguage, rememberLanguage } from './language-choice.ts';
import { letPaint } from './let-paint.ts';
import { placedMarks } from './placed-marks.ts';
import { summaryView } from './view/summary-view.ts';
import { wordingOf, type TextTransform, type Wording } from './texts/wording.ts';
import type { CellPlace, Workbench } from './workbench.ts';

/** How the pane starts. */
export interface PaneOptions {
  tab?: PaneTab;
  /** Changes every text of the pane; for tests. */
  transform?: TextTransform;
  /** Told when the user chooses a language, which the pane itself remembers. */
  languageChosen?: (language: PageLanguage) => void;
}

/** A pane on a page. */
export interface Pane {
  /** Reads the workbook anew and checks it; never rejects, problems are shown. */
  check: () => Promise<void>;
  show: (tab: PaneTab | 'export') => void;
  /** Takes the pane off the page. */
  destroy: () => void;
}

type TabId = PaneTab | 'export';

/** The parts of the pane that are drawn anew. */
interface PaneParts {
  status: HTMLElement;
  notices: HTMLElement;
  summary: HTMLElement;
  tabs: Tabs<TabId>;
  check: CheckTab;
  gaps: GapsTab;
}

/** A line the pane says about what it was asked to do. */
interface Notice {
  intent: 'error' | 'success';
  /** In words of the language shown when it is shown. */
  text: (wording: Wording) => string;
}

/**
 * Puts the pane into an element and checks the workbook at once. The page has to link `pane.css`, the style
 * sheet of the pane.
 */
export function mountPane(root: HTMLElement, bench: Workbench, options: PaneOptions = {}): Pane {
  return new MountedPane(root, bench, options);
}

class MountedPane implements Pane {
  readonly #root: HTMLElement;
  readonly #bench: Workbench;
  readonly #options: PaneOptions;
  readonly #stopped: (() => void)[];

  #language: PageLanguage;
  #tab: TabId;
  #checked: CheckedWorkbook | null = null;
  #busy: 'reading' | 'checking' | 'writing' | null = null;
  #notice: Notice | null = null;
  #isStale = false;
  /** Steps run one after the other: the pane never reads while it writes. */
  #queue: Promise<void> = Promise.resolve();

  readonly #checkState: CheckTabState = {
    filter: 'all',
    query: '',
    open: new Set(),
    limits: new Map(),
    chosen: null,
  };
  readonly #gapsState: GapsTabState = { verdict: 'all', query: '', open: new Set() };
  readonly #exportState: ExportTabState = { profile: 'machine', withMarks: false };
  readonly #drafts = new Map<string, string>();
  readonly #said = new WeakMap<HTMLElement, string>();
  #isFirstCheck = true;

  #wording: Wording;
  #parts: PaneParts;

  constructor(root: HTMLElement, bench: Workbench, options: PaneOptions) {
    this.#root = root;
    this.#bench = bench;
    this.#options = options;
    this.#language = rememberedLanguage() ?? bench.language();
    this.#tab = options.tab ?? 'check';
    this.#wording = wordingOf(this.#language, options.transform);
    root.classList.add('pane');
    this.#parts = this.#build();
    this.#stopped = [
      followColorScheme(() => this.#parts.gaps.redraw()),
      bench.onStale(() => {
        this.#isStale = true;
        this.#drawHead();
      }),
    ];
    void this.check();
  }

  check(): Promise<void> {
    return this.#run(async () => {
      await this.#recheck();
      this.#notice = null;
    });
  }

  show(tab: TabId): void {
    this.#tab = tab;
    this.#parts.tabs.show(tab);
  }

  destroy(): void {
    for (const stop of this.#stopped) stop();
    this.#parts.gaps.destroy();
    this.#root.replaceChildren();
  }

  /** Runs one step after those before it; what goes wrong becomes a notice. */
  #run(step: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      // What went wrong before is not what goes wrong now.
      if (this.#notice?.intent === 'error') this.#notice = null;
      try {
        await step();
      } catch (error) {
        this.#notice = { intent: 'error', text: problemText(error) };
      } finally {
        this.#busy = null;
        this.#drawHead();
      }
    });
    return this.#queue;
  }

  async #recheck(): Promise<void> {
    await this.#setBusy('reading');
    // Said before reading: a change while it runs is a change after it.
    this.#isStale = false;
    const facts = await this.#bench.read();
    await this.#setBusy('checking');
    const checked = checkWorkbook(facts, { has: facts.has });
    if (checked.report.findings.length === 0 && checked.request === null) {
      throw benchProblem(checked.returned === null ? 'not-ours' : 'older-template');
    }
    this.#checked = checked;
    if (this.#isFirstCheck) this.#openWorst(checked);
    this.#isFirstCheck = false;
    this.#parts.check.show(checked);
    this.#parts.gaps.show(checked);
  }

  /** The first look shows something: the groups of the worst severity are open, unless they are many. */
  #openWorst({ report }: CheckedWorkbook): void {
    const [worst] = report.findings;
    const codes = report.findings
      .filter(({ severity }) => severity === worst?.severity)
      .map(({ code }) => code);
    for (const code of [...new Set(codes)].slice(0, FIRST_OPEN)) this.#checkState.open.add(code);
  }

  async #setBusy(step: 'reading' | 'checking' | 'writing'): Promise<void> {
    this.#busy = step;
    this.#drawHead();
    await letPaint();
  }

  #setLanguage(language: PageLanguage): void {
    this.#language = language;
    rememberLanguage(language);
    this.#wording = wordingOf(language, this.#options.transform);
    this.#parts.gaps.destroy();
    this.#parts = this.#build();
    this.#parts.check.show(this.#checked);
    this.#parts.gaps.show(this.#checked);
    this.#drawHead();
    this.#root.querySelector<HTMLElement>(`[data-language="${language}"]`)?.focus();
    this.#options.languageChosen?.(language);
  }

  #build(): PaneParts {
    const { texts } = this.#wording;
    const bench = this.#bench;
    document.documentElement.lang = this.#language;
    const check = checkTab(
      this.#checkState,
      this.#wording,
      {
        choose: ({ cell }) => {
          if (cell !== null) this.#select(cell);
        },
        saveReason: ({ id, reason }, text) => {
          if (reason !== null) this.#writeReason(id, { ...reason, text });
        },
        drafts: this.#drafts,
        surroundings:
          bench.surroundings === undefined ? null : (place) => bench.surroundings?.(place) ?? null,
      },
      this.#markButtons(),
    );
    // Where the sheet itself cannot be shown, there is nowhere to go.
    const goTo = bench.surroundings === undefined ? (place: CellPlace) => this.#select(place) : null;
    const gaps = gapsTab(this.#gapsState, this.#wording, goTo);
    const exported = exportTab(this.#exportState, this.#wording, {
      exportCsv: (profile) => void this.#exportCsv(profile),
      saveCopy: bench.copies === undefined ? null : (withMarks) => void this.#saveCopy(withMarks),
    });
    const made: Tabs<TabId> = tabs(
      texts.list,
      [
        { id: 'check', label: texts.tabs.check, panel: check.root },
        { id: 'gaps', label: texts.tabs.gaps, panel: gaps.root },
        { id: 'export', label: texts.tabs.export, panel: exported },
      ],
      (id) => this.show(id),
    );
    made.show(this.#tab);
    const status = element('div', { class: 'status', role: 'status' });
    const notices = element('div', { class: 'notices' });
    const head = element('div', { 'aria-live': 'polite' });
    const again = element(
      'fluent-button',
      { size: 'small', 'data-action': 'check', onclick: () => void this.check() },
      texts.again,
    );
    const bar = element(
      'div',
      { class: 'bar' },
      again,
      status,
      languageSwitch(texts.language, this.#language, (language) => this.#setLanguage(language)),
    );
    // The standalone page has a heading of its own.
    const heading = bench.name === 'excel' && element('h1', { class: 'visually-hidden' }, texts.product);
    refill(this.#root, heading, bar, notices, head, made.root);
    return { status, notices, summary: head, tabs: made, check, gaps };
  }

  /** Everything above the tabs. */
  #drawHead(): void {
    const { texts } = this.#wording;
    const { status, notices, summary: head } = this.#parts;
    this.#root.setAttribute('aria-busy', String(this.#busy !== null));
    refill(
      status,
      this.#busy !== null && element('fluent-spinner', { size: 'extra-tiny', 'aria-hidden': 'true' }),
      this.#busy !== null && element('span', {}, texts.progress[this.#busy]),
    );
    const lines = this.#notices();
    this.#fill(notices, lines, () => lines.map(messageBar));
    const view = this.#checked && summaryView(this.#checked, this.#wording);
    this.#fill(head, view, () => (view ? [summary(view)] : []));
  }

  /** Draws a part only when it says something else: readers of screens hear everything that is put in anew. */
  #fill(part: HTMLElement, content: unknown, draw: () => Child[]): void {
    const said = JSON.stringify(content);
    if (this.#said.get(part) === said) return;
    this.#said.set(part, said);
    const hadFocus = part.contains(document.activeElement);
    refill(part, ...draw());
    // Whoever pressed a button that is gone goes on where checking goes on.
    if (hadFocus) this.#root.querySelector<HTMLElement>('[data-action="check"]')?.focus();
  }

  #notices(): NoticeLine[] {
    const { texts, number } = this.#wording;
    const unsaved = this.#bench.copies?.unsaved() ?? 0;
    const shown: NoticeLine[] = [];
    if (this.#notice !== null) {
      const { intent, text } = this.#notice;
      const close = () => {
        this.#notice = null;
        this.#drawHead();
      };
      shown.push({ intent, text: text(this.#wording), label: texts.close, act: close });
    }
    if (this.#isStale) {
      const act = () => void this.check();
      shown.push({ intent: 'warning', text: texts.stale, label: texts.again, act });
    }
    if (unsaved > 0) {
      const save = () => void this.#saveCopy(this.#exportState.withMarks);
      const text = texts.export.unsaved(number(unsaved));
      shown.push({ intent: 'info', text, label: texts.export.saveCopy, act: save });
    }
    return shown;
  }

  #markButtons(): Child[] {
    const { marks } = this.#bench;
    if (marks === undefined) return [];
    const { texts } = this.#wording;
    return [
      element(
        'div',
        { class: 'actions' },
        element(
          'fluent-button',
          { size: 'small', 'data-action': 'mark', onclick: () => void this.#mark() },
          texts.check.mark,
        ),
        element(
          'fluent-button',
          { size: 'small', 'data-action': 'clear-marks', onclick: () => void this.#clearMarks() },
          texts.check.clearMarks,
        ),
      ),
    ];
  }

  #select(place: CellPlace): void {
    void this.#run(() => this.#bench.select(place));
  }

  #writeReason(id: string, reason: { key: string; period: string; text: string }): void {
    void this.#run(async () => {
      await this.#setBusy('writing');
      await this.#bench.writeReason(reason);
      this.#drafts.delete(id);
      await this.#recheck();
      const isTakenBack = reason.text === '';
      this.#notice = {
        intent: 'success',
        text: ({ texts }) => (isTakenBack ? texts.check.reasonTakenBack : texts.check.reasonSaved),
      };
    });
  }

  #mark(): Promise<void> {
    return this.#run(async () => {
      // What is marked is what stands there now.
      await this.#recheck();
      if (this.#checked === null) return;
      await this.#setBusy('writing');
      const count = (await this.#bench.marks?.mark(placedMarks(this.#checked, this.#wording))) ?? 0;
      this.#notice = { intent: 'success', text: ({ texts, number }) => texts.check.marked(number(count)) };
    });
  }

  #clearMarks(): Promise<void> {
    return this.#run(async () => {
      await this.#setBusy('writing');
      await this.#bench.marks?.clear();
      this.#notice = { intent: 'success', text: ({ texts }) => texts.check.marksCleared };
    });
  }

  #exportCsv(profile: ExportTabState['profile']): Promise<void> {
    return this.#run(async () => {
      await this.#setBusy('reading');
      const { sheets } = await this.#bench.read();
      await this.#setBusy('writing');
      const exported = await exportReturn(sheets, profile);
      if (exported === 'not-ours') throw benchProblem('not-ours');
      if (exported === 'refused') {
        this.#notice = { intent: 'error', text: ({ texts }) => texts.export.refused };
        return;
      }
      await this.#bench.exportFiles(exported.files);
      const names = exported.files.map(({ name }) => name).join(', ');
      const { problems } = exported;
      this.#notice = {
        intent: 'success',
        text: ({ texts, number }) =>
          [texts.export.saved(names), problems > 0 ? texts.export.withProblems(number(problems)) : '']
            .join(' ')
            .trim(),
      };
    });
  }

  #saveCopy(withMarks: boolean): Promise<void> {
    return this.#run(async () => {
      const { copies } = this.#bench;
      if (copies === undefined) return;
      await this.#recheck();
      await this.#setBusy('writing');
      const marks = withMarks && this.#checked !== null ? placedMarks(this.#checked, this.#wording) : [];
      const { name, unmarked } = await copies.save(marks);
      this.#notice = {
        intent: 'success',
        text: ({ texts, number }) =>
          [texts.export.copySaved(name), unmarked > 0 ? texts.export.unmarked(number(unmarked)) : '']
            .join(' ')
            .trim(),
      };
    });
  }
}

/** Groups that are open at the first look. */
const FIRST_OPEN = 3;

function problemText(error: unknown): Notice['text'] {
  if (error instanceof BenchProblem) {
    const { text } = error;
    return ({ language, say }) => say(text[language]);
  }
  console.error(error);
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return ({ texts }) => texts.broken(reason);
}

/** A line above the tabs with one button. */
interface NoticeLine {
  intent: 'error' | 'success' | 'warning' | 'info';
  text: string;
  label: string;
  act: () => void;
}

function messageBar({ intent, text, label, act }: NoticeLine): HTMLElement {
  return element(
    'fluent-message-bar',
    { intent, layout: 'multiline', class: 'notice-bar', role: intent === 'error' ? 'alert' : 'status' },
    element('span', {}, text),
    element('fluent-button', { slot: 'actions', size: 'small', onclick: act }, label),
  );
}
