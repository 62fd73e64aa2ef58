import { cellIndex } from '../../core/sheet/model.ts';
import type { ReadCell } from './cells.ts';

/** The places of a sheet in which cells stand already. */
export class CellPlaces {
  readonly #cells: readonly ReadCell[];
  /** Place of the last cell in reading order; only files out of order need the set. */
  #last = 0;
  #taken: Set<number> | null = null;

  /** @param cells those that stand there, as they are added */
  constructor(cells: readonly ReadCell[]) {
    this.#cells = cells;
  }

  /**
   * Takes a place for a cell that is not among the others yet. Programs write cells in reading order, so the set of
   * places is only built when one comes too late.
   * @returns whether it was free
   */
  take(row: number, column: number): boolean {
    const place = cellIndex(row, column);
    if (place <= this.#last)
      this.#taken ??= new Set(this.#cells.map((cell) => cellIndex(cell.row, cell.column)));
    if (this.#taken?.has(place)) return false;
    this.#taken?.add(place);
    this.#last = Math.max(this.#last, place);
    return true;
  }
}
