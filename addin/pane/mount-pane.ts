import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { allRules } from '../../core/check/all-rules.ts';
import { checkWorkbook, type CheckedWorkbook } from '../../core/check/check-workbook.ts';
import type { CheckFinding } from '../../core/rules/rule.ts';
import { renderPlace } from '../../core/wording/render.ts';
import type { PageLanguage } from '../shell/mount.ts';
import type { PaneTab } from '../shell/pane-tab.ts';
import { labelOf } from '../../core/check/describe.ts';
import { notOurWorkbook } from '../../core/check/return/rules/not-our-workbook.ts';
import { BenchProblem, benchProblem } from './bench-problem.ts';
import { checkTab, type CheckTab, type CheckTabState } from './dom/check-tab.ts';
import { element, refill, type Child } from './dom/element.ts';
import { exportTab, type ExportTabState } from './dom/export-tab.ts';
import { followColorScheme } from './dom/fluent.ts';
import { gapsTab, type GapsTab, type GapsTabState } from './dom/gaps-tab.ts';
import { languageSwitch } from './dom/language-switch.ts';
import { summary } from './dom/summary.ts';
import { tabs, type Tabs } from './dom/tabs.ts';
import { Drafts, type StandingReasons } from './drafts.ts';
import { exportReturn } from './export-return.ts';
import { rememberedLanguage, rememberLanguage } from './language-choice.ts';
import { letPaint } from './let-paint.ts';
import { placedMarks } from './placed-marks.ts';
import { standingReasons } from './reason-cell.ts';
import { findingSentences, rowsToExplain } from './view/findings-view.ts';
import { summaryView } from './view/summary-view.ts';
import { wordingOf, type TextTransform, type Wording } from './texts/wording.ts';
import type { CellPlace, MarkOutcome, ReadFacts, Reason, Workbench } from './workbench.ts';

/** How the pane starts. */
export interface PaneOptions {
  tab?: PaneTab;
  /** Changes every text of the pane; for tests. */
  transform?: TextTransform;
  /** Reasons typed before, in a pane of the same return; they are drafts again. */
  drafts?: readonly Reason[];
  /** Told when the user chooses a language, which the pane itself remembers. */
  languageChosen?: (language: PageLanguage) => void;
}

/** A pane on a page. */
export interface Pane {
  /** Reads the workbook anew and checks it; never rejects, problems are shown. */
  check: () => Promise<void>;
  show: (tab: PaneTab | 'export') => void;
  /** Reasons that were typed and not written: they go with the pane. */
  unwritten: () => readonly Reason[];
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
  intent: 'error' | 'success' | 'warning';
  /** In words of the language shown when it is shown. */
  text: (wording: Wording) => string;
  /** What can be done about it; without, it can be closed. */
  actions?: (wording: Wording) => readonly NoticeAction[];
}

/**
 * What becomes of drafts when files are made, which would not hold them. Whoever leaves them out leaves those they
 * were asked about, as JSON; about others they are asked anew.
 */
