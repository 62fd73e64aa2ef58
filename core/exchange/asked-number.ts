import { type Finding, type Place, reporter } from '../base/finding.ts';
import type { Descriptor } from './descriptor.ts';
import { csvReturnMessages } from './messages.ts';
import type { ExchangeNames } from './names.ts';
import { provenProfile } from './proven-profile.ts';
import type { Profile } from './profile.ts';
import { textOf } from './row-cells.ts';
import type { TableRow } from './tables.ts';
import type { TextCells } from './text-cells.ts';

const report = reporter(csvReturnMessages);

/** One number with at least one sign between its digits. */
const WITH_SIGN = /^[+-]?\d+(?:[.,]\d+)+$/u;
/** One that may be grouped by thousands as well as broken. */
const IN_GROUPS = /^[+-]?[1-9]\d{0,2}(?:[.,]\d{3})+$/u;

/** What tells how a number is meant. */
interface Meant {
  names: ExchangeNames | null;
  /** Whether the decimal sign of the table is sure. */
  isProven: boolean;
  placeOf: (column: string) => Place;
}

/**
 * A number that may be a thousand or one is asked for: nobody but the one who wrote it knows. Of an indicator that
 * counts whole things that is any number with a sign; of others "1.234" where neither a descriptor nor another number
 * of the column tells the decimal sign. A row whose checksum is still there is not asked: it proves that the number is
 * the one that was exported, or that it is not.
 */
export function askedNumber(
  row: TableRow,
  cells: TextCells,
  { names, isProven, placeOf }: Meant,
): Finding | null {
  const found = (cells.get('value') ?? '').trim();
  if (names === null || (row.check ?? null) !== null || !WITH_SIGN.test(found)) return null;
  const countsWhole = names.wholeThings.has(textOf(row.indicator));
  if (!countsWhole && (isProven || !IN_GROUPS.test(found))) return null;
  const digits = found.split(/[.,]/u);
  const whole = String(Number(digits.join('')));
  const broken = String(Number(`${digits.slice(0, -1).join('')}.${digits.at(-1) ?? ''}`));
  const code = countsWhole ? 'return-thousands-or-decimal' : 'return-thousands-unproven';
  return report(code, placeOf('value'), { column: 'value', found, whole, broken });
}

/** Whether the decimal sign of a table is declared, or proven by a number of it. */
export function columnProof(
  rows: readonly { cells: TextCells }[],
  { descriptor, profile }: { descriptor: Descriptor | null; profile: Profile },
): boolean {
  if (descriptor !== null) return true;
  const column = rows.map(({ cells }) => cells.get('value') ?? '');
  return column.some((text) => /[.,]/u.test(text)) && provenProfile(column) === profile;
}
