import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assignment } from '../../../../core/planner/assignment/assignment.ts';
import { checkAssignments } from '../../../../core/planner/assignment/check.ts';
import type { KnownFigure } from '../../../../core/planner/known-figure.ts';
import type { Plan } from '../../../../core/plan/model.ts';
import { expectReadable } from '../../wording/readable.ts';
import { assignment, contextOf, figure, planWith, provinceWith } from './fixture.ts';

interface Data {
  difference?: number;
  total?: number;
  expected?: number;
  reason?: string;
  without?: string[];
  units?: string[];
  origin?: { kind: string; id: string };
}

function check(plan: Plan, rows: readonly Assignment[], figures: KnownFigure[] = []) {
  const findings = checkAssignments(rows, contextOf(plan, figures), { file: 'a.csv' });
  expectReadable(findings);
  // Random parts may lie out of line with one another, or beyond their sum: those have tests of their own.
  const ofSums = findings.filter(
    ({ code }) => !['assigned-out-of-line', 'assigned-beyond-whole'].includes(code),
  );
  return ofSums.map(({ code, severity, data }) => ({ code, severity, data: data as Data }));
}

/** The province's yearly count, and its parts: one or more for each district, adding up to it. */
const split = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 });

function rowsOf(values: readonly number[], changes: Partial<Assignment> = {}): Assignment[] {
  return values.map((value, at) => assignment({ unit: `VN12.${101 + at}`, value, ...changes }));
}

describe('counts', () => {
  it('that are split fully pass, whatever the split', () => {
    fc.assert(
      fc.property(split, (values) => {
        const total = values.reduce((sum, value) => sum + value, 0);
        const plan = planWith([`people flow equal ${total} 2021-2025`], provinceWith(values.length));
        expect(check(plan, rowsOf(values))).toEqual([]);
      }),
    );
  });

  it('that are altered anywhere are found with the right difference: less a warning, more a note', () => {
    const altered = fc.record({
      values: split,
      at: fc.nat({ max: 11 }),
      by: fc.integer({ min: -5000, max: 5000 }).filter((by) => by !== 0),
    });
    fc.assert(
      fc.property(altered, ({ values, at, by }) => {
        const total = values.reduce((sum, value) => sum + value, 0);
        const plan = planWith([`people flow equal ${total} 2021-2025`], provinceWith(values.length));
        const changed = values.map((value, index) => (index === at % values.length ? value + by : value));
        const [found, ...more] = check(plan, rowsOf(changed));
        expect(more).toEqual([]);
        expect(found?.severity).toBe(by < 0 ? 'warning' : 'note');
        expect(found?.data.difference).toBe(by);
        expect(found?.data.total).toBe(total + by);
        expect(found?.data.expected).toBe(total);
      }),
    );
  });

  it('with decimals add up without traces of binary fractions', () => {
    const plan = planWith(['income flow equal 0,3 2021-2025']);
    expect(check(plan, rowsOf([0.1, 0.2], { indicator: 'income' }))).toEqual([]);
  });

  it('name the units that have no value yet', () => {
    const plan = planWith(['people flow equal 100 2021-2025'], provinceWith(3));
    const [found] = check(plan, rowsOf([60, 30]));
    expect(found?.data).toMatchObject({ difference: -10, without: ['VN12.103'] });
  });

  it('are compared with what a decision assigned to the province rather than with the plan', () => {
    const plan = planWith(['people flow equal 100 2021-2025']);
    const province = assignment({ unit: 'VN12', value: 120, decision: '99/NQ-HĐND' });
    expect(check(plan, [...rowsOf([60, 60]), province])).toEqual([]);
    const [found] = check(plan, [...rowsOf([60, 40]), province]);
    expect(found?.data).toMatchObject({ difference: -20, origin: { kind: 'decision', id: '99/NQ-HĐND' } });
  });

  it('are judged as they stand at the end of the year', () => {
    const plan = planWith(['people flow equal 100 2021-2025']);
    const later = assignment({
      unit: 'VN12.101',
      value: 70,
      decision: '11/QĐ',
      validFrom: '2025-09-01',
      supersedes: '10/QĐ-UBND',
    });
    const [found] = check(plan, [...rowsOf([60, 40]), later]);
    expect(found).toMatchObject({ code: 'assigned-sum-beyond', data: { total: 110, difference: 10 } });
  });

  it.each([
    ['within a printed range', '5000..6000', [2500, 3000], null],
    ['below a printed range', '5000..6000', [2500, 2400], -100],
    ['above a printed range', '5000..6000', [3000, 3100], 100],
  ])('%s', (_, printed, values, difference) => {
    const plan = planWith([`people flow range ${printed} 2021-2025`]);
    expect(check(plan, rowsOf(values))[0]?.data.difference ?? null).toBe(difference);
  });

  it('that must not be exceeded are a warning when they are', () => {
    const plan = planWith(['people flow equal 500 2021-2025']);
    const cap = assignment({ unit: 'VN12', value: 100, comparator: 'atMost' });
    expect(check(plan, [...rowsOf([60, 41]), cap])).toMatchObject([
      { code: 'assigned-sum-behind', severity: 'warning', data: { difference: 1 } },
    ]);
    expect(check(plan, [...rowsOf([60, 39]), cap])).toMatchObject([
      { code: 'assigned-sum-beyond', severity: 'note', data: { difference: -1 } },
    ]);
  });

  it('near a value with "khoảng" are only noted', () => {
    const plan = planWith(['people flow about 1000 2021-2025']);
    expect(check(plan, rowsOf([500, 480]))).toMatchObject([{ severity: 'note', data: { difference: -20 } }]);
    expect(check(plan, rowsOf([500, 400]))).toMatchObject([{ severity: 'warning' }]);
  });

  it('without a value for the province in that year are noted as not checked', () => {
    const plan = planWith(['people level equal 100 2030']);
    expect(check(plan, rowsOf([1, 2]))).toMatchObject([
      { code: 'assigned-not-checked', severity: 'note', data: { reason: 'no-value-above' } },
    ]);
  });

  it('of a district are compared with those of its communes', () => {
    const [province, district] = provinceWith(1);
    if (!province || !district) throw new Error('The fixture has changed.');
    const commune = (at: number) => ({
      ...district,
      id: `VN12.10${at}1`,
      level: 'commune' as const,
      parent: district.id,
    });
    const plan = planWith(['people flow equal 100 2021-2025'], [province, district, commune(1), commune(2)]);
    const catalogue = contextOf(plan).catalogue;
    const people = catalogue.indicators.get('people');
    if (people) people.source.level = 'commune';
    const rows = [
      assignment({ unit: district.id, value: 100 }),
      assignment({ unit: 'VN12.1011', value: 60 }),
      assignment({ unit: 'VN12.1021', value: 35 }),
    ];
    const findings = checkAssignments(rows, { ...contextOf(plan), catalogue });
    expect(findings).toMatchObject([{ code: 'assigned-sum-behind', data: { difference: -5 } }]);
  });
});

