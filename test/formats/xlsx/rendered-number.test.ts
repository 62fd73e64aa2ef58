import { describe, expect, it } from 'vitest';
import { renderedOtherwise } from '../../../formats/xlsx/rendered-number.ts';

describe('what a format shows in place of a number', () => {
  it.each<[string, number, string]>([
    ['#,##0,', 18_926, '19'],
    ['0"000"', 18_926, '18926000'],
    ['0.0,,"triệu"', 18_926_000, '18.9triệu'],
    [';;;', 5, ''],
    ['"không có"', 5, 'không có'],
    ['0;0', -5, '5'],
    ['(0)', 5, '(5)'],
    ['[<1000]0;"0"', 5_000, '0'],
    ['[White]0', 5, ''],
    ['0"5"', 18, '185'],
    ['"1"0', 18, '118'],
    ['0.00E+00', 18_926, '1.89E+04'],
    ['0E+0', 8_442, '8E+3'],
    ['# ?/?', 91.54, '91 1/2'],
    ['0" nghìn"', 18_926, '18926 nghìn'],
    ['[$-42A]#,##0,', 18_926, '19'],
    ['0" 000"', 18, '18 000'],
    [String.raw`#\.##0,`, 57_300_000, '57.300'],
    [String.raw`0\.0`, 155, '15.5'],
  ])('%s of %d is %j', (code, value, shown) => {
    expect(renderedOtherwise(code, value)).toBe(shown);
  });

  it.each<[string, number]>([
    ['#,##0.0', 83.44],
    ['0', 0.834],
    ['0.00"%"', 83.4],
    [String.raw`0.00\%`, 83.4],
    ['"≥ "#,##0', 5_000],
    ['[Red][<100]0;[Blue]0', 50],
    ['0;(0)', -5],
    ['[=1]"Có";[=0]"Không";General', 1],
    ['[=1]"Có";[=0]"Không";General', 0],
    ['0.00E+00', 18_900],
    ['0.00E+00', 0.0121],
    ['#,##0" người"', 18_926],
    ['0.0" triệu đồng"', 19],
    ['[$-42A]#,##0', 1_105],
    ['[$-vi-VN]#,##0.00', 1_105.25],
    ['#,##0 [$₫-42A]', 1_105],
    ['# ##0', 1_105],
    [String.raw`#\.##0`, 57_300],
    [String.raw`#\.###\.##0`, 1_057_300],
    ['0"."000', 1_105],
    ['_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', 18_926],
    ['không đọc được[', 5],
    [`0${'"0"'.repeat(200)}`, 5],
  ])('%s shows %d itself, or nobody can tell', (code, value) => {
    expect(renderedOtherwise(code, value)).toBeNull();
  });
});
