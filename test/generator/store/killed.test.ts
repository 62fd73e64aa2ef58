import { execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileStates } from '../../../core/store/model.ts';
import { installedOf } from '../../../generator/check/installed.ts';
import { fileStateWords } from '../../../generator/import/words.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { openStore } from '../../../generator/store/home.ts';
import { verifyStore } from '../../../generator/store/verify.ts';
import { exportedSet, filesOf } from '../../hazards/make-set.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { build } from '../built.ts';

/** So many imports are killed; `CHITIEU_FULL=1` kills more of them. */
const RUNS = process.env.CHITIEU_FULL === '1' ? 50 : 3;
const UNITS = ['105', '106', '107', '108', '109', '110', '111', '112'].map((id) => `VN12.${id}`);
const SINCE = '2024-01-31T08:00:00+07:00';
const PROGRAM = join(packageRoot(), 'generator/bin/chitieu.mjs');

let folder = '';
let workspace = '';
beforeAll(async () => {
  build();
  folder = await mkdtemp(join(tmpdir(), 'chitieu-killed-'));
  workspace = join(folder, 'ws');
  await mkdir(join(folder, 'in'));
  execFileSync(process.execPath, [PROGRAM, 'init', workspace, '--province', 'VN12', '--by', 'P']);
  const { names } = installedOf(await loadSeeds());
  for (const unit of UNITS)
    for (const { name, bytes } of filesOf(await exportedSet(unit, 'machine', names)))
      await writeFile(join(folder, 'in', name), bytes);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** An import that is killed after a while; the lines it has said, and how long it ran where nobody killed it. */
async function imported(killAfter: number | null, jobs: number): Promise<{ said: string; took: number }> {
  const begin = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'import', '--jobs', String(jobs), join(folder, 'in')], {
    cwd: workspace,
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  await new Promise((done) => child.once('close', done));
  if (timer) clearTimeout(timer);
  return { said, took: performance.now() - begin };
}

/** Returns that were acknowledged: their lines were said whole. */
function acknowledged(said: string): number[] {
  const words = fileStates.map((state) => fileStateWords[state].vi).join('|');
  return [...said.matchAll(new RegExp(`^B(\\d+) +(?:${words}) .*\\n`, 'gmu'))].map(([, number]) =>
    Number(number),
  );
}

describe('an import that is killed', () => {
  it(
    `loses nothing it has acknowledged and leaves nothing half there, ${RUNS} times`,
    { timeout: 3_600_000 },
    async () => {
      const whole = await imported(null, 2);
      expect(acknowledged(whole.said)).toHaveLength(UNITS.length);
      const store = join(workspace, 'store');
      let cut = 0;
      for (let run = 0; run < RUNS; run += 1) {
        // Every third begins with an empty store, the others go on with what is there.
        if (run % 3 === 0)
          for (const name of await readdir(store)) await rm(join(store, name), { recursive: true });
        const { said } = await imported(Math.random() * whole.took, 1 + (run % 2));
        const taken = acknowledged(said);
        const opened = await openStore(store, SINCE);
        try {
          const returns = await opened.returns();
          const numbers = returns.map(({ number }) => number);
          expect(numbers).toEqual(expect.arrayContaining(taken));
          expect(new Set(returns.map(({ reporter }) => reporter)).size).toBe(returns.length);
          expect((await verifyStore(opened, () => undefined)).faults).toEqual([]);
          if (returns.length < UNITS.length) cut += 1;
        } finally {
          await opened.close();
        }
        const ledger = await readFile(join(store, 'ledger.jsonl'), 'utf8').catch(() => '');
        expect(ledger.split('\n').filter((line) => line !== '').length).toBeGreaterThanOrEqual(taken.length);
      }
      // What was killed comes in whole when it is sent again.
      await imported(null, 1);
      const opened = await openStore(store, SINCE);
      expect((await opened.returns()).map(({ reporter }) => reporter).sort()).toEqual(UNITS);
      await opened.close();
      expect(cut).toBeGreaterThan(0);
    },
  );
});
