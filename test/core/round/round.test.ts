import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../core/period/period.ts';
import {
  hasColumn,
  periodBefore,
  roundName,
  roundOf,
  datesLine,
  vietnameseDate,
  vintageIn,
} from '../../../core/round/round.ts';
import { roundRuleSchema, roundsFileSchema, type RoundRule } from '../../../core/round/schema.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

const YEARLY = {
  plan: 'lai-chau-2012',
  frequency: 'year',
  cutOff: '11-15',
  due: '11-30',
  dueIn: 'same-year',
  vintage: 'estimate',
  basis: 'IV.9',
};
const HALF_YEARLY = {
  plan: 'lai-chau-2012',
  frequency: 'half-year',
  cutOff: 'end',
  due: '15',
  dueIn: 'next-month',
  vintage: 'preliminary',
  basis: 'Quy ước',
};
const rule = (change: Record<string, string> = {}) => roundRuleSchema.parse({ ...YEARLY, ...change });
const shortRule = (change: Record<string, string> = {}) =>
  roundRuleSchema.parse({ ...HALF_YEARLY, ...change });
const quarterly = shortRule({ frequency: 'quarter' });

function round(text: string, rules: readonly RoundRule[]) {
  const period = parsePeriod(text);
  if (!period) throw new Error(text);
  return roundOf(period, rules);
}

describe('a yearly round', () => {
  it('has cut-off, due day and vintage of its rule', () => {
    expect(round('2014', [shortRule(), rule(), quarterly])).toEqual({
      period: '2014',
      frequency: 'year',
      year: 2014,
      cutOff: '2014-11-15',
      due: '2014-11-30',
      vintage: 'estimate',
    });
    expect(round('2014', [rule({ cutOff: '12-31', due: '01-31', dueIn: 'next-year' })])).toMatchObject({
      cutOff: '2014-12-31',
      due: '2015-01-31',
    });
  });

  it('of a regime whose year runs from 15 December to 14 December says so', () => {
    const own = rule({ start: '12-15', cutOff: '12-14', due: '01-31', dueIn: 'next-year' });
    const found = round('2026', [own]);
    expect(found).toMatchObject({ from: '2025-12-15', cutOff: '2026-12-14', due: '2027-01-31' });
    expect(datesLine(found)).toBe('Số liệu từ 15/12/2025 đến 14/12/2026 – Hạn gửi 31/01/2027');
    expect(datesLine(round('2014', [rule()]))).toBe('Số liệu tính đến 15/11/2014 – Hạn gửi 30/11/2014');
  });

  it('without a rule takes the year whole and its figures as final', () => {
    expect(round('2014', [shortRule()])).toEqual({
      period: '2014',
      frequency: 'year',
      year: 2014,
      cutOff: '2014-12-31',
      due: null,
      vintage: 'final',
    });
  });

  it('takes the figures of earlier years as final', () => {
    expect([2013, 2014].map((year) => vintageIn(round('2014', [rule()]), year))).toEqual([
      'final',
      'estimate',
    ]);
  });
});

describe('a shorter round', () => {
  it.each([
    ['2014-S1', '2014-06-30', '2014-07-15'],
    ['2014-S2', '2014-12-31', '2015-01-15'],
    ['2014-Q1', '2014-03-31', '2014-04-15'],
    ['2014-Q3', '2014-09-30', '2014-10-15'],
    ['2014-Q4', '2014-12-31', '2015-01-15'],
  ])('%s is closed and due by the rule of its length', (text, cutOff, due) => {
    expect(round(text, [rule(), shortRule(), quarterly])).toMatchObject({
      period: text,
      year: 2014,
      cutOff,
      due,
      vintage: 'preliminary',
    });
  });

  it('may be closed and due within its last month', () => {
    const early = shortRule({ cutOff: '10', due: '20', dueIn: 'same-month', vintage: 'estimate' });
    expect(round('2014-S2', [early])).toMatchObject({ cutOff: '2014-12-10', due: '2014-12-20' });
    expect(round('2014-S1', [early])).toMatchObject({ cutOff: '2014-06-10', due: '2014-06-20' });
  });

  it('without a rule ends with its period', () => {
    expect(round('2014-Q2', [rule()])).toMatchObject({ cutOff: '2014-06-30', due: null, vintage: 'final' });
  });

  it('estimates its year, and compares with the same period of the year before', () => {
    const half = round('2014-S1', [rule({ vintage: 'final' }), shortRule()]);
    expect(periodBefore(half)).toBe('2013-S1');
    expect(['2014-S1', '2014', 2014, '2013', '2013-S1'].map((period) => vintageIn(half, period))).toEqual([
      'preliminary',
      'estimate',
      'estimate',
      'final',
      'final',
    ]);
    expect(roundName(half)).toBe('6 tháng đầu năm 2014');
    const periods = ['2012', '2014', '2015', '2014-S1', '2013-S1', '2014-S2', '2014-Q1', 'x'];
    expect(periods.filter((period) => hasColumn(half, period))).toEqual([
      '2012',
      '2014',
      '2014-S1',
      '2013-S1',
    ]);
  });
});

describe('the file of rounds', () => {
  it.each([['13-01'], ['11-32'], ['1130'], ['']])('refuses the day "%s"', (due) => {
    expect(roundRuleSchema.safeParse({ ...YEARLY, due }).success).toBe(false);
  });

  it.each([
    ['a month and a day', { due: '07-15' }],
    ['a day not all months have', { due: '31' }],
    ['another word for the end', { cutOff: 'last' }],
    ['the next year', { dueIn: 'next-year' }],
  ])('refuses %s for a half-year', (_what, change) => {
    expect(roundRuleSchema.safeParse({ ...HALF_YEARLY, ...change }).success).toBe(false);
  });

  it('has one rule per plan and frequency', () => {
    const parse = (...rounds: object[]) => roundsFileSchema.safeParse({ schema: '1', rounds }).success;
    expect(parse(YEARLY, HALF_YEARLY, { ...YEARLY, plan: 'lai-chau-2021' })).toBe(true);
    expect(parse(YEARLY, HALF_YEARLY, HALF_YEARLY)).toBe(false);
  });
});

it('writes dates as Vietnamese documents do', () => {
  expect(vietnameseDate('2012-11-30')).toBe('30/11/2012');
});

it('every plan of the seeds has its rules, and Lai Châu 2012 reports estimates before 30 November', async () => {
  const { plans } = await loadSeeds();
  for (const { roundRules } of plans) {
    expect(roundRules.map(({ frequency }) => frequency)).toEqual([
      'year',
      'nine-months',
      'half-year',
      'quarter',
    ]);
  }
  const laiChau = plans.find(({ file }) => file.id === 'lai-chau-2012')?.roundRules ?? [];
  expect(round('2012', laiChau)).toMatchObject({ due: '2012-11-30', vintage: 'estimate' });
});
