import type { Direction } from '../../../core/catalogue/schema.ts';
import type { Figure } from '../../../core/observation/figure.ts';
import { targetKinds, type TargetKind } from '../../../core/plan/schema.ts';
import type { Result } from '../../../core/target/kind.ts';
import type { Verdict } from '../../../core/target/verdict.ts';
import type { SeriesShape, TargetShape, ValuesShape } from './make-series.ts';

/**
 * Cases with results worked out by hand, one year of one series each. The same cases are put to the
 * TypeScript functions and, as formulas, to the spreadsheet engines.
 */
export interface VerdictCase {
  name: string;
  target: SeriesShape;
  known: ValuesShape;
  year: number;
  verdict: Verdict;
  gap: Result;
  /** Left out where nothing is shown: a target that was not given to the unit. */
  path?: Result;
  /** Null also where the kind shows no pace. */
  pace?: Result;
  more?: Partial<Record<'pathHigh' | 'result' | 'cumulative' | 'pathGap' | 'shortfall', Result>>;
}

type Expected = [verdict: Verdict, gap: Result, path?: Result, pace?: Result];

function row(
  name: string,
  target: SeriesShape,
  known: ValuesShape,
  year: number,
  [verdict, gap, path, pace]: Expected,
  more: VerdictCase['more'] = {},
): VerdictCase {
  return {
    name,
    target,
    known,
    year,
    verdict,
    gap,
    more,
    ...(path === undefined ? {} : { path }),
    ...(pace === undefined ? {} : { pace }),
  };
}

const series = (
  kind: TargetKind,
  direction: Direction,
  targets: TargetShape | readonly TargetShape[],
  more: Partial<SeriesShape> = {},
): SeriesShape => ({ kind, direction, targets: 'to' in targets ? [targets] : targets, ...more });

const from = (year: number, value: number) => ({ base: { year, value } });

// ---------------------------------------------------------------------------------------------------
// Level. 70 in 2020 → 90 in 2025 is 4 a year: 74, 78, 82, 86, 90.

const rising = (
  target: Partial<TargetShape> = { comparator: '>=', value: 90 },
  more: Partial<SeriesShape> = {},
) => series('level', 'up', { to: 2025, ...target }, more);
/** The same of an indicator from 0 to 100. */
const bounded = () => rising(undefined, { hard: [0, 100] });
const base70 = from(2020, 70);
const level = (
  name: string,
  target: SeriesShape,
  base: ValuesShape,
  year: number,
  figure: Figure,
  expected: Expected,
  more: VerdictCase['more'] = {},
) => row(name, target, { ...base, figures: { [year]: figure } }, year, expected, more);

// 15 in 2020 → 5 in 2025 is −2 a year: 13, 11, 9, 7, 5.
const falling = (target: Partial<TargetShape> = { comparator: '<=', value: 5 }) =>
  series('level', 'down', { to: 2025, ...target });
const base15 = from(2020, 15);

// 110 in 2020 → 106 in 2025: 109,2 108,4 107,6 106,8 106.
const neutral = (target: Partial<TargetShape> = { comparator: '=', value: 106 }) =>
  series('level', 'neutral', { to: 2025, ...target });
const base110 = from(2020, 110);

const doctors = series('level', 'up', [
  { value: 9, to: 2015 },
  { value: 15, to: 2020 },
]);
// 5 in 2011 → 9 in 2015 is 1 a year; 9 → 15 is 1,2 a year.
const doctorsKnown = (figures: Record<number, Figure>, round = 2021): ValuesShape => ({
  round,
  firstYear: 2012,
  base: { year: 2011, value: 5 },
  figures,
});

const caseload = series('level', 'up', { range: [6_000, 7_000], from: 2013, to: 2015 });
const caseloadKnown = (year: number, figure: Figure): ValuesShape => ({
  round: 2016,
  firstYear: 2012,
  figures: { [year]: figure },
});

