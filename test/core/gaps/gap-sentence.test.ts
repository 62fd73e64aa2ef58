import { describe, expect, it } from 'vitest';
import { gapSentence, paceSentence } from '../../../core/gaps/gap-sentence.ts';
import { targetGap, worstFirst, type TargetGap } from '../../../core/gaps/target-gap.ts';
import { forUnit } from '../../../core/target/plan-series.ts';
import { makeSeries, makeValues, type SeriesShape, type ValuesShape } from '../target/make-series.ts';

const YEARS = [2021, 2022, 2023, 2024, 2025];

function gapOf(shape: SeriesShape, values: ValuesShape): TargetGap {
  const made = makeValues(values);
  return targetGap(makeSeries(shape), made, made.round, YEARS);
}

const insured: SeriesShape = {
  kind: 'level',
  direction: 'up',
  measure: 'share',
  targets: [{ comparator: '>=', value: 95, to: 2025 }],
};
const poverty: SeriesShape = {
  kind: 'change',
  direction: 'down',
  measure: 'share',
  targets: [{ range: [4, 5], from: 2021, to: 2025 }],
};

describe('gapSentence', () => {
  it.each<[string, SeriesShape, ValuesShape, string, string]>([
    [
      'a share above its plan, in points',
      insured,
      { figures: { 2025: 96.3 } },
      'Thực hiện 96,3 %; kế hoạch ≥ 95 %; cao hơn 1,3 điểm %: vượt.',
      'Reached 96.3 %; plan ≥ 95 %; higher by 1.3 percentage points: exceeded.',
    ],
    [
      'a rate that should fall and lies above',
      { ...insured, direction: 'down', targets: [{ comparator: '<=', value: 20, to: 2025 }] },
      { figures: { 2025: 22.25 } },
      'Thực hiện 22,25 %; kế hoạch ≤ 20 %; cao hơn 2,25 điểm %: chưa đạt. Thiếu 11,3 % giá trị phải đạt, không quá 20 % nên không cần lý do.',
      'Reached 22.25 %; plan ≤ 20 %; higher by 2.25 percentage points: not met. 11.3 % of the value asked for is missing, not more than 20 %: no reason is needed.',
    ],
    [
      'a level that has only an order',
      {
        kind: 'level',
        direction: 'up',
        measure: 'ordinal',
        unit: 'mức độ',
        targets: [{ comparator: '>=', value: 2, to: 2025 }],
      },
      { figures: { 2025: 2 } },
      'Thực hiện mức độ 2; kế hoạch mức độ ≥ 2; bằng mức đề ra: đạt.',
      'Reached mức độ 2; plan mức độ ≥ 2; exactly as set: met.',
    ],
    [
      'exactly the plan',
      insured,
      { figures: { 2025: 95 } },
      'Thực hiện 95 %; kế hoạch ≥ 95 %; bằng mức đề ra: đạt.',
      'Reached 95 %; plan ≥ 95 %; exactly as set: met.',
    ],
    [
      'met by the tolerance, with the distance from the value itself',
      { kind: 'level', direction: 'neutral', targets: [{ comparator: '~', value: 1_830_000, to: 2025 }] },
      { figures: { 2025: 1_740_000 } },
      'Thực hiện 1.740.000 người; kế hoạch ≈ 1.830.000 người; thấp hơn 90.000 người, trong mức cho phép 5 %: đạt.',
      'Reached 1,740,000 người; plan ≈ 1,830,000 người; lower by 90,000 người, within the tolerance of 5 %: met.',
    ],
    [
      'a cut that finds nothing left to cut',
      { ...poverty, hard: [0, 100] },
      { figures: { 2024: 0.34, 2025: 0 } },
      'Thực hiện giảm 0,34 điểm %/năm; kế hoạch giảm 4–5 điểm %/năm; mức giảm thấp hơn 3,66 điểm %/năm, đã đến mức cuối cùng có thể: đạt.',
      'Reached a fall of 0.34 percentage points/year; plan a fall of 4–5 percentage points/year; a smaller fall by 3.66 percentage points/year, at the last value possible: met.',
    ],
    [
      'a yearly cut, by its size',
      poverty,
      { figures: { 2024: 20, 2025: 16.8 } },
      'Thực hiện giảm 3,2 điểm %/năm; kế hoạch giảm 4–5 điểm %/năm; mức giảm thấp hơn 0,8 điểm %/năm: chưa đạt. Thiếu 20 % mức phải thay đổi, không quá 20 % nên không cần lý do.',
      'Reached a fall of 3.2 percentage points/year; plan a fall of 4–5 percentage points/year; a smaller fall by 0.8 percentage points/year: not met. 20 % of the change asked for is missing, not more than 20 %: no reason is needed.',
    ],
    [
      'a target year ahead, with the reference path',
      insured,
      { round: 2023, figures: { 2023: 91 }, base: { year: 2021, value: 91 } },
      'Thực hiện 91 %; mục tiêu ≥ 95 % (năm 2025); thấp hơn lộ trình tham chiếu 2 điểm %: chưa đến hạn.',
      'Reached 91 %; target ≥ 95 % (2025); below the reference path by 2 percentage points: not yet due.',
    ],
    [
      'a hair below the plan, as it is reported and printed',
      insured,
      { figures: { 2025: 94.998 } },
      'Thực hiện 95 %; kế hoạch ≥ 95 %; bằng mức đề ra: đạt.',
      'Reached 95 %; plan ≥ 95 %; exactly as set: met.',
    ],
    [
      'a rate that rose where it was to fall',
      poverty,
      { figures: { 2024: 20, 2025: 21.5 } },
      'Thực hiện tăng 1,5 điểm %/năm; kế hoạch giảm 4–5 điểm %/năm; mức giảm thấp hơn 5,5 điểm %/năm: chưa đạt.',
      'Reached a rise of 1.5 percentage points/year; plan a fall of 4–5 percentage points/year; a smaller fall by 5.5 percentage points/year: not met.',
    ],
    ['no figure', insured, {}, 'Kế hoạch ≥ 95 %: chưa có số.', 'Plan ≥ 95 %: no figure.'],
    [
      'a milestone',
      { kind: 'milestone', direction: 'up', measure: 'yes-no', targets: [{ to: 2025 }] },
      { figures: { 2025: 0 } },
      'Chưa hoàn thành; hạn năm 2025: chưa đạt.',
      'Not done; due in 2025: not met.',
    ],
    [
      'a change without the figure before',
      poverty,
      { figures: { 2025: 16.8 } },
      'Thực hiện 16,8 % (mức giảm chưa tính được); kế hoạch giảm 4–5 điểm %/năm: chưa đánh giá được.',
      'Reached 16.8 % (the fall cannot be computed yet); plan a fall of 4–5 percentage points/year: cannot be assessed.',
    ],
  ])('says %s', (_, shape, values, vi, en) => {
    const one = gapOf(shape, values);
    expect(gapSentence(one, 'vi')).toBe(vi);
    expect(gapSentence(one, 'en')).toBe(en);
  });

  it('names the decision that assigned the value', () => {
    const series = forUnit(
      makeSeries(insured),
      false,
      new Map([[2025, { comparator: '>=', value: 97.5, decision: '12/QĐ-UBND' }]]),
    );
    const one = targetGap(series, makeValues({ figures: { 2025: 96 } }), 2025, YEARS);
    expect(gapSentence(one, 'vi')).toBe(
      'Thực hiện 96 %; được giao ≥ 97,5 % (12/QĐ-UBND); thấp hơn 1,5 điểm %: chưa đạt. Thiếu 1,5 % giá trị phải đạt, không quá 20 % nên không cần lý do.',
    );
  });

  it('says the pace still needed, and nothing when none is', () => {
    const behind = gapOf(insured, { round: 2023, figures: { 2023: 91 }, base: { year: 2021, value: 91 } });
    expect(paceSentence(behind, 'vi')).toBe('Mỗi năm còn lại cần tăng 2 điểm %.');
    expect(paceSentence(gapOf(insured, { figures: { 2025: 96 } }), 'vi')).toBeNull();
  });

  it('says a pace of people and things in whole ones, as many as suffice', () => {
    const people: SeriesShape = {
      kind: 'level',
      direction: 'up',
      measure: 'count',
      targets: [{ comparator: '>=', value: 1_000, to: 2025 }],
    };
    const behind = gapOf(people, { round: 2022, figures: { 2022: 900 }, base: { year: 2021, value: 900 } });
    expect(paceSentence(behind, 'vi')).toBe('Mỗi năm còn lại cần tăng 34 người.');
  });
});

describe('targetGap', () => {
  it('draws path and figures in one quantity, and nothing after the round', () => {
    const jobs: SeriesShape = {
      kind: 'flow',
      direction: 'up',
      targets: [{ value: 100, from: 2021, to: 2025 }],
    };
    const one = gapOf(jobs, { round: 2022, figures: { 2021: 90, 2022: 120, 2023: 7 } });
    expect(one.path.map(({ value }) => value)).toEqual([100, 200, 300, 400, 500]);
    expect(one.reached.map(({ value }) => value)).toEqual([90, 210, null, null, null]);
    expect(one.citation).toEqual({ plan: 'tested-plan', line: 1, quote: 'câu được trích' });
  });

  it('lists what failed by the larger share first, then what has no figure, then what is fine', () => {
    const level = (value: number) =>
      gapOf(insured, { figures: { 2025: value }, base: { year: 2020, value: 85 } });
    const [fine, near, far, blank] = [level(96), level(94), level(90), gapOf(insured, {})];
    expect(worstFirst([fine, near, blank, far])).toEqual([far, near, blank, fine]);
  });
});
