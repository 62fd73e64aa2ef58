import { CommandFailure } from './failure.ts';

/**
 * Refuses options that would be dropped without a word: what somebody wrote them for would not be done.
 * @param given by the option's name, as it is written; what is undefined was not given
 * @param needs what they go with, in Vietnamese and in English, to go on after "chỉ đi với" and "only with"
 * @throws CommandFailure that names the first of them
 */
export function refuseUnused(
  given: Readonly<Record<`--${string}`, unknown>>,
  needs: { vi: string; en: string },
): void {
  const [first] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (first === undefined) return;
  throw new CommandFailure(`${first} chỉ đi với ${needs.vi}. Chưa làm gì (only with ${needs.en}).`);
}
