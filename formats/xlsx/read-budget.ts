import { readError } from '../read-error.ts';
import type { ReadLimits } from '../limits.ts';

/** Real files stay far below: a formula of 500 characters could still have 60 000 followers. */
const BYTES_PER_CHARACTER = 8;

/** Counts over a whole workbook, so that a small file cannot ask for unbounded memory. */
export class ReadBudget {
  readonly #limits: Pick<ReadLimits, 'cells' | 'totalBytes'>;
  #cells = 0;
  #entries = 0;
  #characters = 0;

  constructor(limits: Pick<ReadLimits, 'cells' | 'totalBytes'>) {
    this.#limits = limits;
  }

  /** Call for every cell of the file, empty ones too. @throws WorkbookReadError at the cap */
  countCell(): void {
    this.#cells += 1;
    if (this.#cells > this.#limits.cells) throw this.#tooMany();
  }

  /**
   * Call for whatever else a list or set keeps: ranges, names, hidden rows and columns. There may be as many
   * as cells.
   * @throws WorkbookReadError at the cap
   */
  countEntries(entries = 1): void {
    this.#entries += entries;
    if (this.#entries > this.#limits.cells) throw this.#tooMany();
  }

  /**
   * Call for text that is written out where the file only refers to it: one formula may have a million
   * followers. Together such texts may have an eighth as many characters as all parts have bytes.
   * @throws WorkbookReadError at the cap
   */
  countWrittenOut(text: string): void {
    this.#characters += text.length;
    if (this.#characters > this.#limits.totalBytes / BYTES_PER_CHARACTER) {
      throw readError('content-too-large', { limit: this.#limits.totalBytes });
    }
  }

  #tooMany() {
    return readError('too-many-cells', { limit: this.#limits.cells });
  }
}
