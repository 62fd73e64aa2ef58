import { describe, expect, it } from 'vitest';
import { districtsEnded } from '../../../../core/plan/lint/rules/districts-ended.ts';
import { noBaseline } from '../../../../core/plan/lint/rules/no-baseline.ts';
import { unexplainedNumber } from '../../../../core/plan/lint/rules/unexplained-number.ts';
import { yearNotPrinted } from '../../../../core/plan/lint/rules/year-not-printed.ts';
import type { PlanInput } from '../fixture.ts';
import { lintContext, lintFixture, loadedFixture, planInput, targetInput } from '../fixture.ts';

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

  it('reports a denominator, a count or a stratum of districts due after they ended', () => {
    expect(ended('literate-districts level equal 100 2030')).toEqual(['districts']);
    expect(ended('districts level equal 8 2030')).toEqual(['districts']);
    expect(ended('poverty/poor-districts change equal 4 2021-2025')).toEqual(['Huyện nghèo']);
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
