import { kinds } from '../../../../core/target/kinds/index.ts';
import type { RawCell } from '../../../../core/rules/figure/cell.ts';
import type { PrintedValue } from '../../../../core/rules/figure/printed.ts';
import type { FigureContext } from '../../../../core/rules/figure/surroundings.ts';
import type { Outcome } from '../../../../core/rules/rule.ts';
import { makeContext, makeIndicator, type IndicatorShape, type ValuesShape } from './figure-fixture.ts';

/** What one rule says of one figure, worked by hand. */
export interface FigureCase {
  name: string;
  context: FigureContext;
  values: ValuesShape;
  outcome: Outcome;
}

const PASSED = 'passed';
const FAILED = 'failed';
const UNKNOWN = 'not-evaluable';

const share = { measure: 'share', hard: [0, 100] } as const;
const count = { hard: [0, 1_000_000] } as const;

/** Cases of a rule that differ in the figure alone. */
function figures(
  context: FigureContext,
  cells: Partial<Record<Outcome, readonly RawCell[]>>,
  around: ValuesShape = {},
): FigureCase[] {
  const outcomes: readonly Outcome[] = [PASSED, FAILED, UNKNOWN];
  return outcomes.flatMap((outcome) =>
    (cells[outcome] ?? []).map((figure) => ({
      name: `${context.indicator.measure} ${JSON.stringify(figure)} beside ${JSON.stringify(around)}`,
      context,
      values: { ...around, figure },
      outcome,
    })),
  );
}

const context = (shape: IndicatorShape = count, more: Parameters<typeof makeContext>[1] = {}) =>
  makeContext(shape, more);
const whole = [{ vi: 'Tổng thể', en: 'Whole' }];
const printed = (value: number, of: PrintedValue['of'] = 'standing'): PrintedValue => ({
  low: value,
  high: value,
  of,
  years: 1,
  sharedBy: 1,
});

const overBlank = [
  { closeness: 'size', isCounted: false, between: [] },
  { closeness: 'size', isCounted: false, between: [0] },
] as const;
const few = [{ closeness: 'size', isCounted: true, between: [] }] as const;
const parts = [{ indicator: makeIndicator(share), isPart: true, printed: [] }];
const pharmacists = { indicator: makeIndicator({ measure: 'rate', unit: 'dược sĩ/vạn dân' }), isPart: false };

/** Eight counts that all are twice what they were. */
const ids = new Set(['tested|_T|2024']);
const twice = { median: Math.LN2, of: 8, near: ids, shared: ids, apart: new Set<string>(), isMultiple: true };
const SHARES = { isShared: true, isFirst: true, isApart: false };
/** Nine figures, eight of which show something. */
const shown = { figures: 8, of: 9, ids, isCommon: true };
const causes = (by: { isShared: boolean; isFirst: boolean }) => {
  const cause = { ...by, together: shown };
  return { standing: cause, asFractions: cause };
};
/** What a rule over most of a form says of a figure that shares it, and of one that does not. */
const sharedOrNot = (
  of: FigureContext,
  figure: number,
  around: (by: { isShared: boolean; isFirst: boolean }) => ValuesShape,
): FigureCase[] =>
  [true, false].flatMap((isShared) =>
    figures(of, { [isShared ? FAILED : PASSED]: [figure] }, around({ isShared, isFirst: isShared })),
  );

