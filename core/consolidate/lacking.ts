import type { Language } from '../base/finding.ts';
import type { Consolidation } from './consolidate.ts';

/** Units that are named: a row of a sheet takes no more lines. */
const MOST_NAMED = 30;

/**
 * Which of the units lack figures in the totals, with how many they have of how many they owe: "Các tổng thiếu số của
 * 1/8 đơn vị: Huyện Mường Tè (0/19 số)." It says nothing of why, so that it may be published. '' where none lacks any.
 */
export function lackingSaid({ rows }: Pick<Consolidation, 'rows'>, language: Language): string {
  const lacking = rows.filter(({ counted, owed }) => counted < owed);
  if (lacking.length === 0) return '';
  const vi = language === 'vi';
  const rest = lacking.length - MOST_NAMED;
  const more = rest <= 0 ? '' : vi ? ` và ${rest} đơn vị khác` : ` and ${rest} others`;
  const listed = lacking
    .slice(0, MOST_NAMED)
    .map(({ unit, counted, owed }) => `${unit.name} (${counted}/${owed}${vi ? ' số' : ''})`)
    .join(', ');
  return vi
    ? `Các tổng thiếu số của ${lacking.length}/${rows.length} đơn vị: ${listed}${more}.`
    : `Totals lack figures of ${lacking.length} of ${rows.length} units (known/owed): ${listed}${more}.`;
}
