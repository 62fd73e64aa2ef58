import { type Finding, type Place, reporter } from '../base/finding.ts';
import { csvReturnMessages } from './messages.ts';
import { parseFigure } from '../observation/figure.ts';
import { unguardedText } from './guarded-text.ts';
import { parseNumberText } from './number-text.ts';
import { dialects, type Profile } from './profile.ts';
import type { TextCells } from './text-cells.ts';
import type { Cell, ExchangeColumn, ExchangeTable, TableRow } from './tables.ts';

const report = reporter(csvReturnMessages);

/**
 * A row of texts as its table's columns read them. Nothing is guessed: a cell that does not have the form of
 * its column becomes a finding.
 */
export function typedRow(
  table: ExchangeTable,
  cells: TextCells,
  profile: Profile,
  placeOf: (column: string) => Place,
): { row: TableRow; findings: Finding[] } {
  const findings: Finding[] = [];
  const row = Object.fromEntries(
    table.columns.map((column) => {
      const read = typedCell(column, cells.get(column.name) ?? '', profile, placeOf(column.name));
      findings.push(...read.findings);
      return [column.name, read.cell];
    }),
  );
  return { row, findings };
}

function typedCell(
  column: ExchangeColumn,
  text: string,
  profile: Profile,
  place: Place,
): { cell: Cell; findings: Finding[] } {
  const { name, kind, required } = column;
  const trimmed = text.trim();
  if (trimmed === '' && (kind !== 'text' || text === ''))
    return { cell: null, findings: required ? [report('return-cell-empty', place, { column: name })] : [] };
  if (kind === 'number') return numberCell(name, trimmed, profile, place);
  if (kind === 'text')
    return { cell: dialects[profile].guardsTexts ? unguardedText(text) : text, findings: [] };
  return codeCell(column, trimmed, place);
}

function numberCell(column: string, found: string, profile: Profile, place: Place) {
  const number = parseNumberText(found, profile);
  const expected = dialects[profile].decimalSign;
  switch (number) {
    case 'decimal-sign':
      return { cell: null, findings: [report('return-number-dialect', place, { column, found, expected })] };
    case 'exponent':
      return { cell: null, findings: [report('return-number-shortened', place, { column, found })] };
    case 'too-large':
    case 'not-a-number':
      return { cell: null, findings: [report('return-not-a-number', place, { column, found, expected })] };
    default:
      return { cell: number, findings: [] };
  }
}

function codeCell(column: ExchangeColumn, found: string, place: Place) {
  const { name, pattern, words } = column;
  // Spreadsheets make one character of three dots; it is the same sign.
  const sign = name === 'sign' ? parseFigure(found) : undefined;
  const cell = typeof sign === 'string' ? sign : found;
  const fits =
    words === undefined ? new RegExp(`^(?:${pattern ?? ''})$`, 'u').test(cell) : Object.hasOwn(words, cell);
  if (fits) return { cell, findings: [] };
  const expected = words === undefined ? (column.example ?? '') : Object.keys(words).join(' | ');
  return { cell: null, findings: [report('return-cell-form', place, { column: name, found, expected })] };
}
