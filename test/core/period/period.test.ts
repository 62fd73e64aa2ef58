import { describe, expect, it } from 'vitest';
import {
  inYear,
  isKnownIn,
  lastMonth,
  parsePeriod,
  periodName,
  periodTrouble,
  sdmxPeriod,
  shareOfYear,
} from '../../../core/period/period.ts';

describe('a period', () => {
  it.each([
    ['2024', 'year', 1, 'năm 2024', 12, 1],
    ['2024-LK9', 'nine-months', 1, '9 tháng năm 2024 (lũy kế)', 9, 0.75],
    ['2024-S1', 'half-year', 1, '6 tháng đầu năm 2024', 6, 0.5],
    ['2024-S2', 'half-year', 2, '6 tháng cuối năm 2024', 12, 0.5],
    ['2024-Q1', 'quarter', 1, 'quý I năm 2024', 3, 0.25],
    ['2024-Q3', 'quarter', 3, 'quý III năm 2024', 9, 0.25],
    ['2024-Q4', 'quarter', 4, 'quý IV năm 2024', 12, 0.25],
  ] as const)('%s is read, named and ends in its month', (text, frequency, part, name, month, share) => {
    const period = parsePeriod(text);
    if (!period) throw new Error(text);
    expect(period).toEqual({ text, year: 2024, frequency, part });
    expect(periodName(period)).toBe(name);
    expect(lastMonth(period)).toBe(month);
    expect(shareOfYear(period)).toBe(share);
    expect(inYear(period, 2023)).toEqual({ ...period, year: 2023, text: text.replace('2024', '2023') });
  });

  it.each([
    ['2024', '2024'],
    ['2024-S2', 'second half of 2024'],
    ['2024-Q3', 'third quarter of 2024'],
    ['2024-LK9', 'first nine months of 2024'],
  ])('%s is %s in English', (text, name) => {
    const period = parsePeriod(text);
    if (!period) throw new Error(text);
    expect(periodName(period, 'en')).toBe(name);
  });

  it.each(['', '24', '2024-S3', '2024-S0', '2024-Q5', '2024-06', '2024-s1', ' 2024', '2024-S1 ', '1899'])(
    '"%s" is none',
    (text) => {
      expect(parsePeriod(text)).toBeNull();
    },
  );

  it.each([
    ['2024', '2024'],
    ['2024-S1', '2024-S1'],
    ['2024-LK9', '2024-01-01/P9M'],
  ])('%s is %s in SDMX', (text, written) => {
    const period = parsePeriod(text);
    if (!period) throw new Error(text);
    expect(sdmxPeriod(period)).toBe(written);
  });

  it.each([
    ['2026-S1', '2026-S1 2026-Q1 2026-Q2 2025 2025-Q4', '2026 2026-Q3 2026-LK9 2026-S2 2027'],
    ['2026-Q4', '2026-S2 2026-LK9 2025', '2026 2027-Q1'],
    ['2026', '2026 2026-S1 2026-Q4 2025', '2027 2027-Q1'],
  ])('in %s returns of %s are known, of %s not yet', (text, known, later) => {
    const round = parsePeriod(text);
    const isKnown = (one: string) => {
      const reported = parsePeriod(one);
      return round !== null && reported !== null && isKnownIn(round, reported);
    };
    expect(known.split(' ').filter((one) => !isKnown(one))).toEqual([]);
    expect(later.split(' ').filter(isKnown)).toEqual([]);
  });

  it.each(['2026-M9', '2026-M09'])('%s is refused: it is September', (text) => {
    expect(parsePeriod(text)).toBeNull();
    expect(periodTrouble(text)?.vi).toBe(
      `"${text}" trong chuẩn SDMX là tháng 9, không phải 9 tháng. Chín tháng lũy kế từ đầu năm viết là 2026-LK9.`,
    );
  });

  it('what is no period is told what one looks like', () => {
    expect(periodTrouble('2026-LK9')).toBeNull();
    expect(periodTrouble('2026-H1')?.en).toContain('2025-LK9');
  });
});
