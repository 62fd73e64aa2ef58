import { type Finding, reporter } from '../../base/finding.ts';
import { compare } from '../../base/number.ts';
import { cellAddress } from '../../sheet/address.ts';
import { contentText } from './grid-cells.ts';
import type { FormulaCell, SheetFacts } from '../../sheet/facts.ts';
import { sheetNames } from '../../workbook/contract.ts';
import {
  GRID_SIDE_KEYS,
  HEAD_COLUMN_KEY,
  headRowKeys,
  isLastYearRow,
  isShownColumn,
  unitColumnKey,
  weightedUnit,
} from './grid-contract.ts';
import { gridKeysOf } from './grid-cells.ts';
import type { GridMeta } from './grid-meta.ts';
import { gridMessages } from './messages.ts';

const report = reporter(gridMessages);

/** Findings beyond so many say nothing new. */
const NAMED = 20;
/** A text of digits and signs is a number somebody typed as text. */
const NUMBER_TEXT = /^[\d.,\s%+-]+$/u;

/** What people typed where the grid reads nothing: it would be lost. Each is named with its cell. */
export function valuesOutside(sheets: readonly SheetFacts[], meta: GridMeta): Finding[] {
  const findings = sheets.flatMap((sheet) =>
    sheet.name === sheetNames.meta ? [] : outsideIn(sheet, meta).map((cell) => named(sheet, cell)),
  );
  const more = findings.length - NAMED;
  return more > 0 ? [...findings.slice(0, NAMED), report('grid-values-outside', {}, { more })] : findings;
}

/**
 * A grid of before paths were kept says nothing of what stood in their column: a number typed over one cannot be
 * told from the path. Said once, at the first of them.
 */
export function pathsUnkept(sheets: readonly SheetFacts[], { rows: keys, paths }: GridMeta): Finding[] {
  if (paths.size > 0) return [];
  for (const sheet of sheets) {
    const { rows, columns } = gridKeysOf(sheet.cells);
    const at = columns.find(({ key }) => key === GRID_SIDE_KEYS.path)?.column;
    const figures = new Set(rows.flatMap(({ row, key }) => (keys.has(key) ? [row] : [])));
    const first = sheet.cells.find(
      ({ row, column, value }) => column === at && figures.has(row) && typeof value === 'number',
    );
    if (!first) continue;
    return [
      report('grid-paths-unkept', { sheet: sheet.name, cell: cellAddress(first.row, first.column) }, {}),
    ];
  }
  return [];
}

function named(sheet: SheetFacts, { row, column, value }: FormulaCell): Finding {
  const place = { sheet: sheet.name, cell: cellAddress(row, column) };
  return report('grid-value-outside', place, { found: contentText(value) });
}

function outsideIn(sheet: SheetFacts, meta: GridMeta): FormulaCell[] {
  const { marker, rows, columns } = gridKeysOf(sheet.cells);
  const filled = sheet.cells.filter(({ value, formula }) =>
    typeof value === 'string' ? value.trim() !== '' : value !== null || formula !== null,
  );
  // A sheet of the planner's own: its texts are notes, its numbers may be values nobody would read.
  if (marker === null) return filled.filter(({ value }) => typeof value === 'number');

  const figureRows = rows.filter(({ key }) => meta.rows.has(key));
  const unitKeys = new Set(meta.units.map(unitColumnKey));
  const unitColumns = columns.filter(({ key }) => unitKeys.has(key));
  const keyOfRow = new Map(rows.map(({ row, key }) => [row, key]));
  const keyOfColumn = new Map(columns.map(({ column, key }) => [column, key]));
  const isHead = new Set(Object.values(headRowKeys));
  const firstRow = Math.min(...figureRows.map(({ row }) => row));
  const lastUnit = Math.max(...unitColumns.map(({ column }) => column));

  return filled.filter(({ row, column, value, formula }) => {
    if (row === marker.row || column === marker.column) return false;
    const rowKey = keyOfRow.get(row);
    const columnKey = keyOfColumn.get(column);
    const isUnit = columnKey !== undefined && unitKeys.has(columnKey);
    const isFigureRow = rowKey !== undefined && meta.rows.has(rowKey);
    if (isUnit && isFigureRow) return false;
    if (columnKey === HEAD_COLUMN_KEY && rowKey !== undefined && isHead.has(rowKey)) return false;
    if (isUnit && rowKey !== undefined && isLastYearRow(rowKey)) return false;
    if (isUnit && row >= firstRow) return true;
    // The template's own numbers stand beside the units' values: path, weights, and totals by formula.
    if (isFigureRow && columnKey === GRID_SIDE_KEYS.path) return isTypedOver(meta.paths.get(rowKey), value);
    const weighted = isFigureRow && columnKey !== undefined ? weightedUnit(columnKey) : null;
    if (weighted !== null) {
      // A grid that kept no weights says nothing of what stands there.
      return (
        meta.weights !== null && isTypedOver(meta.weights.get(`${rowKey ?? ''}|${weighted}`) ?? null, value)
      );
    }
    const isShown = column > lastUnit || (columnKey !== undefined && isShownColumn(columnKey));
    const isHidden = columnKey !== undefined && sheet.hiddenColumns.has(column);
    if (isFigureRow && isShown && (formula !== null || isHidden)) return false;
    if (typeof value !== 'string') return true;
    return formula !== null || (isShown && row >= firstRow && NUMBER_TEXT.test(value) && /\d/u.test(value));
  });
}

/** Whether a cell of the path holds something else than was put there; nobody can tell where that was not kept. */
function isTypedOver(put: number | null | undefined, value: FormulaCell['value']): boolean {
  if (put === undefined) return false;
  return put === null || typeof value !== 'number' || compare(value, put) !== 0;
}
