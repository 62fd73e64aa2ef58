import { parseFigure, type Figure } from '../../observation/figure.ts';
import { cellIndex } from '../../sheet/model.ts';
import type { Alignment } from '../../returned/align/alignment.ts';
import type { FoundSheet } from '../../returned/align/found-sheet.ts';

/** A keyed cell of a returned sheet. */
export interface KeyedPlace {
  sheet: FoundSheet;
  row: number;
  column: number;
}

/** A figure that stands in two places which differ. */
export interface Conflict {
  rowKey: string;
  columnKey: string;
  period: string;
  /** The one that is read. */
  kept: KeyedPlace & { figure: Figure };
  other: KeyedPlace & { figure: Figure };
}

/** Every figure that stands in more than one place, told apart by whether the places agree. */
export function repeatedFigures(alignment: Alignment): { conflicts: Conflict[]; checked: number } {
  const first = new Map<string, Conflict['kept']>();
  const conflicts: Conflict[] = [];
  for (const sheet of alignment.all) {
    const figures = sheet.keys.columns.filter(
      ({ field }) => field === 'value' || field === 'baseYear' || field === 'baseValue',
    );
    for (const { row, key: rowKey } of sheet.keys.rows) {
      for (const { column, key: columnKey, period, field } of figures) {
        const value = sheet.cells.get(cellIndex(row, column))?.value ?? null;
        const figure = typeof value === 'object' ? null : parseFigure(value);
        if (figure === undefined || figure === null) continue;
        const id = `${rowKey}|${columnKey}`;
        const place = { sheet, row, column, figure };
        const before = first.get(id);
        if (!before) {
          first.set(id, place);
        } else if (before.figure !== figure) {
          // The reader keeps the first of two figures, and the last of two baselines.
          const [kept, other] = field === 'value' ? [before, place] : [place, before];
          conflicts.push({ rowKey, columnKey, period, kept, other });
          first.set(id, kept);
        }
      }
    }
  }
  return { conflicts, checked: first.size };
}
