import { type Finding, type Place, reporter } from '../base/finding.ts';
import { csvReturnMessages } from './messages.ts';
import type { ExchangeNames } from './names.ts';
import { textOf } from './row-cells.ts';
import type { TableRow } from './tables.ts';

const report = reporter(csvReturnMessages);

/** One number with at least one sign between its digits. */
const WITH_SIGN = /^[+-]?\d+(?:[.,]\d+)+$/u;

/**
 * Of an indicator that counts whole things "1.000" may be a thousand or one, whatever decimal sign the file has:
 * nobody but the one who wrote it knows, so it is asked. A row whose checksum is still there is not asked: it
 * proves that the number is the one that was exported, or that it is not.
 */
export function askedWhole(
  row: TableRow,
  cells: ReadonlyMap<string, string>,
  names: ExchangeNames | null,
  placeOf: (column: string) => Place,
): Finding | null {
  const found = (cells.get('value') ?? '').trim();
  if (names === null || !names.wholeThings.has(textOf(row.indicator))) return null;
  if ((row.check ?? null) !== null || !WITH_SIGN.test(found)) return null;
  const digits = found.split(/[.,]/u);
  const whole = String(Number(digits.join('')));
  const broken = String(Number(`${digits.slice(0, -1).join('')}.${digits.at(-1) ?? ''}`));
  return report('return-thousands-or-decimal', placeOf('value'), { column: 'value', found, whole, broken });
}
