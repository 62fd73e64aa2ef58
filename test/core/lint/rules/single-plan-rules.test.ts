import { describe, expect, it } from 'vitest';
import { renderMessage } from '../../../../core/wording/render.ts';
import { districtsEnded } from '../../../../core/lint/rules/districts-ended.ts';
import { noBaseline } from '../../../../core/lint/rules/no-baseline.ts';
import { unexplainedNumber } from '../../../../core/lint/rules/unexplained-number.ts';
import { yearNotPrinted } from '../../../../core/lint/rules/year-not-printed.ts';
import {
  type PlanInput,
  lintContext,
  lintFixture,
  loadedFixture,
  planInput,
  targetInput,
} from '../../plan/fixture.ts';

const listed = (data: unknown): unknown => (data as { targets: unknown }).targets;

describe('no-baseline', () => {
  it('lists levels, changes and growths without a level to start from, in one finding', () => {
    const document = 'đạt 90%\ncó 91%\ngiảm 4%';
    const entry = (id: string, indicator: string, changes: object) => ({
      ...targetInput({ id, indicator, line: '2', quote: 'có 91%', printed: '91', ...changes }),
      comparator: 'equal' as const,
    });
    const target = (id: string, indicator: string, changes: object = {}) =>
      targetInput({ id, indicator, quote: 'đạt 90%', yearFrom: '2021', ...changes });
    const plan = loadedFixture(
      document,
      planInput({
        targets: [
          target('with-base', 'insured'),
          target('other-stratum', 'insured', { stratum: 'urban' }),
          target('only-a-pace', 'poverty'),
          target('cut', 'poverty', { kind: 'change' }),
          target('jobs', 'people', { kind: 'flow' }),
          target('kept', 'covered', { kind: 'maintain' }),
        ],
        baselines: [
          entry('base', 'insured', {}),
          entry('pace', 'poverty', {
            kind: 'change',
            line: '3',
            quote: 'giảm 4%',
            printed: '4',
            yearFrom: '2015',
          }),
        ],
      }),
    );
    const linted = { plan, file: 'plan.yaml', sourceFile: 'source.txt', locate: () => 7 };
    const context = lintContext(linted);
    const findings = noBaseline.check(linted, context);
    expect(findings.map(({ code, place }) => [code, place])).toEqual([
      ['lint-no-baseline', { file: 'plan.yaml' }],
    ]);
    expect(listed(findings[0]?.data)).toEqual([
      { id: 'other-stratum', line: 1 },
      { id: 'only-a-pace', line: 1 },
      { id: 'cut', line: 1 },
    ]);
    const gathered = (unit: string, indicator: string, stratum: string | null) => ({
      ...{ unit, indicator, stratum, year: 2020, value: 5, numerator: null, denominator: null },
      source: 'Niên giám',
    });
    const { province } = plan.file;
    const baselines = [
      gathered(province, 'poverty', null),
      gathered(province, 'insured', null),
      gathered(`${province}.1`, 'insured', 'urban'),
    ];
    const left = noBaseline.check(linted, { ...context, baselines });
    expect(listed(left[0]?.data), 'only the province and the same stratum count').toEqual([
      { id: 'other-stratum', line: 1 },
    ]);
  });

  describe('of a yearly change or growth', () => {
    const check = (line: string, years: readonly number[]) => {
      const linted = lintFixture('p', '2021', [line]);
      const baselines = years.map((year) => ({
        ...{ unit: linted.plan.file.province, indicator: 'poverty', stratum: null, year, value: 5 },
        ...{ numerator: null, denominator: null, source: 'Niên giám' },
      }));
      return noBaseline.check(linted, { ...lintContext(linted), baselines });
    };

    it('names the year that is wanted and those that are given', () => {
      const findings = check('poverty change equal 4 2021-2025', [2022, 2019]);
      expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
        ['lint-baseline-of-other-year', 'warning'],
      ]);
      expect(listed(findings[0]?.data)).toEqual([{ id: 't1', line: 1, wanted: 2020, given: [2019, 2022] }]);
      const [finding] = findings;
      expect(finding && renderMessage(finding, 'vi')).toContain(
        't1 (dòng 1) cần số năm 2020, chỉ có số năm 2019, 2022',
      );
    });

    it('is content with the base year among others, a level with any year', () => {
      expect(check('poverty change equal 4 2021-2025', [2020, 2022])).toEqual([]);
      expect(check('poverty level equal 4 2025', [2022])).toEqual([]);
    });

    it('is silent where the base year is reported in the workbook', () => {
      expect(check('poverty change equal 4 2026-2030', [])).toEqual([]);
      expect(check('poverty change equal 4 2026-2030', [2020])).toEqual([]);
    });
  });

  it('takes for a yearly change only a printed level of its base year', () => {
    const document = 'giảm 4%\ncó 9%';
    const codes = (base: object) => {
      const plan = loadedFixture(
        document,
        planInput({
          targets: [
            targetInput({
              ...{ id: 'cut', indicator: 'poverty', kind: 'change', quote: 'giảm 4%', printed: '4' },
              yearFrom: '2021',
            }),
          ],
          baselines: [
            {
              ...targetInput({ id: 'base', indicator: 'poverty', line: '2', quote: 'có 9%', printed: '9' }),
              comparator: 'equal',
              ...base,
            },
          ],
        }),
      );
      const linted = { plan, file: 'plan.yaml', sourceFile: 'source.txt', locate: () => 7 };
      return noBaseline.check(linted, lintContext(linted)).map(({ code }) => code);
    };
    expect(codes({ yearTo: '2020' })).toEqual([]);
    expect(codes({ yearTo: '2019' })).toEqual(['lint-baseline-of-other-year']);
    expect(codes({ yearTo: '2020', comparator: 'above' }), '"trên 9 %" is no level').toEqual([
      'lint-no-baseline',
    ]);
  });

  it('is silent when nothing needs a baseline', () => {
    const linted = lintFixture('p', '2021', ['people flow equal 5 2021-2025']);
    expect(noBaseline.check(linted, lintContext(linted))).toEqual([]);
  });
});

