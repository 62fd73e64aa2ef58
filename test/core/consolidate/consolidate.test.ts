import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Consolidation, GroupTotal } from '../../../core/consolidate/consolidate.ts';
import { add, exactOf, exactText } from '../../../core/consolidate/exact.ts';
import { sourcesOf } from '../../../core/consolidate/sources.ts';
import { entryKey } from '../../../core/store/entry.ts';
import { PLANNER } from '../../../core/store/given.ts';
import { standingOf } from '../../../core/store/standing.ts';
import { arrived, consolidated, laiChau, ROUND, type Sent } from './fixture.ts';
import { decision, entry } from '../store/fixture.ts';

const RATE = 'poverty-rate|_T';
const POOR = 'poor-households|_T';
const ALL_HOUSEHOLDS = 'households|_T';
const JOBS = 'new-jobs|_T';
const [A, B, C] = ['VN12.106', 'VN12.107', 'VN12.108'];

function total(found: Consolidation, column: string): GroupTotal {
  const one = found.totals.find((each) => each.group === '_T' && each.column === column);
  if (!one) throw new Error(`There is no total of ${column}.`);
  return one;
}

const parts = (poor: string, households: string) => ({ [POOR]: poor, [ALL_HOUSEHOLDS]: households });

describe('a total', () => {
  it('of a rate is numerators over denominators, never a mean', async () => {
    const found = await consolidated(
      arrived([
        { unit: A, figures: parts('10', '100') },
        { unit: B, figures: parts('90', '300') },
      ]),
    );
    expect(total(found, RATE)).toMatchObject({
      value: 25,
      parts: { numerator: '100', denominator: '400' },
      coverage: { entered: 2, of: 8 },
    });
  });

  it('takes "-" for 0 and keeps it visible, "..." for unknown, and leaves "x" out of both sides', async () => {
    const found = await consolidated(
      arrived([
        { unit: A, figures: { [JOBS]: '-', ...parts('-', '100') } },
        { unit: B, figures: { [JOBS]: '...', ...parts('...', '300') } },
        { unit: C, figures: { [JOBS]: 'x', ...parts('x', '700') } },
        { unit: 'VN12.109', figures: { [JOBS]: '7', ...parts('30', '300') } },
      ]),
    );
    expect(total(found, JOBS)).toMatchObject({ sum: '7', coverage: { entered: 2, of: 7 } });
    expect(found.cell(A, JOBS)).toMatchObject({ sign: '-', counts: true });
    expect(total(found, RATE)).toMatchObject({
      value: 7.5,
      parts: { numerator: '30', denominator: '400' },
      coverage: { entered: 2, of: 7 },
    });
  });

  it('has nothing to say where nobody has reported, which is not 0', async () => {
    const found = await consolidated(arrived([]));
    expect(total(found, JOBS)).toMatchObject({ sum: null, value: null, coverage: { entered: 0, of: 8 } });
    expect(total(found, RATE)).toMatchObject({ value: null, decided: null });
  });

  it('counts to-explain returns and says so; leaves out what is blocked, held back or in conflict', async () => {
    const is = (acceptance: 'to-explain' | 'blocked') => ({
      judged: { acceptance, errors: 0, warnings: 1, owed: 1, entered: 1 },
    });
    const sent: Sent[] = [
      { unit: A, figures: { [JOBS]: '1' }, said: is('to-explain') },
      { unit: B, figures: { [JOBS]: '10' }, said: is('blocked') },
      { unit: C, figures: { [JOBS]: '100' }, said: { state: 'held-back' } },
      { unit: 'VN12.109', figures: { [JOBS]: '1000' } },
      { unit: 'VN12.109', figures: { [JOBS]: '2000' }, said: { state: 'conflicting' } },
      { unit: 'VN12.110', figures: { [JOBS]: '10000' } },
    ];
    const store = arrived(sent);
    const found = await consolidated(store, { conflicting: [4, 5] });
    expect(total(found, JOBS)).toMatchObject({ sum: '10001', coverage: { entered: 2, of: 8 } });
    const left = sourcesOf(found, store.returns, standingOf([])).flatMap(({ cell }) =>
      cell.counts ? [] : [cell],
    );
    expect(left.map(({ unit, state }) => [unit, state])).toEqual([
      [B, 'blocked'],
      [C, 'held-back'],
      ['VN12.109', 'conflicting'],
    ]);
    expect(found.cell(A, JOBS).state).toBe('to-explain');
    const strict = await consolidated(store, { conflicting: [4, 5], acceptedOnly: true });
    expect(total(strict, JOBS)).toMatchObject({ sum: '10000', coverage: { entered: 1, of: 8 } });
    const accepted = decision(1, { kind: 'accept', return: 1 });
    const after = await consolidated(store, {
      conflicting: [4, 5],
      acceptedOnly: true,
      decisions: [accepted],
    });
    expect(total(after, JOBS).sum).toBe('10001');
  });

  it('counts what a later round with errors repeats, from the return that has been accepted', async () => {
    const later = {
      round: '2024',
      judged: { acceptance: 'blocked' as const, errors: 1, warnings: 0, owed: 1, entered: 1 },
    };
    const found = await consolidated(
      arrived([
        { unit: A, figures: { [JOBS]: '1' }, of: { vintage: 'preliminary' } },
        { unit: B, figures: { [JOBS]: '10' }, of: { vintage: 'preliminary' } },
        { unit: A, figures: { [JOBS]: '1' }, of: { vintage: 'final' }, said: later },
        { unit: B, figures: { [JOBS]: '11' }, of: { vintage: 'final' }, said: later },
      ]),
    );
    expect(total(found, JOBS)).toMatchObject({ sum: '1', coverage: { entered: 1, of: 8 } });
    expect(found.cell(A, JOBS)).toMatchObject({ state: 'accepted', counts: true, entry: { return: 1 } });
    expect(found.cell(B, JOBS)).toMatchObject({ state: 'blocked', counts: false });
  });

  it('of a group of units is that of its members', async () => {
    const found = await consolidated(
      arrived([
        { unit: 'VN12.105', figures: parts('1', '1000') },
        { unit: B, figures: parts('300', '1000') },
        { unit: C, figures: parts('100', '1000') },
      ]),
    );
    expect(total(found, 'poverty-rate|poor-districts')).toMatchObject({
      value: 20,
      coverage: { entered: 2, of: 6 },
    });
    expect(found.cell('VN12.105', 'poor-households|poor-districts').state).toBe('not-asked');
  });

  it('yields to the figure of the source of record, and stands beside it', async () => {
    const found = await consolidated(
      arrived([
        { unit: A, figures: parts('10', '100') },
        { unit: 'VN12', reporter: 'VN12.SLDTBXH', figures: { [RATE]: '12.5' } },
        { unit: 'VN12', reporter: 'VN12', figures: { [RATE]: '13' } },
      ]),
    );
    expect(total(found, RATE)).toMatchObject({
      value: 10,
      department: 'VN12.SLDTBXH',
      record: { figure: 12.5 },
      own: { figure: 13 },
      decided: { by: 'record', value: 12.5 },
    });
  });

  it('of a share is held against what the department comes to by its own parts', async () => {
    const found = await consolidated(
      arrived([
        { unit: A, figures: parts('10', '100') },
        { unit: 'VN12', reporter: 'VN12.SLDTBXH', figures: parts('120', '1000') },
      ]),
    );
    expect(total(found, RATE)).toMatchObject({ value: 10, decided: { by: 'record', value: 12 } });
    expect(total(found, ALL_HOUSEHOLDS)).toMatchObject({
      record: null,
      beside: [{ reporter: 'VN12.SLDTBXH', figure: 1000 }],
      // One unit of eight: shown with its coverage, and used for nothing.
      value: 100,
      decided: null,
    });
  });

  it('is none where figures do not add up: the source of record alone has it', async () => {
    const index = 'insurance-satisfaction-index|_T';
    const sent: Sent[] = [
      { unit: A, figures: { [index]: '80' } },
      { unit: B, figures: { [index]: '90' } },
      { unit: 'VN12', reporter: 'VN12', figures: { [index]: '85' } },
    ];
    expect(total(await consolidated(arrived(sent)), index)).toMatchObject({ value: null, decided: null });
    const published = { unit: 'VN12', reporter: 'VN12.BHXH', figures: { [index]: '82' } };
    expect(total(await consolidated(arrived([...sent, published])), index).decided).toEqual({
      by: 'record',
      value: 82,
    });
  });
});

