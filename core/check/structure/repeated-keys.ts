import type { Figure } from '../../observation/figure.ts';
import { cellText } from '../../sheet/cell-text.ts';
import type { FormulaCell } from '../../sheet/facts.ts';
import { cellIndex } from '../../sheet/model.ts';
import type { ColumnKey } from '../../workbook/contract.ts';
import { holdsFigures } from '../../workbook/entry-fields.ts';
import type { Alignment } from '../../returned/align/alignment.ts';
import type { FoundSheet } from '../../returned/align/found-sheet.ts';
import { chosen, differing, entriesOf, readableFigure, saysSomething } from '../../returned/copies.ts';

/** A keyed cell of a returned sheet. */
export interface KeyedPlace {
  sheet: FoundSheet;
  row: number;
  column: number;
}

/** A keyed cell that is not blank. */
export interface EntryPlace extends KeyedPlace, ColumnKey, Pick<FormulaCell, 'value' | 'formula'> {
  rowKey: string;
  columnKey: string;
}

/** A figure that stands in two places which differ. */
export interface Conflict {
  rowKey: string;
  columnKey: string;
  period: string;
  /** The one that is read. */
  kept: KeyedPlace & { figure: Figure };
  /** The other; its words where it is no figure. */
  other: KeyedPlace & { figure: number | string };
}

/** Every figure that stands in more than one place, told apart by whether the places agree. */
export function repeatedFigures(alignment: Alignment): { conflicts: Conflict[]; checked: number } {
  const places = entryPlaces(alignment, ({ field }) => holdsFigures(field));
  const { read, repeated } = entriesOf(places, keyOfPlace);
  const conflicts = repeated.flatMap((copies): Conflict[] => {
    const [{ field, rowKey, columnKey, period }] = copies;
    const kept = chosen(field, copies);
    const figure = readableFigure(field, kept);
    if (figure === null) return [];
    return differing(field, copies).map((other) => ({
      ...{ rowKey, columnKey, period },
      kept: { ...kept, figure },
      other: { ...other, figure: readableFigure(field, other) ?? wordsOf(other) },
    }));
  });
  const isFigure = (place: EntryPlace) => readableFigure(place.field, place) !== null;
  return { conflicts, checked: read.filter(isFigure).length };
}

/** The keyed cells of a workbook that are not blank, row by row as the reader goes. */
export function* entryPlaces(
  alignment: Alignment,
  isWanted: (column: ColumnKey) => boolean,
): Iterable<EntryPlace> {
  for (const sheet of alignment.all) {
    const columns = sheet.keys.columns.filter(isWanted);
    for (const { row, key: rowKey } of sheet.keys.rows) {
      for (const { column, key: columnKey, period, vintage, field } of columns) {
        const cell = sheet.cells.get(cellIndex(row, column));
        if (cell === undefined || !saysSomething(field, cell)) continue;
        const { value, formula } = cell;
        yield { sheet, row, column, rowKey, columnKey, period, vintage, field, value, formula };
      }
    }
  }
}

/** What copies have in common. */
export function keyOfPlace({ rowKey, columnKey }: EntryPlace): string {
  return `${rowKey}|${columnKey}`;
}

function wordsOf({ value, formula }: EntryPlace): string {
  return value === null && formula !== null ? `=${formula}` : cellText(value).trim();
}
