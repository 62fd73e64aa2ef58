import type { Vintage } from '../workbook/contract.ts';
import type { RoundRule } from './schema.ts';

/** One yearly round: what it reports on, until when, by when, and how sure its figures are. */
export interface Round {
  year: number;
  /** ISO date up to which figures and assignments count. */
  cutOff: string;
  /** ISO date on which the report is due; null where no rule says. */
  due: string | null;
  vintage: Vintage;
}

/** The round of a year by a plan's rule; without a rule the year is taken whole and its figures as final. */
export function roundOf(year: number, rule: RoundRule | null): Round {
  if (!rule) return { year, cutOff: `${year}-12-31`, due: null, vintage: 'final' };
  const dueYear = rule.dueIn === 'same-year' ? year : year + 1;
  return { year, cutOff: `${year}-${rule.cutOff}`, due: `${dueYear}-${rule.due}`, vintage: rule.vintage };
}

/** How sure a year's figures are in a round: its own by the rule, those of years before are final. */
export function vintageIn(round: Round, year: number): Vintage {
  return year === round.year ? round.vintage : 'final';
}

/** An ISO date as Vietnamese documents write it: 30/11/2012. */
export function vietnameseDate(iso: string): string {
  return iso.split('-').reverse().join('/');
}
