import { describe, expect, it } from 'vitest';
import { shownAsOf } from '../../../formats/xlsx/number-format.ts';

/** A format that the file defines itself. */
const OWN = 164;

describe('a format known by its number', () => {
  it('is a per cent, a day or time, or a plain number', () => {
    const ids = Array.from({ length: 82 }, (_, id) => id);
    expect(ids.filter((id) => shownAsOf(id, null) === 'percent')).toEqual([9, 10]);
    expect(ids.filter((id) => shownAsOf(id, null) === 'date')).toEqual([
      ...[14, 15, 16, 17, 18, 19, 20, 21, 22],
      ...[27, 28, 29, 30, 31, 32, 33, 34, 35, 36],
      ...[45, 46, 47],
      ...[50, 51, 52, 53, 54, 55, 56, 57, 58],
    ]);
  });

  it('is what its code says where the file has one', () => {
    expect(shownAsOf(14, '0.00')).toBeNull();
    expect(shownAsOf(4, '0.00%')).toBe('percent');
  });
});

describe('a code', () => {
  it.each([
    ['0%', 'percent'],
    ['0.00%', 'percent'],
    ['[Red]0.0%;[Blue]-0.0%', 'percent'],
    ['0.0 %', 'percent'],
    ['#,##0.0"x"%', 'percent'],
    ['dd/mm/yyyy', 'date'],
    ['[$-1010000]d/m/yyyy;@', 'date'],
    ['[$-42A]dd\\ mmmm\\ yyyy', 'date'],
    ['mm:ss', 'date'],
    ['[h]:mm', 'date'],
    ['[hh]', 'date'],
    ['[SS]', 'date'],
    ['h:mm AM/PM', 'date'],
    ['"ngày" D "tháng" M', 'date'],
    ['YYYY', 'date'],
  ] as const)('%s shows something else than the number', (code, shownAs) => {
    expect(shownAsOf(OWN, code)).toBe(shownAs);
  });

  it.each([
    'General',
    '0',
    '#,##0.00',
    '@',
    '',
    '0.00E+00',
    '# ?/?',
    '[=1]"Có";[=0]"Không";General',
    '0.0" điểm %/năm"',
    '#,##0.0\\ \\đ\\i\\ể\\m\\ \\%\\/\\n\\ă\\m',
    '0.0\\%',
    '+0.0;-0.0;0.0',
    '[Red]-0;[Color 3]0',
    '[$₫-42A] #,##0',
    '_-* #,##0\\ "₫"_-;\\-* #,##0\\ "₫"_-;_-* "-"??\\ "₫"_-;_-@_-',
    '0_d;0_%',
    '0*d',
    '0"chưa đóng %',
    '[DBNum1]0',
  ])('%s shows the number', (code) => {
    expect(shownAsOf(OWN, code)).toBeNull();
  });
});