type DraftsChoice = 'ask' | 'write' | { leave: string };

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
  /** Of the last check that knew one: rows keep their names when the workbook loses its definition. */
  #catalogue: Catalogue | null = null;
  #busy: 'reading' | 'checking' | 'writing' | null = null;
  #notice: Notice | null = null;
  #isStale = false;
  #isForeign = false;
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
  readonly #drafts: Drafts;
  #standing: StandingReasons = new Map();
  /** Counts how often the reasons were drawn as a check found them. */
  #drawn = 0;
  /** Reasons written here, by row key, with the drawing that was on the screen then. */
  readonly #own = new Map<string, { text: string; drawn: number }>();
  readonly #said = new WeakMap<HTMLElement, string>();
  #isFirstCheck = true;

  #wording: Wording;
  #parts: PaneParts;

  constructor(root: HTMLElement, bench: Workbench, options: PaneOptions) {
    this.#root = root;
    this.#bench = bench;
    this.#options = options;
    this.#drafts = new Drafts(options.drafts);
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
      this.#askBeforeLeaving(),
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

  unwritten(): readonly Reason[] {
    return this.#drafts.unwritten;
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
    const facts = await this.#read();
    await this.#setBusy('checking');
    const checked = checkWorkbook(facts, { has: facts.has });
    if (checked.report.findings.some(({ code }) => code === notOurWorkbook.code)) {
      // What was said of a workbook before is not about this one.
      this.#show(null);
      throw benchProblem('not-ours');
    }
    if (checked.report.findings.length === 0 && checked.request === null)
      throw benchProblem('older-template');
    this.#show(checked);
    this.#standing = standingReasons(facts.sheets);
    this.#drawn += 1;
    this.#drafts.settle(this.#standing);
    if (this.#isFirstCheck) this.#openWorst(checked);
    this.#isFirstCheck = false;
    this.#parts.check.show(checked);
    this.#parts.gaps.show(checked);
  }

  /** Takes what was found of the workbook; null for a workbook of somebody else, with which nothing is done. */
  #show(checked: CheckedWorkbook | null): void {
    this.#checked = checked;
    this.#isForeign = checked === null;
    this.#catalogue = checked?.request?.catalogue ?? this.#catalogue;
    this.#parts.tabs.root.hidden = this.#isForeign;
  }

  async #read(): Promise<ReadFacts> {
    const facts = await this.#bench.read();
    for (const reason of this.#bench.displaced?.() ?? []) this.#drafts.add(reason);
    return facts;
  }

  /** Browsers ask, in their own words, whether what was typed may go. @returns stops it */
  #askBeforeLeaving(): () => void {
    const ask = (event: BeforeUnloadEvent) => {
      if (this.unwritten().length > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
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
        saveReason: (reason) => this.#writeReason(reason),
        dropDraft: (key) => this.#dropDraft(key),
        drafts: this.#drafts,
        standing: () => this.#standing,
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
    made.root.hidden = this.#isForeign;
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
      const { intent, text, actions } = this.#notice;
      const close = { label: texts.close, act: () => this.#closeNotice() };
      shown.push({ intent, text: text(this.#wording), actions: actions?.(this.#wording) ?? [close] });
    }
    if (this.#isStale) {
      const act = () => void this.check();
      shown.push({ intent: 'warning', text: texts.stale, actions: [{ label: texts.again, act }] });
    }
    if (unsaved > 0) {
      const save = () => void this.#saveCopy(this.#exportState.withMarks);
      const text = texts.export.unsaved(number(unsaved));
      shown.push({ intent: 'info', text, actions: [{ label: texts.export.saveCopy, act: save }] });
    }
    return [...shown, ...this.#strayDrafts().map((draft) => this.#strayNotice(draft))];
  }

  #closeNotice(): void {
    this.#notice = null;
    this.#drawHead();
  }

  /** Drafts nobody would find: the finding they were typed under is gone. */
  #strayDrafts(): readonly Reason[] {
    if (this.#checked === null) return [];
    const rows = rowsToExplain(this.#checked.report);
    return this.#drafts.unwritten.filter(({ key }) => !rows.has(key));
  }

  #strayNotice(draft: Reason): NoticeLine {
    const { check: said } = this.#wording.texts;
    const { key } = draft;
    const text = draft.text.trim();
    const seen = this.#standing.get(key);
    const typed = said.strayDraft(this.#rowLabel(key), text);
    const drop = { label: said.dropDraft, act: () => this.#dropDraft(key) };
    // Without a cell writing could only fail.
    if (seen === undefined)
      return { intent: 'info', text: `${typed} ${said.strayWithoutCell}`, actions: [drop] };
    const why = this.#checked?.request === null ? said.strayUnchecked : said.strayWithoutWarning;
    const write = {
      label: seen === '' ? said.saveReason : said.replaceReason,
      act: () => this.#writeReason({ ...draft, text, seen }),
    };
    return {
      intent: 'info',
      text: [typed, why, ...(seen === '' ? [] : [said.strayStanding(seen)])].join(' '),
      actions: [write, drop],
    };
  }

  #rowLabel(key: string): string {
    return this.#catalogue === null ? key : labelOf(key, this.#catalogue, this.#language);
  }

  #dropDraft(key: string): void {
    this.#drafts.drop(key);
    this.#parts.check.show(this.#checked);
    this.#drawHead();
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

  #writeReason(reason: Reason): void {
    const drawn = this.#drawn;
    void this.#run(async () => {
      // What was written here since the officer saw the row is not somebody else's: the button was pressed twice.
      const own = this.#own.get(reason.key);
      const seen = own !== undefined && own.drawn >= drawn ? own.text : reason.seen;
      const isWritten = seen !== reason.text;
      if (isWritten) await this.#write({ ...reason, seen });
      else this.#drafts.written(reason);
      await this.#recheck();
      if (!isWritten) return;
      const isTakenBack = reason.text === '';
      this.#notice = {
        intent: 'success',
        text: ({ texts }) => (isTakenBack ? texts.check.reasonTakenBack : texts.check.reasonSaved),
      };
    });
  }

  async #write(reason: Reason): Promise<void> {
    await this.#setBusy('writing');
    await this.#bench.writeReason(reason);
    const { key, text } = reason;
    this.#own.set(key, { text, drawn: this.#drawn });
    this.#standing = new Map([...this.#standing, [key, text]]);
    this.#drafts.written(reason);
  }

  #mark(): Promise<void> {
    return this.#run(async () => {
      // What is marked is what stands there now.
      await this.#recheck();
      if (this.#checked === null) return;
      await this.#setBusy('writing');
      const outcome = await this.#bench.marks?.mark(placedMarks(this.#checked, this.#wording));
      if (outcome) this.#notice = { intent: 'success', text: (wording) => markedText(outcome, wording) };
    });
  }

  #clearMarks(): Promise<void> {
    return this.#run(async () => {
      await this.#setBusy('writing');
      await this.#bench.marks?.clear();
      this.#notice = { intent: 'success', text: ({ texts }) => texts.check.marksCleared };
    });
  }

  /**
   * Whether a file may be made: it would not hold what was typed and is not written, so the officer is asked.
   * @param again makes the file, drafts being dealt with as told
   */
  async #areDraftsSettled(
    choice: DraftsChoice,
    question: 'notInCopy' | 'notInCsv',
    again: (choice: DraftsChoice) => void,
  ): Promise<boolean> {
    const { unwritten } = this.#drafts;
    const asked = JSON.stringify(unwritten);
    if (unwritten.length === 0 || (typeof choice === 'object' && choice.leave === asked)) return true;
    if (choice === 'write') {
      try {
        for (const draft of unwritten) await this.#write({ ...draft, text: draft.text.trim() });
      } finally {
        await this.#recheck();
      }
      return true;
    }
    this.#notice = {
      intent: 'warning',
      text: ({ texts, number }) =>
        texts.export[question](
          number(unwritten.length),
          unwritten.map(({ key }) => this.#rowLabel(key)).join('; '),
        ),
      actions: ({ texts }) => [
        { label: texts.export.writeFirst, act: () => again('write') },
        { label: texts.export.withoutDrafts, act: () => again({ leave: asked }) },
        { label: texts.export.notNow, act: () => this.#closeNotice() },
      ],
    };
    this.#drawHead();
    this.#parts.notices.querySelector<HTMLElement>('fluent-button')?.focus();
    return false;
  }

  /** @param accepted findings by which figures may stand under a wrong name, as the officer was told of them */
  #exportCsv(
    profile: ExportTabState['profile'],
    drafts: DraftsChoice = 'ask',
    accepted: string | null = null,
  ): Promise<void> {
    return this.#run(async () => {
      const again = (choice: DraftsChoice) =>
        void this.#exportCsv(this.#exportState.profile, choice, accepted);
      if (!(await this.#areDraftsSettled(drafts, 'notInCsv', again))) return;
      await this.#setBusy('reading');
      const facts = await this.#read();
      await this.#setBusy('checking');
      let exported = await exportReturn(facts, profile, { force: false });
      if (exported.kind === 'misplaced' && saidOf(exported.findings) === accepted) {
        exported = await exportReturn(facts, profile, { force: true });
      }
      switch (exported.kind) {
        case 'not-ours':
          throw benchProblem('not-ours');
        case 'unread': {
          const { findings } = exported;
          this.#notice = {
            intent: 'error',
            text: (wording) =>
              wording.texts.export.unread(findings.map((one) => findingSentences(one, wording)).join(' ')),
          };
          return;
        }
        case 'refused':
          this.#notice = { intent: 'error', text: ({ texts }) => texts.export.refused };
          return;
        case 'misplaced': {
          // What was typed in the pane so far has been dealt with.
          const left = typeof drafts === 'object' ? drafts : { leave: JSON.stringify([]) };
          const said = saidOf(exported.findings);
          this.#askToForce(
            exported.findings,
            () => void this.#exportCsv(this.#exportState.profile, left, said),
          );
          return;
        }
        case 'written': {
          await this.#setBusy('writing');
          await this.#bench.exportFiles(exported.files);
          const names = exported.files.map(({ name }) => name).join(', ');
          const { errors, forced } = exported;
          this.#notice = {
            intent: errors > 0 ? 'warning' : 'success',
            text: ({ texts, number }) =>
              [
                texts.export.saved(names),
                errors > 0 ? texts.export.withErrors(number(errors)) : '',
                forced ? texts.export.forced : '',
              ]
                .filter((part) => part !== '')
                .join(' '),
          };
        }
      }
    });
  }

  /** Says why figures may stand under a wrong name, and leaves it to the officer to export them all the same. */
  #askToForce(findings: readonly CheckFinding[], act: () => void): void {
    this.#notice = {
      intent: 'error',
      text: ({ language, texts, say }) =>
        texts.export.misplaced(
          findings
            .map(({ code, place }) => {
              const title = allRules.find((rule) => rule.code === code)?.text[language].title ?? code;
              return `${say(title)} (${renderPlace(place, language)})`;
            })
            .join('; '),
        ),
      actions: ({ texts }) => [
        { label: texts.close, act: () => this.#closeNotice() },
        { label: texts.export.force, act },
      ],
    };
  }

  #saveCopy(withMarks: boolean, drafts: DraftsChoice = 'ask'): Promise<void> {
    return this.#run(async () => {
      const { copies } = this.#bench;
      if (copies === undefined) return;
      const again = (choice: DraftsChoice = 'ask') =>
        void this.#saveCopy(this.#exportState.withMarks, choice);
      if (!(await this.#areDraftsSettled(drafts, 'notInCopy', again))) return;
      await this.#recheck();
      await this.#setBusy('writing');
      const marks = withMarks && this.#checked !== null ? placedMarks(this.#checked, this.#wording) : [];
      const { name, unmarked, isOfEarlier } = await copies.save(marks);
      this.#notice = {
        intent: 'success',
        text: ({ texts, number }) =>
          [
            texts.export.copySaved(name),
            isOfEarlier ? texts.export.copyOfEarlier : '',
            unmarked > 0 ? texts.export.unmarked(number(unmarked)) : '',
          ]
            .filter((sentence) => sentence !== '')
            .join(' '),
        // Nobody tells whether a download was blocked or called off.
        actions: ({ texts }) => [
          { label: texts.export.saveAgain, act: () => again() },
          { label: texts.close, act: () => this.#closeNotice() },
        ],
      };
    });
  }
}

