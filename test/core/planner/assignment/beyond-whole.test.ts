import { expect, it } from 'vitest';
import { checkAssignments } from '../../../../core/planner/assignment/check.ts';
import type { Assignment } from '../../../../core/planner/assignment/assignment.ts';
import type { KnownFigure } from '../../../../core/planner/known-figure.ts';
import { renderFinding } from '../../../../core/wording/render.ts';
import { expectReadable } from '../../wording/readable.ts';
import { assignment, contextOf, figure, planWith, provinceWith } from './fixture.ts';

/** What is asked of values of districts of a province that is to have 850 people, in `VN12.101` onwards. */
function asked(rows: readonly Partial<Assignment>[], figures: KnownFigure[] = [], districts = 3): string[] {
  const plan = planWith(['people flow atLeast 850 2021-2025'], provinceWith(districts));
  const context = contextOf(plan, figures);
  const findings = checkAssignments(
    rows.map((row) => assignment({ unit: 'VN12.101', ...row })),
    context,
  ).filter(({ code }) => code === 'assigned-beyond-whole');
  expectReadable(findings);
  return findings.map((finding) => renderFinding(finding, 'vi'));
}

it('asks about a district that alone is to have more than the whole province', () => {
  const [said, ...more] = asked([{ value: 1500 }, { unit: 'VN12.102', value: 300 }]);
  expect(more).toEqual([]);
  expect(said).toMatch(/1\.500.*VN12\.101.*850/u);
});

it.each<[string, Partial<Assignment>[], KnownFigure[], number]>([
  ['as much as the province', [{ value: 850 }], [], 3],
  ['the only district there is', [{ value: 1500 }], [], 1],
  ['what the unit had last year', [{ value: 1500 }], [figure('VN12.101', 'people', 1400)], 3],
  ['what words beside it explain', [{ value: 1500, note: 'khu công nghiệp mới' }], [], 3],
  [
    'less than a decision asks of the province',
    [
      { unit: 'VN12', value: 2000 },
      { value: 1500, decision: '11/QĐ-UBND' },
    ],
    [],
    3,
  ],
  ['a share', [{ indicator: 'share', value: 99 }], [], 3],
])('takes %s', (_, rows, figures, districts) => {
  expect(asked(rows, figures, districts)).toEqual([]);
});

it('asks where last year’s figure of the unit is far from it', () => {
  expect(asked([{ value: 1500 }], [figure('VN12.101', 'people', 150)])).toHaveLength(1);
});
