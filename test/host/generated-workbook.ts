import type { WorkbookModel } from '../../core/sheet/model.ts';
import { jobsOf, modelOf } from '../../generator/workbook/jobs.ts';
import { loadSeeds } from '../workbook/seed-workbooks.ts';

/**
 * A workbook as the generator writes it, for one district of Lai Châu, with sample figures: what an officer
 * has in front of them in Excel.
 */
export async function districtModel(): Promise<WorkbookModel> {
  const { catalogue, plans } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
  if (!plan) throw new Error('The seeds have no plan lai-chau-2021.');
  const [job] = jobsOf([plan], catalogue, { round: '2023', unit: ['VN12.106'], sample: true });
  if (!job) throw new Error('The plan has no workbook for VN12.106.');
  return modelOf(job, catalogue);
}