const levelCases: VerdictCase[] = [
  level('met early, exactly', rising(), base70, 2023, 90, ['met', null, 82, null]),
  level('beyond early', rising(), base70, 2023, 91, ['exceeded', null, 82, null]),
  level('ahead and on the path', rising(), base70, 2023, 82, ['notDue', null, 82, 4], {
    pathGap: 0,
    shortfall: null,
  }),
  level('ahead and behind the path', rising(), base70, 2023, 80, ['notDue', null, 82, 5], {
    pathGap: -2,
    shortfall: 0.1,
  }),
  level('due, exactly on the bound', rising(), base70, 2025, 90, ['met', 0, 90, null]),
  level('due and not met', rising(), base70, 2025, 88, ['notMet', -2, 90, null], { shortfall: 0.1 }),
  level('off by less than is printed below', rising(), base70, 2025, 89.996, ['met', 0, 90, null]),
  level('off by the last decimal printed below', rising(), base70, 2025, 89.99, ['notMet', -0.01, 90, null]),
  level('off by less than is printed above', rising(), base70, 2025, 90.004, ['met', 0, 90, null]),
  level('off by the last decimal printed above', rising(), base70, 2025, 90.01, ['exceeded', 0.01, 90, null]),
  level('beyond', rising(), base70, 2025, 95, ['exceeded', 5, 90, null]),
  row(
    'held after the last year',
    rising(),
    { ...base70, round: 2026, figures: { 2026: 89 } },
    2026,
    ['notMet', -1, 90, null],
    { pathGap: -1, shortfall: 0.05 },
  ),

  level('trên: on the bound', rising({ comparator: '>', value: 90 }), base70, 2025, 90, [
    'notMet',
    0,
    90,
    null,
  ]),
  level('trên: less than is printed over', rising({ comparator: '>', value: 90 }), base70, 2025, 90.004, [
    'notMet',
    0,
    90,
    null,
  ]),
  level('trên: the last decimal printed over', rising({ comparator: '>', value: 90 }), base70, 2025, 90.01, [
    'met',
    0.01,
    90,
    null,
  ]),
  level('trên: far over is never Vượt', rising({ comparator: '>', value: 90 }), base70, 2025, 95, [
    'met',
    5,
    90,
    null,
  ]),
  level('trên: on the bound, early', rising({ comparator: '>', value: 90 }), base70, 2023, 90, [
    'notDue',
    null,
    82,
    0,
  ]),
  level('đạt: on the value', rising({ value: 90 }), base70, 2025, 90, ['met', 0, 90, null]),
  level('đạt: over', rising({ value: 90 }), base70, 2025, 91, ['exceeded', 1, 90, null]),
  level('đạt: under', rising({ value: 90 }), base70, 2025, 89, ['notMet', -1, 90, null]),

  // 5 % of 90 is 4,5: from 85,5 to 94,5. The gap is from the value itself.
  level('khoảng: at the lower edge', rising({ comparator: '~', value: 90 }), base70, 2025, 85.5, [
    'met',
    -4.5,
    90,
    null,
  ]),
  level('khoảng: below the lower edge', rising({ comparator: '~', value: 90 }), base70, 2025, 85.4, [
    'notMet',
    -4.6,
    90,
    null,
  ]),
  level('khoảng: at the upper edge', rising({ comparator: '~', value: 90 }), base70, 2025, 94.5, [
    'met',
    4.5,
    90,
    null,
  ]),
  level('khoảng: above the upper edge', rising({ comparator: '~', value: 90 }), base70, 2025, 94.6, [
    'exceeded',
    4.6,
    90,
    null,
  ]),
  level('khoảng: met early within the tolerance', rising({ comparator: '~', value: 90 }), base70, 2023, 86, [
    'met',
    null,
    82,
    null,
  ]),

  // 70 → 88 is 3,6 a year.
  level('range: the weak bound decides', rising({ range: [88, 92] }), base70, 2025, 88, ['met', 0, 88, null]),
  level('range: at the strong bound', rising({ range: [88, 92] }), base70, 2025, 92, ['met', 4, 88, null]),
  level('range: beyond the strong bound', rising({ range: [88, 92] }), base70, 2025, 92.5, [
    'exceeded',
    4.5,
    88,
    null,
  ]),
  level('range: below the weak bound', rising({ range: [88, 92] }), base70, 2025, 87, [
    'notMet',
    -1,
    88,
    null,
  ]),
  level('range: ahead', rising({ range: [88, 92] }), base70, 2023, 80, ['notDue', null, 80.8, 4], {
    pathGap: -0.8,
  }),

  level('falling: on the bound', falling(), base15, 2025, 5, ['met', 0, 5, null]),
  level('falling: beyond', falling(), base15, 2025, 4, ['exceeded', 1, 5, null]),
  level('falling: not met', falling(), base15, 2025, 6, ['notMet', -1, 5, null], { shortfall: 0.1 }),
  level('falling: off by less than is printed', falling(), base15, 2025, 5.004, ['met', 0, 5, null]),
  level('falling: off by the last decimal printed', falling(), base15, 2025, 5.01, [
    'notMet',
    -0.01,
    5,
    null,
  ]),
  level('falling: met early', falling(), base15, 2023, 5, ['met', null, 9, null]),
  level('falling: beyond early', falling(), base15, 2023, 4, ['exceeded', null, 9, null]),
  level('falling: ahead and ahead of the path', falling(), base15, 2023, 8, ['notDue', null, 9, -1.5], {
    pathGap: 1,
    shortfall: null,
  }),
  level('falling: ahead and behind the path', falling(), base15, 2023, 10, ['notDue', null, 9, -2.5], {
    pathGap: -1,
    shortfall: 0.1,
  }),
  level('falling: nothing occurred is 0', falling(), base15, 2025, '-', ['exceeded', 5, 5, null]),
  level('dưới: on the bound', falling({ comparator: '<', value: 5 }), base15, 2025, 5, [
    'notMet',
    0,
    5,
    null,
  ]),
  level('dưới: far below is never Vượt', falling({ comparator: '<', value: 5 }), base15, 2025, 4, [
    'met',
    1,
    5,
    null,
  ]),
  level('đạt, falling: below', falling({ value: 5 }), base15, 2025, 4, ['exceeded', 1, 5, null]),
  // 5 % of 5 is 0,25.
  level('khoảng, falling: at the upper edge', falling({ comparator: '~', value: 5 }), base15, 2025, 5.25, [
    'met',
    -0.25,
    5,
    null,
  ]),
  level('khoảng, falling: above it', falling({ comparator: '~', value: 5 }), base15, 2025, 5.26, [
    'notMet',
    -0.26,
    5,
    null,
  ]),
  level('khoảng, falling: at the lower edge', falling({ comparator: '~', value: 5 }), base15, 2025, 4.75, [
    'met',
    0.25,
    5,
    null,
  ]),
  level('khoảng, falling: below it', falling({ comparator: '~', value: 5 }), base15, 2025, 4.7, [
    'exceeded',
    0.3,
    5,
    null,
  ]),
  // 15 → 6 is −1,8 a year.
  level('range, falling: the weak bound decides', falling({ range: [4, 6] }), base15, 2025, 6, [
    'met',
    0,
    6,
    null,
  ]),
  level('range, falling: at the strong bound', falling({ range: [4, 6] }), base15, 2025, 4, [
    'met',
    2,
    6,
    null,
  ]),
  level('range, falling: beyond', falling({ range: [4, 6] }), base15, 2025, 3.9, ['exceeded', 2.1, 6, null]),
  level('range, falling: not met', falling({ range: [4, 6] }), base15, 2025, 6.1, ['notMet', -0.1, 6, null]),
  level('range, falling: ahead', falling({ range: [4, 6] }), base15, 2023, 10, ['notDue', null, 9.6, -2], {
    pathGap: -0.4,
  }),

  // 10 → 0 in five years: 8, 6, 4, 2, 0.
  level('to 0: reached', falling({ value: 0 }), from(2020, 10), 2025, 0, ['met', 0, 0, null]),
  level('to 0: nothing occurred', falling({ value: 0 }), from(2020, 10), 2025, '-', ['met', 0, 0, null]),
  level('to 0: not reached', falling({ value: 0 }), from(2020, 10), 2025, 0.5, ['notMet', -0.5, 0, null]),
  level('to 0: ahead', falling({ value: 0 }), from(2020, 10), 2023, 5, ['notDue', null, 4, -2.5]),
  level('from 0 upwards', rising({ value: 20 }), from(2020, 0), 2022, 7, ['notDue', null, 8, 13 / 3]),
  level('target 0 in force with rising wanted', rising({ value: 0 }), from(2020, -10), 2025, -1, [
    'notMet',
    -1,
    0,
    null,
  ]),

  level('neutral: on the value', neutral(), base110, 2025, 106, ['met', 0, 106, null]),
  level('neutral: above', neutral(), base110, 2025, 107, ['notMet', -1, 106, null]),
  level('neutral: below', neutral(), base110, 2025, 105, ['notMet', -1, 106, null]),
  level('neutral: off by less than is printed', neutral(), base110, 2025, 106.004, ['met', 0, 106, null]),
  level('neutral: off by the last decimal printed', neutral(), base110, 2025, 106.01, [
    'notMet',
    -0.01,
    106,
    null,
  ]),
  level('neutral: ahead', neutral(), base110, 2023, 109, ['notDue', null, 107.6, null]),
  level('neutral: met early', neutral(), base110, 2023, 106, ['met', null, 107.6, null]),
  // 5 % of 106 is 5,3: from 100,7 to 111,3.
  level('neutral khoảng: upper edge', neutral({ comparator: '~', value: 106 }), base110, 2025, 111.3, [
    'met',
    -5.3,
    106,
    null,
  ]),
  level('neutral khoảng: above', neutral({ comparator: '~', value: 106 }), base110, 2025, 111.4, [
    'notMet',
    -5.4,
    106,
    null,
  ]),
  level('neutral khoảng: lower edge', neutral({ comparator: '~', value: 106 }), base110, 2025, 100.7, [
    'met',
    -5.3,
    106,
    null,
  ]),
  level('neutral khoảng: below', neutral({ comparator: '~', value: 106 }), base110, 2025, 100.6, [
    'notMet',
    -5.4,
    106,
    null,
  ]),
  level('neutral range: low end', neutral({ range: [104, 107] }), base110, 2025, 104, ['met', 0, 104, null]),
  level('neutral range: high end', neutral({ range: [104, 107] }), base110, 2025, 107, ['met', 0, 104, null]),
  level('neutral range: above', neutral({ range: [104, 107] }), base110, 2025, 108, [
    'notMet',
    -1,
    104,
    null,
  ]),
  level('neutral range: below', neutral({ range: [104, 107] }), base110, 2025, 103.5, [
    'notMet',
    -0.5,
    104,
    null,
  ]),
  level(
    'neutral ít nhất: over is met and not behind',
    neutral({ comparator: '>=', value: 106 }),
    base110,
    2025,
    108,
    ['met', 2, 106, null],
  ),
  level('neutral ít nhất: under', neutral({ comparator: '>=', value: 106 }), base110, 2025, 105, [
    'notMet',
    -1,
    106,
    null,
  ]),
  level(
    'neutral dưới: under is met and not behind',
    neutral({ comparator: '<', value: 106 }),
    base110,
    2025,
    105,
    ['met', 1, 106, null],
  ),
  level('neutral dưới: on the bound', neutral({ comparator: '<', value: 106 }), base110, 2025, 106, [
    'notMet',
    0,
    106,
    null,
  ]),

  row(
    'two milestones: before the first',
    doctors,
    doctorsKnown({ 2013: 6 }),
    2013,
    ['notDue', null, 7, 1.5],
    {
      pathGap: -1,
      shortfall: 0.25,
    },
  ),
  row('two milestones: first met early', doctors, doctorsKnown({ 2013: 9 }), 2013, ['met', null, 7, null]),
  row('two milestones: first not met', doctors, doctorsKnown({ 2015: 8 }), 2015, ['notMet', -1, 9, 1.4], {
    pathGap: -1,
    shortfall: 0.25,
  }),
  row(
    'two milestones: between, judged by the held value, not by the path',
    doctors,
    doctorsKnown({ 2017: 10 }),
    2017,
    ['exceeded', 1, 11.4, 5 / 3],
    { pathGap: -1.4 },
  ),
  row('two milestones: between, below the held value', doctors, doctorsKnown({ 2017: 8 }), 2017, [
    'notMet',
    -1,
    11.4,
    7 / 3,
  ]),
  row('two milestones: between, the last already met', doctors, doctorsKnown({ 2017: 16 }), 2017, [
    'exceeded',
    7,
    11.4,
    null,
  ]),
  row('two milestones: last not met', doctors, doctorsKnown({ 2020: 14 }), 2020, ['notMet', -1, 15, null], {
    shortfall: 1 / 6,
  }),
  row('two milestones: held after the last', doctors, doctorsKnown({ 2021: 15 }), 2021, ['met', 0, 15, null]),

  row('caseload: first year, below', caseload, caseloadKnown(2013, 5_900), 2013, [
    'notMet',
    -100,
    null,
    null,
  ]),
  row('caseload: middle year', caseload, caseloadKnown(2014, 6_500), 2014, ['met', 500, null, null]),
  row('caseload: last year, beyond', caseload, caseloadKnown(2015, 7_100), 2015, [
    'exceeded',
    1_100,
    null,
    null,
  ]),
  row('caseload: held after its years', caseload, caseloadKnown(2016, 5_500), 2016, [
    'notMet',
    -500,
    null,
    null,
  ]),
  row('caseload: year before, met early', caseload, caseloadKnown(2012, 6_500), 2012, [
    'met',
    null,
    null,
    null,
  ]),
  row('caseload: year before, not met', caseload, caseloadKnown(2012, 5_000), 2012, [
    'notDue',
    null,
    null,
    1_000,
  ]),

  level('no baseline: no path, no guess', rising(), {}, 2023, 80, ['notDue', null, null, 5], {
    pathGap: null,
    shortfall: null,
  }),
  level(
    'no baseline: judged all the same, by its value',
    rising(),
    {},
    2025,
    88,
    ['notMet', -2, null, null],
    {
      shortfall: 2 / 90,
    },
  ),
  level('baseline without a year: no path', rising(), { base: { year: null, value: 70 } }, 2023, 80, [
    'notDue',
    null,
    null,
    5,
  ]),
  level('baseline without a value: no path', rising(), { base: { year: 2020, value: null } }, 2023, 80, [
    'notDue',
    null,
    null,
    5,
  ]),
  // From 70 in 2022: nothing before it, then 20 in three years.
  level('later baseline: before its year', rising(), from(2022, 70), 2021, 70, ['notDue', null, null, 5], {
    pathGap: null,
  }),
  level('later baseline: in its year', rising(), from(2022, 70), 2022, 71, ['notDue', null, 70, 19 / 3], {
    pathGap: 1,
  }),
  level('later baseline: after its year', rising(), from(2022, 70), 2024, 80, ['notDue', null, 250 / 3, 10]),
  level('baseline of the target year', rising(), from(2025, 70), 2023, 80, ['notDue', null, null, 5]),
  level('baseline of the target year: in it', rising(), from(2025, 70), 2025, 80, ['notMet', -10, 90, null], {
    shortfall: 10 / 90,
  }),
  level('baseline after the target year', rising(), from(2026, 70), 2023, 80, ['notDue', null, null, 5]),
  level('baseline after the target year: in it', rising(), from(2026, 70), 2025, 80, [
    'notMet',
    -10,
    null,
    null,
  ]),
  level('target = baseline: kept', rising(), from(2020, 90), 2023, 90, ['met', null, 90, null]),
  level(
    'target = baseline: slipped, a share of the value',
    rising(),
    from(2020, 90),
    2023,
    89,
    ['notDue', null, 90, 0.5],
    {
      pathGap: -1,
      shortfall: 1 / 90,
    },
  ),
  level('target = baseline: due and missed', rising(), from(2020, 90), 2025, 70, ['notMet', -20, 90, null], {
    shortfall: 20 / 90,
  }),
  level('baseline beyond the target: missed', rising(), from(2020, 92), 2025, 70, ['notMet', -20, 90, null], {
    shortfall: 20 / 90,
  }),
  level('half of a small change is missing', rising(), from(2020, 88), 2025, 89, ['notMet', -1, 90, null], {
    shortfall: 0.5,
  }),
  level(
    'back behind a baseline just short of the target: all of it',
    rising(),
    from(2020, 89.9),
    2025,
    10,
    ['notMet', -80, 90, null],
    { shortfall: 1 },
  ),
  level(
    'back where it started: all of the change',
    rising(),
    from(2020, 89),
    2025,
    89,
    ['notMet', -1, 90, null],
    { shortfall: 1 },
  ),
  level(
    'falling, risen far beyond where it started: as a part of the value',
    falling(),
    from(2020, 5.5),
    2025,
    16,
    ['notMet', -11, 5, null],
    { shortfall: 2.2 },
  ),
  level(
    'falling, baseline beyond the target: missed',
    falling(),
    from(2020, 4),
    2025,
    6,
    ['notMet', -1, 5, null],
    { shortfall: 0.2 },
  ),
  level(
    'to 0, from 0: missed, all of it',
    falling({ value: 0 }),
    from(2020, 0),
    2025,
    3,
    ['notMet', -3, 0, null],
    {
      shortfall: 1,
    },
  ),
  level(
    'to 0, no baseline: missed, all of it',
    falling({ value: 0 }),
    {},
    2025,
    1_200,
    ['notMet', -1_200, null, null],
    { shortfall: 1 },
  ),
  level(
    'trên: on the bound, nothing is missing but the passing',
    rising({ comparator: '>', value: 90 }),
    base70,
    2025,
    90,
    ['notMet', 0, 90, null],
    { shortfall: 0 },
  ),

  // What the indicator cannot be.
  level(
    'impossible figure: nothing is told of it',
    bounded(),
    base70,
    2025,
    139,
    ['notEvaluable', null, 90, null],
    { pathGap: null, shortfall: null },
  ),
  level('impossible figure, early: no pace either', bounded(), base70, 2023, -3, [
    'notEvaluable',
    null,
    82,
    null,
  ]),
  level(
    'impossible baseline: no path, and the value is the measure',
    bounded(),
    from(2020, 139),
    2025,
    72,
    ['notMet', -18, null, null],
    { pathGap: null, shortfall: 0.2 },
  ),
  level('impossible baseline: no path on the way', bounded(), from(2020, 139), 2023, 80, [
    'notDue',
    null,
    null,
    5,
  ]),
  level(
    'a fraction of a thing that is counted: nothing is told of it',
    { ...bounded(), measure: 'count' },
    base70,
    2025,
    92.5,
    ['notEvaluable', null, 90, null],
    { pathGap: null, shortfall: null },
  ),
  level(
    'a hair from a whole number is the whole number',
    { ...bounded(), measure: 'count' },
    base70,
    2025,
    91.99999999,
    ['exceeded', 2, 90, null],
  ),
  level(
    'a broken baseline of a count: no path, and the value is the measure',
    { ...bounded(), measure: 'count' },
    from(2020, 70.5),
    2025,
    72,
    ['notMet', -18, null, null],
    { pathGap: null, shortfall: 0.2 },
  ),
  level('at the bound is possible', bounded(), base70, 2025, 100, ['exceeded', 10, 90, null]),
  level('a hair over the bound is the bound', bounded(), base70, 2025, 100.00000001, [
    'exceeded',
    10,
    90,
    null,
  ]),

  // 1000 → 2000 in four years: ×2^(1/4) a year.
  level(
    'compound: half way is the geometric mean',
    series('level', 'up', { value: 2_000, to: 2024 }, { interpolation: 'compound' }),
    from(2020, 1_000),
    2022,
    1_400,
    ['notDue', null, 1_000 * Math.SQRT2, 300],
  ),
  level(
    'compound falling: half way',
    series('level', 'down', { value: 4, to: 2024 }, { interpolation: 'compound' }),
    from(2020, 16),
    2022,
    9,
    ['notDue', null, 8, -2.5],
  ),
  level(
    'compound from 0 does not exist',
    series('level', 'up', { value: 20, to: 2024 }, { interpolation: 'compound' }),
    from(2020, 0),
    2022,
    7,
    ['notDue', null, null, 6.5],
  ),
  level(
    'compound to 0 does not exist on the way, only at its end',
    series('level', 'down', { value: 0, to: 2024 }, { interpolation: 'compound' }),
    from(2020, 10),
    2022,
    7,
    ['notDue', null, null, -3.5],
  ),
  level(
    'compound from a negative base does not exist',
    series('level', 'up', { value: 20, to: 2024 }, { interpolation: 'compound' }),
    from(2020, -5),
    2023,
    7,
    ['notDue', null, null, 13],
  ),
  level(
    'compound: target = baseline',
    series('level', 'up', { value: 20, to: 2024 }, { interpolation: 'compound' }),
    from(2020, 20),
    2022,
    20,
    ['met', null, 20, null],
  ),

  level(
    'ordinal: nothing to show before its year',
    series('level', 'down', { value: 2, to: 2025 }, { measure: 'ordinal', unit: 'nhóm' }),
    from(2020, 3),
    2023,
    3,
    ['notDue', null, null, null],
  ),
  level(
    'ordinal: reached',
    series('level', 'down', { value: 2, to: 2025 }, { measure: 'ordinal', unit: 'nhóm' }),
    from(2020, 3),
    2025,
    2,
    ['met', 0, 2, null],
  ),
  level(
    'ordinal: a better group',
    series('level', 'down', { value: 2, to: 2025 }, { measure: 'ordinal', unit: 'nhóm' }),
    from(2020, 3),
    2025,
    1,
    ['exceeded', 1, 2, null],
  ),
  level(
    'ordinal: a worse group',
    series('level', 'down', { value: 2, to: 2025 }, { measure: 'ordinal', unit: 'nhóm' }),
    from(2020, 3),
    2025,
    3,
    ['notMet', -1, 2, null],
  ),
  level(
    'ordinal: held between two milestones',
    series(
      'level',
      'down',
      [
        { value: 3, to: 2022 },
        { value: 1, to: 2025 },
      ],
      { measure: 'ordinal', unit: 'nhóm' },
    ),
    from(2020, 4),
    2024,
    3,
    ['met', 0, 3, null],
  ),
  level(
    'yes-no: done early',
    series('level', 'up', { value: 1, to: 2025 }, { measure: 'yes-no', unit: 'có/không' }),
    from(2020, 0),
    2023,
    1,
    ['met', null, null, null],
  ),
  level(
    'yes-no: not done yet',
    series('level', 'up', { value: 1, to: 2025 }, { measure: 'yes-no', unit: 'có/không' }),
    from(2020, 0),
    2023,
    0,
    ['notDue', null, null, null],
  ),
  level(
    'yes-no: due and not done',
    series('level', 'up', { value: 1, to: 2025 }, { measure: 'yes-no', unit: 'có/không' }),
    from(2020, 0),
    2025,
    0,
    ['notMet', -1, 1, null],
  ),
];