describe('shares and rates', () => {
  const plan = planWith(['insured level equal 92 2025']);
  const insured = (...values: number[]) => rowsOf(values, { indicator: 'insured' });
  const people = [figure('VN12.101', 'population', 3000), figure('VN12.102', 'population', 1000)];

  it('have a mean weighted with their denominators', () => {
    // (3000 × 94 + 1000 × 86) / 4000 = 92; the plain mean would be 90.
    expect(check(plan, insured(94, 86), people)).toEqual([]);
    // (3000 × 90 + 1000 × 94) / 4000 = 91.
    expect(check(plan, insured(90, 94), people)).toMatchObject([
      { code: 'assigned-mean-behind', severity: 'warning', data: { total: 91, difference: -1 } },
    ]);
    // (3000 × 95 + 1000 × 93) / 4000 = 94.5.
    expect(check(plan, insured(95, 93), people)).toMatchObject([
      { code: 'assigned-mean-beyond', severity: 'note', data: { total: 94.5, difference: 2.5 } },
    ]);
  });

  it('are judged to the decimals they are given with', () => {
    const thirds = planWith(['insured level equal 93,3 2025']);
    // (3000 × 93.9 + 1000 × 91.6) / 4000 = 93.325, which is 93.3.
    expect(check(thirds, insured(93.9, 91.6), people)).toEqual([]);
  });

  it('take the latest denominators up to the year, the surest vintage first', () => {
    const figures: KnownFigure[] = [
      ...people,
      { ...figure('VN12.102', 'population', 9000), period: '2020' },
      { ...figure('VN12.102', 'population', 9000), period: '2026' },
      // Half a year is no weight of a yearly mean, however recent.
      { ...figure('VN12.102', 'population', 1), period: '2025-S1' },
      { ...figure('VN12.102', 'population', 9000), vintage: 'estimate' },
    ];
    expect(check(plan, insured(94, 86), figures)).toEqual([]);
  });

  it.each([
    ['no denominators', [], 'no-weights', ['VN12.101', 'VN12.102']],
    ['one unknown denominator', [figure('VN12.101', 'population', 1)], 'no-weights', ['VN12.102']],
    [
      'a denominator reported as not available',
      [figure('VN12.101', 'population', 1), figure('VN12.102', 'population', '...')],
      'no-weights',
      ['VN12.102'],
    ],
  ])('are not checked with %s, and a note says so', (_, figures, reason, units) => {
    expect(check(plan, insured(94, 86), figures)).toMatchObject([
      { code: 'assigned-not-checked', severity: 'note', data: { reason, units } },
    ]);
  });

  it('that are all alike, or all reach the value, need no weights', () => {
    expect(check(plan, insured(92, 92))).toEqual([]);
    expect(check(plan, insured(100, 100))).toMatchObject([
      { code: 'assigned-mean-beyond', data: { total: 100, difference: 8 } },
    ]);
    expect(check(plan, insured(90, 90))).toMatchObject([
      { code: 'assigned-mean-behind', data: { total: 90 } },
    ]);
    expect(check(plan, insured(92, 95))).toEqual([]);
    expect(check(plan, insured(92, 91))).toMatchObject([{ data: { reason: 'no-weights' } }]);
  });

  it('are not checked while a unit has no value', () => {
    expect(check(plan, insured(94), people)).toMatchObject([
      { data: { reason: 'units-without-value', units: ['VN12.102'] } },
    ]);
  });

  it('falling by points a year are compared by size', () => {
    const falling = planWith(['poverty change equal 3 2021-2025']);
    const households = [figure('VN12.101', 'households', 100), figure('VN12.102', 'households', 300)];
    const points = (...values: number[]) => rowsOf(values, { indicator: 'poverty' });
    // (100 × 6 + 300 × 2) / 400 = 3.
    expect(check(falling, points(6, 2), households)).toEqual([]);
    expect(check(falling, points(2, 2), households)).toMatchObject([
      { code: 'assigned-mean-behind', data: { total: 2, difference: -1 } },
    ]);
  });
});

