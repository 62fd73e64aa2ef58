import { inYear, lastMonth, parsePeriod, type Frequency, type Period } from '../period/period.ts';

/** How many rounds of a length a year has; the first nine months are one. */
const A_YEAR: Record<Frequency, number> = { year: 1, 'nine-months': 1, 'half-year': 2, quarter: 4 };

/** The round that follows one of the same length. */
export function roundAfter(period: Period): Period {
  const { frequency, part, year } = period;
  if (part === A_YEAR[frequency]) return { ...inYear(period, year + 1), ...firstOf(period, year + 1) };
  const letter = frequency === 'quarter' ? 'Q' : 'S';
  return { ...period, part: part + 1, text: `${year}-${letter}${part + 1}` };
}

/** The first round of its length in a year. */
function firstOf({ frequency, text }: Period, year: number): Pick<Period, 'part' | 'text'> {
  const kind = text.slice(4).replace(/\d$/u, frequency === 'nine-months' ? '9' : '1');
  return { part: 1, text: `${year}${kind}` };
}

/**
 * The last of rounds: those that end last. Several where rounds of different lengths end on one day, a year and its
 * fourth quarter: which of them is meant nobody but the planner knows.
 */
export function lastRounds(rounds: Iterable<string>): Period[] {
  const periods = [...new Set(rounds)].flatMap((text) => parsePeriod(text) ?? []);
  const endOf = (period: Period) => period.year * 12 + lastMonth(period);
  const last = Math.max(...periods.map(endOf));
  return periods.filter((period) => endOf(period) === last);
}
