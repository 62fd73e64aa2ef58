import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../core/base/finding.ts';
import { lintPlan } from '../../../core/lint/index.ts';
import { accountNumbers } from '../../../core/resolve/numbers.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { expectReadable } from '../../core/wording/readable.ts';
import { type LoadedPlan, listPlans, loadCatalogue, loadPlan } from '../../../generator/plan-files/load.ts';

const root = packageRoot();
const { value: catalogue, findings: catalogueFindings } = await loadCatalogue(root);
if (catalogue === null) throw new Error(`The catalogue does not load: ${JSON.stringify(catalogueFindings)}`);

const loadings = await Promise.all(
  (await listPlans(root)).map(async (id) => ({ id, ...(await loadPlan(root, id, catalogue)) })),
);
const plans = loadings.flatMap(({ value }) => (value === null ? [] : [value]));

function lint(id: string): Finding[] {
  const linted = plans.find(({ plan }) => plan.file.id === id);
  if (linted === undefined || catalogue === null) throw new Error(`The plan ${id} does not load.`);
  return lintPlan(linted, { catalogue, plans, baselines: [] });
}

describe('the seeds', () => {
  it('hold the five plans', () => {
    expect(loadings.map(({ id }) => id)).toEqual([
      'lai-chau-2012',
      'lai-chau-2021',
      'lai-chau-2024',
      'quang-ngai-2021',
      'thai-binh-2013',
    ]);
  });

  it.each(loadings)('load without findings: $id', ({ value, findings }) => {
    expect(findings).toEqual([]);
    expect(value?.plan.targets.length).toBeGreaterThan(10);
  });

  it.each(plans.map((linted): [string, LoadedPlan] => [linted.plan.file.id, linted]))(
    'leave no number of the document unexplained: %s',
    (_, { plan }) => {
      const { numbers, idle } = accountNumbers(plan);
      expect(numbers.filter(({ use }) => use.kind === 'unexplained')).toEqual([]);
      expect(idle).toEqual([]);
    },
  );

  it('show where the Lai Châu plans ask for less than an earlier one', () => {
    const lowered = ['lai-chau-2021', 'lai-chau-2024'].flatMap(lint).flatMap(({ code, data }) => {
      if (code !== 'lint-below-earlier-plan') return [];
      const { target, earlier } = data as { target: { id: string }; earlier: { id: string } };
      return [`${earlier.id} → ${target.id}`];
    });
    expect(lowered).toEqual(
      expect.arrayContaining([
        'poverty-cut-2012-2020 → poverty-cut-2021-2025',
        'cultural-families-2020 → cultural-families-2025',
        'doctors-2020 → doctors-2030',
        'unemployment-insurance-2025 → unemployment-insurance-2030',
        'health-insurance-2025 → health-insurance-2030',
      ]),
    );
  });

  it.each(plans.map(({ plan }) => plan.file.id))('give findings that read well: %s', (id) => {
    const findings = lint(id);
    expect(findings.length).toBeGreaterThan(0);
    expectReadable(findings);
  });

  it('show the targets of 2024 that count districts, which ended in 2025', () => {
    const ids = lint('lai-chau-2024').flatMap(({ code, data }) =>
      code === 'lint-districts-ended' ? [(data as { target: { id: string } }).target.id] : [],
    );
    expect(ids).toEqual(['preschool-universal-2030', 'literacy-level-1-districts-2030']);
  });
});
