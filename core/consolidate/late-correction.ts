import { NO_PERIOD } from '../exchange/return-figures.ts';
import { numberText } from '../base/number-text.ts';
import type { Language } from '../base/finding.ts';
import { parsePeriod, periodName } from '../period/period.ts';
import { comparatorSigns } from '../plan/comparator.ts';
import { assignedComparators, comparatorOf } from '../planner/assignment/assignment.ts';
import type { ClosingDecision, LateCorrection } from '../store/closing.ts';
import { figureText } from '../store/entry.ts';
import { ASSIGNED } from '../store/given-changes.ts';
import type { StoredEntry } from '../store/model.ts';

/** How many figures, and how many baselines and assigned values, are otherwise since a round was closed. */
export function countChanges(corrections: readonly LateCorrection[]): { figures: number; given: number } {
  const given = corrections.filter((one) => one.given !== undefined).length;
  return { figures: corrections.length - given, given };
}

/**
 * The same in words, to go on after when the round was closed; a report judges by figures of other periods, too.
 * @param by the decision that closed the round
 */
export function changesSaid(
  { corrections, by }: { corrections: readonly LateCorrection[]; by: Pick<ClosingDecision, 'closing'> },
  language: Language,
): string {
  const { figures, given } = countChanges(corrections);
  const vi = language === 'vi';
  if (figures + given === 0) return vi ? 'từ đó chưa số nào đổi' : 'no figure has changed since';
  const parts = [
    ...(figures === 0 ? [] : [vi ? `${figures} số đã sửa` : `${figures} figures were corrected`]),
    ...(given === 0
      ? []
      : [
          vi ? `${given} số gốc, chỉ tiêu giao đã đổi` : `${given} baselines or assigned values were changed`,
        ]),
  ];
  const elsewhere = corrections.filter(
    ({ key, given: of }) => of === undefined && key.split('|')[3] !== by.closing.round,
  ).length;
  const others = vi ? ` (${elsewhere} số của kỳ khác)` : ` (${elsewhere} of other periods)`;
  return `${parts.join(vi ? ' và ' : ' and ')} ${vi ? 'sau khi khóa' : 'since'}${elsewhere === 0 ? '' : others}`;
}

/**
 * Of which time a figure is that is not of the round: a period, the year of a baseline, the year a value was assigned
 * for; '' for one of the round.
 * @param period as the key of a change has it
 */
export function timeSaid(period: string, round: string, language: Language): string {
  if (period === round) return '';
  const parsed = parsePeriod(period);
  if (parsed) return periodName(parsed, language);
  const vi = language === 'vi';
  if (period.startsWith(ASSIGNED)) {
    const year = period.slice(ASSIGNED.length);
    return vi ? `chỉ tiêu giao năm ${year}` : `assigned for ${year}`;
  }
  // A baseline has the year behind the sign for no period.
  const year = period.slice(NO_PERIOD.length);
  return vi ? `số gốc năm ${year}` : `baseline of ${year}`;
}

/** What an entry says, or a dash where there is none. */
export function entrySaid(entry: StoredEntry | null, language: Language): string {
  if (entry === null) return '–';
  if (entry.value === null) return figureText(entry);
  const word = entry.table === 'assignments' && assignedComparators.find((one) => one === entry.kind);
  return `${word ? comparatorSigns[comparatorOf(word)] : ''}${numberText(Number(entry.value), language)}`;
}

/**
 * Why something was changed. What the planner gives always names a decision or a source; where it is the one of
 * before and nothing else was written, that is said, as it is no reason for the change.
 */
export function reasonsSaid({ given, reasons }: LateCorrection, language: Language): string[] {
  if (given === undefined) return [...reasons];
  const none = language === 'vi' ? 'không ghi lý do' : 'no reason given';
  return [...(given.source === null ? [] : [given.source]), ...(reasons.length === 0 ? [none] : reasons)];
}
