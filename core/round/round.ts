import {
  beforeInYear,
  inYear,
  lastMonth,
  parsePeriod,
  periodName,
  sinceStartOfYear,
  type Frequency,
  type Period,
} from '../period/period.ts';
import type { Vintage } from '../observation/vintage.ts';
import type { RoundRule, ShortRule } from './schema.ts';

/** One round: what it reports on, until when, by when, and how sure its figures are. */
export interface Round {
  /** SDMX period reported on: `2021`, `2021-S1`, `2021-Q3`. */
  period: string;
  frequency: Frequency;
  /** Year of the period. In a shorter round its column holds what the whole year is expected to come to. */
  year: number;
  /** ISO date from which figures count, where the regime's year does not begin on 1 January. */
  from?: string | undefined;
  /** ISO date up to which figures and assignments count. */
  cutOff: string;
  /** ISO date on which the report is due; null where no rule says. */
  due: string | null;
  /** How sure the period's own figures are. */
  vintage: Vintage;
  /** Figures that add up are asked for from the start of the year too. */
  cumulative?: true | undefined;
}

/**
 * The round of a period by the plan's rule for that frequency; without a rule the period is taken whole and
 * its figures as final.
 */
export function roundOf(period: Period, rules: readonly RoundRule[]): Round {
  const { text, frequency, year } = period;
  const rule = rules.find((one) => one.frequency === frequency);
  const round = { period: text, frequency, year };
  if (!rule) return { ...round, cutOff: lastDay(period), due: null, vintage: 'final' };
  if (rule.frequency !== 'year')
    return {
      ...round,
      ...datesOf(period, rule),
      vintage: rule.vintage,
      ...(rule.cumulative === true ? { cumulative: true } : {}),
    };
  const dueYear = rule.dueIn === 'same-year' ? year : year + 1;
  return {
    ...round,
    ...(rule.start === undefined ? {} : { from: `${year - 1}-${rule.start}` }),
    cutOff: `${year}-${rule.cutOff}`,
    due: `${dueYear}-${rule.due}`,
    vintage: rule.vintage,
  };
}

function datesOf(period: Period, rule: ShortRule): { cutOff: string; due: string } {
  const month = lastMonth(period);
  const isNext = rule.dueIn === 'next-month';
  const dueYear = isNext && month === 12 ? period.year + 1 : period.year;
  const dueMonth = isNext ? (month % 12) + 1 : month;
  return {
    cutOff: rule.cutOff === 'end' ? lastDay(period) : isoDate(period.year, month, rule.cutOff),
    due: isoDate(dueYear, dueMonth, rule.due),
  };
}

/** Periods end in March, June, September or December. */
function lastDay(period: Period): string {
  const month = lastMonth(period);
  return isoDate(period.year, month, month === 6 || month === 9 ? 30 : 31);
}

function isoDate(year: number, month: number, day: number): string {
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** The round's period taken apart. */
export function periodOf(round: Round): Period {
  const period = parsePeriod(round.period);
  if (!period) throw new Error(`"${round.period}" is no period.`);
  return period;
}

/** The round's period in words: "năm 2024", "6 tháng đầu năm 2024", "quý III năm 2024". */
export function roundName(round: Round): string {
  return periodName(periodOf(round));
}

/** The same period of the year before. */
export function periodBefore(round: Round): string {
  return inYear(periodOf(round), round.year - 1).text;
}

/**
 * Of a round that asks for sums from the start of the year: the period of the sum up to its end, and of the one up to
 * its begin, which it was added to. Null for other rounds, and where the period begins with the year: it is the sum.
 */
export function sumsSoFar(round: Round): { until: string; before: string } | null {
  if (round.cumulative !== true) return null;
  const period = periodOf(round);
  const before = beforeInYear(period);
  return before && { until: sinceStartOfYear(period).text, before: before.text };
}

/**
 * How sure the figures of a year or shorter period are in a round: its own by the rule, the year of a
 * shorter round is an estimate, what lies before is final.
 */
export function vintageIn(round: Round, period: number | string): Vintage {
  const text = String(period);
  if (text === round.period) return round.vintage;
  if (text === String(round.year)) return 'estimate';
  return text === sumsSoFar(round)?.until ? round.vintage : 'final';
}

/**
 * Whether figures of a period are the round's own: its period, the year a shorter one is part of, and the sum from the
 * start of the year where it is asked for.
 */
export function isOfRound(round: Round, period: number | string): boolean {
  return [round.period, String(round.year), sumsSoFar(round)?.until].includes(String(period));
}

/** Whether a workbook of the round can have a column for a period: years so far, its own, last year's. */
export function hasColumn(round: Round, period: string): boolean {
  const parsed = parsePeriod(period);
  if (parsed?.frequency === 'year') return parsed.year <= round.year;
  const sums = sumsSoFar(round);
  return [round.period, periodBefore(round), sums?.until, sums?.before].includes(period);
}

/** Until when figures count and when the report is due: "Số liệu từ 15/12/2025 đến 14/12/2026 – Hạn gửi 31/01/2027". */
export function datesLine({ from, cutOff, due }: Pick<Round, 'from' | 'cutOff' | 'due'>): string {
  const days = from === undefined ? 'tính đến' : `từ ${vietnameseDate(from)} đến`;
  const until = `Số liệu ${days} ${vietnameseDate(cutOff)}`;
  return due === null ? until : `${until} – Hạn gửi ${vietnameseDate(due)}`;
}

/** An ISO date as Vietnamese documents write it: 30/11/2012. */
export function vietnameseDate(iso: string): string {
  return iso.split('-').reverse().join('/');
}
