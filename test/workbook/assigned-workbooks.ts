import type { Assignment } from '../../core/planner/assignment/assignment.ts';
import { seriesOf } from '../../core/target/plan-series.ts';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { jobsOf, modelOf } from '../../generator/workbook/jobs.ts';
import { NO_FILES } from '../../generator/workbook/known.ts';
import { loadSeeds } from './seed-workbooks.ts';

export const DECISION = '1234/QĐ-UBND';

/** Workbooks of a province and a district of each plan, with values a decision assigned for two years. */
export async function assignedWorkbooks(): Promise<{ name: string; model: WorkbookModel }[]> {
  const { catalogue, plans } = await loadSeeds();
  const made: { name: string; model: WorkbookModel }[] = [];
  for (const plan of plans) {
    const years = [plan.file.period.from, plan.file.period.from + 2];
    const units = plan.units.slice(0, 2);
    const assignments = units.flatMap(({ id: unit }) =>
      seriesOf(plan)
        .filter(({ kind }) => kind !== 'milestone')
        .flatMap(({ indicator, stratum, segments, direction }) =>
          years.map((year): Assignment => {
            const near = segments[0].low ?? 0;
            return {
              unit,
              indicator: indicator.id,
              stratum: stratum?.id ?? null,
              year,
              comparator: direction === 'down' ? 'atMost' : 'atLeast',
              value: near * (year === years[0] ? 0.9 : 1.1),
              decision: DECISION,
              decisionDate: `${year}-01-10`,
              validFrom: `${year}-01-10`,
              supersedes: null,
              note: null,
            };
          }),
        ),
    );
    const files = { ...NO_FILES, assignments };
    const round = String(plan.file.period.from + 2);
    for (const job of jobsOf([plan], catalogue, {
      round,
      sample: true,
      unit: units.map(({ id }) => id),
      files,
    })) {
      made.push({ name: job.name, model: modelOf(job, catalogue) });
    }
  }
  return made;
}
