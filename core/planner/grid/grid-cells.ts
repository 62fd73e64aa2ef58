import type { Place } from '../../base/finding.ts';
import { formulaDoubts, type FormulaDoubt } from '../../returned/formula-doubts.ts';
import { cellAddress } from '../../sheet/address.ts';
import { coverOf } from '../../sheet/area-cover.ts';
import type { FormulaCell, SheetFacts } from '../../sheet/facts.ts';
import { crossings, keysOf, type Keys } from '../../sheet/keyed.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { GRID_MARKER } from './grid-contract.ts';

/** A cell found by its row and column key. */
export interface KeyedCell {
  place: Place;
  value: FormulaCell['value'];
  /** As in {@link FormulaCell}. */
  formula: string | null;
  shownAs: FormulaCell['shownAs'];
  rendered: FormulaCell['rendered'];
  shownDecimals: FormulaCell['shownDecimals'];
  /** What speaks against the number that a formula gives; null for none. */
  doubt: FormulaDoubt | null;
  /** It was merged with others, whose units then have no value of their own. */
  isMerged: boolean;
  /** Its sheet, row or column is not seen. */
  isHidden: boolean;
}

/** The cells of a grid by {@link cellId}; copies side by side. */
export type KeyedCells = ReadonlyMap<string, readonly KeyedCell[]>;

/** What a cell is found by. */
export function cellId(rowKey: string, columnKey: string): string {
  return `${rowKey}\n${columnKey}`;
}

/** The keys of a sheet: beside the marker of a grid stands nothing but keys. */
export function gridKeysOf(cells: readonly FormulaCell[]): Keys<object> {
  return keysOf(cells, { marker: GRID_MARKER, row: () => true, column: () => ({}) });
}

/** Every cell where a keyed row and a keyed column cross. */
export function keyedCells(sheets: readonly SheetFacts[]): KeyedCells {
  const found = new Map<string, KeyedCell[]>();
  const doubtOf = formulaDoubts(sheets);
  for (const { name: sheet, state, cells, merges, hiddenRows, hiddenColumns } of sheets) {
    if (sheet === sheetNames.meta) continue;
    const keys = gridKeysOf(cells);
    const lines = crossings(cells, keys);
    const isMerged = coverOf(merges);
    for (const [at, { row, key: rowKey }] of keys.rows.entries()) {
      for (const [place, { column, key: columnKey }] of keys.columns.entries()) {
        const id = cellId(rowKey, columnKey);
        const cell = lines[at]?.[place];
        const keyed = {
          place: { sheet, cell: cellAddress(row, column) },
          value: cell?.value ?? null,
          formula: cell?.formula ?? null,
          shownAs: cell?.shownAs,
          rendered: cell?.rendered,
          shownDecimals: cell?.shownDecimals,
          isMerged: isMerged(row, column),
          isHidden: state !== 'visible' || hiddenRows.has(row) || hiddenColumns.has(column),
          doubt: cell ? doubtOf(cell, sheet) : null,
        };
        const before = found.get(id);
        if (before) before.push(keyed);
        else found.set(id, [keyed]);
      }
    }
  }
  return found;
}

/** Whether a cell holds nothing; a formula without a stored result holds something nobody can read. */
export function isBlank({ value, formula }: Pick<KeyedCell, 'value' | 'formula'>): boolean {
  return typeof value === 'string' ? value.trim() === '' : value === null && formula === null;
}

/** Whether a cell is a formula whose result is not in the file: programs that compute nothing leave it so. */
export function lacksResult({ value, formula }: Pick<KeyedCell, 'value' | 'formula'>): boolean {
  return value === null && formula !== null;
}

/** What a cell holds, as messages show it. */
export function contentText(value: KeyedCell['value']): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : String(value);
}
