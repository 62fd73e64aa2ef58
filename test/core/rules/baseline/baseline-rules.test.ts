import { describe, expect, it } from 'vitest';
import type { BaselineContext } from '../../../../core/rules/baseline/baseline-rule.ts';
import { baselineRules } from '../../../../core/rules/baseline/rules/index.ts';
import type { Baseline } from '../../../../core/workbook/request.ts';
import { makeIndicator } from '../figure/figure-fixture.ts';

const share = makeIndicator({ measure: 'share', hard: [0, 100] });
const count = makeIndicator({ hard: [0, 1_000_000] });
const given: Baseline = { year: 2020, value: 24.31, source: 'QĐ 12/QĐ-UBND  ngày 5/1/2021' };

const plain: BaselineContext = {
  indicator: share,
  round: 2023,
  needed: [],
  isFraction: false,
  fractionFormula: null,
  given: null,
};

/** What is found, as `code cell`. */
function found(context: Partial<BaselineContext>, baseline: Partial<Baseline>): string[] {
  return baselineRules.flatMap((rule) =>
    rule
      .check({ ...plain, ...context }, { year: 2020, value: 24.31, source: null, ...baseline })
      .map(({ at }) => `${rule.code} ${at}`),
  );
}

describe('a baseline the indicator cannot have', () => {
  it.each<[string, Partial<BaselineContext>, Partial<Baseline>, string[]]>([
    ['a poverty rate of 139', {}, { value: 139 }, ['baseline-impossible value']],
    ['a negative count', { indicator: count }, { value: -3 }, ['baseline-impossible value']],
    ['half a household', { indicator: count }, { value: 12.5 }, ['baseline-impossible value']],
    ['a year after the round', {}, { year: 2024 }, ['baseline-impossible year']],
    ['a serial number for a year', {}, { year: 44_197 }, ['baseline-impossible year']],
    ['part of a year', {}, { year: 2020.5 }, ['baseline-impossible year']],
    ['both', {}, { value: 139, year: 1920 }, ['baseline-impossible value', 'baseline-impossible year']],
    ['a rate at its bound, in the year of the round', {}, { value: 100, year: 2023 }, []],
    ['nothing', {}, { value: null, year: null }, []],
  ])('%s', (_what, context, baseline, expected) => {
    expect(found(context, baseline)).toEqual(expected);
  });
});

describe('a baseline of a change a year', () => {
  const needed = [2020];
  it.each<[string, Partial<BaselineContext>, Partial<Baseline>, string[]]>([
    ['of the year needed', {}, {}, []],
    ['of another year', {}, { year: 2018 }, ['baseline-of-other-year year']],
    ['of a year that cannot be', {}, { year: 2044 }, ['baseline-impossible year']],
    ['of no year', {}, { year: null }, ['baseline-of-other-year year']],
    ['of one of two years', { needed: [2015, 2020] }, {}, []],
    ['a year alone', {}, { value: null, year: 2018 }, []],
    ['of another year, as the planner gave it', { given: { ...given, year: 2018 } }, { year: 2018 }, []],
    [
      'of another year than given, by the same source',
      { given },
      { year: 2018, source: given.source },
      ['baseline-changed year'],
    ],
    [
      'of another year by another source',
      { given },
      { year: 2018, source: 'QĐ 99/QĐ-UBND' },
      ['baseline-corrected year', 'baseline-of-other-year year'],
    ],
    ['of a level', { needed: [] }, { year: 2018 }, []],
  ])('%s', (_what, context, baseline, expected) => {
    expect(found({ needed, ...context }, baseline)).toEqual(expected);
  });
});

describe('a baseline that was filled in', () => {
  const source = 'QĐ 12/QĐ-UBND ngày 5/1/2021';
  it.each<[string, Partial<Baseline>, string[]]>([
    ['as it was', { source }, []],
    ['another value by the same source', { value: 21.3, source }, ['baseline-changed value']],
    ['another year by no source', { year: 2019 }, ['baseline-changed year']],
    ['cleared', { value: null, year: null, source }, ['baseline-changed value', 'baseline-changed year']],
    [
      'another value by another source',
      { value: 21.3, source: 'QĐ 99/QĐ-UBND' },
      ['baseline-corrected value'],
    ],
    [
      'another value, a source added',
      { value: 21.3, source: `${source}; QĐ 99/QĐ-UBND` },
      ['baseline-corrected value'],
    ],
    ['another year by another source', { year: 2019, source: 'QĐ 99/QĐ-UBND' }, ['baseline-corrected year']],
    ['another source alone', { source: 'QĐ 99/QĐ-UBND' }, []],
  ])('%s', (_what, baseline, expected) => {
    expect(found({ given }, baseline)).toEqual(expected);
  });

  it('a correction only informs, and names both values and both documents', () => {
    const rule = baselineRules.find(({ code }) => code === 'baseline-corrected');
    const context = { ...plain, given };
    const [said] = rule?.check(context, { year: 2020, value: 21.3, source: 'QĐ 99/QĐ-UBND' }) ?? [];
    expect(rule?.severity).toBe('note');
    expect(rule?.text.vi.message({ ...(said?.data as object), name: 'Tỷ lệ hộ nghèo' } as never)).toBe(
      'Số gốc của "Tỷ lệ hộ nghèo" ghi 21,3 % theo "QĐ 99/QĐ-UBND", thay cho số điền sẵn 24,31 % (nguồn: QĐ 12/QĐ-UBND  ngày 5/1/2021).',
    );
  });

  it('by a long source or one of several lines', () => {
    for (const long of ['Niên giám thống kê '.repeat(20), 'QĐ 12\nngày 5/1/2021']) {
      const context = { given: { ...given, source: long } };
      expect(found(context, { value: 21.3, source: long })).toEqual(['baseline-changed value']);
      expect(found(context, { value: 21.3, source: 'Báo cáo 7' })).toEqual(['baseline-corrected value']);
    }
  });
});
