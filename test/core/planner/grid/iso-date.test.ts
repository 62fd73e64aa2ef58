import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateEntered, isIsoDate } from '../../../../core/planner/grid/iso-date.ts';
import { serialOfIsoDate } from '../../../../formats/xlsx/iso-date.ts';

const DAY = 86_400_000;
const anyDay = fc
  .integer({ min: Date.UTC(2000, 0, 1) / DAY, max: Date.UTC(2099, 11, 31) / DAY })
  .map((days) => new Date(days * DAY).toISOString().slice(0, 10));

describe('dateEntered', () => {
  it('gives back the day of every serial number, in both date systems', () => {
    fc.assert(
      fc.property(anyDay, fc.boolean(), (iso, date1904) => {
        expect(dateEntered(serialOfIsoDate(iso, date1904) ?? Number.NaN, date1904)).toBe(iso);
      }),
    );
  });

  it.each([
    ['2025-02-28', '2025-02-28'],
    [' 5/3/2025 ', '2025-03-05'],
    ['31.12.2024', '2024-12-31'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2025', null],
    ['31/04/2025', null],
    ['2025', null],
    ['15/1/25', null],
    [45_000.5, '2023-03-15'],
    [45_000.999, '2023-03-15'],
    [12.5, null],
    [12, null],
    [2023, null],
    [36_525, null],
    ['31/12/1999', null],
    [Number.POSITIVE_INFINITY, null],
  ])('reads %j as %j', (content, expected) => {
    expect(dateEntered(content, false)).toBe(expected);
  });
});

describe('isIsoDate', () => {
  it('holds for days of the calendar only', () => {
    expect(['2024-02-29', '2000-01-01'].every(isIsoDate)).toBe(true);
    expect(['2025-02-29', '2025-13-01', '2025-00-10', '2025-1-1', '1999-12-31', ''].some(isIsoDate)).toBe(
      false,
    );
  });
});
