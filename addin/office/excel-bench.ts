import { cellText } from '../../core/sheet/cell-text.ts';
import type { SheetFacts } from '../../core/sheet/facts.ts';
import { benchProblem, reasonChanged } from '../pane/bench-problem.ts';
import { rememberedLanguage } from '../pane/language-choice.ts';
import { reasonCell } from '../pane/reason-cell.ts';
import type {
  CellPlace,
  EarlyFacts,
  MarkBench,
  MarkOutcome,
  OfferedFile,
  PlacedMark,
  ReadFacts,
  Reason,
  Workbench,
} from '../pane/workbench.ts';
import { pageLanguage, type PageLanguage } from '../shell/mount.ts';
import { listenToChanges, type WorkbookChange } from './changes.ts';
import { download } from './download.ts';
import { hiddenSheet, lockedCell, type Doing } from './excel-problem.ts';
import { isOurMark, marksToClear, planMarks, type CellText } from './mark-plan.ts';
import { OwnChanges } from './own-changes.ts';
import { SheetReader, type Early } from './read-sheets.ts';
import { inExcel, PATIENCE, type Batch, type Patience } from './run.ts';
import { targetsOf, writeTexts, type Target } from './write-texts.ts';

/** Where the user is. */
export interface Selection {
  readonly sheet: string;
  /** First cell of the selection; both count from 1. */
  readonly row: number;
  readonly column: number;
}

/**
 * The workbook that is open in Excel. Every method is one `Excel.run`; reading writes nothing, and nothing is
 * ever unprotected, suspended or recalculated.
 */
export class ExcelBench implements Workbench {
  readonly name = 'excel';
  readonly marks: MarkBench = {
    mark: (marks) => this.markFindings(marks),
    clear: async () => void (await this.clearMarks()),
  };
  readonly #language: PageLanguage;
  readonly #patience: Patience;
  readonly #reader = new SheetReader();
  readonly #stale = new Set<() => void>();
  readonly #own = new OwnChanges();
  readonly #listeners = new Set<(change: WorkbookChange) => void>();
  #stopListening: (() => void) | null = null;
  /** A reading that was begun before it was asked for; told what to do with the entry sheets, or to leave it. */
  #ahead: ((early: Early | null) => Promise<SheetFacts[]>) | null = null;

  /** @param displayLanguage tag of Excel's language, for example `en-US` */
  constructor(displayLanguage: string, patience: Patience = PATIENCE) {
    this.#language = pageLanguage(displayLanguage);
    this.#patience = patience;
  }

  language(): PageLanguage {
    return this.#language;
  }