// ---------------------------------------------------------------------------------------------------
// Change. Poverty falls 3 points a year from 16,33: 13,33 10,33 7,33 4,33 1,33.

const share = { measure: 'share', hard: [0, 100] } as const;
const change = (
  direction: Direction,
  target: Partial<TargetShape>,
  more: Partial<SeriesShape> = {},
): SeriesShape => series('change', direction, { from: 2021, to: 2025, ...target }, { ...share, ...more });
const cut3 = change('down', { value: 3 });
const base1633 = from(2020, 16.33);
const cut45 = change('down', { range: [4, 5] });
const base40 = from(2020, 40);
const twoPeriods = (average: boolean) =>
  series(
    'change',
    'down',
    [
      { value: 3, from: 2021, to: 2025 },
      { value: 2, from: 2026, to: 2030 },
    ],
    { ...share, average },
  );
const tenYears = { 2021: 27, 2022: 24, 2023: 21, 2024: 18, 2025: 16, 2026: 14, 2027: 11 };

const changeCases: VerdictCase[] = [
  row(
    'cut: first year, beyond',
    cut3,
    { ...base1633, figures: { 2021: 13 } },
    2021,
    ['exceeded', 0.33, 13.33, null],
    {
      result: 3.33,
      pathGap: 0.33,
    },
  ),
  row('cut: exactly', cut3, { ...base1633, figures: { 2021: 13.33 } }, 2021, ['met', 0, 13.33, null], {
    pathGap: 0,
  }),
  row('cut: off by less than is printed', cut3, { ...base1633, figures: { 2021: 13.334 } }, 2021, [
    'met',
    0,
    13.33,
    null,
  ]),
  row('cut: off by the last decimal printed', cut3, { ...base1633, figures: { 2021: 13.34 } }, 2021, [
    'notMet',
    -0.01,
    13.33,
    null,
  ]),
  row(
    'cut: second year, not met, measured from the year before',
    cut3,
    { ...base1633, figures: { 2021: 13, 2022: 10.5 } },
    2022,
    ['notMet', -0.5, 10.33, null],
    { result: 2.5, pathGap: -0.17, shortfall: 0.5 / 3 },
  ),
  row('cut: previous year blank', cut3, { ...base1633, figures: { 2021: 13, 2023: 9 } }, 2023, [
    'notEvaluable',
    null,
    7.33,
    null,
  ]),
  row('cut: previous year not available', cut3, { ...base1633, figures: { 2022: '...', 2023: 9 } }, 2023, [
    'notEvaluable',
    null,
    7.33,
    null,
  ]),
  row(
    'cut: previous year nothing occurred is 0',
    cut3,
    { ...base1633, figures: { 2022: '-', 2023: 9 } },
    2023,
    ['notMet', -12, 7.33, null],
  ),
  row('cut: a rise', cut3, { ...base1633, figures: { 2021: 17.33 } }, 2021, ['notMet', -4, 13.33, null], {
    result: -1,
    shortfall: 4 / 3,
  }),
  row(
    'cut: no baseline, first year',
    cut3,
    { figures: { 2021: 13 } },
    2021,
    ['notEvaluable', null, null, null],
    {
      result: null,
    },
  ),
  row('cut: no baseline, second year has a year before', cut3, { figures: { 2021: 13, 2022: 10 } }, 2022, [
    'met',
    0,
    null,
    null,
  ]),
  row('cut: baseline of another year', cut3, { ...from(2019, 16.33), figures: { 2021: 13 } }, 2021, [
    'notEvaluable',
    null,
    null,
    null,
  ]),
  row(
    'cut: baseline without a year',
    cut3,
    { base: { year: null, value: 16.33 }, figures: { 2021: 13 } },
    2021,
    ['notEvaluable', null, null, null],
  ),
  row(
    'cut: year before the period',
    change('down', { value: 3, from: 2022 }),
    { ...base1633, figures: { 2021: 15 } },
    2021,
    ['notDue', null, null, null],
  ),
  row(
    'cut: base year is a year of the sheet',
    change('down', { value: 3, from: 2022 }),
    { figures: { 2021: 15, 2022: 12.5 } },
    2022,
    ['notMet', -0.5, 12, null],
    { result: 2.5, pathGap: -0.5 },
  ),
  row('cut: year after the period', cut3, { ...base1633, round: 2026, figures: { 2025: 2, 2026: 1 } }, 2026, [
    'notAssigned',
    null,
    null,
    null,
  ]),

  // At the floor nothing is left to cut.
  row(
    'cut at the floor: less than asked, and met',
    cut3,
    { figures: { 2021: 0.34, 2022: 0 } },
    2022,
    ['met', -2.66, null, null],
    { result: 0.34, shortfall: null },
  ),
  row('cut at the floor: nothing occurred', cut3, { figures: { 2021: 0.34, 2022: '-' } }, 2022, [
    'met',
    -2.66,
    null,
    null,
  ]),
  row('cut at the floor: nothing to cut at all', cut3, { figures: { 2021: 0, 2022: 0 } }, 2022, [
    'met',
    -3,
    null,
    null,
  ]),
  row('cut at the floor: beyond', cut3, { figures: { 2021: 5, 2022: 0 } }, 2022, ['exceeded', 2, null, null]),
  row('cut at what is printed as the floor', cut3, { figures: { 2021: 0.34, 2022: 0.004 } }, 2022, [
    'met',
    -2.66,
    null,
    null,
  ]),
  row(
    'cut at the floor of over 3',
    change('down', { comparator: '>', value: 3 }),
    { figures: { 2021: 3, 2022: 0 } },
    2022,
    ['met', 0, null, null],
  ),
  row(
    'cut of at most 3, at the floor: a limit is a limit',
    change('down', { comparator: '<=', value: 3 }),
    { figures: { 2021: 5, 2022: 0 } },
    2022,
    ['notMet', -2, null, null],
  ),
  row('cut at the floor: from an unknown year nothing is told', cut3, { figures: { 2022: 0 } }, 2022, [
    'notEvaluable',
    null,
    null,
    null,
  ]),
  row('cut just above the floor', cut3, { figures: { 2021: 0.34, 2022: 0.01 } }, 2022, [
    'notMet',
    -2.67,
    null,
    null,
  ]),
  row('rise at the ceiling', change('up', { value: 2 }), { figures: { 2021: 99.5, 2022: 100 } }, 2022, [
    'met',
    -1.5,
    null,
    null,
  ]),
  row(
    'neutral change at an end is measured like any other',
    change('neutral', { value: 1 }),
    { figures: { 2021: 0.5, 2022: 0 } },
    2022,
    ['notMet', -1.5, null, null],
  ),
  row(
    'a cut given by a decision, at the floor',
    change('down', { value: 3 }, { own: false, given: { 2022: { value: 0.5 } } }),
    { figures: { 2021: 0.34, 2022: 0 } },
    2022,
    ['met', -0.16],
  ),
  row(
    'a cut given with a minus is not judged',
    change('down', { value: 3 }, { given: { 2022: { value: -3 } } }),
    { figures: { 2021: 24, 2022: 25 } },
    2022,
    ['notEvaluable', null, null, null],
    { result: -1, shortfall: null },
  ),
  row(
    "a cut given smaller than the plan's is its own measure",
    change('down', { value: 3 }, { given: { 2022: { value: 5 } } }),
    { figures: { 2021: 24, 2022: 19.9 } },
    2022,
    ['notMet', -0.9, null, null],
    { shortfall: 0.18 },
  ),
  row(
    'a cut of 0 given: any rise is all of it',
    change('down', { value: 3 }, { given: { 2022: { value: 0 } } }),
    { figures: { 2021: 24, 2022: 24.5 } },
    2022,
    ['notMet', -0.5, null, null],
    { shortfall: 1 },
  ),

  // What the indicator cannot be.
  row(
    'cut: impossible year before',
    cut3,
    { figures: { 2021: 139, 2022: 10 } },
    2022,
    ['notEvaluable', null, null, null],
    { result: null },
  ),
  row(
    'cut: impossible baseline',
    cut3,
    { ...from(2020, 139), figures: { 2021: 40 } },
    2021,
    ['notEvaluable', null, null, null],
    { result: null, pathGap: null },
  ),
  row(
    'cut: year before on too small a denominator',
    cut3,
    { figures: { 2021: 13, 2022: 10 }, small: [2021] },
    2022,
    ['notEvaluable', null, null, null],
    { result: null },
  ),

  row(
    'cut 4–5: below the weak bound',
    cut45,
    { ...base40, figures: { 2021: 36.6 } },
    2021,
    ['notMet', -0.6, 36, null],
    {
      pathHigh: 35,
      result: 3.4,
    },
  ),
  row('cut 4–5: on the weak bound', cut45, { ...base40, figures: { 2021: 36 } }, 2021, ['met', 0, 36, null]),
  row('cut 4–5: between', cut45, { ...base40, figures: { 2021: 35.09 } }, 2021, ['met', 0.91, 36, null]),
  row('cut 4–5: on the strong bound', cut45, { ...base40, figures: { 2021: 35 } }, 2021, [
    'met',
    1,
    36,
    null,
  ]),
  row('cut 4–5: beyond', cut45, { ...base40, figures: { 2021: 34.5 } }, 2021, ['exceeded', 1.5, 36, null]),
  row(
    'cut of over 5: on the bound',
    change('down', { comparator: '>', value: 5 }),
    { ...base40, figures: { 2021: 35 } },
    2021,
    ['notMet', 0, 35, null],
  ),
  row(
    'cut of over 5: more is met, never Vượt',
    change('down', { comparator: '>', value: 5 }),
    { ...base40, figures: { 2021: 30 } },
    2021,
    ['met', 5, 35, null],
  ),
  // 5 % of 4 points is 0,2.
  row(
    'cut of about 4: lower edge',
    change('down', { comparator: '~', value: 4 }),
    { ...base40, figures: { 2021: 36.2 } },
    2021,
    ['met', -0.2, 36, null],
  ),
  row(
    'cut of about 4: below it',
    change('down', { comparator: '~', value: 4 }),
    { ...base40, figures: { 2021: 36.3 } },
    2021,
    ['notMet', -0.3, 36, null],
  ),
  row(
    'cut of about 4: upper edge',
    change('down', { comparator: '~', value: 4 }),
    { ...base40, figures: { 2021: 35.8 } },
    2021,
    ['met', 0.2, 36, null],
  ),
  row(
    'cut of about 4: above it',
    change('down', { comparator: '~', value: 4 }),
    { ...base40, figures: { 2021: 35.7 } },
    2021,
    ['exceeded', 0.3, 36, null],
  ),
  row(
    'rise of at most 2: less is met and not behind',
    change('up', { comparator: '<=', value: 2 }),
    { ...base40, figures: { 2021: 41.5 } },
    2021,
    ['met', 0.5, 42, null],
    { result: 1.5 },
  ),
  row(
    'rise of at most 2: more is not met and not ahead',
    change('up', { comparator: '<=', value: 2 }),
    { ...base40, figures: { 2021: 43 } },
    2021,
    ['notMet', -1, 42, null],
    { result: 3 },
  ),
  row(
    'rise of at least 1,5 points',
    change('up', { comparator: '>=', value: 1.5 }),
    { ...from(2020, 80), figures: { 2021: 82 } },
    2021,
    ['exceeded', 0.5, 81.5, null],
    { result: 2, pathGap: 0.5 },
  ),
  row(
    'rise of at least 1,5 points, not met',
    change('up', { comparator: '>=', value: 1.5 }),
    { ...from(2020, 80), figures: { 2021: 79 } },
    2021,
    ['notMet', -2.5, 81.5, null],
    { result: -1, pathGap: -2.5 },
  ),
  row(
    'neutral change: exactly',
    change('neutral', { value: 1 }),
    { ...base40, figures: { 2021: 41 } },
    2021,
    ['met', 0, 41, null],
  ),
  row(
    'neutral change: more is not better',
    change('neutral', { value: 1 }),
    { ...base40, figures: { 2021: 42 } },
    2021,
    ['notMet', -1, 41, null],
    { result: 2 },
  ),
  row(
    'neutral change: less is not better',
    change('neutral', { value: 1 }),
    { ...base40, figures: { 2021: 40.5 } },
    2021,
    ['notMet', -0.5, 41, null],
    { result: 0.5 },
  ),
  row(
    'neutral change: inside a range is never Vượt',
    change('neutral', { range: [1, 2] }),
    { ...base40, figures: { 2021: 42 } },
    2021,
    ['met', 0, 41, null],
    { pathHigh: 42 },
  ),

  // 5 − 3 = 2, then 0; 97 + 2 = 99, then 100.
  row('path stays at or above 0', cut3, { ...from(2020, 5), figures: { 2022: 1 } }, 2022, [
    'notEvaluable',
    null,
    0,
    null,
  ]),
  row('path stays at 0', cut3, { ...from(2020, 5) }, 2025, ['noFigure', null, 0, null]),
  row('path stays at or below 100', change('up', { value: 2 }), { ...from(2020, 97) }, 2022, [
    'noFigure',
    null,
    100,
    null,
  ]),
  row(
    'range: the strong path is clamped, the weak one is not',
    cut45,
    { ...from(2020, 22) },
    2025,
    ['noFigure', null, 2, null],
    {
      pathHigh: 0,
    },
  ),
  row(
    'a count without hard bounds goes on below 0',
    series('change', 'down', { value: 3, from: 2021, to: 2025 }),
    from(2020, 5),
    2022,
    ['noFigure', null, -1, null],
  ),

  // 40 → 34 → 32: six points, then two; four a year on average.
  row(
    'average: spread since the base year',
    change('down', { value: 4 }, { average: true }),
    { ...base40, figures: { 2021: 34, 2022: 32 } },
    2022,
    ['met', 0, 32, 4],
    { result: 4 },
  ),
  row(
    'not average: this year alone',
    change('down', { value: 4 }),
    { ...base40, figures: { 2021: 34, 2022: 32 } },
    2022,
    ['notMet', -2, 32, null],
    { result: 2 },
  ),
  row(
    'average: a blank year between does not matter',
    change('down', { value: 4 }, { average: true }),
    { ...base40, figures: { 2022: 32 } },
    2022,
    ['met', 0, 32, 4],
  ),
  row(
    'average: no base, no verdict',
    change('down', { value: 4 }, { average: true }),
    { figures: { 2021: 34, 2022: 32 } },
    2022,
    ['notEvaluable', null, null, null],
  ),
  row(
    'average: baseline of another year, no verdict',
    change('down', { value: 4 }, { average: true }),
    { ...from(2019, 44), figures: { 2021: 34, 2022: 32 } },
    2022,
    ['notEvaluable', null, null, null],
  ),
  // 40 − 3 × 3,4 = 29,8; still needed: (4 × 5 − 3,4 × 3) / 2 = 4,9.
  row(
    'average 4–5: behind, the pace rises',
    change('down', { range: [4, 5] }, { average: true }),
    { ...base40, figures: { 2023: 29.8 } },
    2023,
    ['notMet', -0.6, 28, 4.9],
    { result: 3.4, pathHigh: 25, pathGap: -1.8, shortfall: 0.15 },
  ),
  row(
    'average: all done in the first year, nothing is still needed',
    change('down', { value: 4 }, { average: true }),
    { ...base40, figures: { 2021: 10 } },
    2021,
    ['exceeded', 26, 36, 0],
  ),
  // 12 a year would be needed to make up for it; 4 are left, two years remain.
  row(
    'average: the pace leads to the floor and not beyond',
    change('down', { value: 8 }, { average: true }),
    { ...from(2020, 20), figures: { 2023: 4 } },
    2023,
    ['notMet', -2.67, 0, 2],
    { result: 16 / 3 },
  ),
  row(
    'average: at the floor, nothing is still needed',
    change('down', { value: 8 }, { average: true }),
    { ...from(2020, 20), figures: { 2023: 0 } },
    2023,
    ['met', -1.33, 0, 0],
  ),
  row(
    'average rise: the pace leads to the ceiling and not beyond',
    change('up', { value: 5 }, { average: true }),
    { ...from(2020, 90), figures: { 2023: 96 } },
    2023,
    ['notMet', -3, 100, 2],
  ),
  row(
    'average: no pace in the last year',
    change('down', { value: 4 }, { average: true }),
    { ...base40, figures: { 2025: 21 } },
    2025,
    ['notMet', -0.2, 20, null],
    { result: 3.8 },
  ),
  row(
    'average rise: behind',
    change('up', { value: 2 }, { average: true }),
    { ...base40, figures: { 2022: 42 } },
    2022,
    // (2 × 5 − 1 × 2) / 3
    ['notMet', -1, 44, 8 / 3],
    { result: 1 },
  ),

  row(
    'second period: starts from what its base year reports, not from the path',
    twoPeriods(false),
    { ...from(2020, 30), round: 2030, figures: tenYears },
    2026,
    ['met', 0, 14, null],
    { result: 2, pathGap: 0 },
  ),
  row(
    'second period: last year of the first',
    twoPeriods(false),
    { ...from(2020, 30), round: 2030, figures: tenYears },
    2025,
    ['notMet', -1, 15, null],
    { result: 2, pathGap: -1 },
  ),
  row(
    'second period: base year not reported',
    twoPeriods(false),
    { ...from(2020, 30), round: 2030, figures: { 2024: 18, 2026: 14 } },
    2026,
    ['notEvaluable', null, null, null],
  ),
  // (16 − 11) / 2 = 2,5; still needed (2 × 5 − 2,5 × 2) / 3.
  row(
    'second period: average since its own base year',
    twoPeriods(true),
    { ...from(2020, 30), round: 2030, figures: tenYears },
    2027,
    ['exceeded', 0.5, 12, 5 / 3],
    { result: 2.5, pathGap: 1 },
  ),
];

