import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCatalogue, loadPlan } from '../../../generator/plan-files/load.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { readWorkspace } from '../../../generator/workspace/workspace.ts';
import { fillWorkbook, save, type Typed } from './filled-workbooks.ts';

/** Writes filled returns of a plan of a workspace into its folder `in`, by reporter what is typed into each. */
export async function returnsIn(
  folder: string,
  id: string,
  round: string,
  typed: Readonly<Record<string, Typed>>,
): Promise<void> {
  const { value: workspace } = await readWorkspace(folder, packageRoot());
  if (!workspace) throw new Error('no workspace');
  const { value: catalogue } = await loadCatalogue(workspace);
  const loaded = catalogue && (await loadPlan(workspace, id, catalogue)).value;
  if (!loaded) throw new Error(`no plan ${id}`);
  await mkdir(join(folder, 'in'), { recursive: true });
  for (const [reporter, own] of Object.entries(typed))
    await save(fillWorkbook(loaded.plan, catalogue, { reporter, round, typed: own }), join(folder, 'in'));
}