describe('year-not-printed', () => {
  it('lists targets that take their year from the period of the plan, in one finding', () => {
    const targets = (['explicit', 'heading', 'period'] as const).map((yearBasis) =>
      targetInput({ id: yearBasis, yearBasis }),
    );
    const plan = loadedFixture(targetInput().quote, planInput({ targets }));
    const linted = { plan, file: 'plan.yaml', sourceFile: 'source.txt', locate: () => 7 };
    const findings = yearNotPrinted.check(linted, lintContext(linted));
    expect(findings.map(({ code }) => code)).toEqual(['lint-year-not-printed']);
    expect(listed(findings[0]?.data)).toEqual([{ id: 'period', line: 1 }]);
  });
});

describe('districts-ended', () => {
  const ended = (line: string): string[] => {
    const linted = lintFixture('p', '2021', [line]);
    return districtsEnded
      .check(linted, lintContext(linted))
      .map(({ data }) => (data as { counted: { vi: string } }).counted.vi);
  };

  it('reports a denominator or a count of districts due after they ended', () => {
    expect(ended('literate-districts level equal 100 2030')).toEqual(['districts']);
    expect(ended('districts level equal 8 2030')).toEqual(['districts']);
  });

  it('is silent about targets due before, and about everything else', () => {
    expect(ended('literate-districts level equal 100 2024')).toEqual([]);
    expect(ended('insured/urban level equal 100 2030')).toEqual([]);
  });
});

describe('unexplained-number', () => {
  const check = (document: string, leftOut: PlanInput['leftOut']) => {
    const plan = loadedFixture(document, planInput({ targets: [targetInput()], leftOut }));
    const linted = { plan, file: 'plan.yaml', sourceFile: 'source.txt', locate: () => 7 };
    return unexplainedNumber.check(linted, lintContext(linted)).map(({ code, place, data }) => {
      const { number } = data as { number: string };
      return `${code} ${place.file ?? ''}:${place.line ?? ''} ${number}`;
    });
  };

  it('points to a number of the document that nothing explains', () => {
    expect(
      check('bảo hiểm y tế đạt 90% cho 5 xã\n6 huyện', [{ line: '1', numbers: ['5'], reason: 'x' }]),
    ).toEqual(['lint-number-unexplained source.txt:2 6']);
  });

  it('points to a number left out that is not there, or is in a target', () => {
    const leftOut = [{ line: '1', numbers: ['90', '7'], reason: 'x' }];
    expect(check('bảo hiểm y tế đạt 90%', leftOut)).toEqual([
      'lint-left-out-idle plan.yaml:7 90',
      'lint-left-out-idle plan.yaml:7 7',
    ]);
  });
});
