import { beforeAll, describe, expect, it } from 'vitest';
import { checkReturnFigures, type CheckedFigures } from '../../core/check/check-return-figures.ts';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import { gapSentence } from '../../core/gaps/gap-sentence.ts';
import { typedFromKnown } from '../../core/template/sheets/check/typed-from-known.ts';
import { placed } from '../../core/workbook/placed.ts';
import type { Baseline, WorkbookRequest } from '../../core/workbook/request.ts';
import { caseFacts, cases } from './cases.ts';
import { insteadOf, keyOf, type Instead } from './instead.ts';

/** The same workbook with other figures typed, baselines known or values assigned. */
function instead(request: WorkbookRequest, change: Instead): CheckedFigures {
  const where = placed(insteadOf(request, change));
  return checkReturnFigures(where, typedFromKnown(where.request, where.layout));
}

/** How one target of a return stands: verdict, sentence, pace, missing part, whether a reason is wanted. */
function standing({ gaps, findings }: Pick<CheckedFigures, 'gaps' | 'findings'>, indicator: string, plan = '') {
  const one = gaps.find(({ key }) => key.startsWith(plan) && key.includes(`|${keyOf(indicator)}|`));
  if (!one) throw new Error(`${indicator} is not asked`);
  return {
    verdict: one.verdict,
    said: gapSentence(one, 'vi'),
    pace: one.pace,
    missing: one.shortfall === null ? null : Math.round(one.shortfall * 1_000) / 1_000,
    wantsReason: findings.some(({ code, key }) => code === 'gap-to-explain' && key === one.key),
  };
}

/** A case's return, and its request for siblings. */
function opened(name: keyof typeof cases) {
  const found = {} as { request: WorkbookRequest; returned: Pick<CheckedFigures, 'gaps' | 'findings'> };
  beforeAll(async () => {
    const { request, gaps, report } = checkWorkbook(await caseFacts(cases[name]));
    if (!request) throw new Error('the case has lost its definition');
    Object.assign(found, { request, returned: { gaps, findings: report.findings } });
  });
  return found;
}

describe('assigned-negative-cut', () => {
  const of = opened('assigned-negative-cut');
  it('is not judged', () => {
    expect(standing(of.returned, 'poverty-rate')).toMatchObject({ verdict: 'notEvaluable', missing: null });
  });
  it('is said to be for the sign of the assigned value', () => {
    expect(standing(of.returned, 'poverty-rate').said).toMatch(/Nguyên nhân: số giao là [-−]3, .*giao mức 3 thì ghi 3/u);
  });
  it.each([
    [-0.5, 'notEvaluable'],
    [-100, 'notEvaluable'],
    [3, 'notMet'],
    [0, 'notMet'],
  ])('a cut of %d', (value, verdict) => {
    const assigned = { 'poverty-rate': value };
    expect(standing(instead(of.request, { assigned }), 'poverty-rate').verdict).toBe(verdict);
  });
});

describe('poverty-zero', () => {
  const of = opened('poverty-zero');
  it('is met, and no reason is wanted', () => {
    expect(standing(of.returned, 'poverty-rate')).toMatchObject({ verdict: 'met', wantsReason: false });
  });
  it.each([
    [0.5, 0, 'met'],
    [9, 0, 'exceeded'],
    [0.3, 0.1, 'notMet'],
    // As it is reported, nothing is left.
    [0.34, 0.004, 'met'],
  ])('from %d to %d', (from, to, verdict) => {
    const figures = instead(of.request, { figures: { 'poverty-rate': to }, before: { 'poverty-rate': from } });
    expect(standing(figures, 'poverty-rate').verdict).toBe(verdict);
  });
});

describe('impossible-base', () => {
  const of = opened('impossible-base');
  it('nothing is judged from it', () => {
    for (const one of ['poverty-rate', 'compulsory-insurance-participants'])
      expect(standing(of.returned, one).verdict).toBe('notEvaluable');
  });
  it.each<[Partial<Baseline>, string]>([
    [{ value: 100.5 }, 'notEvaluable'],
    [{ value: -1 }, 'notEvaluable'],
    [{ value: null }, 'notEvaluable'],
    [{ year: 2199 }, 'notEvaluable'],
    [{ value: 42 }, 'met'],
    // "42%" as a program stores it; where the source says so, it is what it says.
    [{ value: 0.42 }, 'notEvaluable'],
    [{ value: 0.42, source: 'Báo cáo số 12' }, 'notEvaluable'],
    [{ value: 0.42, source: 'Báo cáo số 12: 0.42 %' }, 'notMet'],
  ])('a base of %o', (base, verdict) => {
    const figures = instead(of.request, { baselines: { 'poverty-rate': base } });
    expect(standing(figures, 'poverty-rate').verdict).toBe(verdict);
  });
});