  async read(early?: EarlyFacts): Promise<ReadFacts> {
    const told = early && ((sheets: SheetFacts[]) => Promise.resolve(early(readFacts(sheets))));
    const ahead = this.#ahead;
    this.#ahead = null;
    return readFacts(await (ahead ? ahead(told ?? null) : this.#read(told)));
  }

  /**
   * Begins the reading that the next `read` asks for, so that Excel is at work while the pane is drawn. When the
   * workbook changes before then, it is read anew.
   */
  readAhead(): void {
    this.#listen();
    let tell: (early: Early | null) => void = () => undefined;
    const told = new Promise<Early | null>((resolve) => (tell = resolve));
    const reading = this.#read(async (sheets) => (await told)?.(sheets) ?? (() => Promise.resolve()));
    // Who reads is told; who leaves it has another.
    reading.catch(() => undefined);
    this.#ahead = (early) => {
      tell(early);
      return reading;
    };
  }

  async select({ sheet: name, cell }: CellPlace): Promise<void> {
    await this.#run('select', async ({ context }) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load('visibility');
      await context.sync();
      if (sheet.isNullObject) throw benchProblem('no-such-cell');
      if (sheet.visibility !== 'Visible') throw hiddenSheet(name);
      sheet.activate();
      if (cell !== undefined) sheet.getRange(cell).select();
      await context.sync();
    });
  }

  async writeReason({ key, text, seen }: Reason): Promise<void> {
    await this.#run('write', async ({ context, isWanted }) => {
      const cell = reasonCell(await this.#reader.read(context), key);
      if (!cell) throw benchProblem('no-reason-cell');
      const place = `${cell.sheet}!${cell.address}`;
      const [target] = await targetsOf(context, [{ ...cell, text }]);
      if (!target || target.locked) throw lockedCell(place);
      if (seen !== textIn(target.value)) throw reasonChanged(place);
      if (!isWanted()) return;
      await this.#write(context, [target]);
    });
  }

  /** Replaces our marks by these; see {@link planMarks}. */
  markFindings(marks: readonly PlacedMark[]): Promise<MarkOutcome> {
    return this.#run('write', async ({ context, isWanted }) => {
      const language = rememberedLanguage() ?? this.#language;
      const { texts, unchanged, unchangedCells, kept, unplaced } = planMarks(
        await this.#reader.read(context),
        marks,
        language,
      );
      const targets = await targetsOf(context, texts);
      const free = targets.filter(({ locked, value }) => !locked && (value === '' || isOurMark(value)));
      if (isWanted()) await this.#write(context, free);
      const written = free.reduce((sum, { text }) => sum + text.findings, 0);
      const planned = texts.reduce((sum, { findings }) => sum + findings, 0);
      const cells = unchangedCells + free.filter(({ text }) => text.findings > 0).length;
      return { marked: unchanged + written, cells, kept, unmarked: unplaced + planned - written };
    });
  }

  /** Removes what marking has written. @returns how many cells */
  clearMarks(): Promise<number> {
    return this.#run('write', async ({ context, isWanted }) => {
      const texts = marksToClear(await this.#reader.read(context));
      const targets = await targetsOf(context, texts);
      const free = targets.filter(({ locked, value }) => !locked && isOurMark(value));
      if (isWanted()) await this.#write(context, free);
      return free.length;
    });
  }

  /** Where the user is; null where no cells are selected, as with a chart. */
  async selection(): Promise<Selection | null> {
    try {
      return await this.#run('select', async ({ context }) => {
        const range = context.workbook.getSelectedRange();
        range.load('rowIndex,columnIndex,worksheet/name');
        await context.sync();
        const { rowIndex, columnIndex, worksheet } = range;
        return { sheet: worksheet.name, row: rowIndex + 1, column: columnIndex + 1 };
      });
    } catch {
      return null;
    }
  }

  exportFiles(files: readonly OfferedFile[]): Promise<void> {
    for (const file of files) download(file);
    return Promise.resolve();
  }

  onStale(callback: () => void): () => void {
    this.#stale.add(callback);
    const stop = this.onChange(callback);
    return () => {
      this.#stale.delete(callback);
      stop();
    };
  }

  /** Changes by people: by this user or by a co-author, never by the add-in itself. */
  onChange(heard: (change: WorkbookChange) => void): () => void {
    this.#listeners.add(heard);
    this.#listen();
    return () => {
      this.#listeners.delete(heard);
      if (this.#listeners.size > 0) return;
      this.#stopListening?.();
      this.#stopListening = null;
    };
  }

  /** Waits, however long, until no cell is being edited. */
  async afterCellEdit(): Promise<void> {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.load('name');
      await context.sync();
    });
  }

  /** One subscription for all: a change of our own is expected once. */
  #listen(): void {
    this.#stopListening ??= listenToChanges((change) => {
      if (this.#own.includes(change)) return;
      this.#leaveAhead();
      for (const listener of this.#listeners) listener(change);
    });
  }

  #leaveAhead(): void {
    void this.#ahead?.(null).catch(() => undefined);
    this.#ahead = null;
  }

  #read(early?: Early): Promise<SheetFacts[]> {
    return this.#run('read', ({ context }) => this.#reader.read(context, early));
  }

  async #write(context: Excel.RequestContext, targets: readonly Target<CellText>[]): Promise<void> {
    for (const { text, sheetId } of targets) this.#own.expect(sheetId, text.address);
    await writeTexts(context, targets);
  }

  #run<Result>(doing: Doing, work: (batch: Batch) => Promise<Result>): Promise<Result> {
    const late = () => {
      // Excel can be read again: the user is told by way of a result that may be old.
      for (const callback of this.#stale) callback();
    };
    return inExcel(work, { doing, patience: this.#patience, late });
  }
}

function readFacts(sheets: SheetFacts[]): ReadFacts {
  return { has: 'cells', date1904: false, macros: false, externalLinks: [], definedNames: [], sheets };
}

/** What Excel hands over for a cell, as a reading of the sheet would have it. */
function textIn(value: unknown): string {
  if (typeof value === 'boolean') return cellText(value);
  return String(value ?? '').trim();
}
