import { fnv } from '../workbook/fingerprint.ts';
import { numberTextOf } from './number-text.ts';
import type { ExchangeTable, TableRow } from './tables.ts';

/** Consonants only, so that no checksum is a word, a number or a date to a spreadsheet. */
const LETTERS = 'bcdfghjklmnpqrstvwxz';
const LENGTH = 8;

/** A column no text can hold. */
const SEPARATOR = '\u001f';

/**
 * The checksum of a row over all its other columns, the same in both profiles: a spreadsheet that shortens a
 * number, takes a comma for a thousands sign or makes a date of a text is found out on the very row.
 */
export function rowCheck(table: ExchangeTable, row: TableRow): string {
  const cells = table.columns
    .filter(({ name }) => name !== 'check')
    .map(({ name }) => {
      const cell = row[name] ?? null;
      return typeof cell === 'number' ? numberTextOf(cell, 'machine') : (cell ?? '').normalize('NFC');
    });
  let rest = fnv(cells.join(SEPARATOR));
  let letters = '';
  for (let at = 0; at < LENGTH; at += 1) {
    letters += LETTERS[rest % LETTERS.length] ?? '';
    rest = Math.floor(rest / LETTERS.length);
  }
  return letters;
}