/** Worked cases by code: passing, failing, not evaluable, and both sides of every threshold. */
export const figureCases: Record<string, FigureCase[]> = {
  'figure-missing': [
    ...figures(context(), {
      passed: [0, 12, '-', '...', 'x', 'abc', { error: '#N/A' }],
      failed: [null, '', '  '],
    }),
    ...figures(context(share), { passed: [null] }, { numerator: 3, denominator: 9 }),
    ...figures(context(share), { failed: [null], passed: [33.3, '...'] }, { numerator: 3 }),
    ...figures(context(share), { failed: [null] }, { denominator: 9 }),
    ...figures(context(share), { passed: [null] }, { numerator: '...', denominator: 9 }),
    ...figures(context(share), { failed: [null] }, { numerator: '-' }),
    // The part that cannot be read is not missing.
    ...figures(context(share), { 'not-evaluable': [null] }, { numerator: '1.234', denominator: 9_000 }),
    // Half a year, in which the denominator is not counted.
    ...figures(
      context(share, { parts: { numerator: true, denominator: false } }),
      { 'not-evaluable': [null] },
      { numerator: 3 },
    ),
  ],
  'figure-number-as-text': figures(context(), {
    failed: ['12,5', '1.234', '12 345', '12\u00a0345', '-5', '5 %', '1,2,3', '12\n'],
    passed: [12, '-', '...', 'x'],
    'not-evaluable': [null, '', 'abc', '5-6', '5 nghìn', '%', true, { error: '#N/A' }],
  }),
  'figure-not-a-number': figures(context(), {
    failed: ['abc', 'khoảng 300', '5-6', 'xx', true, false, { error: '#DIV/0!' }],
    passed: [0, -5, '-', ' ... ', '…', 'X'],
    'not-evaluable': [null, '', '   '],
  }),
  'figure-impossible': [
    ...figures(context(share), {
      failed: [-0.000001, 100.000001, 112.5],
      passed: [0, 100, 45, 100.0000001],
      'not-evaluable': [null, '-', '112,5', true],
    }),
  ],
  'figure-not-whole': [
    ...figures(context(), {
      failed: [12.345, 0.5],
      passed: [0, 12, 12.0000001],
      'not-evaluable': ['12,5', null],
    }),
    ...figures(context({ measure: 'yes-no' }), { failed: [0.5], passed: [1] }),
  ],
  'figure-counts-multiplied': [
    ...figures(context(), { 'not-evaluable': [240] }),
    ...sharedOrNot(context(), 240, (by) => ({ multiple: { ...by, isApart: false, together: twice } })),
  ],
  'figure-apart-from-multiple': [
    ...figures(context(), { 'not-evaluable': [240] }),
    ...figures(context(), { passed: [240] }, { multiple: { ...SHARES, together: twice } }),
    ...figures(
      context(),
      { failed: [240] },
      { multiple: { ...SHARES, isShared: false, isApart: true, together: twice } },
    ),
  ],
  'figure-form-unchanged': [
    ...figures(context(), { 'not-evaluable': [4_213] }),
    ...sharedOrNot(context(), 4_213, (by) => ({ previous: 4_213, causes: causes(by) })),
  ],
  'figure-shares-as-fractions': [
    ...figures(context(share), { 'not-evaluable': [0.834] }),
    ...sharedOrNot(context(share), 0.834, (by) => ({ causes: causes(by) })),
  ],
  'figure-below-its-part': [
    ...figures(
      context(count, { portions: [...whole, ...whole] }),
      { passed: [9_500, 250, 1_000], failed: [249, 0], 'not-evaluable': [null, '-', '250'] },
      { portions: ['...', 1_250] },
    ),
    ...figures(context(count, { portions: whole }), { 'not-evaluable': [12] }, { portions: [null] }),
    // What stands about where it stood last year is not the one that slipped.
    ...figures(
      context(count, { portions: whole }),
      { failed: [219], 'not-evaluable': [220, 460] },
      { portions: [4_520], previous: 440 },
    ),
    ...figures(context(count, { portions: whole }), { failed: [460] }, { portions: [4_520], previous: 0 }),
    ...figures(
      context(count, { portions: whole }),
      { failed: [460] },
      { portions: [4_520], previous: '...' },
    ),
  ],
  'figure-numerator-above-denominator': figures(
    context(count, { denominators: whole, shares: parts }),
    { passed: [9_500, 0, '-'], failed: [9_501], 'not-evaluable': [null, '...', '9501'] },
    { denominators: [9_500] },
  ).concat(
    figures(
      context(count, { denominators: whole, shares: parts }),
      { 'not-evaluable': [12] },
      { denominators: ['x'] },
    ),
    // Something of nothing.
    figures(
      context(count, { denominators: whole, shares: parts }),
      { failed: [12], passed: [0] },
      { denominators: ['-'] },
    ),
  ),
  'figure-part-above-whole': figures(
    context(count, { wholes: [...whole, ...whole] }),
    { passed: [800, '-'], failed: [801, 5_000], 'not-evaluable': ['x', null] },
    { wholes: [9_500, 800] },
  ).concat(
    figures(
      context(count, { wholes: [...whole, ...whole] }),
      { passed: [9_500], failed: [9_501] },
      { wholes: [9_500, '...'] },
    ),
  ),
  'figure-unit-slip': [
    ...figures(
      context(share),
      {
        failed: [0.45, 0.36, 0.35, 0.57, 4.5, 5.625],
        passed: [45, 2, 5.7, 20, 99],
        'not-evaluable': [0, null, '0,45', -0.45],
      },
      { previous: 45 },
    ),
    ...figures(
      context(),
      { failed: [45, 45_000_000, 450], passed: [45_120, 30_000, 2_000] },
      { previous: 45_120 },
    ),
    // Too small to tell.
    ...figures(context(), { 'not-evaluable': [30, 49], failed: [50] }, { previous: 5 }),
    ...figures(context(share), { 'not-evaluable': [0.09] }, { previous: 0.9 }),
    // Baseline, then plan; a reference of 0 is none.
    ...figures(context(share), { failed: [0.45] }, { previous: 0, baseline: 45, plan: 4 }),
    ...figures(context(share), { failed: [0.45] }, { previous: '...', plan: 45 }),
    // A tenth and tenfold of what the plan asks for may be true; of the period before they are not.
    ...figures(
      context({ measure: 'rate', unit: '‰' }),
      { passed: [1], failed: [10, 100], 'not-evaluable': [0.1] },
      { plan: 0.1 },
    ),
    ...figures(context({ measure: 'rate', unit: '‰' }), { failed: [1] }, { previous: 0.1 }),
    ...figures(context(share), { passed: [4.5], failed: [0.45] }, { plan: 45 }),
    ...figures(context(share), { 'not-evaluable': [0.45] }, {}),
    // A reference that is not plausible itself cannot tell who slipped.
    ...figures(context({ ...share, plausible: [0, 30] }), { 'not-evaluable': [0.45] }, { previous: 45 }),
  ],
  'figure-far-from-plan': [
    // 83,4 % typed into a share whose plan speaks of 86 %.
    ...figures(context(share, { printed: [printed(86)] }), {
      failed: [0.834, 1, 14.3],
      passed: [14.4, 40, 100, 0],
      'not-evaluable': [null, '0,834'],
    }),
    // Somebody said before how large it is.
    ...figures(context(share, { printed: [printed(86)] }), { 'not-evaluable': [0.834] }, { previous: 1.2 }),
    ...figures(context(share, { printed: [printed(86)] }), { 'not-evaluable': [0.834] }, { baseline: 2 }),
    ...figures(context(share, { printed: [printed(86)] }), { failed: [0.834] }, { previous: '...' }),
    // 83,4 % of which a place is missing, and where the plan asks for two of three; of what is to fall little may be left.
    ...figures(context(share, { printed: [printed(80)] }), { failed: [8.34, 13.3], passed: [13.4] }),
    ...figures(context(share, { printed: [printed(65)] }), { passed: [8.13], failed: [6.51, 8.12, 1] }),
    ...figures(context({ ...share, direction: 'down' }, { printed: [printed(90)] }), { passed: [8.34] }),
    // Small shares may be small, but not by a factor of 15 or 12.
    ...figures(context(share, { printed: [printed(3)] }), { failed: [0.2, 37], passed: [0.21, 36] }),
    // A share that falls by three points a year has one point left; one that falls by a half, a quarter.
    ...figures(context(share, { printed: [printed(3, 'change')] }), { failed: [0.24, 1], passed: [1.1] }),
    ...figures(context(share, { printed: [printed(0.5, 'change')] }), { failed: [0.25], passed: [0.26] }),
    ...figures(context(count, { printed: [printed(8_500, 'year')] }), {
      failed: [566, 102_001],
      passed: [567, 102_000],
    }),
    // A district has a part of what its province wants.
    ...figures(context(count, { printed: [{ ...printed(8_500, 'year'), sharedBy: 10 }] }), {
      failed: [56, 8_501],
      passed: [57, 8_500],
    }),
    // A count is held against the share it is divided for.
    ...figures(
      context(count, {
        denominators: whole,
        shares: [{ indicator: makeIndicator(share), isPart: true, printed: [printed(98)] }],
      }),
      { failed: [45, 1_633], passed: [1_634, 9_000], 'not-evaluable': [null] },
      { denominators: [10_000] },
    ),
    ...figures(
      context(count, {
        denominators: whole,
        shares: [{ indicator: makeIndicator(share), isPart: true, printed: [printed(98)] }],
      }),
      { passed: [45] },
      { denominators: ['...'] },
    ),
    // Pharmacists to 10 000 people may be few or many, by a factor of some ten.
    ...figures(
      context(count, { denominators: whole, shares: [{ ...pharmacists, printed: [printed(1.5)] }] }),
      { failed: [181], passed: [1, 2, 180] },
      { denominators: [100_000] },
    ),
    // Of 15 that a unit is to have one or two may well be all; of 60 they are not.
    ...figures(
      context(count, { denominators: whole, shares: [{ ...pharmacists, printed: [printed(1.5)] }] }),
      { failed: [4, 721], passed: [5, 720] },
      { denominators: [400_000] },
    ),
    // Ten times of next to nothing is still a few.
    ...figures(
      context(count, { denominators: whole, shares: [{ ...pharmacists, printed: [printed(1.5)] }] }),
      { failed: [51], passed: [1, 10, 50] },
      { denominators: [1_000] },
    ),
    ...figures(context(count, { printed: [{ ...printed(1_500, 'period'), years: 7 }] }), {
      failed: [14, 1_501],
      passed: [15, 1_500],
    }),
  ],
  'figure-given-changed': [
    ...figures(context(count, { given: { figure: 2_934, source: 'QĐ 12' } }), {
      failed: [3_600, 2_935, null, '-', '2934', true],
      passed: [2_934],
    }),
    ...figures(
      context(count, { given: { figure: 2_934, source: null } }),
      { passed: [3_600] },
      { reason: 'số chính thức' },
    ),
    ...figures(context(count, { given: { figure: '-', source: null } }), {
      failed: [0, 'x', null],
      passed: ['-', ' - '],
    }),
  ],
  'figure-given-corrected': [
    ...figures(
      context(count, { given: { figure: 2_934, source: 'QĐ 12' } }),
      { failed: [3_600, null], passed: [2_934] },
      { reason: 'số chính thức' },
    ),
    ...figures(context(count, { given: { figure: 2_934, source: null } }), { passed: [3_600] }),
  ],
  'figure-out-of-proportion': [
    // 50 000 people have some 9 000 to 20 000 households.
    ...figures(
      context({ ...count, perThousand: [180, 400] }),
      { failed: [120, 2_249, 80_001], passed: [0, 2_250, 12_000, 80_000], 'not-evaluable': [null, '12'] },
      { people: 50_000 },
    ),
    ...figures(
      context({ ...count, perThousand: [180, 400] }),
      { 'not-evaluable': [120] },
      { people: 50_000, previous: 130 },
    ),
    // Communes differ more than districts; a ward may have a hamlet at the border, and a commune is one.
    ...figures(
      context({ ...count, perThousand: [1_000, 1_000] }, { level: 'commune' }),
      { failed: [2_400, 91_000], passed: [2_510, 65_000, 90_000] },
      { people: 15_000 },
    ),
    ...figures(
      context({ ...count, perThousand: [20, 1_000], partOf: 'tested-whole' }, { level: 'commune' }),
      { failed: [81_000], passed: [3, 120, 40_000] },
      { people: 40_000 },
    ),
    ...figures(
      context({ ...count, perThousand: [20, 1_000], partOf: 'tested-whole' }),
      { failed: [120], passed: [400] },
      { people: 40_000 },
    ),
    ...figures(
      context({ ...count, unit: 'xã', perThousand: [0.04, 0.8] }, { level: 'commune' }),
      { failed: [2, 100], passed: [0, 1] },
      { people: 15_000 },
    ),
    // Whoever lives there.
    ...figures(context({ ...count, unit: 'xã', perThousand: [0.04, 0.8] }, { level: 'commune' }), {
      failed: [100],
      passed: [1],
    }),
    // A ward with a hospital has the nurses of those around, a commune beside it one; thousands nobody has.
    ...figures(
      context({ ...count, perThousand: [0.15, 6], concentrated: 'yes' }, { level: 'commune' }),
      { failed: [2_000], passed: [0, 1, 244, 900] },
      { people: 20_000 },
    ),
    ...figures(
      context({ ...count, perThousand: [0.15, 6], concentrated: 'yes' }),
      { failed: [7, 2_401], passed: [8, 1_000, 2_400] },
      { people: 100_000 },
    ),
    // A group may be small.
    ...figures(
      context(
        { ...count, perThousand: [180, 400] },
        { stratum: { id: 'g', name: { vi: 'Nhóm', en: 'Group' }, covers: 'part' } },
      ),
      { failed: [80_001, 281], passed: [282] },
      { people: 50_000 },
    ),
  ],
  'figure-neighbours-exchanged': [
    ...figures(
      context(share, { neighbours: whole }),
      { failed: [91.5, 75], passed: [62.5, 66, 68], 'not-evaluable': [null, '...'] },
      { previous: 62, neighbours: [{ figure: 62.4, previous: 91 }] },
    ),
    // One that fell and one that rose are not each other's by that alone; those that come to within a tenth are.
    ...figures(
      context(count, { neighbours: whole }),
      { passed: [840], failed: [1_010] },
      { previous: 1_120, neighbours: [{ figure: 1_290, previous: 1_005 }] },
    ),
    ...figures(
      context(count, { neighbours: whole }),
      { failed: [995] },
      { previous: 1_120, neighbours: [{ figure: 1_130, previous: 1_005 }] },
    ),
    ...figures(
      context(share, { neighbours: whole }),
      { 'not-evaluable': [91.5] },
      { previous: 62, neighbours: [{ figure: 62.4, previous: null }] },
    ),
    // What a year brings anew moves that much by itself.
    ...figures(
      context(count, { neighbours: whole, kinds: [kinds.flow] }),
      { passed: [1_055] },
      { previous: 1_000, neighbours: [{ figure: 1_000, previous: 1_055 }] },
    ),
    // In a first cycle by the baseline.
    ...figures(
      context(share, { neighbours: whole }),
      { failed: [91.5], passed: [62.5, 66] },
      { baseline: 62, neighbours: [{ figure: 62.4, baseline: 91, expected: 91 }] },
    ),
    // By what the plan prints alone they have to be clearly apart: 85 and 60 asked for, 75 and 83 may well be true, as may 62 and 70.
    ...figures(
      context(share, { neighbours: whole, printed: [printed(85)] }),
      { failed: [58, 70], passed: [75, 80] },
      { neighbours: [{ figure: 83, expected: 60 }] },
    ),
    ...figures(
      context(share, { neighbours: whole, printed: [printed(85)] }),
      { passed: [62] },
      { neighbours: [{ figure: 70, expected: 60 }] },
    ),
    // Shares of nearly everybody may be told apart sooner.
    ...figures(
      context(share, {
        neighbours: whole,
        neighbourRows: [{ closeness: 'nearWhole', isCounted: false, between: [] }],
        printed: [printed(99)],
      }),
      { failed: [81], passed: [95] },
      { neighbours: [{ figure: 97, expected: 80 }] },
    ),
    // 103 000 workers beside 290 000 households of 455 000 people; the other way round nothing is said.
    ...figures(
      context({ ...count, perThousand: [400, 700] }, { neighbours: whole, kinds: [] }),
      { failed: [103_000], passed: [250_000] },
      { people: 455_000, neighbours: [{ figure: 290_000, expected: 122_000 }] },
    ),
    // 9 000 births beside a labour force of 40 000: both are half what is expected, their ratio is turned round.
    ...figures(
      context(
        { ...count, perThousand: [10, 600] },
        {
          neighbours: whole,
          kinds: [],
          neighbourRows: [{ closeness: 'hardly', isCounted: true, between: [] }],
        },
      ),
      { failed: [9_000], passed: [30_000, 80_000] },
      { people: 1_000_000, neighbours: [{ figure: 40_000, expected: 16_700 }] },
    ),
    // 18 600 rural households are what they should be; the population beside them alone is of another size.
    ...[7_250, 725_000].flatMap((people) =>
      figures(
        context(
          { ...count, perThousand: [20, 350] },
          {
            neighbours: whole,
            kinds: [],
            neighbourRows: [{ closeness: 'size', isCounted: true, between: [] }],
          },
        ),
        { passed: [18_600] },
        { people: 220_000, neighbours: [{ figure: people, expected: 70_900 }] },
      ),
    ),
    // 15 doctors and 59 beds; of 3 and 6 nobody can tell.
    ...figures(
      context({ ...count, perThousand: [0.5, 1] }, { neighbours: whole, kinds: [], neighbourRows: few }),
      { failed: [56], passed: [15] },
      { people: 21_000, neighbours: [{ figure: 15, expected: 59 }] },
    ),
    ...figures(
      context({ ...count, perThousand: [0.5, 1] }, { neighbours: whole, kinds: [], neighbourRows: few }),
      { passed: [6, 3] },
      { people: 4_200, neighbours: [{ figure: 3, expected: 6 }] },
    ),
    // Seven doctors and four pharmacists, each to the head what the other row was.
    ...figures(
      context(count, { neighbours: whole, neighbourRows: few }),
      { failed: [4], passed: [5, 3] },
      { previous: 7, neighbours: [{ figure: 7, previous: 4 }] },
    ),
    // Two doctors and one pharmacist, then one and two; schools stand still.
    ...figures(
      context(count, { neighbours: whole, neighbourRows: few }),
      { passed: [1, 0, 3] },
      { previous: 2, neighbours: [{ figure: 2, previous: 1 }] },
    ),
    ...figures(
      context(count, { neighbours: whole, neighbourRows: few }),
      { failed: [9], passed: [2] },
      { previous: 2, neighbours: [{ figure: 2, previous: 9 }] },
    ),
    ...figures(
      context({ ...count, unit: 'trường' }, { neighbours: whole, neighbourRows: few }),
      { failed: [10], passed: [13] },
      { previous: 13, neighbours: [{ figure: 13, previous: 10 }] },
    ),
    // What would be below zero was typed, or is expected: nothing fits better.
    ...figures(
      context(share, { neighbours: whole }),
      { failed: [99] },
      { previous: -0.014, neighbours: [{ figure: 1.3, previous: 99 }] },
    ),
    // Over a row that was left blank, not over one that was filled in.
    ...figures(
      context(share, { neighbours: [...whole, ...whole], neighbourRows: overBlank }),
      { failed: [91.5], passed: [62.5] },
      { previous: 62, neighbours: [{ figure: null }, { figure: 62.4, previous: 91 }] },
    ),
    ...figures(
      context(share, { neighbours: [...whole, ...whole], neighbourRows: overBlank }),
      { passed: [91.5] },
      {
        previous: 62,
        neighbours: [
          { figure: 40, previous: 40 },
          { figure: 62.4, previous: 91 },
        ],
      },
    ),
    // Of 12 children 5 were immunised where all are to be: what is expected of the one is made of the other.
    ...figures(
      context(count, {
        neighbours: whole,
        neighbourRows: [{ closeness: null, isCounted: true, between: [] }],
        denominators: whole,
        shares: [{ indicator: makeIndicator(share), isPart: true, printed: [printed(100)] }],
        kinds: [],
      }),
      { passed: [5, 500] },
      { denominators: [1_200], neighbours: [{ figure: 1_200, expected: 500 }] },
    ),
    // Nor are few of each other's where nothing but last period's figures is known of the next row.
    ...figures(
      context(count, {
        neighbours: whole,
        neighbourRows: [{ closeness: null, isCounted: true, between: [] }],
      }),
      { passed: [2] },
      { previous: 1, neighbours: [{ figure: 19_990, previous: 2, expected: 2 }] },
    ),
    // Of a few beds and doctors of a commune nothing is known.
    ...figures(
      context(
        { ...count, unit: 'giường', perThousand: [1, 3] },
        { neighbours: whole, neighbourRows: few, kinds: [] },
      ),
      { passed: [7, 1] },
      { people: 8_000, neighbours: [{ figure: 31, expected: 6.2 }] },
    ),
    ...figures(
      context(count, { neighbours: whole, kinds: [] }),
      { 'not-evaluable': [103_000] },
      { people: 455_000, neighbours: [{ figure: 290_000, expected: 122_000 }] },
    ),
  ],
  'figure-was-fraction': [
    ...figures(
      context(share, { ofRound: false, isOfLastYear: true, period: '2023' }),
      { failed: [0.25], 'not-evaluable': [null, '...', '0,25'] },
      { isFraction: true },
    ),
    ...figures(
      context(share, { ofRound: false, isOfLastYear: true, period: '2023' }),
      { passed: [0.25, 25] },
      { isFraction: false },
    ),
  ],
  'figure-digits-transposed': [
    ...figures(
      context(),
      { failed: [3_412], passed: [4_312, 3_100, 4_132, 40_312], 'not-evaluable': [0, null, 'x'] },
      { previous: 4_250 },
    ),
    ...figures(context(share), { failed: [38.4], passed: [83.4, 36.1] }, { previous: 85 }),
    // A zero that went to the front.
    ...figures(context(), { failed: [412] }, { previous: 4_050 }),
    // A few people come and go; from 13 to 31 they do not within a year.
    ...figures(context(), { 'not-evaluable': [32], passed: [14], failed: [52] }, { previous: 23 }),
    ...figures(context(), { failed: [31] }, { previous: 13 }),
    ...figures(context({ ...count, unit: 'xã' }), { failed: [31], passed: [14] }, { previous: 13 }),
    // Nobody writes 06: 60 is no slip of 6.
    ...figures(context({ ...count, unit: 'căn' }), { passed: [60, 600], failed: [61] }, { previous: 10 }),
    ...figures(context(share), { failed: [9.07] }, { previous: 1 }),
    // A small share that rises is no slip; nor is a zero typed at the end of a fraction.
    ...figures(context(share), { passed: [14, 12.5, 13.1, 15] }, { previous: 10.5 }),
    ...figures(context(share), { passed: [1.4, 3.2, 5.3] }, { previous: 1 }),
    // What a slip is said to come from is something the indicator can be.
    ...figures(context({ ...share, hard: [0, 100] }), { passed: [16] }, { previous: 95 }),
    // 325 of 336 where the plan asks for 70 %: more than asked for is plausible; five times as much is not.
    ...figures(
      context(count, {
        denominators: whole,
        shares: [{ indicator: makeIndicator(share), isPart: true, printed: [printed(70)] }],
        kinds: [],
      }),
      { passed: [325, 235] },
      { denominators: [336] },
    ),
    ...figures(context(share, { printed: [printed(25)] }), { failed: [62], passed: [35, 26] }),
    // Of one commune the plan of a province says little.
    ...figures(context(share, { level: 'commune', printed: [printed(60)] }), { 'not-evaluable': [26.1] }),
    // In a first cycle by the baseline, then by the plan where it is clearly off.
    ...figures(context(share), { failed: [38.4], passed: [83.4, 36.1] }, { baseline: 85 }),
    // A share that the plan asks for of nearly everybody is known more closely than another.
    ...figures(context(share, { printed: [printed(85)] }), {
      failed: [38.4, 58.7],
      passed: [83.4, 68.1, 67.8],
    }),
    ...figures(context(share, { printed: [printed(60)] }), { failed: [26.1], passed: [46.1, 45.6] }),
    // So is the count of those it is of: 9 500 received it where 98 % are to.
    ...figures(
      context(count, {
        portions: whole,
        portionShares: [{ indicator: makeIndicator(share), isPart: true, printed: [printed(98)] }],
        kinds: [],
      }),
      { failed: [4_960], passed: [9_760, 8_100], 'not-evaluable': [null] },
      { portions: [9_500] },
    ),
    // No part is proposed to be more than its whole; of one commune nearly everybody may be two of three.
    ...figures(
      context(count, {
        denominators: whole,
        shares: [{ indicator: makeIndicator(share), isPart: true, printed: [printed(100)] }],
        kinds: [],
      }),
      { passed: [59_372, 68_516], failed: [58_516] },
      { denominators: [89_750] },
    ),
    ...figures(
      context(count, {
        level: 'commune',
        denominators: whole,
        shares: [{ indicator: makeIndicator(share), isPart: true, printed: [printed(95)] }],
        kinds: [],
      }),
      { passed: [59_372, 68_516, 45_900], failed: [38_516] },
      { denominators: [89_750] },
    ),
    ...figures(
      context(count, {
        level: 'commune',
        portions: whole,
        portionShares: [{ indicator: makeIndicator(share), isPart: true, printed: [printed(95)] }],
        kinds: [],
      }),
      { passed: [153, 190], failed: [310] },
      { portions: [123] },
    ),
    // Two parts would both have to be wrong: the whole is, and says it.
    ...figures(
      context(count, {
        portions: [...whole, ...whole],
        portionShares: [98, 97].map((of) => ({
          indicator: makeIndicator(share),
          isPart: true,
          printed: [printed(of)],
        })),
        kinds: [],
      }),
      { failed: [81_342], passed: [18_342] },
      { portions: [17_975, 17_792] },
    ),
    ...figures(
      context(count, {
        denominators: whole,
        shares: [{ indicator: makeIndicator(share), isPart: true, hasSibling: true, printed: [printed(98)] }],
        kinds: [],
      }),
      { passed: [17_975, 17_792], failed: [27_515] },
      { denominators: [81_342] },
    ),
    // Of 3 250 there are 2 380, or were 3 280 meant? Then the part says it.
    ...figures(
      context(count, {
        portions: whole,
        portionShares: [{ indicator: makeIndicator(share), isPart: true, printed: [printed(98)] }],
        kinds: [],
      }),
      { passed: [3_250] },
      { portions: [2_380] },
    ),
    ...figures(
      context(count, {
        portions: whole,
        portionShares: [{ indicator: makeIndicator(share), isPart: true, printed: [printed(40)] }],
        kinds: [],
      }),
      { 'not-evaluable': [4_960] },
      { portions: [9_500] },
    ),
    ...figures(
      context({ ...count, perThousand: [380, 700] }, { kinds: [] }),
      { failed: [42_300], passed: [23_100, 25_700, 32_100] },
      { people: 46_000 },
    ),
    // Of what is only roughly known 1 is no slip of 0,1 or 10, and 10 none of 1 or 100.
    ...figures(
      context(
        { measure: 'amount', unit: 'm³/ngày đêm' },
        {
          denominators: whole,
          shares: [{ indicator: makeIndicator(share), isPart: true, printed: [printed(20)] }],
          kinds: [],
        },
      ),
      { failed: [31, 21], passed: [13, 15], 'not-evaluable': [1, 100] },
      { denominators: [60] },
    ),
    ...figures(
      context(
        { measure: 'amount', unit: 'm³/ngày đêm' },
        {
          denominators: whole,
          shares: [{ indicator: makeIndicator(share), isPart: true, printed: [printed(20)] }],
          kinds: [],
        },
      ),
      { passed: [1, 2, 5], 'not-evaluable': [10, 12] },
      { denominators: [5] },
    ),
    // Schools, communes, stations of a commune: one more or less is much.
    ...figures(
      context(
        { ...count, unit: 'xã' },
        {
          denominators: whole,
          shares: [{ indicator: makeIndicator(share), isPart: true, printed: [printed(95)] }],
          kinds: [],
        },
      ),
      { 'not-evaluable': [1, 2, 5, 10, 12] },
      { denominators: [15] },
    ),
    ...figures(
      context({ ...count, perThousand: [380, 700] }, { kinds: [] }),
      { 'not-evaluable': [1, 3_000, 170_000], passed: [5_000, 36_000] },
      { people: 46_000 },
    ),
    // A wide usual range expects nothing closely.
    ...figures(
      context({ ...count, perThousand: [100, 1_000] }, { kinds: [] }),
      { 'not-evaluable': [91_000] },
      { people: 46_000 },
    ),
  ],
  'figure-rate-differs': [
    ...figures(
      context(share),
      // 455 / 1.000 = 45,5 %: half a unit from 45 and from 46.
      {
        passed: [45, 46, 45.5, 45.500004],
        failed: [44, 47, 45.4, 45.6, 45.51, 45.5001],
        'not-evaluable': [null, '45', '...'],
      },
      { numerator: 455, denominator: 1_000 },
    ),
    ...figures(
      context(share),
      { passed: [33, 33.3, 33.33, 33.3333, 33.33333], failed: [34, 33.4, 33.35, 33.334] },
      { numerator: 1, denominator: 3 },
    ),
    ...figures(context(share), { failed: [3], passed: [0] }, { numerator: '-', denominator: 9_500 }),
    ...figures(context(share), { 'not-evaluable': [45] }, { numerator: 4_275, denominator: 0 }),
    ...figures(context(share), { 'not-evaluable': [45] }, { numerator: 4_275, denominator: '-' }),
    ...figures(context(share), { 'not-evaluable': [45] }, { numerator: 'x', denominator: 9_500 }),
  ],
  'figure-implausible': [
    ...figures(context({ ...share, plausible: [5, 60] }), {
      passed: [5, 60, 30],
      failed: [4.99, 60.01, 100],
      'not-evaluable': [null, '-', '70', 101, -1],
    }),
    // The computed rate counts too.
    ...figures(
      context({ ...share, plausible: [5, 60] }),
      { failed: [null] },
      { numerator: 9_000, denominator: 9_500 },
    ),
  ],
  'figure-cumulative-falls': [
    ...figures(
      context({ ...count, cumulative: 'yes' }),
      { passed: [33, 34], failed: [32, '-'], 'not-evaluable': [null, 'x'] },
      { previous: 33, baseline: 40 },
    ),
    ...figures(context({ ...count, cumulative: 'yes' }), { passed: [40], failed: [39] }, { baseline: 40 }),
    ...figures(context({ ...count, cumulative: 'yes' }), { 'not-evaluable': [5] }),
  ],
  'figure-period-above-year': figures(
    context(count, { period: '2024-S1', kinds: [kinds.flow] }),
    { passed: [4_000, 0, '-'], failed: [4_001], 'not-evaluable': [null, '...'] },
    { year: 4_000 },
  ).concat(figures(context(count, { period: '2024-S1', kinds: [kinds.total] }), { 'not-evaluable': [5] })),
  'figure-sum-differs': [
    ...figures(
      context(count, { period: '2024-LK9', kinds: [kinds.flow], isSumSoFar: true }),
      { passed: [3_150], failed: [3_149, 3_151, '-'], 'not-evaluable': [null, '...', 'x', '3150'] },
      { sumOf: { before: 2_100, own: 1_050 } },
    ),
    // Nothing occurred in the period, or before it.
    ...figures(
      context(count, { isSumSoFar: true, kinds: [kinds.flow] }),
      { passed: [2_100], failed: [2_101] },
      { sumOf: { before: 2_100, own: '-' } },
    ),
    ...figures(
      context(count, { isSumSoFar: true, kinds: [kinds.flow] }),
      { passed: [1_050], failed: [1_000] },
      { sumOf: { before: '-', own: 1_050 } },
    ),
    // The sum before is not known: less than the period's own it cannot be.
    ...[null, '...', 'x'].flatMap((before) =>
      figures(
        context(count, { isSumSoFar: true, kinds: [kinds.flow] }),
        { passed: [1_050, 9_000], failed: [1_049] },
        { sumOf: { before, own: 1_050 } },
      ),
    ),
    ...figures(
      context(count, { isSumSoFar: true, kinds: [kinds.flow] }),
      { 'not-evaluable': [5] },
      { sumOf: { before: 2_100, own: '...' } },
    ),
    ...figures(
      context({}, { isSumSoFar: true, kinds: [kinds.total] }),
      { passed: [0.3], failed: [0.31] },
      { sumOf: { before: 0.1, own: 0.2 } },
    ),
  ],
  'figure-jump': [
    ...figures(
      context(share),
      { passed: [45, 30, 60], failed: [29.9, 60.1], 'not-evaluable': [null, '-', '70'] },
      { previous: 45 },
    ),
    ...figures(context(share), { 'not-evaluable': [90] }, { previous: 45, denominator: 19 }),
    ...figures(context(share), { failed: [90] }, { previous: 45, denominator: 20 }),
    ...figures(context(), { passed: [1_500, 500], failed: [1_501, 499] }, { previous: 1_000 }),
    ...figures(context(), { 'not-evaluable': [49], failed: [50] }, { previous: 3 }),
    ...figures(context(), { 'not-evaluable': [500] }, { previous: 0 }),
    ...figures(context({ measure: 'amount' }), { passed: [13, 7], failed: [13.1, 6.9] }, { previous: 10 }),
    ...figures(context(), { 'not-evaluable': [500] }),
    // The plan cuts the share by four points a year: of 20 000 households 1 200 fewer are poor in a year.
    ...(['down', 'up'] as const).flatMap((direction) =>
      figures(
        context(
          { ...count, direction },
          {
            denominators: whole,
            shares: [{ indicator: makeIndicator(share), isPart: true, printed: [printed(4, 'change')] }],
          },
        ),
        direction === 'down' ? { passed: [100], failed: [99, 1_951] } : { failed: [100], passed: [650] },
        { previous: 1_300, denominators: [20_000] },
      ),
    ),
    ...figures(
      context(
        { ...count, direction: 'down' },
        {
          denominators: whole,
          shares: [{ indicator: makeIndicator(share), isPart: true, printed: [printed(4, 'change')] }],
        },
      ),
      { failed: [100], passed: [650] },
      { previous: 1_300, denominators: ['...'] },
    ),
  ],
  'figure-unchanged': [
    ...figures(context(), { failed: [4_213], passed: [4_214], 'not-evaluable': [null] }, { previous: 4_213 }),
    // Few significant digits, and 0.
    ...[4_200, 420, 45, 4.5, 0].flatMap((same) =>
      figures(context(share), { passed: [same] }, { previous: same }),
    ),
    ...[4_230, 45.33, 4.53].flatMap((same) =>
      figures(context({ measure: 'amount' }), { failed: [same] }, { previous: same }),
    ),
    // Of many shares with one decimal some come out the same: they are asked about where the next row stood still, too.
    ...figures(context(share, { neighbours: whole }), { passed: [45.3] }, { previous: 45.3 }),
    ...[
      { figure: 62.4, previous: 62.4, outcome: 'failed' as const },
      { figure: 62.5, previous: 62.4, outcome: 'passed' as const },
      { figure: 62, previous: 62, outcome: 'passed' as const },
    ].flatMap(({ outcome, ...one }) =>
      figures(
        context(share, { neighbours: whole }),
        { [outcome]: [45.3] },
        { previous: 45.3, neighbours: [one] },
      ),
    ),
    ...figures(context({ ...share, hard: [0, 99.9] }), { passed: [99.9] }, { previous: 99.9 }),
    ...figures(context(share), { 'not-evaluable': [45.3] }, { previous: '...' }),
  ],
  'figure-not-yet-due': [
    ...figures(context({ availableMonth: 4 }, { vintage: 'final' }), {
      failed: [5],
      'not-evaluable': ['...', null],
    }),
    ...figures(context(count, { vintage: 'final', cutOff: '2024-11-15' }), { failed: [5] }),
    ...figures(context(count, { vintage: 'final', period: '2024-Q3', cutOff: '2024-09-15' }), {
      failed: [5],
    }),
  ],
  'figure-sign-without-reason': [
    ...figures(context(), { failed: ['...', '…', 'x', ' X '], passed: ['-', 5], 'not-evaluable': [null] }),
    ...figures(context(), { failed: ['...'] }, { reason: '   ' }),
    ...figures(context(), { passed: ['...', 'x'] }, { reason: 'chờ Cục Thống kê' }),
  ],
};
