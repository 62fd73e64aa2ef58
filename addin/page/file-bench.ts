import { returnIdentity } from '../../core/returned/return-identity.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import { identityKey } from '../../core/workbook/contract.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { markWorkbook, type CellMark } from '../../formats/xlsx/mark.ts';
import { writeTexts } from '../../formats/xlsx/write-texts.ts';
import { BenchProblem, benchProblem, reasonChanged } from '../pane/bench-problem.ts';
import { figureOf, isFigureText, reasonCell, standingReasons } from '../pane/reason-cell.ts';
import type {
  CellPlace,
  CopyBench,
  OfferedFile,
  PlacedMark,
  ReadFacts,
  RepairBench,
  RepairedCopy,
  Reason,
  SavedCopy,
  SheetWindow,
  Workbench,
} from '../pane/workbench.ts';
import type { PageLanguage } from '../shell/mount.ts';
import { download } from './download.ts';
import { fileProblem } from './file-problem.ts';
import { repairedFile } from './repaired-file.ts';
import { sheetWindow } from './sheet-window.ts';
import { WrittenReasons } from './written-reasons.ts';

/** A file as it was read. */
interface ReadFile {
  bytes: Uint8Array;
  facts: WorkbookFacts;
}

/**
 * A workbook as a file the user opened: it is only read, what is written goes to copies. Browsers refuse a file
 * that was changed since it was chosen; what was read of it before goes on being shown and saved, so that no
 * reason is lost by it.
 */
export class FileBench implements Workbench {
  readonly name = 'page';
  readonly copies: CopyBench;
  readonly repairs: RepairBench;
  readonly #file: File;
  readonly #heard: () => void;
  readonly #reasons = new WrittenReasons();
  #last: ReadFile | null = null;
  #isOutdated = false;
  #displaced: Reason[] = [];

  /** @param heard told after every reading of the file, after every copy, and when it turns out to have changed */
  constructor(file: File, heard: () => void = () => undefined) {
    this.#file = file;
    this.#heard = heard;
    this.copies = {
      unsaved: () => this.#reasons.unsaved,
      save: (marks) => this.#save(marks),
    };
    this.repairs = { repair: () => this.#repair() };
  }

  /** The file on the disk is no longer the one that is shown, and cannot be read. */
  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  /** Reasons written here, in copies or not. */
  get reasons(): WrittenReasons['all'] {
    return this.#reasons.all;
  }

  /** Whose return of which round it is, as of its plans; null while that is not known. */
  get identity(): string | null {
    if (this.#last === null) return null;
    const { unit, reporter, round, plans } = returnIdentity(this.#last.facts.sheets);
    if (unit === null || reporter === null || round === null) return null;
    return identityKey({ unit, reporter, round, plans: [...plans.keys()].sort() });
  }

  /**
   * Takes over what was written into another file of the same return. Reasons that would write over what nobody
   * has seen come back by {@link displaced}.
   */
  take(reasons: WrittenReasons['all']): void {
    if (this.#last !== null) this.#displaced.push(...this.#reasons.take(reasons, this.#last.facts));
  }

  displaced(): Reason[] {
    return this.#displaced.splice(0);
  }

  language(): PageLanguage {
    return 'vi';
  }

  async read(): Promise<ReadFacts> {
    const { facts } = await this.#read();
    const opened = this.#reasons.opened(facts);
    return { ...opened.facts, has: 'file', opened };
  }

  /** There is no sheet to go to; the pane shows what stands around the cell. */
  select(): Promise<void> {
    return Promise.resolve();
  }

  async writeReason(reason: Reason): Promise<void> {
    if (figureOf(reason.key) !== null && !isFigureText(reason.text)) throw benchProblem('unclear-figure');
    const { facts } = this.#last ?? (await this.#read());
    const { facts: written, returned } = this.#reasons.opened(facts);
    const { sheets } = written;
    const cell = reasonCell(sheets, reason.key, returned?.cells);
    if (cell === null) throw benchProblem('no-reason-cell');
    if (standingReasons(sheets, returned?.cells).get(reason.key) !== reason.seen) {
      throw reasonChanged(`${cell.sheet}!${cell.address}`);
    }
    this.#reasons.write(facts, reason);
  }

  exportFiles(files: readonly OfferedFile[]): Promise<void> {
    return download(files);
  }

  /** Browsers do not tell when a file changes on disk; {@link look} finds out. */
  onStale(): () => void {
    return () => undefined;
  }

  surroundings(place: CellPlace): SheetWindow | null {
    if (this.#last === null) return null;
    const { facts, issued } = this.#reasons.opened(this.#last.facts);
    return sheetWindow(facts.sheets, place, issued?.recomputed ?? null);
  }

  /** Looks whether the file can still be read, without reading it. */
  async look(): Promise<void> {
    if (this.#isOutdated || this.#last === null) return;
    try {
      await this.#file.slice(0, 1).arrayBuffer();
    } catch {
      this.#isOutdated = true;
      this.#heard();
    }
  }

  async #read(): Promise<ReadFile> {
    try {
      const bytes = new Uint8Array(await this.#file.arrayBuffer());
      // What was read of the very same bytes is what they say.
      if (this.#last === null || !isSame(this.#last.bytes, bytes)) {
        const facts = await readFacts(bytes);
        this.#displaced.push(...this.#reasons.follow(facts));
        this.#last = { bytes, facts };
      }
      this.#isOutdated = false;
    } catch (error) {
      const problem = fileProblem(error);
      if (this.#last === null || !(problem instanceof BenchProblem)) throw problem;
      this.#isOutdated = true;
    }
    this.#heard();
    return this.#last;
  }

  async #repair(): Promise<RepairedCopy> {
    const { bytes: damaged } = this.#last ?? (await this.#read());
    const { bytes, ...said } = await repairedFile(damaged, (facts) => this.#reasons.over(facts));
    const name = besideName(this.#file.name, '_khoi-phuc');
    await download([{ name, bytes }]);
    this.#reasons.saved();
    this.#heard();
    return { ...said, name };
  }

  async #save(marks: readonly PlacedMark[]): Promise<SavedCopy> {
    // What was checked is what is saved.
    const { bytes, facts } = this.#last ?? (await this.#read());
    const { bytes: written, refused } = await writeTexts(
      bytes,
      this.#reasons.texts(facts),
      this.#reasons.results(facts),
    );
    // A copy without a reason somebody wrote must not pass for one that has it.
    if (refused.length > 0) throw benchProblem('no-access');
    const placed = marks.map(({ sheet, cell, severity, text }): CellMark => {
      return { sheet, address: cell, severity, text };
    });
    const marked = placed.length === 0 ? null : await markWorkbook(written, placed);
    const name = besideName(this.#file.name, marked === null ? this.#reasons.suffix : '_danh-dau');
    await download([{ name, bytes: marked?.bytes ?? written }]);
    this.#reasons.saved();
    this.#heard();
    return { name, unmarked: marked?.unmarked.length ?? 0, isOfEarlier: this.#isOutdated };
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** The copy beside its file in a folder, told apart by its name. */
function besideName(name: string, suffix: string): string {
  return `${name.replace(/\.xlsx$/iu, '')}${suffix}.xlsx`;
}