describe('what the planner gave', () => {
  const given: Sent = { unit: A, reporter: PLANNER, figures: { [JOBS]: '5' }, said: { judged: null } };

  it('counts for a unit that has not sent it, and stands against nobody else', async () => {
    const sent = [given, { unit: B, figures: { [JOBS]: '7' } }];
    expect(total(await consolidated(arrived(sent)), JOBS)).toMatchObject({
      sum: '12',
      coverage: { entered: 2, of: 8 },
    });
    // Another unit's figure of the same file is in conflict.
    expect(total(await consolidated(arrived(sent), { conflicting: [1] }), JOBS).sum).toBe('12');
  });

  it('holds no more than what came back until somebody decides', async () => {
    const sent = [given, { unit: A, figures: { [JOBS]: '6' } }];
    expect(total(await consolidated(arrived(sent)), JOBS)).toMatchObject({ sum: null });
    const department = 'VN12.SLDTBXH';
    const ofProvince: Sent[] = [
      { ...given, unit: 'VN12' },
      { unit: 'VN12', reporter: department, figures: { [JOBS]: '6' } },
    ];
    const choice = decision(1, {
      return: 1,
      figure: entryKey(entry({ unit: 'VN12', indicator: 'new-jobs', reporter: department, period: ROUND })),
    });
    const found = await consolidated(arrived(ofProvince), { decisions: [choice] });
    expect(total(found, JOBS).decided).toEqual({ by: 'record', value: 5 });
  });
});

