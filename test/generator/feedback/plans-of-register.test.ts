import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { fillWorkbook, save } from '../commands/filled-workbooks.ts';
import { runAt } from '../commands/run.ts';

describe('feedback', () => {
  let folder = '';
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('goes to every return that "status" says is not accepted, whatever other plans the workspace has', async () => {
    folder = await mkdtemp(join(tmpdir(), 'chitieu-feedback-test-'));
    const root = packageRoot();
    const workspace = join(folder, 'ws');
    await runAt(folder, root, 'init', 'ws', '--province', 'VN12', '--by', 'Phòng Tổng hợp');
    const settings = join(workspace, 'chitieu.yaml');
    const named = (await readFile(settings, 'utf8')).replace('plans: []', 'plans: [lai-chau-2021]');
    await writeFile(settings, named);
    const { plans, catalogue } = await loadSeeds();
    const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
    if (!plan) throw new Error('The plan does not load.');
    const filled = fillWorkbook(plan, catalogue, { reporter: 'VN12.106', round: '2024' });
    await save(filled, folder, 'Tam Đường.xlsx');
    const run = (...args: string[]) =>
      runAt(workspace, root, ...args, '--round', '2024', '--json', '--at', '2025-02-05');
    await runAt(workspace, root, 'import', join(folder, 'Tam Đường.xlsx'), '--at', '2025-01-20');
    const { units } = JSON.parse((await run('status')).out) as { units: { unit: string; state: string }[] };
    expect(units.find(({ unit }) => unit === 'VN12.106')?.state).toBe('to-explain');
    const { letters, reminded } = JSON.parse((await run('feedback', '--out', 'gop-y')).out) as {
      letters: { unit: string }[];
      reminded: string[];
    };
    expect(letters.map(({ unit }) => unit)).toEqual(['VN12.106']);
    expect(reminded).toEqual(units.filter(({ state }) => state === 'not-received').map(({ unit }) => unit));
  });
});
