import { openReturn, type OpenedReturn } from '../../core/returned/open-return.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import type { Finding, Severity } from '../../core/base/finding.ts';
import type { NotedLists, Placed } from '../../core/repair/repaired.ts';
import type { PageLanguage } from '../shell/mount.ts';

/**
 * What the pane needs of the program that holds the workbook: Excel, or the standalone page with a file. Every
 * promise rejects with a {@link BenchProblem} (bench-problem.ts) for what a user can run into; anything else
 * is a program error, which the pane shows as such.
 */
export interface Workbench {
  readonly name: 'excel' | 'page';
  /** Language the host is displayed in; what the user chose in the pane goes before it. */
  language(): PageLanguage;
  /**
   * Reads the workbook anew, every time: nothing that was read before counts. Values and formulas of all
   * sheets, hidden ones too.
   * @param early told of the entry sheets alone, where they come before the others
   */
  read(early?: EarlyFacts): Promise<ReadFacts>;
  /** Brings a cell into the user's view; called when the user asks for it, never by checking. */
  select(place: CellPlace): Promise<void>;
  /**
   * Writes the officer's reason into the reason cell of a row, and nothing else. Called only when the officer
   * presses the button. Rows may have moved since the last reading: find the cell by its key, with
   * `reasonCell` (reason-cell.ts), in what stands there now. Where that is not what the officer has seen, it is
   * refused: nobody's text is written over unseen.
   */
  writeReason(reason: Reason): Promise<void>;
  /** Hands files to the user, as downloads; names are without folder. */
  exportFiles(files: readonly OfferedFile[]): Promise<void>;
  /**
   * Calls back when the workbook may have changed since the last `read` – by anybody, in any way; too often
   * rather than too seldom. Changes the pane asked for itself need not be told.
   * @returns stops it
   */
  onStale(callback: () => void): () => void;
  /** Marks in the open workbook; benches that cannot write into it leave it out. */
  readonly marks?: MarkBench;
  /** Copies of the file with what was written in the pane; only where the workbook itself is not changed. */
  readonly copies?: CopyBench;
  /** Repair of a damaged workbook into a new file; only where files can be read whole. */
  readonly repairs?: RepairBench;
  /**
   * Reasons written here that a later reading could not leave in place, because their cell is gone or says what
   * the officer has not seen; each is handed out once, to become a draft again.
   */
  displaced?(): Reason[];
  /** What stands around a cell, for benches that cannot show the sheet itself; null where no such cell is. */
  surroundings?(place: CellPlace): SheetWindow | null;
}

/** A reading, and how much of a file it could see. */
export type ReadFacts = WorkbookFacts & {
  /** `cells`: values and formulas only; what else the facts hold is empty and is not judged. */
  readonly has: 'cells' | 'file';
  /** The same, where the bench has opened it already. */
  readonly opened?: OpenedReturn;
};

/**
 * Told of sheets before the others are asked for.
 * @returns what is done while those are on their way
 */
export type EarlyFacts = (facts: ReadFacts) => () => Promise<void>;

/**
 * What was read, opened.
 * @param early the entry sheets of the same reading
 */
export function openedOf(facts: ReadFacts, early?: OpenedReturn): OpenedReturn {
  return facts.opened ?? openReturn(facts, early ? { early } : {});
}

/** A cell the user is brought to. */
export interface CellPlace {
  /** Name of the sheet. */
  readonly sheet: string;
  /** Address of one cell, for example `J12`; undefined for the sheet as a whole. */
  readonly cell?: string;
}

/** A reason as typed. */
export interface Reason {
  /** Key of the row, `indicator|stratum`. */
  readonly key: string;
  /** SDMX period the reason is about; rows have one reason cell, whatever the period. */
  readonly period: string;
  /** Trimmed; '' takes a reason back. */
  readonly text: string;
  /** What stands in the cell as the officer saw it, trimmed. */
  readonly seen: string;
}

/** A file to be handed to the user. */
export interface OfferedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Something to be said at a cell. */
export interface PlacedMark {
  readonly sheet: string;
  /** Address of one cell. */
  readonly cell: string;
  /** Row key `indicator|stratum`; null where the finding is not about a row. */
  readonly key: string | null;
  readonly severity: Severity;
  /** What is wrong and what to do, in the language of the pane. */
  readonly text: string;
}

/** Marks in an open workbook; an opt-in of the user, figures and reasons stay as they are. */
export interface MarkBench {
  /** Replaces all marks by these, worst first. */
  mark(marks: readonly PlacedMark[]): Promise<MarkOutcome>;
  clear(): Promise<void>;
}

/** What came of marking, counted in findings. */
export interface MarkOutcome {
  /** Said in a mark now. */
  readonly marked: number;
  /** Cells that hold these marks: a row has one for all its findings. */
  readonly cells: number;
  /** Beside a mark of the officer's own, which stays. */
  readonly kept: number;
  /** Where no mark can stand: no mark column, or its cell is locked. */
  readonly unmarked: number;
}

/** Copies of a file that is only read. */
export interface CopyBench {
  /** Reasons written in the pane that no saved copy holds yet. */
  unsaved(): number;
  /**
   * Hands a copy with the reasons written so far to the user.
   * @param marks cells to mark; none leaves the copy unmarked
   */
  save(marks: readonly PlacedMark[]): Promise<SavedCopy>;
}

/** A workbook put together anew. */
export interface RepairBench {
  /** Hands the repaired workbook to the user. */
  repair(): Promise<RepairedCopy>;
}

/** What came of a repair. */
export interface RepairedCopy extends NotedLists {
  readonly name: string;
  readonly placed: Placed;
  /** What of the file could not be read. */
  readonly notes: readonly Finding[];
}

/** What came of saving a copy. */
export interface SavedCopy {
  readonly name: string;
  /** Marks that could not be made, as of cells that are not there. */
  readonly unmarked: number;
  /** The file has changed since it was read and could not be read anew. */
  readonly isOfEarlier: boolean;
}

/** A piece of a sheet, as it is to be shown. */
export interface SheetWindow {
  readonly sheet: string;
  /** Column letters from the left. */
  readonly columns: readonly string[];
  /** What the head of the sheet's table says of each column; null where the rows show it themselves. */
  readonly titles: readonly string[] | null;
  readonly rows: readonly {
    readonly number: number;
    /** One a column. */
    readonly cells: readonly WindowCell[];
  }[];
}

/** A cell of a {@link SheetWindow}. */
export interface WindowCell {
  readonly value: number | string | boolean | null | { readonly error: string };
  /** The cell that was asked for. */
  readonly isWanted: boolean;
}
