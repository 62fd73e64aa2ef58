import { it } from 'vitest';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../../generator/package-root.ts';
import { askedFew } from './asked-few.ts';
import { runAt } from './run.ts';
import { usablePlans } from '../../../generator/commands/selected-plans.ts';
import { jobsOf, makeWorkbook } from '../../../generator/workbook/jobs.ts';
import { workspaceFor } from '../../../generator/workspace/workspace-for.ts';

it('x', async () => {
  const ws = await askedFew('it', 'khong');
  const root = packageRoot();
  const context = { root, cwd: ws, workspace: await workspaceFor(undefined, { root, cwd: ws }) } as never;
  const { catalogue, plans } = await usablePlans(context, ['it']);
  const [plan] = plans.map((one) => one.plan);
  if (!plan) throw new Error();
  for (const job of jobsOf([plan], catalogue, { round: '2026', unit: ['VN42.902', 'VN42'] }))
    await writeFile(join(ws, job.name), await makeWorkbook(job, catalogue));
  for (const args of [
    ['status', '--round', '2026'],
    ['check', 'it_VN42.902_2026.xlsx'],
    ['check', 'it_VN42.902_2026.xlsx', 'it_VN42_2026.xlsx'],
    ['import', 'it_VN42.902_2026.xlsx', '--round', '2026'],
    ['status', '--round', '2026', '--lang', 'en'],
    ['status', '--round', '2026', '--json'],
    ['feedback', '--round', '2026', '--out', 'gop'],
  ]) {
    const said = await runAt(ws, root, ...args);
    console.log(args.join(' '), said.code, '\n', said.out, '\n--err:', said.err);
  }
});
