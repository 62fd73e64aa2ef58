import { checkOpened, type CheckedWorkbook } from '../../core/check/check-workbook.ts';
import { firstResult } from '../../core/check/first-result.ts';
import type { OpenedReturn } from '../../core/returned/open-return.ts';
import { keyNamesOf, labelOf, type KeyNames } from '../../core/workbook/key-label.ts';
import { notOurWorkbook } from '../../core/check/return/rules/not-our-workbook.ts';
import { benchProblem } from './bench-problem.ts';
import { Drafts, type StandingReasons } from './drafts.ts';
import { problemNotice, type Notice } from './notice.ts';
import { figureOf, standingReasons } from './reason-cell.ts';
import type { Wording } from './texts/wording.ts';
import {
  openedOf,
  type CellPlace,
  type EarlyFacts,
  type ReadFacts,
  type Reason,
  type Workbench,
} from './workbench.ts';

/** What shows a session to the officer. */
export interface SessionView {
  /** Something that stands above the lists is other than before. */
  drawHead(): void;
  /** The workbook was checked, or a draft of its lists is gone. */
  drawLists(): void;
  /** The notice is a question, to be answered before anything else. */
  focusQuestion(): void;
  /** Resolves once the officer has seen what was drawn. */
  painted(): Promise<void>;
}

/** What the pane is busy with. */
export type Step = 'reading' | 'checking' | 'writing' | 'restoring';

/**
 * An officer at work on one workbook: what was read and found, what is typed and what was written. Knows no page;
 * what is done with it are the actions (actions/).
 */
export class PaneSession {
  readonly bench: Workbench;
  readonly drafts: Drafts;
  /** How the pane speaks now. */
  wording: Wording;
  readonly #view: SessionView;
  readonly #stopHearing: () => void;
  #checked: CheckedWorkbook | null = null;
  #first: CheckedWorkbook | null = null;
  /** Of the last check that knew one: rows keep their names when the workbook loses its definition. */
  #catalogue: KeyNames | null = null;
  #busy: Step | null = null;
  #notice: Notice | null = null;
  #isStale = false;
  #isForeign = false;
  /** Steps run one after the other: the pane never reads while it writes. */
  #queue: Promise<void> = Promise.resolve();
  #standing: StandingReasons = new Map();
  /** Counts how often the reasons were drawn as a check found them. */
  #drawn = 0;
  /** Reasons written here, by row key, with the drawing that was on the screen then. */
  readonly #own = new Map<string, { text: string; drawn: number }>();