// ---------------------------------------------------------------------------------------------------
// Growth. 10 % a year from 1.000: 1.100 1.210 1.331 1.464,1 1.610,51.

const growth = (
  direction: Direction,
  target: Partial<TargetShape>,
  more: Partial<SeriesShape> = {},
): SeriesShape => series('growth', direction, { from: 2021, to: 2025, ...target }, more);
const grow10 = growth('up', { value: 10 });
const average10 = growth('up', { value: 10 }, { average: true });
const twoYears10 = growth('up', { value: 10, to: 2022 }, { average: true });
const base1000 = from(2020, 1_000);

// ---------------------------------------------------------------------------------------------------
// Relative. 1 000 in 2020 and 20 % more by 2025 is 1 200: 40 more a year.

const more20 = series('relative', 'up', { comparator: '>=', value: 20, from: 2021, to: 2025 });
const less20 = series('relative', 'down', { comparator: '>=', value: 20, from: 2021, to: 2025 });
const sinceBase = (
  name: string,
  target: SeriesShape,
  known: ValuesShape,
  year: number,
  expected: Expected,
  more: VerdictCase['more'] = {},
) => row(`relative: ${name}`, target, { ...from(2020, 1_000), ...known }, year, expected, more);

const relativeCases: VerdictCase[] = [
  sinceBase('exactly', more20, { figures: { 2025: 1_200 } }, 2025, ['met', 0, 1_200, null], {
    result: 20,
    pathGap: 0,
  }),
  sinceBase('beyond', more20, { figures: { 2025: 1_250 } }, 2025, ['exceeded', 5, 1_200, null], {
    result: 25,
    pathGap: 50,
  }),
  sinceBase('not met', more20, { figures: { 2025: 1_150 } }, 2025, ['notMet', -5, 1_200, null], {
    result: 15,
    shortfall: 0.25,
  }),
  sinceBase('not met after its year', more20, { round: 2026, figures: { 2026: 1_100 } }, 2026, [
    'notMet',
    -10,
    1_200,
    null,
  ]),
  sinceBase('on the way, not 20 % a year', more20, { figures: { 2023: 1_120 } }, 2023, [
    'notDue',
    null,
    1_120,
    40,
  ]),
  sinceBase(
    'behind on the way',
    more20,
    { figures: { 2023: 1_060 } },
    2023,
    ['notDue', null, 1_120, 70],
    // 60 missing of the 200 that are asked for.
    { result: 6, pathGap: -60, shortfall: 0.3 },
  ),
  sinceBase(
    'behind where it started, on the way',
    more20,
    { figures: { 2023: 900 } },
    2023,
    ['notDue', null, 1_120, 150],
    // More than the whole change is missing: at least all of it.
    { result: -10, pathGap: -220, shortfall: 1 },
  ),
  sinceBase('met early', more20, { figures: { 2023: 1_200 } }, 2023, ['met', null, 1_120, null]),
  sinceBase('compound path', { ...more20, interpolation: 'compound' }, { figures: { 2023: 1_000 } }, 2023, [
    'notDue',
    null,
    1_000 * 1.2 ** (3 / 5),
    100,
  ]),
  sinceBase('falling, exactly', less20, { figures: { 2025: 800 } }, 2025, ['met', 0, 800, null], {
    result: 20,
  }),
  sinceBase('falling, not met', less20, { figures: { 2025: 900 } }, 2025, ['notMet', -10, 800, null], {
    result: 10,
    shortfall: 0.5,
  }),
  sinceBase('falling, on the way', less20, { figures: { 2022: 920 } }, 2022, ['notDue', null, 920, -40], {
    result: 8,
    pathGap: 0,
  }),
  sinceBase('neutral, above', { ...more20, direction: 'neutral' }, { figures: { 2025: 1_250 } }, 2025, [
    'met',
    5,
    1_200,
    null,
  ]),
  sinceBase(
    'two bounds',
    series('relative', 'up', { range: [20, 30], from: 2021, to: 2025 }),
    { figures: { 2024: 1_000 } },
    2024,
    ['notDue', null, 1_160, 200],
    { pathHigh: 1_240, result: 0 },
  ),
  sinceBase(
    'two values on one base',
    series('relative', 'up', [
      { comparator: '>=', value: 10, from: 2021, to: 2023 },
      { comparator: '>=', value: 20, from: 2021, to: 2025 },
    ]),
    { figures: { 2024: 1_110 } },
    2024,
    ['exceeded', 1, 1_150, 90],
    { result: 11, pathGap: -40 },
  ),
  sinceBase('no base', more20, { base: { year: null, value: null }, figures: { 2025: 1_200 } }, 2025, [
    'notEvaluable',
    null,
    null,
    null,
  ]),
  sinceBase('a base of another year', more20, { ...from(2019, 1_000), figures: { 2025: 1_200 } }, 2025, [
    'notEvaluable',
    null,
    null,
    null,
  ]),
  sinceBase('from 0 there is no such change', more20, { ...from(2020, 0), figures: { 2025: 10 } }, 2025, [
    'notEvaluable',
    null,
    null,
    null,
  ]),
  sinceBase(
    'a cut that ends at nothing',
    series('relative', 'down', { comparator: '>=', value: 100, from: 2021, to: 2025 }),
    { figures: { 2025: '-' } },
    2025,
    ['met', 0, 0, null],
    { result: 100 },
  ),
  sinceBase(
    'a rise beyond what can be stops at the end',
    { ...series('relative', 'up', { value: 20, from: 2021, to: 2025 }), hard: [0, 100] },
    { ...from(2020, 90), figures: { 2025: 100 } },
    2025,
    ['met', 11.11 - 20, 100, null],
    { result: 100 / 9 },
  ),
  sinceBase(
    'assigned for a year',
    { ...more20, given: { 2023: { comparator: '>=', value: 12 } } },
    { figures: { 2023: 1_130 } },
    2023,
    ['exceeded', 1, 1_120, 35],
    { result: 13 },
  ),
];

