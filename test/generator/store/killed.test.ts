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

/** When an import is killed: after a while (ms), or as soon as it has acknowledged so many returns. */
type Kill = { after: number } | { acknowledged: number };

interface Ran {
  /** The lines it has said. */
  said: string;
  /** In ms. */
  took: number;
  wasKilled: boolean;
}

async function imported(kill: Kill | null, jobs: number): Promise<Ran> {
  const begin = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'import', '--jobs', String(jobs), join(folder, 'in')], {
    cwd: workspace,
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
    if (kill && 'acknowledged' in kill && acknowledged(said).length >= kill.acknowledged)
      child.kill('SIGKILL');
  });
  const timer = kill && 'after' in kill ? setTimeout(() => child.kill('SIGKILL'), kill.after) : null;
  const signal = await new Promise((done) => child.once('close', (_, by) => done(by)));
  if (timer) clearTimeout(timer);
  return { said, took: performance.now() - begin, wasKilled: signal === 'SIGKILL' };
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
      let killed = 0;
      for (let run = 0; run < RUNS; run += 1) {
        // Every third begins with an empty store and is killed at work, the others go on with what is there.
        const isFirst = run % 3 === 0;
        if (isFirst)
          for (const name of await readdir(store)) await rm(join(store, name), { recursive: true });
        const kill = isFirst
          ? { acknowledged: 1 + Math.floor(Math.random() * (UNITS.length / 2)) }
          : { after: Math.random() * whole.took };
        const { said, wasKilled } = await imported(kill, 1 + (run % 2));
        if (wasKilled) killed += 1;
        const taken = acknowledged(said);
        const opened = await openStore(store, SINCE);
        try {
          const returns = await opened.returns();
          const numbers = returns.map(({ number }) => number);
          expect(numbers).toEqual(expect.arrayContaining(taken));
          expect(new Set(returns.map(({ reporter }) => reporter)).size).toBe(returns.length);
          expect((await verifyStore(opened, () => undefined)).faults).toEqual([]);
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
      expect(killed).toBeGreaterThan(0);
    },
  );
});
