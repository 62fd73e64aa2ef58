import { describe, expect, it } from 'vitest';
import { roundOf, vietnameseDate, vintageIn } from '../../../core/round/round.ts';
import { roundRuleSchema } from '../../../core/round/schema.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

const rule = roundRuleSchema.parse({
  plan: 'lai-chau-2012',
  frequency: 'year',
  cutOff: '11-15',
  due: '11-30',
  dueIn: 'same-year',
  vintage: 'estimate',
  basis: 'IV.9',
});

describe('a round', () => {
  it('has cut-off, due day and vintage of its rule', () => {
    expect(roundOf(2014, rule)).toEqual({
      year: 2014,
      cutOff: '2014-11-15',
      due: '2014-11-30',
      vintage: 'estimate',
    });
    expect(roundOf(2014, { ...rule, cutOff: '12-31', due: '01-31', dueIn: 'next-year' })).toMatchObject({
      cutOff: '2014-12-31',
      due: '2015-01-31',
    });
  });

  it('without a rule takes the year whole and its figures as final', () => {
    expect(roundOf(2014, null)).toEqual({ year: 2014, cutOff: '2014-12-31', due: null, vintage: 'final' });
  });

  it('takes the figures of earlier years as final', () => {
    expect([2013, 2014].map((year) => vintageIn(roundOf(2014, rule), year))).toEqual(['final', 'estimate']);
  });

  it('writes dates as Vietnamese documents do', () => {
    expect(vietnameseDate('2012-11-30')).toBe('30/11/2012');
  });

  it.each([['13-01'], ['11-32'], ['1130'], ['']])('refuses the day "%s"', (day) => {
    expect(roundRuleSchema.safeParse({ ...rule, due: day }).success).toBe(false);
  });
});

it('every plan of the seeds has a rule, and Lai Châu 2012 reports estimates before 30 November', async () => {
  const { plans } = await loadSeeds();
  expect(plans.filter(({ roundRule }) => roundRule === null)).toEqual([]);
  const laiChau = plans.find(({ file }) => file.id === 'lai-chau-2012');
  expect(roundOf(2012, laiChau?.roundRule ?? null)).toMatchObject({ due: '2012-11-30', vintage: 'estimate' });
});