const growthCases: VerdictCase[] = [
  row('growth: exactly', grow10, { ...base1000, figures: { 2021: 1_100 } }, 2021, ['met', 0, 1_100, null], {
    result: 10,
    pathGap: 0,
  }),
  row('growth: beyond', grow10, { ...base1000, figures: { 2021: 1_150 } }, 2021, [
    'exceeded',
    5,
    1_100,
    null,
  ]),
  row(
    'growth: not met',
    grow10,
    { ...base1000, figures: { 2021: 1_050 } },
    2021,
    ['notMet', -5, 1_100, null],
    {
      result: 5,
      pathGap: -50,
      shortfall: 0.5,
    },
  ),
  row('growth: compound path', grow10, base1000, 2025, ['noFigure', null, 1_610.51, null]),
  row(
    'growth: second year from the year before, not from the path',
    grow10,
    { ...base1000, figures: { 2021: 1_200, 2022: 1_260 } },
    2022,
    ['notMet', -5, 1_210, null],
    { result: 5, pathGap: 50 },
  ),
  row('growth: previous year missing', grow10, { ...base1000, figures: { 2023: 1_400 } }, 2023, [
    'notEvaluable',
    null,
    1_331,
    null,
  ]),
  row(
    'growth: previous year nothing occurred',
    grow10,
    { ...base1000, figures: { 2022: '-', 2023: 1_400 } },
    2023,
    ['notEvaluable', null, 1_331, null],
  ),
  row('growth: no baseline', grow10, { figures: { 2021: 1_100 } }, 2021, ['notEvaluable', null, null, null]),
  row('growth: baseline of another year', grow10, { ...from(2019, 1_000), figures: { 2021: 1_100 } }, 2021, [
    'notEvaluable',
    null,
    null,
    null,
  ]),
  row('growth from 0 does not exist', grow10, { ...from(2020, 0), figures: { 2021: 100 } }, 2021, [
    'notEvaluable',
    null,
    0,
    null,
  ]),
  row('growth from below 0 does not exist', grow10, { ...from(2020, -1_000), figures: { 2021: 100 } }, 2021, [
    'notEvaluable',
    null,
    -1_100,
    null,
  ]),
  row('growth to below 0 does not exist', grow10, { ...base1000, figures: { 2021: -100 } }, 2021, [
    'notEvaluable',
    null,
    1_100,
    null,
  ]),
  row(
    'growth to 0 is a loss of everything',
    grow10,
    { ...base1000, figures: { 2021: 0 } },
    2021,
    ['notMet', -110, 1_100, null],
    {
      result: -100,
    },
  ),
  row(
    'growth 8–12: the weak bound decides',
    growth('up', { range: [8, 12] }),
    { ...base1000, figures: { 2021: 1_080 } },
    2021,
    ['met', 0, 1_080, null],
    {
      pathHigh: 1_120,
    },
  ),
  row(
    'growth 8–12: beyond the strong bound',
    growth('up', { range: [8, 12] }),
    { ...base1000, figures: { 2021: 1_121 } },
    2021,
    ['exceeded', 4.1, 1_080, null],
  ),
  row(
    'growth 8–12: below',
    growth('up', { range: [8, 12] }),
    { ...base1000, figures: { 2021: 1_079 } },
    2021,
    ['notMet', -0.1, 1_080, null],
  ),
  row(
    'growth: impossible year before',
    growth('up', { value: 10 }, { hard: [0, 5_000] }),
    { figures: { 2021: 9_000, 2022: 1_100 } },
    2022,
    ['notEvaluable', null, null, null],
  ),
  row(
    'growth to the ceiling',
    growth('up', { value: 10 }, { hard: [0, 1_050] }),
    { figures: { 2021: 1_000, 2022: 1_050 } },
    2022,
    ['met', -5, null, null],
  ),
  row(
    'decline at 0 from 0: nothing is left',
    growth('down', { value: 10 }, { hard: [0, 5_000] }),
    { figures: { 2021: 0, 2022: 0 } },
    2022,
    ['met', null, null, null],
  ),
  row(
    'average growth: the pace leads to the ceiling and not beyond',
    growth('up', { value: 10 }, { average: true, hard: [0, 1_210] }),
    { ...base1000, figures: { 2023: 1_000 } },
    2023,
    ['notMet', -10, 1_331, 10],
  ),
  row(
    'growth of over 10: on the bound',
    growth('up', { comparator: '>', value: 10 }),
    { ...base1000, figures: { 2021: 1_100 } },
    2021,
    ['notMet', 0, 1_100, null],
  ),
  row(
    'growth of over 10: more is met, never Vượt',
    growth('up', { comparator: '>', value: 10 }),
    { ...base1000, figures: { 2021: 1_200 } },
    2021,
    ['met', 10, 1_100, null],
  ),
  // 5 % of 10 is 0,5.
  row(
    'growth of about 10: lower edge',
    growth('up', { comparator: '~', value: 10 }),
    { ...base1000, figures: { 2021: 1_095 } },
    2021,
    ['met', -0.5, 1_100, null],
  ),
  row(
    'growth of about 10: above the upper edge',
    growth('up', { comparator: '~', value: 10 }),
    { ...base1000, figures: { 2021: 1_106 } },
    2021,
    ['exceeded', 0.6, 1_100, null],
  ),
  row(
    'growth of under 1: less is met and not behind',
    growth('up', { comparator: '<', value: 1 }),
    { ...base1000, figures: { 2021: 1_008 } },
    2021,
    ['met', 0.2, 1_010, null],
    { result: 0.8 },
  ),
  row(
    'growth of under 1: more is not met and not ahead',
    growth('up', { comparator: '<', value: 1 }),
    { ...base1000, figures: { 2021: 1_015 } },
    2021,
    ['notMet', -0.5, 1_010, null],
    { result: 1.5 },
  ),
  row(
    'decline of 5: exactly',
    growth('down', { value: 5 }),
    { ...base1000, figures: { 2021: 950 } },
    2021,
    ['met', 0, 950, null],
    {
      result: 5,
    },
  ),
  row(
    'decline of 5: beyond',
    growth('down', { value: 5 }),
    { ...base1000, figures: { 2021: 900 } },
    2021,
    ['exceeded', 5, 950, null],
    {
      result: 10,
      pathGap: 50,
    },
  ),
  row(
    'decline of 5: a rise',
    growth('down', { value: 5 }),
    { ...base1000, figures: { 2021: 1_020 } },
    2021,
    ['notMet', -7, 950, null],
    {
      result: -2,
      pathGap: -70,
    },
  ),
  row('decline of 5: compound path', growth('down', { value: 5 }), base1000, 2022, [
    'noFigure',
    null,
    902.5,
    null,
  ]),
  row(
    'neutral growth: exactly',
    growth('neutral', { value: 1 }),
    { ...base1000, figures: { 2021: 1_010 } },
    2021,
    ['met', 0, 1_010, null],
  ),
  row(
    'neutral growth: more is not better',
    growth('neutral', { value: 1 }),
    { ...base1000, figures: { 2021: 1_030 } },
    2021,
    ['notMet', -2, 1_010, null],
  ),
  row(
    'neutral growth of at most 1: less is met, never Vượt',
    growth('neutral', { comparator: '<=', value: 1 }),
    { ...base1000, figures: { 2021: 1_005 } },
    2021,
    ['met', 0.5, 1_010, null],
  ),
  row(
    'growth: year before the period',
    growth('up', { value: 10, from: 2022 }),
    { ...base1000, figures: { 2021: 1_000 } },
    2021,
    ['notDue', null, null, null],
  ),
  row(
    'growth: base year is a year of the sheet',
    growth('up', { value: 10, from: 2022 }),
    { figures: { 2021: 1_000, 2022: 1_100 } },
    2022,
    ['met', 0, 1_100, null],
  ),
  row(
    'growth: year after the period',
    grow10,
    { ...base1000, round: 2026, figures: { 2025: 1_600, 2026: 1_800 } },
    2026,
    ['notAssigned', null, null, null],
  ),

  row(
    'average growth: on the rate after two years',
    average10,
    { ...base1000, figures: { 2022: 1_210 } },
    2022,
    ['met', 0, 1_210, 10],
    {
      result: 10,
    },
  ),
  row(
    'not average: the same years, uneven',
    grow10,
    { ...base1000, figures: { 2021: 1_000, 2022: 1_210 } },
    2022,
    ['exceeded', 11, 1_210, null],
    { result: 21 },
  ),
  row(
    'average growth: uneven years even out',
    average10,
    { ...base1000, figures: { 2021: 1_000, 2022: 1_210 } },
    2022,
    ['met', 0, 1_210, 10],
  ),
  // 1,21 / 1 − 1 in the one year left.
  row(
    'average growth: nothing in the first of two years',
    twoYears10,
    { ...base1000, figures: { 2021: 1_000 } },
    2021,
    ['notMet', -10, 1_100, 21],
    {
      result: 0,
      shortfall: 1,
    },
  ),
  row(
    'average growth: all in the first of two years',
    twoYears10,
    { ...base1000, figures: { 2021: 1_210 } },
    2021,
    ['exceeded', 11, 1_100, 0],
  ),
  row(
    'average growth: more than all, nothing is still needed',
    twoYears10,
    { ...base1000, figures: { 2021: 1_331 } },
    2021,
    ['exceeded', 23.1, 1_100, 0],
  ),
  row(
    'average growth: everything lost, no pace exists',
    twoYears10,
    { ...base1000, figures: { 2021: 0 } },
    2021,
    ['notMet', -110, 1_100, null],
  ),
  row(
    'average growth: no pace in the last year',
    twoYears10,
    { ...base1000, figures: { 2022: 1_210 } },
    2022,
    ['met', 0, 1_210, null],
  ),
  // Down 10 % a year for two years leaves 0,81; 0,81 / 1 is a fall of 19 %.
  row(
    'average decline: nothing in the first of two years',
    growth('down', { value: 10, to: 2022 }, { average: true }),
    { ...base1000, figures: { 2021: 1_000 } },
    2021,
    ['notMet', -10, 900, 19],
    { result: 0 },
  ),
  row(
    'average decline: more than all, nothing is still needed',
    growth('down', { value: 10, to: 2022 }, { average: true }),
    { ...base1000, figures: { 2021: 750 } },
    2021,
    ['exceeded', 15, 900, 0],
    { result: 25 },
  ),
];

