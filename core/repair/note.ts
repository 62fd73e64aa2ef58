import type { FormulaCell } from '../sheet/facts.ts';
import { type DataOf, reporter } from '../base/finding.ts';
import { repairMessages, type RepairCode } from './messages.ts';
import { cellAddress } from '../sheet/address.ts';
import { parseColumnKey } from '../workbook/contract.ts';
import { rowKeyAt, type DamagedSheet } from './found-sheets.ts';
import { isKeyText } from './key-text.ts';
import { cellData, type Noted } from './repaired.ts';

const report = reporter(repairMessages);

/** Makes a note of a cell; what the message says beside the content is given. */
export function note<Code extends RepairCode>(
  code: Code,
  sheet: DamagedSheet,
  cell: FormulaCell,
  data: Omit<DataOf<typeof repairMessages, Code>, 'found' | 'formula'>,
): Noted {
  const address = cellAddress(cell.row, cell.column);
  const place = { sheet: sheet.found.facts.name, cell: address };
  const value = cellData(cell.value);
  const held = { found: isYear(sheet, cell) ? String(value) : value, formula: cell.formula };
  const key = keyText(sheet, cell);
  return {
    ...place,
    key,
    about: key === null ? null : sheet.label(key),
    label: labelOf(sheet, cell),
    value,
    // The table's data types differ by code; what they share is added here.
    finding: report(code, place, { ...held, ...data } as unknown as DataOf<typeof repairMessages, Code>),
  };
}

/** A year has no groups of digits. */
function isYear({ columns }: DamagedSheet, { column }: FormulaCell): boolean {
  return parseColumnKey(columns.get(column)?.key ?? '')?.field === 'baseYear';
}

const LABEL_LENGTH = 80;

/** The longest words of the row, so that a number in a list can be told from the next. */
function labelOf({ found }: DamagedSheet, cell: FormulaCell): string | null {
  let longest = '';
  for (const { column, value, formula } of found.byRow.get(cell.row) ?? []) {
    if (column === cell.column || typeof value !== 'string' || formula !== null || isKeyText(value)) continue;
    if (value.length > longest.length && /\p{L}/u.test(value)) longest = value;
  }
  if (longest === '') return null;
  return longest.length <= LABEL_LENGTH ? longest : `${longest.slice(0, LABEL_LENGTH - 1)}…`;
}

/** `poverty-rate|_T, 2023`: the keys of a cell, as far as they are known. */
function keyText(sheet: DamagedSheet, cell: FormulaCell): string | null {
  const row = rowKeyAt(sheet, cell)?.key ?? null;
  const columnAt = sheet.columns.get(cell.column);
  const column = columnAt?.by === 'unclear' ? undefined : columnAt?.key;
  const [period, , field] = column === undefined ? [] : column.split('|');
  if (row === null) return null;
  return [row, period === '_' ? undefined : period, field === 'value' ? undefined : field]
    .filter((part) => part !== undefined)
    .join(', ');
}