describe('consolidating', () => {
  const keys = [JOBS, POOR, ALL_HOUSEHOLDS, RATE];
  const text = fc.oneof(
    fc.constantFrom('-', '...', 'x'),
    fc.integer({ min: 0, max: 10_000 }).map((number) => String(number / 100)),
    // Digits that doubles, or the columns of ten-thousandths, would lose.
    fc.constantFrom('0.1', '0.2', '33.333333333333336', '99999999999.9999', '123456789012345.6'),
  );
  const figures = fc.dictionary(fc.constantFrom(...keys), text);
  const units = ['VN12.105', A, B, C, 'VN12.109', 'VN12.110', 'VN12.111', 'VN12.112'];
  const round = fc.tuple(...units.map(() => figures));
  const said = (found: Consolidation) =>
    found.totals
      .filter(({ column }) => keys.includes(column) || column.endsWith('poor-districts'))
      .map(({ column, sum, parts: both, value, coverage }) => ({ column, sum, both, value, coverage }));

  it('gives the same whatever order returns come in and however a unit splits its own', async () => {
    await laiChau();
    await fc.assert(
      fc.asyncProperty(
        round,
        fc.shuffledSubarray(units, { minLength: units.length }),
        fc.array(fc.constantFrom(...keys)),
        async (reported, order, apart) => {
          const whole = units.map((unit, at): Sent => ({ unit, figures: reported[at] ?? {} }));
          const split = order.flatMap((unit): Sent[] => {
            const own = Object.entries(reported[units.indexOf(unit)] ?? {});
            return [true, false].map((first) => ({
              unit,
              figures: Object.fromEntries(own.filter(([key]) => apart.includes(key) === first)),
            }));
          });
          expect(said(await consolidated(arrived(split)))).toEqual(said(await consolidated(arrived(whole))));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives for all units what groups of them come to together', async () => {
    await fc.assert(
      fc.asyncProperty(
        round,
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        async (reported, sides) => {
          const sent = units.map((unit, at): Sent => ({ unit, figures: reported[at] ?? {} }));
          const all = await consolidated(arrived(sent));
          const halves = [true, false].map((side) => sent.filter((_, at) => sides[at] === side));
          const [one, other] = await Promise.all(halves.map((half) => consolidated(arrived(half))));
          if (!one || !other) throw new Error('There are two halves.');
          const digits = (half: Consolidation) => {
            const { parts: both } = total(half, RATE);
            return [total(half, JOBS).sum, both?.numerator, both?.denominator];
          };
          const [left, right] = [digits(one), digits(other)];
          const together = left.map((digit, at) => {
            const some = [digit, right[at]].flatMap((each) => (each ? [exactOf(each)] : []));
            return some.length === 0 ? null : exactText(some.reduce(add));
          });
          // A share has no parts where its denominators come to nothing.
          expect(digits(all).map((digit) => digit ?? null)).toEqual(together);
          const entered = (found: Consolidation) => total(found, RATE).coverage.entered;
          expect(entered(all)).toBe(entered(one) + entered(other));
        },
      ),
      { numRuns: 25 },
    );
  });
});