// ---------------------------------------------------------------------------------------------------
// Flow. 8.500 a year for five years: 42.500.

const flow = (direction: Direction, target: Partial<TargetShape>): SeriesShape =>
  series('flow', direction, { from: 2021, to: 2025, ...target });
const jobs = flow('up', { value: 8_500 });
const jobsFigures = { 2021: 8_600, 2022: 8_400, 2023: 9_000 };
const jobsRange = flow('up', { range: [5_000, 6_000] });
const twoFlows = series('flow', 'up', [
  { value: 100, from: 2021, to: 2022 },
  { value: 200, from: 2023, to: 2024 },
]);
const brokenFlow = series('flow', 'up', [
  { value: 100, from: 2021, to: 2022 },
  { value: 200, from: 2024, to: 2025 },
]);
const about100 = flow('up', { comparator: '~', value: 100 });
const accidents = flow('down', { comparator: '<=', value: 100 });

const flowCases: VerdictCase[] = [
  row(
    'flow: beyond in the first year',
    jobs,
    { figures: jobsFigures },
    2021,
    ['exceeded', 100, 8_500, 8_475],
    {
      cumulative: 8_600,
      pathGap: 100,
    },
  ),
  row(
    'flow: not met in its own year though the sum is on the path',
    jobs,
    { figures: jobsFigures },
    2022,
    ['notMet', -100, 17_000, 8_500],
    { cumulative: 17_000, pathGap: 0, shortfall: 100 / 8_500 },
  ),
  row('flow: third year', jobs, { figures: jobsFigures }, 2023, ['exceeded', 500, 25_500, 8_250], {
    cumulative: 26_000,
    pathGap: 500,
  }),
  row(
    'flow given by a decision is its own measure',
    { ...jobs, given: { 2021: { value: 10_000 } } },
    { figures: { 2021: 8_100 } },
    2021,
    ['notMet', -1_900, 8_500, 8_600],
    { shortfall: 0.19 },
  ),
  row(
    'flow given to a unit the plan is not of',
    { ...jobs, own: false, given: { 2021: { value: 10_000 } } },
    { figures: { 2021: 8_100 } },
    2021,
    ['notMet', -1_900],
    { shortfall: 0.19 },
  ),
  row(
    'flow of 0 given: any miss is all of it',
    { ...accidents, given: { 2021: { comparator: '<=', value: 0 } } },
    { figures: { 2021: 1_200 } },
    2021,
    ['notMet', -1_200, 100, 0],
    { shortfall: 1 },
  ),
  row(
    'flow: an impossible year leaves the sum unknown',
    { ...jobs, hard: [0, 100_000] },
    { figures: { 2021: -8_600, 2022: 9_000 } },
    2022,
    ['exceeded', 500, 17_000, null],
    { cumulative: null, pathGap: null },
  ),
  row(
    'flow: a broken count leaves the sum unknown',
    { ...jobs, measure: 'count' },
    { figures: { 2021: 8_600.5, 2022: 9_000 } },
    2022,
    ['exceeded', 500, 17_000, null],
    { cumulative: null, pathGap: null },
  ),
  row(
    'flow: no year can bring more than the indicator can be',
    { ...jobs, hard: [0, 9_000] },
    { figures: { 2021: 0 } },
    2021,
    ['notMet', -8_500, 8_500, 9_000],
  ),
  row('flow: exactly', jobs, { figures: { 2021: 8_500 } }, 2021, ['met', 0, 8_500, 8_500]),
  row(
    'flow: nothing occurred counts as 0',
    jobs,
    { figures: { 2021: '-' } },
    2021,
    ['notMet', -8_500, 8_500, 10_625],
    {
      cumulative: 0,
      pathGap: -8_500,
      shortfall: 1,
    },
  ),
  row(
    'flow: a year without a number leaves the sum unknown, not the year',
    jobs,
    { figures: { 2021: 8_600, 2022: '...', 2023: 9_000 } },
    2023,
    ['exceeded', 500, 25_500, null],
    { cumulative: null, pathGap: null },
  ),
  row(
    'flow: nothing occurred keeps the sum',
    jobs,
    { figures: { 2021: 8_600, 2022: '-', 2023: 9_000 } },
    2023,
    ['exceeded', 500, 25_500, (42_500 - 17_600) / 2],
    { cumulative: 17_600 },
  ),
  row(
    'flow: no pace in the last year',
    jobs,
    { figures: { 2021: 8_500, 2022: 8_500, 2023: 8_500, 2024: 8_500, 2025: 8_400 } },
    2025,
    ['notMet', -100, 42_500, null],
    {
      cumulative: 42_400,
      pathGap: -100,
    },
  ),
  row('flow: everything done, nothing is still needed', jobs, { figures: { 2021: 50_000 } }, 2021, [
    'exceeded',
    41_500,
    8_500,
    0,
  ]),
  row('flow 5–6 thousand: on the weak bound', jobsRange, { figures: { 2021: 5_000 } }, 2021, [
    'met',
    0,
    5_000,
    5_000,
  ]),
  row('flow 5–6 thousand: on the strong bound', jobsRange, { figures: { 2021: 6_000 } }, 2021, [
    'met',
    1_000,
    5_000,
    4_750,
  ]),
  row('flow 5–6 thousand: beyond', jobsRange, { figures: { 2021: 6_001 } }, 2021, [
    'exceeded',
    1_001,
    5_000,
    4_749.75,
  ]),
  row('flow 5–6 thousand: below', jobsRange, { figures: { 2021: 4_999 } }, 2021, [
    'notMet',
    -1,
    5_000,
    5_000.25,
  ]),
  row(
    'flow of over 100: on the bound',
    flow('up', { comparator: '>', value: 100 }),
    { figures: { 2021: 100 } },
    2021,
    ['notMet', 0, 100, 100],
  ),
  row(
    'flow of over 100: more is met, never Vượt',
    flow('up', { comparator: '>', value: 100 }),
    { figures: { 2021: 140 } },
    2021,
    ['met', 40, 100, 90],
  ),
  row('flow of about 100: lower edge', about100, { figures: { 2021: 95 } }, 2021, ['met', -5, 100, 101.25]),
  row('flow of about 100: below', about100, { figures: { 2021: 94 } }, 2021, ['notMet', -6, 100, 101.5]),
  row('flow of about 100: upper edge', about100, { figures: { 2021: 105 } }, 2021, ['met', 5, 100, 98.75]),
  row('flow of about 100: above', about100, { figures: { 2021: 106 } }, 2021, ['exceeded', 6, 100, 98.5]),
  row('falling flow: fewer', accidents, { figures: { 2021: 90 } }, 2021, ['exceeded', 10, 100, 102.5], {
    pathGap: 10,
  }),
  row('falling flow: on the bound', accidents, { figures: { 2021: 100 } }, 2021, ['met', 0, 100, 100]),
  row('falling flow: more', accidents, { figures: { 2021: 110 } }, 2021, ['notMet', -10, 100, 97.5], {
    pathGap: -10,
    shortfall: 0.1,
  }),
  row(
    'falling flow 80–100: the weak bound is the higher',
    flow('down', { range: [80, 100] }),
    { figures: { 2021: 100 } },
    2021,
    ['met', 0, 100, 100],
  ),
  row(
    'falling flow 80–100: beyond the lower',
    flow('down', { range: [80, 100] }),
    { figures: { 2021: 79 } },
    2021,
    ['exceeded', 21, 100, 105.25],
  ),
  row('neutral flow: on the value', flow('neutral', { value: 100 }), { figures: { 2021: 100 } }, 2021, [
    'met',
    0,
    100,
    100,
  ]),
  row('neutral flow: fewer', flow('neutral', { value: 100 }), { figures: { 2021: 90 } }, 2021, [
    'notMet',
    -10,
    100,
    102.5,
  ]),
  row('neutral flow: more', flow('neutral', { value: 100 }), { figures: { 2021: 110 } }, 2021, [
    'notMet',
    -10,
    100,
    97.5,
  ]),
  row(
    'two periods: sums and path go on, the pace is to the end of the running one',
    twoFlows,
    { figures: { 2021: 100, 2022: 100, 2023: 210 } },
    2023,
    ['exceeded', 10, 400, 190],
    { cumulative: 410, pathGap: 10 },
  ),
  row(
    'two periods: last year of the first',
    twoFlows,
    { figures: { 2021: 100, 2022: 90 } },
    2022,
    ['notMet', -10, 200, null],
    {
      cumulative: 190,
    },
  ),
  row('broken periods: the year between, with a figure', brokenFlow, { figures: { 2023: 150 } }, 2023, [
    'notDue',
    null,
    null,
    null,
  ]),
  row('broken periods: the year between, blank', brokenFlow, {}, 2023, ['noFigure', null, null, null]),
  row('broken periods: no path across the break', brokenFlow, { figures: { 2024: 200 } }, 2024, [
    'met',
    0,
    null,
    null,
  ]),
  row(
    'flow: year before the period',
    flow('up', { value: 100, from: 2022 }),
    { figures: { 2021: 500 } },
    2021,
    ['notDue', null, null, null],
    {
      cumulative: null,
    },
  ),
  row(
    'flow: a year before the period is not in the sum',
    flow('up', { value: 100, from: 2022 }),
    { figures: { 2021: 500, 2022: 90 } },
    2022,
    ['notMet', -10, 100, 310 / 3],
    {
      cumulative: 90,
    },
  ),
  row('flow: year after the period', jobs, { round: 2026, figures: { 2026: 9_000 } }, 2026, [
    'notAssigned',
    null,
    null,
    null,
  ]),
];

