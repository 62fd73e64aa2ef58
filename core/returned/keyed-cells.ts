import { cellAddress } from '../sheet/address.ts';
import { crossings, keysOf } from '../sheet/keyed.ts';
import {
  parseUnitKey,
  sheetNames,
  workbookKeys,
  type ColumnKey,
  type WorkbookIdentity,
} from '../workbook/contract.ts';
import { blankSources } from './blank-sources.ts';
import { identify, isOfAnotherWorkbook, ownIdentity, sheetIdentities } from './identity.ts';
import { readMeta } from './read-meta.ts';
import type { SheetCell, SheetCells } from '../sheet/facts.ts';

/** A cell found by its keys, whatever its content; blank ones too. */
export interface KeyedCell extends ColumnKey {
  sheet: string;
  row: number;
  column: number;
  address: string;
  /**
   * `indicator|stratum`, or on Tổng hợp `plan|indicator|stratum|kind`; in the table by commune of a figure the same
   * behind the commune's key, of its note the commune's key alone.
   */
  rowKey: string;
  value: SheetCell['value'];
  /** Null for a typed cell, and where the reader sees no formulas. */
  formula: string | null;
}

/** What a keyed cell is the entry of; copies have the same. */
export function keyOfEntry({ rowKey, period, vintage, field }: KeyedCell): string {
  return `${rowKey}|${period}|${vintage}|${field}`;
}

/** More crossings than any workbook of ours has by far; a file made to exhaust memory has millions. */
const MOST_CELLS = 500_000;

/**
 * Every cell of the workbook's own sheets that stands where a keyed row and a keyed column cross, sheet by sheet
 * and row by row. Rows and sheets that were copied come with all their cells; a sheet that says it is of another
 * workbook has none, wherever it stands, and neither has `_meta`: its texts say what is expected.
 * @param own whose workbook it is, where that is known already; null where nothing says it
 * @returns null when there are more than a workbook can have
 */
export function keyedCells(
  sheets: readonly SheetCells[],
  own: WorkbookIdentity | null = identityOfAll(sheets),
): KeyedCell[] | null {
  const keyed: KeyedCell[] = [];
  const isOfBlanks = blankSources(sheets);
  for (const { name: sheet, cells } of sheets) {
    if (sheet === sheetNames.meta || (own !== null && isOfAnotherWorkbook({ cells }, own))) continue;
    const keys = keysOf(cells, workbookKeys);
    if (keyed.length + keys.rows.length * keys.columns.length > MOST_CELLS) return null;
    const lines = crossings(cells, keys);
    for (const [at, { row, key: rowKey }] of keys.rows.entries()) {
      const line = lines[at];
      const isUnit = parseUnitKey(rowKey) !== null;
      for (const [place, { column, period, vintage, field, figure }] of keys.columns.entries()) {
        // A figure's row has no cell in a column of the table by commune, nor a commune's row one outside it.
        if (figure === undefined ? isUnit && field !== 'reason' : !isUnit) continue;
        const { value: stored = null, formula = null } = line?.[place] ?? {};
        // What is linked to blank cells has no figure yet, whatever a program shows for it.
        const value = typeof stored === 'number' && formula && isOfBlanks(formula, sheet) ? null : stored;
        const address = cellAddress(row, column);
        const of = figure === undefined ? rowKey : `${rowKey}|${figure}`;
        keyed.push({ sheet, row, column, address, rowKey: of, period, vintage, field, value, formula });
      }
    }
  }
  return keyed;
}

function identityOfAll(sheets: readonly SheetCells[]): WorkbookIdentity | null {
  const meta = readMeta(sheets);
  const ofSheets = sheetIdentities(sheets);
  const found = identify(meta, ofSheets);
  return found === null || found === 'contradictory' ? null : ownIdentity(found.identity, meta, ofSheets);
}
