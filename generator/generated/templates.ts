import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import { jobsOf, makeWorkbook } from '../workbook/jobs.ts';

/** The blank workbooks of the provinces in each plan's first round, for templates/. */
export async function templateFiles(
  plans: readonly Plan[],
  catalogue: Catalogue,
): Promise<{ path: string; content: Uint8Array }[]> {
  const files: { path: string; content: Uint8Array }[] = [];
  for (const plan of plans) {
    for (const job of jobsOf([plan], catalogue, {})) {
      if (job.reporter.level !== 'province') continue;
      files.push({ path: `templates/${job.name}`, content: await makeWorkbook(job, catalogue) });
    }
  }
  return files;
}
