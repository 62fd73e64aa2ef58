/** Lengths of reporting periods, longest first. */
export const frequencies = ['year', 'half-year', 'quarter'] as const;
export type Frequency = (typeof frequencies)[number];

/** A reporting period in its SDMX form: `2021`, `2021-S1`, `2021-Q3`. */
export interface Period {
  text: string;
  year: number;
  frequency: Frequency;
  /** Which of the year's halves or quarters, from 1; 1 for a year. */
  part: number;
}

/** What a period looks like; for messages, the same in every language. */
export const PERIOD_EXAMPLES = '2025, 2025-S1, 2025-Q3';

const MONTHS = { year: 12, 'half-year': 6, quarter: 3 } as const;
const ORDINALS = ['first', 'second', 'third', 'fourth'] as const;
const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

/** Takes a period apart; null for any other text. */
export function parsePeriod(text: string): Period | null {
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

/** The last month of a period, 1 to 12. */
export function lastMonth({ frequency, part }: Period): number {
  return MONTHS[frequency] * part;
}

/** The part of its year that a period covers: 1, 0.5 or 0.25. */
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
    return `${ORDINALS[part - 1] ?? part} ${frequency === 'quarter' ? 'quarter' : 'half'} of ${year}`;
  }
  switch (frequency) {
    case 'year':
      return `năm ${year}`;
    case 'half-year':
      return `6 tháng ${part === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'quarter':
      return `quý ${QUARTERS[part - 1] ?? part} năm ${year}`;
  }
}
