import { figureTable, type FigureTable } from '../../core/consolidate/figure-table.ts';
import type { StoredEntry } from '../../core/store/model.ts';

/** The figures of a period as columns of numbers, and their entries as far as somebody asks for them. */
export interface FigureScan {
  table: FigureTable;
  /** Reads the entries of figures, by their places in the table; before it the table gives none. */
  read: (which: readonly number[] | 'all') => Promise<void>;
}

/** The scan of a store that has its entries at hand. */
export function scanOf(entries: readonly StoredEntry[]): FigureScan {
  return { table: figureTable(entries), read: () => Promise.resolve() };
}
