import { describe, expect, it } from 'vitest';
import { checkAssignments } from '../../../../core/planner/assignment/check.ts';
import type { KnownFigure } from '../../../../core/planner/known-figure.ts';
import { renderFinding } from '../../../../core/wording/render.ts';
import { expectReadable } from '../../wording/readable.ts';
import { assignment, contextOf, figure, planWith, provinceWith } from './fixture.ts';

/** What is said of values assigned to the districts `VN12.101` onwards. */
function asked(values: readonly number[], figures: KnownFigure[] = [], note: string | null = null): string[] {
  const plan = planWith(['people flow atLeast 1 2021-2025'], provinceWith(values.length));
  const rows = values.map((value, at) => assignment({ unit: `VN12.${101 + at}`, value, note }));
  const findings = checkAssignments(rows, contextOf(plan, figures)).filter(
    ({ code }) => code === 'assigned-out-of-line',
  );
  expectReadable(findings);
  return findings.map((finding) => renderFinding(finding, 'vi'));
}

describe('a value out of line with those of the other units', () => {
  it.each<[string, number[], string[]]>([
    ['a tenth', [5.2, 56, 57, 58, 59, 60], ['VN12.101', 'từ 56 đến 60', 'có phải 52?']],
    ['ten times', [1000, 1100, 10_500, 1200, 1300], ['VN12.103', 'có phải 1.050?']],
    ['a digit that is missing', [52, 53, 5, 55, 56], ['VN12.103', 'có phải 50?']],
    ['a hundredth', [5200, 5300, 5400, 55, 5600], ['VN12.104', 'có phải 5.500?']],
    ['a thousand times', [52, 53, 54, 55_000, 56], ['VN12.104', 'có phải 55?']],
  ])('is named: %s', (_, values, words) => {
    const [said, ...more] = asked(values);
    expect(more).toEqual([]);
    for (const word of words) expect(said).toContain(word);
  });

  it.each<[string, number[]]>([
    ['units that differ much', [3, 20, 50, 90, 35, 60]],
    ['too few others to tell', [5, 52, 53]],
    ['no slip of the decimal sign', [1000, 1100, 4600, 1200, 1300]],
    ['nothing for one of them', [0, 52, 53, 54, 55]],
    ['all alike', [52, 52, 52, 52, 52]],
    ['two that lie out', [5, 6, 52, 53, 54, 55]],
  ])('is not asked about: %s', (_, values) => {
    expect(asked(values)).toEqual([]);
  });

  it('is taken where last year’s figure of the unit or words beside it speak for it', () => {
    expect(asked([5, 52, 53, 54, 55])).toHaveLength(1);
    expect(asked([5, 52, 53, 54, 55], [figure('VN12.101', 'people', 6)])).toEqual([]);
    expect(asked([5, 52, 53, 54, 55], [figure('VN12.101', 'people', 49)])).toHaveLength(1);
    expect(asked([5, 52, 53, 54, 55], [], 'xã mới lập')).toEqual([]);
  });

  it('is what is in force, not what was superseded', () => {
    const plan = planWith(['people flow atLeast 1 2021-2025'], provinceWith(6));
    const rows = [52, 53, 54, 55, 56].map((value, at) => assignment({ unit: `VN12.${101 + at}`, value }));
    const wrong = assignment({ unit: 'VN12.106', value: 5 });
    const later = { decision: '11/QĐ-UBND', validFrom: '2025-06-01', supersedes: '10/QĐ-UBND' };
    const mended = [...rows, wrong, assignment({ unit: 'VN12.106', value: 51, ...later })];
    const codes = checkAssignments(mended, contextOf(plan)).map(({ code }) => code);
    expect(codes).not.toContain('assigned-out-of-line');
    expect(checkAssignments([...rows, wrong], contextOf(plan)).map(({ code }) => code)).toContain(
      'assigned-out-of-line',
    );
  });

  it('is asked about before its sum is spoken of, which is not called intended then', () => {
    const plan = planWith(['people flow atLeast 300 2021-2025'], provinceWith(5));
    const rows = [52, 53, 5400, 55, 56].map((value, at) => assignment({ unit: `VN12.${101 + at}`, value }));
    const findings = checkAssignments(rows, contextOf(plan));
    expect(findings.map(({ code }) => code)).toEqual(['assigned-out-of-line', 'assigned-sum-beyond']);
    const [, beyond] = findings.map((finding) => renderFinding(finding, 'vi'));
    expect(beyond).toContain('VN12.103');
    expect(beyond).not.toContain('Không cần sửa');
  });
});
