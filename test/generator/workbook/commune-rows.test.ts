import { describe, expect, it } from 'vitest';
import type { Assignment } from '../../../core/planner/assignment/assignment.ts';
import type { KnownFigure } from '../../../core/planner/known-figure.ts';
import { jobsOf } from '../../../generator/workbook/jobs.ts';
import { NO_FILES, type PlannerFiles } from '../../../generator/workbook/known.ts';
import { laterAssignments } from '../../../generator/workbook/later-assignments.ts';
import { unsureFigures } from '../../../generator/workbook/unsure-figures.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

const { catalogue, plans } = await loadSeeds();
const COMMUNE = 'VN12.03388-2025';

function jobsWith(files: Partial<PlannerFiles>) {
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2024');
  if (!plan) throw new Error('no plan');
  const unit = ['VN12.SXD-2025'];
  return jobsOf([plan], catalogue, { round: '2026', unit, files: { ...NO_FILES, ...files } });
}

describe('what a planner gives for communes of what a body reports of them', () => {
  it('is named where it is not used, as that of the workbook’s own unit is', () => {
    const assigned = (indicator: string): Assignment => ({
      ...{ unit: COMMUNE, indicator, stratum: null, year: 2026, comparator: 'atLeast', value: 9 },
      ...{ decision: '1', decisionDate: '2026-12-30', validFrom: '2026-12-31' },
      ...{ supersedes: null, note: null },
    });
    const given = (indicator: string, vintage: KnownFigure['vintage']): KnownFigure => ({
      ...{ unit: COMMUNE, indicator, stratum: null, period: '2026', vintage, value: 9, source: null },
    });
    const figures = [given('housing-floor-area', 'estimate'), given('poverty-rate', 'estimate')];
    expect(unsureFigures(jobsWith({ figures }), catalogue, undefined)).toMatchObject([
      { code: 'figures-unsure', data: { rows: [{ unit: COMMUNE, figure: 'housing-floor-area|_T' }] } },
    ]);
    const sure = [given('housing-floor-area', 'preliminary')];
    expect(unsureFigures(jobsWith({ figures: sure }), catalogue, undefined)).toEqual([]);

    const late = [assigned('housing-floor-area'), assigned('poverty-rate')];
    expect(laterAssignments(jobsWith({ assignments: late }), catalogue, undefined)).toEqual([]);
    const plan = plans.find(({ file }) => file.id === 'lai-chau-2024');
    const quarter = plan
      ? jobsOf([plan], catalogue, {
          ...{ round: '2026-Q3', unit: ['VN12.SXD-2025'] },
          files: { ...NO_FILES, assignments: late },
        })
      : [];
    expect(laterAssignments(quarter, catalogue, undefined)).toMatchObject([
      { code: 'assignments-later', data: { rows: [{ unit: COMMUNE, figure: 'housing-floor-area|_T' }] } },
    ]);
  });
});
