import { expect, it } from 'vitest';
import { allRules } from '../../../../core/check/all-rules.ts';
import { describeFinding } from '../../../../core/check/describe.ts';
import { checkStructure } from '../../../../core/check/structure/check-structure.ts';
import { figureKey } from '../../../../core/observation/key.ts';
import { buildWorkbook } from '../../../../core/template/build.ts';
import { jobsOf, requestOf } from '../../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../../workbook/seed-workbooks.ts';
import { withCell } from './damage.ts';
import { factsOf } from './facts-of.ts';

/** A district's workbook of 2023 to which jobs were assigned. */
async function assignedModel() {
  const { catalogue, plans } = await loadSeeds();
  const own = plans.find(({ file }) => file.id === 'lai-chau-2021');
  if (!own) throw new Error('no such plan');
  const [job] = jobsOf([own], catalogue, { round: '2023', unit: ['VN12.106'] });
  if (!job) throw new Error('no such district');
  const assigned = new Map([
    [2023, { comparator: '>=' as const, value: 1_050, decision: '1520/QĐ-UBND' }],
    [2024, { comparator: '>=' as const, value: 1_100, decision: '33/QĐ-UBND' }],
  ]);
  const model = buildWorkbook({
    ...requestOf(job, catalogue),
    assigned: (key) => (key === figureKey('new-jobs', null) ? assigned : new Map()),
  });
  return { catalogue, model };
}

it('names each assigned value that was changed, with the decision it came from', async () => {
  const { catalogue, model } = await assignedModel();
  const cells = model.sheets.flatMap(({ name, cells: of }) =>
    [...of.values()].flatMap((cell) => (cell.decision === undefined ? [] : [{ name, cell }])),
  );
  expect(cells.map(({ cell }) => [cell.value, cell.decision])).toEqual([
    [1_050, '1520/QĐ-UBND'],
    [1_100, '33/QĐ-UBND'],
  ]);
  let facts = factsOf(model);
  for (const [at, value] of [800, null].entries()) {
    const one = cells[at];
    if (one) facts = withCell(facts, one.name, one.cell, value === null ? null : { value });
  }
  const { findings } = checkStructure(model, facts, { recomputed: model });
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
    ['assigned-value-changed', 'error'],
    ['assigned-value-changed', 'error'],
  ]);
  const messages = findings.map(
    (finding) => describeFinding(finding, 'vi', { catalogue, rules: allRules }).message,
  );
  expect(messages[0]).toMatch(/^Chỉ tiêu giao \(.+\) nay là 800, 1520\/QĐ-UBND giao 1\.050\.$/u);
  expect(messages[1]).toMatch(/^Chỉ tiêu giao \(.+\) nay là ô trống, 33\/QĐ-UBND giao 1\.100\.$/u);
});