// ---------------------------------------------------------------------------------------------------
// Total. 1.500 in 2021–2025 is 300 a year.

const total = (direction: Direction, target: Partial<TargetShape>): SeriesShape =>
  series('total', direction, { from: 2021, to: 2025, ...target });
const homes = total('up', { comparator: '>=', value: 1_500 });
const sumOf = (sum: number) => ({ 2021: 0, 2022: '-' as const, 2023: 0, 2024: 0, 2025: sum });
const aboutHomes = total('up', { comparator: '~', value: 1_500 });

const totalCases: VerdictCase[] = [
  row('total: on the way', homes, { figures: { 2021: 200, 2022: 400 } }, 2022, ['notDue', null, 600, 300], {
    cumulative: 600,
    pathGap: 0,
    shortfall: null,
  }),
  row(
    'total: on the way and behind',
    homes,
    { figures: { 2021: 200, 2022: 250 } },
    2022,
    ['notDue', null, 600, 350],
    {
      cumulative: 450,
      pathGap: -150,
      shortfall: 0.1,
    },
  ),
  row(
    'total: met early',
    homes,
    { figures: { 2021: 200, 2022: 400, 2023: 900 } },
    2023,
    ['met', null, 900, 0],
    {
      cumulative: 1_500,
    },
  ),
  row('total: beyond early', homes, { figures: { 2021: 200, 2022: 400, 2023: 1_000 } }, 2023, [
    'exceeded',
    null,
    900,
    0,
  ]),
  row(
    'total: an earlier year not available',
    homes,
    { figures: { 2021: 200, 2022: '...', 2023: 500 } },
    2023,
    ['notEvaluable', null, 900, null],
    {
      cumulative: null,
      pathGap: null,
    },
  ),
  row('total: an earlier year blank, at the end', homes, { figures: { 2025: 5_000 } }, 2025, [
    'notEvaluable',
    null,
    1_500,
    null,
  ]),
  row(
    'total: an earlier year of nothing',
    homes,
    { figures: { 2021: 200, 2022: '-', 2023: 500 } },
    2023,
    ['notDue', null, 900, 400],
    {
      cumulative: 700,
    },
  ),
  row('total: due, exactly', homes, { figures: sumOf(1_500) }, 2025, ['met', 0, 1_500, null]),
  row('total: due, not met', homes, { figures: sumOf(1_400) }, 2025, ['notMet', -100, 1_500, null], {
    shortfall: 1 / 15,
  }),
  row('total: due, beyond', homes, { figures: sumOf(1_501) }, 2025, ['exceeded', 1, 1_500, null]),
  row(
    'total: made up for after the end',
    homes,
    { round: 2026, figures: { ...sumOf(1_400), 2026: 150 } },
    2026,
    ['exceeded', 50, 1_500, null],
    {
      cumulative: 1_550,
    },
  ),
  row(
    'total of over 5.000: on the bound',
    total('up', { comparator: '>', value: 5_000 }),
    { figures: sumOf(5_000) },
    2025,
    ['notMet', 0, 5_000, null],
  ),
  row(
    'total of over 5.000: more, never Vượt',
    total('up', { comparator: '>', value: 5_000 }),
    { figures: sumOf(9_000) },
    2025,
    ['met', 4_000, 5_000, null],
  ),
  // 5 % of 1.500 is 75.
  row('total of about 1.500: lower edge', aboutHomes, { figures: sumOf(1_425) }, 2025, [
    'met',
    -75,
    1_500,
    null,
  ]),
  row('total of about 1.500: below', aboutHomes, { figures: sumOf(1_424) }, 2025, [
    'notMet',
    -76,
    1_500,
    null,
  ]),
  row('total of about 1.500: upper edge', aboutHomes, { figures: sumOf(1_575) }, 2025, [
    'met',
    75,
    1_500,
    null,
  ]),
  row('total of about 1.500: above', aboutHomes, { figures: sumOf(1_576) }, 2025, [
    'exceeded',
    76,
    1_500,
    null,
  ]),
  row(
    'total 1.000–1.200: the weak bound decides',
    total('up', { range: [1_000, 1_200] }),
    { figures: sumOf(1_000) },
    2025,
    ['met', 0, 1_000, null],
  ),
  row('total 1.000–1.200: beyond', total('up', { range: [1_000, 1_200] }), { figures: sumOf(1_300) }, 2025, [
    'exceeded',
    300,
    1_000,
    null,
  ]),
  row('falling total: fewer', total('down', { comparator: '<=', value: 100 }), { figures: sumOf(90) }, 2025, [
    'exceeded',
    10,
    100,
    null,
  ]),
  row('falling total: more', total('down', { comparator: '<=', value: 100 }), { figures: sumOf(110) }, 2025, [
    'notMet',
    -10,
    100,
    null,
  ]),
  row(
    'falling total 80–100: the weak bound is the higher',
    total('down', { range: [80, 100] }),
    { figures: sumOf(100) },
    2025,
    ['met', 0, 100, null],
  ),
  row('neutral total: on the value', total('neutral', { value: 100 }), { figures: sumOf(100) }, 2025, [
    'met',
    0,
    100,
    null,
  ]),
  row('neutral total: more', total('neutral', { value: 100 }), { figures: sumOf(110) }, 2025, [
    'notMet',
    -10,
    100,
    null,
  ]),
  row(
    'total: year before the period',
    total('up', { value: 100, from: 2022 }),
    { figures: { 2021: 50 } },
    2021,
    ['notDue', null, null, null],
    {
      cumulative: null,
    },
  ),
  row(
    'total: a year before the period is not in the sum',
    total('up', { value: 100, from: 2022 }),
    { figures: { 2021: 50, 2022: 20 } },
    2022,
    ['notDue', null, 25, 80 / 3],
    {
      cumulative: 20,
      pathGap: -5,
    },
  ),
];