describe('assigned-shortfall', () => {
  const of = opened('assigned-shortfall');
  it('is a part of the value assigned', () => {
    expect(standing(of.returned, 'new-jobs')).toMatchObject({ missing: 0.19, wantsReason: false });
    expect(standing(of.returned, 'villages-short-of-water')).toMatchObject({ missing: 0.3, wantsReason: true });
  });
  it.each([
    [8_000, 10_000, 0.2, false],
    [7_999, 10_000, 0.2, true],
    [450, 600, 0.25, true],
    [600, 600, null, false],
  ])('%d of %d', (figure, value, missing, wantsReason) => {
    const figures = instead(of.request, { figures: { 'new-jobs': figure }, assigned: { 'new-jobs': value } });
    expect(standing(figures, 'new-jobs')).toMatchObject({ missing, wantsReason });
  });
});

describe('about-neutral-within', () => {
  const of = opened('about-neutral-within');
  it('says the distance, and is met', () => {
    const { verdict, said } = standing(of.returned, 'population');
    expect(verdict).toBe('met');
    expect(said).toContain('thấp hơn 90.000 người, trong mức cho phép 5 %: đạt');
  });
  it.each([
    [1_830_000, 'met', 'bằng mức đề ra'],
    [1_900_000, 'met', 'cao hơn 70.000 người, trong mức cho phép 5 %'],
    [1_738_499, 'notMet', 'thấp hơn 91.501 người'],
    [1_921_501, 'notMet', 'cao hơn 91.501 người'],
  ])('%d people', (population, verdict, words) => {
    const one = standing(instead(of.request, { figures: { population } }), 'population');
    expect(one.verdict).toBe(verdict);
    expect(one.said).toContain(words);
  });
});

describe('baseline-equals-target', () => {
  const of = opened('baseline-equals-target');
  it('is ranked by the value, and always explained', () => {
    expect(standing(of.returned, 'fixed-phone-use')).toMatchObject({ missing: 0.737, wantsReason: true });
  });
  it.each([
    // The baseline lies at or beyond the target.
    [38, 10, 0.737, true],
    [45, 37.5, 0.013, true],
    // Of a small change any distance is many times as much.
    [37.9, 10, 1, true],
    [37.9, 37.99, 0.1, false],
    [20, 10, 1, true],
    [20, 36, 0.111, false],
  ])('baseline %d, figure %d', (value, figure, missing, wantsReason) => {
    const one = standing(
      instead(of.request, {
        baselines: { 'fixed-phone-use': { value } },
        figures: { 'fixed-phone-use': figure },
      }),
      'fixed-phone-use',
    );
    expect(one).toMatchObject({ verdict: 'notMet', missing, wantsReason });
  });
});

describe('impossible-pace', () => {
  const of = opened('impossible-pace');
  const poor = 'poverty-rate|poor-districts';
  it('is no more than what is left', () => {
    expect(standing(of.returned, poor).pace).toBe(2);
  });
  it.each([
    [1, 0.5],
    [0, 0],
    [0.3, 0.15],
  ])('%d per cent left: %d a year', (figure, pace) => {
    expect(standing(instead(of.request, { figures: { [poor]: figure } }), poor).pace).toBe(pace);
  });
});

describe('together-2030', () => {
  const of = opened('together-2030');
  const plans = ['lai-chau-2021', 'lai-chau-2024'];
  it('each plan judges by its own value', () => {
    const [older, newer] = plans.map((plan) => standing(of.returned, 'pension-coverage', plan));
    expect([older?.verdict, newer?.verdict]).toEqual(['met', 'notMet']);
  });
  it.each([
    [18, 'met', 'notMet'],
    [19, 'met', 'met'],
    [16, 'notMet', 'notMet'],
  ])('%d', (figure, older, newer) => {
    const figures = instead(of.request, { figures: { 'pension-coverage': figure } });
    expect(plans.map((plan) => standing(figures, 'pension-coverage', plan).verdict)).toEqual([older, newer]);
  });
});

describe('rounds-up-to-100', () => {
  const of = opened('rounds-up-to-100');
  it.each([
    ['merit-people-local-living-standard', 'Thực hiện 100 %; kế hoạch 100 %; bằng mức đề ra: đạt.'],
    ['doctors-per-10000', 'Thực hiện 9 bác sĩ/vạn dân; kế hoạch 9 bác sĩ/vạn dân; bằng mức đề ra: đạt.'],
    ['cultural-families', 'Thực hiện 80 %; kế hoạch 80 %; bằng mức đề ra: đạt.'],
  ])('%s: words and verdict agree', (indicator, said) => {
    expect(standing(of.returned, indicator).said).toBe(said);
  });
  it.each([
    [79.995, 'met', '80 %'],
    [79.994, 'notMet', '79,99 %'],
    [80.004, 'met', '80 %'],
  ])('%d of 80', (figure, verdict, words) => {
    const one = standing(instead(of.request, { figures: { 'cultural-families': figure } }), 'cultural-families');
    expect(one.verdict).toBe(verdict);
    expect(one.said).toContain(`Thực hiện ${words};`);
  });
});
