import { describe, expect, it } from 'vitest';
import { onScreen, screenText } from '../../../core/sheet/on-screen.ts';

const shown = (value: number, shownAs: 'percent' | 'date', date1904 = false) =>
  onScreen({ value, shownAs }, date1904);

describe('onScreen', () => {
  it('is how many per cent', () => {
    expect([0.45, 45, 0.07, -0.125, 0.333333333333333].map((value) => shown(value, 'percent'))).toEqual([
      45, 4500, 7, -12.5, 33.3333333333,
    ]);
  });

  it.each([
    [45_265, '05/12/2023'],
    [45_265.99, '05/12/2023'],
    [1, '01/01/1900'],
    [45, '14/02/1900'],
    // What programs show: the day there never was.
    [60, '29/02/1900'],
    [61, '01/03/1900'],
    [36_585, '29/02/2000'],
    [73_109, '28/02/2100'],
    [73_110, '01/03/2100'],
    [2_958_465, '31/12/9999'],
    [2_958_466, '####'],
    [1e300, '####'],
    [-1, '####'],
    [0, '00/01/1900'],
    [0.45, '10:48'],
    [0.5, '12:00'],
  ])('of %d in a date format is %s', (value, text) => {
    expect(shown(value, 'date')).toBe(text);
  });

  it('counts from 1904 where the workbook does', () => {
    expect(shown(43_803, 'date', true)).toBe('05/12/2023');
    expect(shown(0, 'date', true)).toBe('01/01/1904');
  });

  it('is nothing else than the number where a cell shows it: 0 % is 0', () => {
    expect(shown(0, 'percent')).toBeNull();
    expect(onScreen({ value: 45 }, false)).toBeNull();
    expect(onScreen({ value: 'x', shownAs: 'date' }, false)).toBeNull();
  });

  it('is written in the language of the reader', () => {
    expect([screenText(12.5, 'vi'), screenText(12.5, 'en'), screenText('05/12/2023', 'en')]).toEqual([
      '12,5%',
      '12.5%',
      '05/12/2023',
    ]);
  });
});
