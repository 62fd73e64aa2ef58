import { NO_PERIOD } from '../exchange/return-figures.ts';
import { numberText } from '../base/number-text.ts';
import type { Language } from '../base/finding.ts';
import { parsePeriod, periodName } from '../period/period.ts';
import { comparatorSigns } from '../plan/comparator.ts';
import { assignedComparators, comparatorOf } from '../planner/assignment/assignment.ts';
import type { ClosingDecision, LateCorrection } from '../store/closing.ts';
import { figureText } from '../store/entry.ts';
import { ACCEPTED } from '../store/accepted-figures.ts';
import type { CountedOtherwise } from '../store/counted-since.ts';
import { unitStateWords } from '../store/words.ts';
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

/** How many figures count otherwise than when the round was closed, and why; '' for none. Begins with a semicolon. */
export function countedOtherwiseSaid(
  { countedOtherwise }: { countedOtherwise: readonly CountedOtherwise[] },
  language: Language,
): string {
  const vi = language === 'vi';
  const gone = countedOtherwise.filter(({ after }) => !ACCEPTED.has(after));
  const come = countedOtherwise.length - gone.length;
  const states = [...new Set(gone.map(({ after }) => after))];
  const why = states
    .map(
      (state) => `${unitStateWords[state][language]}: ${gone.filter(({ after }) => after === state).length}`,
    )
    .join(', ');
  const ofReturns = vi ? 'cùng cả bản báo cáo có chúng' : 'with all of their returns';
  return [
    ...(gone.length === 0
      ? []
      : [
          vi
            ? `; ${gone.length} số lúc khóa có cộng nay không cộng, ${ofReturns} (${why})`
            : `; ${gone.length} that were added up then are not now, ${ofReturns} (${why})`,
        ]),
    ...(come === 0
      ? []
      : [
          vi
            ? `; ${come} số lúc khóa chưa cộng nay có cộng`
            : `; ${come} that were not added up then are now`,
        ]),
  ].join('');
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

/** What is to be known of a figure that stands now and is not added up, as words behind it; '' of one that is. */
export function uncountedSaid({ come }: Pick<LateCorrection, 'come'>, language: Language): string {
  if (come === undefined || ACCEPTED.has(come)) return '';
  return `${language === 'vi' ? 'chưa tính' : 'not counted'}: ${unitStateWords[come][language]}`;
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
