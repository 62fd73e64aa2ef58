import type { WorkbookFacts } from '../../core/check/structure/facts.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { markWorkbook, type CellMark } from '../../formats/xlsx/mark.ts';
import { writeTexts } from '../../formats/xlsx/write-texts.ts';
import { benchProblem } from '../pane/bench-problem.ts';
import type {
  CellPlace,
  CopyBench,
  OfferedFile,
  PlacedMark,
  ReadFacts,
  Reason,
  SavedCopy,
  SheetWindow,
  Workbench,
} from '../pane/workbench.ts';
import { pageLanguage, type PageLanguage } from '../shell/mount.ts';
import { download } from './download.ts';
import { fileProblem } from './file-problem.ts';
import { sheetWindow } from './sheet-window.ts';
import { WrittenReasons } from './written-reasons.ts';

/** A workbook as a file the user opened: it is only read, what is written goes to copies. */
export class FileBench implements Workbench {
  readonly name = 'page';
  readonly copies: CopyBench;
  readonly #file: File;
  readonly #reasons = new WrittenReasons();
  #facts: WorkbookFacts | null = null;

  constructor(file: File) {
    this.#file = file;
    this.copies = {
      unsaved: () => this.#reasons.unsaved,
      save: (marks) => this.#save(marks),
    };
  }

  language(): PageLanguage {
    return pageLanguage(navigator.language);
  }

  async read(): Promise<ReadFacts> {
    const { facts } = await this.#open();
    return { ...this.#reasons.over(facts), has: 'file' };
  }

  /** There is no sheet to go to; the pane shows what stands around the cell. */
  select(): Promise<void> {
    return Promise.resolve();
  }

  async writeReason(reason: Reason): Promise<void> {
    const facts = this.#facts ?? (await this.#open()).facts;
    if (!this.#reasons.write(facts, reason)) throw benchProblem('no-reason-cell');
  }

  exportFiles(files: readonly OfferedFile[]): Promise<void> {
    return download(files);
  }

  /** Browsers do not tell when a file changes on disk; checking again reads it anew. */
  onStale(): () => void {
    return () => undefined;
  }

  surroundings(place: CellPlace): SheetWindow | null {
    return this.#facts && sheetWindow(this.#reasons.over(this.#facts).sheets, place);
  }

  async #open(): Promise<{ bytes: Uint8Array; facts: WorkbookFacts }> {
    try {
      const bytes = new Uint8Array(await this.#file.arrayBuffer());
      this.#facts = await readFacts(bytes);
      return { bytes, facts: this.#facts };
    } catch (error) {
      throw fileProblem(error);
    }
  }

  async #save(marks: readonly PlacedMark[]): Promise<SavedCopy> {
    const { bytes, facts } = await this.#open();
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
    const name = copyName(this.#file.name, marked !== null);
    await download([{ name, bytes: marked?.bytes ?? written }]);
    this.#reasons.saved();
    return { name, unmarked: marked?.unmarked.length ?? 0 };
  }
}

/** The copy beside its file in a folder, told apart by its name. */
function copyName(name: string, isMarked: boolean): string {
  const base = name.replace(/\.xlsx$/iu, '');
  return `${base}${isMarked ? '_danh-dau' : '_ly-do'}.xlsx`;
}