  /** @param drafts reasons typed before, of the same return */
  constructor(
    bench: Workbench,
    view: SessionView,
    { wording, drafts = [] }: { wording: Wording; drafts?: readonly Reason[] },
  ) {
    this.bench = bench;
    this.wording = wording;
    this.drafts = new Drafts(drafts);
    this.#view = view;
    this.#stopHearing = bench.onStale(() => {
      this.#isStale = true;
      view.drawHead();
    });
  }

  /** What the last check found; null before the first, and for a workbook of somebody else. */
  get checked(): CheckedWorkbook | null {
    return this.#checked;
  }

  /** What is known of the figures while the first check has still to see the other sheets; else null. */
  get first(): CheckedWorkbook | null {
    return this.#first;
  }

  get busy(): Step | null {
    return this.#busy;
  }

  get notice(): Notice | null {
    return this.#notice;
  }

  /** The workbook may have changed since it was read. */
  get isStale(): boolean {
    return this.#isStale;
  }

  /** The workbook is somebody else's, with which nothing is done. */
  get isForeign(): boolean {
    return this.#isForeign;
  }

  /** The reasons as the last check found them, and what was written here since. */
  get standing(): StandingReasons {
    return this.#standing;
  }

  /** How often the reasons were drawn; see {@link seenBy}. */
  get drawn(): number {
    return this.#drawn;
  }

  /** Reads the workbook anew and checks it; never rejects, problems are told. */
  check(): Promise<void> {
    return this.run(async () => {
      await this.recheck();
      this.#notice = null;
    });
  }

  /** Brings a cell into the officer's view. */
  select(place: CellPlace): void {
    void this.run(() => this.bench.select(place));
  }

  /** Gives up what was typed for a row. */
  dropDraft(key: string): void {
    this.drafts.drop(key);
    this.#view.drawLists();
    this.#view.drawHead();
  }

  /** Ends hearing of changes. */
  close(): void {
    this.#stopHearing();
  }

  /** Runs one step after those before it; what goes wrong becomes a notice. */
  run(step: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      // What went wrong before is not what goes wrong now.
      if (this.#notice?.intent === 'error') this.#notice = null;
      try {
        await step();
      } catch (error) {
        this.#notice = problemNotice(error);
      } finally {
        this.#busy = null;
        this.#first = null;
        this.#view.drawHead();
      }
    });
    return this.#queue;
  }

  /** Within a step: shows what is done next. Who reads waits for others, and is seen doing so meanwhile. */
  async begin(step: Step): Promise<void> {
    this.#busy = step;
    this.#view.drawHead();
    if (step !== 'reading') await this.#view.painted();
  }

  /** Within a step: says something when it ends. */
  say(notice: Notice): void {
    this.#notice = notice;
  }

  /** Within a step: asks the officer something at once. */
  ask(question: Notice): void {
    this.#notice = question;
    this.#view.drawHead();
    this.#view.focusQuestion();
  }

  closeNotice(): void {
    this.#notice = null;
    this.#view.drawHead();
  }

  /** Within a step: reads the workbook. Reasons that lost their place in it are drafts again. */
  async read(early?: EarlyFacts): Promise<ReadFacts> {
    const facts = await this.bench.read(early);
    for (const reason of this.bench.displaced?.() ?? []) this.drafts.add(reason);
    return facts;
  }

  /**
   * Within a step: reads and checks the workbook.
   * @throws BenchProblem
   */
  async recheck(): Promise<void> {
    await this.begin('reading');
    // Said before reading: a change while it runs is a change after it.
    this.#isStale = false;
    let early: OpenedReturn | undefined;
    const facts = await this.read((entries) => {
      const opened = () => (early ??= openedOf(entries));
      if (this.#checked === null) this.#showFirst(opened());
      return () => this.#goAhead(opened());
    });
    // Who has seen the figures checked sees no more by another frame.
    if (early === undefined) await this.begin('checking');
    const opened = openedOf(facts, early);
    const checked = checkOpened(opened, { has: facts.has });
    if (checked.report.findings.some(({ code }) => code === notOurWorkbook.code)) {
      // What was said of a workbook before is not about this one.
      this.#take(null);
      throw benchProblem('not-ours');
    }
    if (checked.report.findings.length === 0 && checked.request === null)
      throw benchProblem('older-template');
    this.#take(checked);
    this.#standing = standingReasons(facts.sheets, opened.returned?.cells);
    this.#drawn += 1;
    this.drafts.settle(this.#standing);
    this.#view.drawLists();
  }

  /** Shows what is known of the figures by the entry sheets; whatever goes wrong is told by the check of the whole. */
  #showFirst(early: OpenedReturn): void {
    try {
      this.#first = firstResult(early);
    } catch {
      this.#first = null;
    }
    this.#busy = 'checking';
    this.#view.drawHead();
  }

  /** Does what else can be done with the entry sheets. */
  async #goAhead(early: OpenedReturn): Promise<void> {
    if (this.#checked === null) await this.#view.painted();
    try {
      // What the other sheets are held against.
      void early.issued?.recomputed;
    } catch {
      // As above.
    }
  }

  /** Within a step: writes a reason into the workbook. */
  async write(reason: Reason): Promise<void> {
    await this.begin('writing');
    await this.bench.writeReason(reason);
    const { key, text } = reason;
    this.#own.set(key, { text, drawn: this.#drawn });
    this.#standing = new Map([...this.#standing, [key, text]]);
    this.drafts.written(reason);
  }

  /**
   * What the officer has seen in the row of a reason. What was written here since is not somebody else's: the
   * button was pressed twice.
   * @param drawn the drawing they pressed the button in
   */
  seenBy({ key, seen }: Reason, drawn: number): string {
    const own = this.#own.get(key);
    return own !== undefined && own.drawn >= drawn ? own.text : seen;
  }

  /** Name of a row, of a figure with its period; its key where nobody knows better. */
  rowLabel(key: string): string {
    const figure = figureOf(key);
    const row = figure?.row ?? key;
    const label = this.#catalogue === null ? row : labelOf(row, this.#catalogue, this.wording.language);
    return figure === null ? label : `${label} (${this.wording.period(figure.period)})`;
  }

  #take(checked: CheckedWorkbook | null): void {
    this.#checked = checked;
    this.#isForeign = checked === null;
    if (checked?.request) this.#catalogue = keyNamesOf(checked.request);
  }
}