/** What the officer is told before figures are exported all the same; that, and no more, is what they accept. */
function saidOf(findings: readonly CheckFinding[]): string {
  return JSON.stringify(findings.map(({ code, place }) => [code, place]));
}

/** Groups that are open at the first look. */
const FIRST_OPEN = 3;

/** How many findings were marked in how many cells, and what became of the others. */
function markedText({ marked, cells, kept, unmarked }: MarkOutcome, { texts, number }: Wording): string {
  const said = [
    texts.check.marked(number(marked), number(cells)),
    ...(kept > 0 ? [texts.check.marksKept(number(kept))] : []),
    ...(unmarked > 0 ? [texts.check.notMarked(number(unmarked))] : []),
  ];
  return `${said.join('; ')}.`;
}

function problemText(error: unknown): Notice['text'] {
  if (error instanceof BenchProblem) {
    const { text } = error;
    return ({ language, say }) => say(text[language]);
  }
  console.error(error);
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return ({ texts }) => texts.broken(reason);
}

/** A line above the tabs with its buttons. */
interface NoticeLine {
  intent: 'error' | 'success' | 'warning' | 'info';
  text: string;
  actions: readonly NoticeAction[];
}

/** A button of a line above the tabs. */
interface NoticeAction {
  label: string;
  act: () => void;
}

function messageBar({ intent, text, actions }: NoticeLine): HTMLElement {
  return element(
    'fluent-message-bar',
    { intent, layout: 'multiline', class: 'notice-bar', role: intent === 'error' ? 'alert' : 'status' },
    element('span', {}, text),
    ...actions.map(({ label, act }) =>
      element('fluent-button', { slot: 'actions', size: 'small', onclick: act }, label),
    ),
  );
}
