import type { Language } from '../base/finding.ts';
import type { RegisterLine, UnitState } from './register.ts';
import { statesSaid, stateSaid } from './words.ts';

/** States in which not every figure of a unit is in the totals. */
const UNCOUNTED: ReadonlySet<UnitState> = new Set([
  'conflicting',
  'blocked',
  'held-back',
  'refused',
  'not-received',
]);

/** Units that are named in a state; `chitieu status` lists them all. */
const MOST_NAMED = 30;

/**
 * Units of a register that are in no total of its round, or not with all of their figures.
 * @param acceptedOnly what is still to be explained does not count either
 */
export function uncountedOf<Line extends Pick<RegisterLine, 'state'>>(
  lines: readonly Line[],
  acceptedOnly = false,
): Line[] {
  return lines.filter(({ state }) => UNCOUNTED.has(state) || (acceptedOnly && state === 'to-explain'));
}

/**
 * How many these are, and each by name under what it waits for: "2 đơn vị chưa được tính hoặc tính chưa đủ: 1 mâu thuẫn
 * (Huyện Mường Tè), 1 chưa nhận (Sở Xây dựng)". '' where every unit counts.
 */
export function uncountedSaid(
  lines: readonly Pick<RegisterLine, 'state' | 'missing' | 'name'>[],
  language: Language,
  acceptedOnly = false,
): string {
  const uncounted = uncountedOf(lines, acceptedOnly);
  if (uncounted.length === 0) return '';
  const states = statesSaid(uncounted, language).map(({ state, word, count }) => {
    const own = uncounted.filter((line) => line.state === state && stateSaid(line, language) === word);
    const rest = own.length - MOST_NAMED;
    const more = rest <= 0 ? '' : language === 'vi' ? ` và ${rest} đơn vị khác` : ` and ${rest} others`;
    const names = own.slice(0, MOST_NAMED).map(({ name }) => name);
    return `${count} ${word} (${names.join(', ')}${more})`;
  });
  const count = uncounted.length;
  const head =
    language === 'vi'
      ? `${count} đơn vị chưa được tính hoặc tính chưa đủ`
      : `${count} ${count === 1 ? 'unit does' : 'units do'} not count, or not in full`;
  return `${head}: ${states.join(', ')}`;
}
