import type { Language } from '../../core/base/finding.ts';
import { endingWith, parsePeriod, periodSaid, sinceStartOfYear } from '../../core/period/period.ts';
import { CommandFailure } from '../failure.ts';
import type { StoredReturn } from '../../core/store/model.ts';
import type { Store } from '../store/store.ts';

/**
 * The round whose returns say a period: its own; where none of it is there, the shorter round ending with it whose
 * returns give the sum from the start of the year beside their figures. By what the returns say, so that it holds also
 * where the rule that asks for the sum is in the sender's workspace. A year is always a round of its own: shorter
 * rounds only say what it is expected to come to.
 * @param read all returns of the store, where somebody has them already
 */
export async function roundThatSays(
  store: Store,
  period: string,
  read?: readonly StoredReturn[],
): Promise<string> {
  const parsed = parsePeriod(period);
  if (parsed === null || parsed.frequency === 'year') return period;
  const shorter = (['quarter', 'half-year'] as const)
    .flatMap((frequency) => endingWith(parsed, frequency)?.text ?? [])
    .filter((text) => text !== period);
  const returns = read ?? (await store.returns({ rounds: [period, ...shorter] }));
  if (returns.some(({ round }) => round === period)) return period;
  for (const text of shorter) {
    const numbers = returns.filter(({ round }) => round === text).map(({ number }) => number);
    if (numbers.length === 0) continue;
    if ((await store.entries({ period, returns: numbers })).length > 0) return text;
  }
  return period;
}

/**
 * The sum from the start of the year that the returns of a round say beside their figures; undefined where they say
 * none, where the round begins with the year, and where the sum is a round of its own.
 */
export async function sumSaidIn(store: Store, round: string): Promise<string | undefined> {
  const period = parsePeriod(round);
  const sum = period && sinceStartOfYear(period);
  if (sum === null || sum.text === round || sum.frequency === 'year') return undefined;
  return (await roundThatSays(store, sum.text)) === round ? sum.text : undefined;
}

/**
 * For commands that deal with returns themselves: a sum is in no returns of its own.
 * @throws CommandFailure where returns of a shorter round say the period, naming that round
 */
export async function requireOwnRound(store: Store, period: string, language: Language): Promise<void> {
  const round = await roundThatSays(store, period);
  if (round === period) return;
  const is = sumSentence(period, round, language);
  throw new CommandFailure(
    language === 'vi' ? `${is}: hãy dùng --round ${round}.` : `${is}: use --round ${round}.`,
  );
}

/** Where a sum is said, without a full stop. */
export function sumSentence(period: string, round: string, language: Language): string {
  return language === 'vi'
    ? `Số ${periodSaid(period)} nằm trong báo cáo của kỳ ${periodSaid(round)}`
    : `Figures of the ${periodSaid(period, language)} are within the returns of the ${periodSaid(round, language)}`;
}

/** Where the sums are added up that the returns of a round say beside its figures. @param sum their period */
export function sumToAddText(sum: string, language: Language): string {
  return language === 'vi'
    ? `Tổng hợp này chỉ có số của riêng kỳ; số ${periodSaid(sum)} trong các báo cáo ấy cộng bằng: chitieu consolidate --round ${sum}.\n`
    : `These are figures of the round alone; those of the ${periodSaid(sum, language)} in the same returns are added up by: chitieu consolidate --round ${sum}.\n`;
}
