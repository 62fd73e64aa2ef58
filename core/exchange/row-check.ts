import { foldedName } from '../base/name.ts';
import { fnv } from '../workbook/fingerprint.ts';
import { exactNumberText, numberTextOf } from './number-text.ts';
import type { Cell, ExchangeColumn, ExchangeTable, TableRow } from './tables.ts';

/** Consonants only, so that no checksum is a word, a number or a date to a spreadsheet. */
const LETTERS = 'bcdfghjklmnpqrstvwxz';
const SUM_LENGTH = 8;
/** Begins a checksum of format 2, so that a row of a file without descriptor says itself which one it has. */
const SECOND = 'v';

/** A column no text can hold. */
const SEPARATOR = '\u001f';

/** Version of the exchange format, by which a checksum is made. */
export type CheckFormat = 1 | 2;

/**
 * The checksum of a row over what matters, the same in both profiles: codes, period, figure, sign and the
 * officer's own verdict. A spreadsheet that shortens a number, takes a comma for a thousands sign or makes a date
 * of a code is found out on the very row. Names and free texts are not in it: they may be tidied and corrected.
 */
export function rowCheck(table: ExchangeTable, row: TableRow): string {
  return SECOND + sumOf(table.columns.filter(matters).map((column) => plainCell(column, row[column.name])));
}

/** The checksum of format 1: over all other columns, with every digit of a number. */
export function firstRowCheck(table: ExchangeTable, row: TableRow): string {
  return sumOf(
    table.columns
      .filter(({ name }) => name !== 'check')
      .map(({ name }) => {
        const cell = row[name] ?? null;
        return typeof cell === 'number' ? exactNumberText(cell, 'machine') : (cell ?? '').normalize('NFC');
      }),
  );
}

/** The format of a checksum where no descriptor says it. */
export function formatOfCheck(check: string): CheckFormat {
  return check.length > SUM_LENGTH ? 2 : 1;
}

/** Whether a column is under the checksum. */
function matters({ name, kind }: ExchangeColumn): boolean {
  return name !== 'check' && (kind !== 'text' || name === 'verdict');
}

function plainCell({ kind }: ExchangeColumn, cell: Cell | undefined): string {
  if (typeof cell === 'number') return numberTextOf(cell, 'machine');
  return kind === 'text' ? foldedName(cell ?? '') : (cell ?? '');
}

function sumOf(cells: readonly string[]): string {
  let rest = fnv(cells.join(SEPARATOR));
  let letters = '';
  for (let at = 0; at < SUM_LENGTH; at += 1) {
    letters += LETTERS[rest % LETTERS.length] ?? '';
    rest = Math.floor(rest / LETTERS.length);
  }
  return letters;
}
