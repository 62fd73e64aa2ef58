/** Lengths of reporting periods, longest first. */
export const frequencies = ['year', 'nine-months', 'half-year', 'quarter'] as const;
export type Frequency = (typeof frequencies)[number];

/**
 * A reporting period: `2021`, `2021-S1`, `2021-Q3` as SDMX writes them, and `2021-LK9`, the first nine months added up
 * (lũy kế), for which SDMX has a time range only.
 */
export interface Period {
  text: string;
  year: number;
  frequency: Frequency;
  /** Which of the year's halves or quarters, from 1; 1 for a year and for nine months. */
  part: number;
}

/** What a period looks like; for messages, the same in every language. */
export const PERIOD_EXAMPLES = '2025, 2025-S1, 2025-Q3, 2025-LK9';

const MONTHS = { year: 12, 'nine-months': 9, 'half-year': 6, quarter: 3 } as const;
const ORDINALS = ['first', 'second', 'third', 'fourth'] as const;
const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

/** Takes a period apart; null for any other text. */
export function parsePeriod(text: string): Period | null {
  const nine = /^((?:19|20)\d{2})-LK9$/u.exec(text)?.[1];
  if (nine !== undefined) return { text, year: Number(nine), frequency: 'nine-months', part: 1 };
  const match = /^((?:19|20)\d{2})(?:-(S[12]|Q[1-4]))?$/u.exec(text);
  if (!match?.[1]) return null;
  const year = Number(match[1]);
  const part = match[2];
  if (part === undefined) return { text, year, frequency: 'year', part: 1 };
  return {
    text,
    year,
    frequency: part.startsWith('S') ? 'half-year' : 'quarter',
    part: Number(part.slice(1)),
  };
}

/** Whether a period is a whole year. */
export function isYear(period: string): boolean {
  return parsePeriod(period)?.frequency === 'year';
}

/** The period of the same length and place in another year: 2021-S1 of 2020 is 2020-S1. */
export function inYear(period: Period, year: number): Period {
  return { ...period, year, text: period.text.replace(/^\d{4}/u, String(year)) };
}

/** A period as SDMX writes it; the nine months as a range of time, since `2026-M09` is September there. */
export function sdmxPeriod({ text, frequency, year }: Period): string {
  return frequency === 'nine-months' ? `${year}-01-01/P9M` : text;
}

/** What is wrong with a text that is meant to be a period, and what to write instead; null where it is one. */
export function periodTrouble(text: string): Record<'vi' | 'en', string> | null {
  if (parsePeriod(text) !== null) return null;
  return (
    septemberTrouble(text) ?? {
      vi: `"${text}" không phải một kỳ báo cáo; ví dụ ${PERIOD_EXAMPLES}.`,
      en: `"${text}" is no reporting period; for example ${PERIOD_EXAMPLES}.`,
    }
  );
}

/** Why nine months must not be written as SDMX writes September; null for any other text. */
export function septemberTrouble(text: string): Record<'vi' | 'en', string> | null {
  const month = /^((?:19|20)\d{2})-M0?9$/u.exec(text)?.[1];
  if (month === undefined) return null;
  return {
    vi: `"${text}" trong chuẩn SDMX là tháng 9, không phải 9 tháng. Chín tháng lũy kế từ đầu năm viết là ${month}-LK9.`,
    en: `"${text}" is September in SDMX, not nine months. The nine months from the start of the year are ${month}-LK9.`,
  };
}

/** The last month of a period, 1 to 12. */
export function lastMonth({ frequency, part }: Period): number {
  return MONTHS[frequency] * part;
}

/**
 * Whether what is reported in a round may be known in another: one that ends no later. A year comes after all the
 * shorter rounds of it, also the ones that end with it.
 */
export function isKnownIn(round: Period, reported: Period): boolean {
  if (reported.year !== round.year) return reported.year < round.year;
  if (round.frequency === 'year') return true;
  return reported.frequency !== 'year' && lastMonth(reported) <= lastMonth(round);
}

/**
 * The months from the start of the year to the end of a period, as a period: of the third quarter the nine months, of
 * the fourth the year. The period itself where it begins with the year.
 */
export function sinceStartOfYear(period: Period): Period {
  return firstMonths(period.year, lastMonth(period)) ?? period;
}

/** The months of the year before a period begins, as a period; null where it begins with the year. */
export function beforeInYear(period: Period): Period | null {
  return firstMonths(period.year, lastMonth(period) - MONTHS[period.frequency]);
}

/** The quarter or half that ends when a period ends; null for a half where it ends in the midst of one. */
export function endingWith(period: Period, frequency: 'quarter' | 'half-year'): Period | null {
  const part = lastMonth(period) / MONTHS[frequency];
  return Number.isInteger(part)
    ? parsePeriod(`${period.year}-${frequency === 'quarter' ? 'Q' : 'S'}${part}`)
    : null;
}

/** The first months of a year as a period; null for none. */
function firstMonths(year: number, months: number): Period | null {
  const texts: Record<number, string> = {
    3: `${year}-Q1`,
    6: `${year}-S1`,
    9: `${year}-LK9`,
    12: String(year),
  };
  return parsePeriod(texts[months] ?? '');
}

/** The part of its year that a period covers: 1, 0.75, 0.5 or 0.25. */
export function shareOfYear({ frequency }: Period): number {
  return MONTHS[frequency] / 12;
}

/**
 * A period as Vietnamese reports name it: "năm 2024", "6 tháng đầu năm 2024", "quý III năm 2024"; in English
 * "2024", "first half of 2024", "third quarter of 2024".
 */
export function periodName({ frequency, part, year }: Period, language: 'vi' | 'en' = 'vi'): string {
  if (language === 'en') {
    if (frequency === 'year') return String(year);
    if (frequency === 'nine-months') return `first nine months of ${year}`;
    return `${ORDINALS[part - 1] ?? part} ${frequency === 'quarter' ? 'quarter' : 'half'} of ${year}`;
  }
  switch (frequency) {
    case 'year':
      return `năm ${year}`;
    case 'nine-months':
      return `9 tháng năm ${year} (lũy kế)`;
    case 'half-year':
      return `6 tháng ${part === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'quarter':
      return `quý ${QUARTERS[part - 1] ?? part} năm ${year}`;
  }
}

/**
 * A period by its code as it stands in a sentence behind "kỳ" or "round": a year is its number, any other period as
 * {@link periodName}; what is no period stays as it is.
 */
export function periodSaid(text: string, language: 'vi' | 'en' = 'vi'): string {
  const period = parsePeriod(text);
  return period && period.frequency !== 'year' ? periodName(period, language) : text;
}