// ---------------------------------------------------------------------------------------------------
// Maintain and milestone.

const maintain = (direction: Direction, target: Partial<TargetShape>): SeriesShape =>
  series('maintain', direction, { from: 2021, to: 2025, ...target }, share);
const in2023 = (figure: Figure) => ({ figures: { 2023: figure } });

const maintainCases: VerdictCase[] = [
  row('maintain 100: kept', maintain('up', { value: 100 }), in2023(100), 2023, ['met', 0, 100, null]),
  row('maintain 100: off by less than is printed', maintain('up', { value: 100 }), in2023(99.996), 2023, [
    'met',
    0,
    100,
    null,
  ]),
  row('maintain 100: off by the last decimal printed', maintain('up', { value: 100 }), in2023(99.99), 2023, [
    'notMet',
    -0.01,
    100,
    null,
  ]),
  row('maintain 100: lost', maintain('up', { value: 100 }), in2023(99.9), 2023, ['notMet', -0.1, 100, null], {
    shortfall: 0.001,
  }),
  row('maintain 95: more is never Vượt', maintain('up', { value: 95 }), in2023(97), 2023, [
    'met',
    2,
    95,
    null,
  ]),
  row(
    'maintain at least 95: more is never Vượt',
    maintain('up', { comparator: '>=', value: 95 }),
    in2023(97),
    2023,
    ['met', 2, 95, null],
  ),
  row('maintain above 98: on the bound', maintain('up', { comparator: '>', value: 98 }), in2023(98), 2023, [
    'notMet',
    0,
    98,
    null,
  ]),
  row('maintain about 80: lower edge', maintain('up', { comparator: '~', value: 80 }), in2023(76), 2023, [
    'met',
    -4,
    80,
    null,
  ]),
  row('maintain about 80: below', maintain('up', { comparator: '~', value: 80 }), in2023(75.9), 2023, [
    'notMet',
    -4.1,
    80,
    null,
  ]),
  row('maintain 90–95: above', maintain('up', { range: [90, 95] }), in2023(96), 2023, ['met', 6, 90, null]),
  row('maintain 90–95: below', maintain('up', { range: [90, 95] }), in2023(89), 2023, [
    'notMet',
    -1,
    90,
    null,
  ]),
  row(
    'maintain at most 2: below is never Vượt',
    maintain('down', { comparator: '<=', value: 2 }),
    in2023(1.5),
    2023,
    ['met', 0.5, 2, null],
  ),
  row('maintain at most 2: above', maintain('down', { comparator: '<=', value: 2 }), in2023(2.1), 2023, [
    'notMet',
    -0.1,
    2,
    null,
  ]),
  row('maintain under 2: on the bound', maintain('down', { comparator: '<', value: 2 }), in2023(2), 2023, [
    'notMet',
    0,
    2,
    null,
  ]),
  row(
    'maintain 2–3, falling: the weak bound is the higher',
    maintain('down', { range: [2, 3] }),
    in2023(3),
    2023,
    ['met', 0, 3, null],
  ),
  row('maintain 0: nothing occurred', maintain('down', { value: 0 }), in2023('-'), 2023, ['met', 0, 0, null]),
  row(
    'maintain 0: something occurred, all of it',
    maintain('down', { value: 0 }),
    in2023(1),
    2023,
    ['notMet', -1, 0, null],
    {
      shortfall: 1,
    },
  ),
  row('neutral maintain: inside', maintain('neutral', { range: [48, 52] }), in2023(49), 2023, [
    'met',
    0,
    48,
    null,
  ]),
  row('neutral maintain: outside', maintain('neutral', { range: [48, 52] }), in2023(53), 2023, [
    'notMet',
    -1,
    48,
    null,
  ]),
  row('maintain: year before the period', maintain('up', { value: 100, from: 2024 }), in2023(100), 2023, [
    'notDue',
    null,
    null,
    null,
  ]),
  row('maintain: year after the period', maintain('up', { value: 100, to: 2022 }), in2023(100), 2023, [
    'notAssigned',
    null,
    null,
    null,
  ]),
];

const housing = series('milestone', 'up', { to: 2024 }, { measure: 'yes-no', unit: 'có/không' });
const milestoneCases: VerdictCase[] = [
  row('milestone: not done, not due', housing, { figures: { 2023: 0 } }, 2023, ['notDue', null, null, null]),
  row('milestone: done early', housing, { figures: { 2023: 1 } }, 2023, ['met', null, null, null]),
  row('milestone: due and not done', housing, { figures: { 2024: 0 } }, 2024, ['notMet', null, null, null], {
    shortfall: 1,
  }),
  row('milestone: due and nothing occurred', housing, { figures: { 2024: '-' } }, 2024, [
    'notMet',
    null,
    null,
    null,
  ]),
  row('milestone: done in its year', housing, { figures: { 2024: 1 } }, 2024, ['met', null, null, null]),
  row('milestone: done late', housing, { figures: { 2024: 0, 2025: 1 } }, 2025, ['met', null, null, null]),
  row('milestone: late and still not done', housing, { figures: { 2025: 0 } }, 2025, [
    'notMet',
    null,
    null,
    null,
  ]),
];

// ---------------------------------------------------------------------------------------------------
// What comes before any comparison is the same for every kind and direction.

const directionsOf = (kind: TargetKind): Direction[] =>
  kind === 'milestone' ? ['up'] : ['up', 'down', 'neutral'];

/** A target of 50 that is in force in 2025, with all earlier years known, so that only 2025 decides. */
function plain(kind: TargetKind, direction: Direction): SeriesShape {
  const target = kind === 'milestone' ? {} : { value: 50 };
  const periodic = kind !== 'level' && kind !== 'milestone';
  return series(kind, direction, { ...target, to: 2025, ...(periodic ? { from: 2021 } : {}) });
}

const earlier = { 2021: 50, 2022: 50, 2023: 50, 2024: 50 };
const known2025 = (figure: Figure, more: ValuesShape = {}): ValuesShape => ({
  base: { year: 2020, value: 50 },
  figures: { ...earlier, 2025: figure },
  ...more,
});

/**
 * The gap of a figure of 60 in 2025 after years of 50, by hand: 60 − 50 for a level, an amount and a state
 * to keep; 10 points up against 50 asked for; 20 % against 50 %; 260 in five years against 50.
 */
const GAP_OF_60: Record<TargetKind, Record<Direction, Result>> = {
  level: { up: 10, down: -10, neutral: -10 },
  change: { up: -40, down: -60, neutral: -40 },
  growth: { up: -30, down: -70, neutral: -30 },
  relative: { up: -30, down: -70, neutral: -30 },
  flow: { up: 10, down: -10, neutral: -10 },
  total: { up: 210, down: -210, neutral: -210 },
  maintain: { up: 10, down: -10, neutral: -10 },
  milestone: { up: null, down: null, neutral: null },
};

/** Nothing occurred in 2025: 0 − 50; a fall of 50 points; a loss of 100 %; 200 in four years. */
const NOTHING_OCCURRED: Record<TargetKind, Record<Direction, [Verdict, Result]>> = {
  level: { up: ['notMet', -50], down: ['exceeded', 50], neutral: ['notMet', -50] },
  change: { up: ['notMet', -100], down: ['met', 0], neutral: ['notMet', -100] },
  growth: { up: ['notMet', -150], down: ['exceeded', 50], neutral: ['notMet', -150] },
  relative: { up: ['notMet', -150], down: ['exceeded', 50], neutral: ['notMet', -150] },
  flow: { up: ['notMet', -50], down: ['exceeded', 50], neutral: ['notMet', -50] },
  total: { up: ['exceeded', 150], down: ['notMet', -150], neutral: ['notMet', -150] },
  maintain: { up: ['notMet', -50], down: ['met', 50], neutral: ['notMet', -50] },
  milestone: { up: ['notMet', null], down: ['notMet', null], neutral: ['notMet', null] },
};

const commonCases: VerdictCase[] = targetKinds.flatMap((kind) =>
  directionsOf(kind).flatMap((direction) => {
    const target = plain(kind, direction);
    const name = (what: string) => `${kind}, ${direction}: ${what}`;
    const gapOf60 = GAP_OF_60[kind][direction];
    return [
      row(name('blank'), target, known2025(null), 2025, ['noFigure', null]),
      row(name('not available'), target, known2025('...'), 2025, ['noFigure', null]),
      row(name('not applicable'), target, known2025('x'), 2025, ['notEvaluable', null]),
      row(name('nothing occurred'), target, known2025('-'), 2025, NOTHING_OCCURRED[kind][direction]),
      row(name('denominator too small'), target, known2025(60, { small: [2025] }), 2025, [
        'notEvaluable',
        null,
      ]),
      row(name('blank with a small denominator'), target, known2025(null, { small: [2025] }), 2025, [
        'noFigure',
        null,
      ]),
      row(name('not assigned'), target, known2025(60, { assigned: false }), 2025, ['notAssigned', null]),
      row(name('not assigned and blank'), target, known2025(null, { assigned: false }), 2025, [
        'notAssigned',
        null,
      ]),
      row(
        name('not assigned, after the round'),
        target,
        known2025(60, { assigned: false, round: 2024 }),
        2025,
        ['notAssigned', null],
      ),
      row(name('after the round, with a figure'), target, known2025(60, { round: 2024 }), 2025, [
        'notDue',
        gapOf60,
      ]),
      row(name('after the round, blank'), target, known2025(null, { round: 2024 }), 2025, ['notDue', null]),
      row(name('after the round, not applicable'), target, known2025('x', { round: 2024 }), 2025, [
        'notDue',
        null,
      ]),
    ];
  }),
);

/** Every case, by kind. */
export const verdictCases: Record<string, VerdictCase[]> = {
  'before any comparison': commonCases,
  level: levelCases,
  change: changeCases,
  growth: growthCases,
  relative: relativeCases,
  flow: flowCases,
  total: totalCases,
  maintain: maintainCases,
  milestone: milestoneCases,
};