describe('the rest', () => {
  it('weights growth in per cent with the count it grows from', () => {
    const plan = planWith(['people growth equal 7 2021-2025']);
    // 100 people +10 %, 300 people +6 %: 428 of 400, +7 %.
    const before = [figure('VN12.101', 'people', 100), figure('VN12.102', 'people', 300)];
    expect(check(plan, rowsOf([10, 6]), before)).toEqual([]);
    const thatYear = before.map((one) => ({ ...one, period: '2025' }));
    expect(check(plan, rowsOf([10, 6]), thatYear)).toMatchObject([{ data: { reason: 'no-weights' } }]);
  });

  it('says of what is not additive that it is not checked', () => {
    const plan = planWith(['hdi-group level equal 2 2025']);
    expect(check(plan, rowsOf([2, 2], { indicator: 'hdi-group' }))).toMatchObject([
      { severity: 'note', data: { reason: 'not-additive' } },
    ]);
  });

  it('does not compare where targets are given in different units', () => {
    const plan = planWith(['poverty change equal 3 2021-2025', 'poverty level equal 5 2025']);
    expect(check(plan, rowsOf([3, 3], { indicator: 'poverty' }))).toMatchObject([
      { data: { reason: 'kinds-differ' } },
    ]);
  });

  it('leaves a plan of another time alone', () => {
    const plan = planWith(['people flow equal 100 2021-2025']);
    expect(check(plan, rowsOf([10, 10], { year: 2020 }))).toMatchObject([
      { data: { reason: 'no-value-above' } },
    ]);
  });

  it('says nothing of a province alone', () => {
    const plan = planWith(['people flow equal 100 2021-2025']);
    expect(check(plan, [assignment({ unit: 'VN12', value: 1 })])).toEqual([]);
  });
});
