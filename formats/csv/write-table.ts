import Papa from 'papaparse';
import { guardedText } from '../../core/exchange/guarded-text.ts';
import { numberTextOf } from '../../core/exchange/number-text.ts';
import { dialects, LINE_END, type Profile } from '../../core/exchange/profile.ts';
import type { ExchangeColumn, TableRow } from '../../core/exchange/tables.ts';
import type { FilledTable } from '../../core/exchange/tidy.ts';

/** A table as the bytes of a CSV file (RFC 4180, UTF-8). */
export function writeTable({ table, rows }: FilledTable, profile: Profile): Uint8Array {
  const { delimiter, byteOrderMark } = dialects[profile];
  const lines = [
    table.columns.map(({ name }) => name),
    ...rows.map((row) => table.columns.map((column) => cellText(column, row, profile))),
  ];
  // Guarding is done above, column by column: the library's own way damages texts and misses line breaks.
  const text = Papa.unparse(lines, { delimiter, newline: LINE_END, quotes: false, escapeFormulae: false });
  return new TextEncoder().encode(`${byteOrderMark ? '\ufeff' : ''}${text}${LINE_END}`);
}

function cellText({ name, kind }: ExchangeColumn, row: TableRow, profile: Profile): string {
  const cell = row[name] ?? null;
  if (cell === null) return '';
  if (typeof cell === 'number') return numberTextOf(cell, profile);
  return kind === 'text' && dialects[profile].guardsTexts ? guardedText(cell) : cell;
}
