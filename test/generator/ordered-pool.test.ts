import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOrder, inRuns } from '../../generator/ordered-pool.ts';
import { runsOf } from '../../generator/workbook/make-many.ts';

interface Piece {
  run: number;
  at: number;
}

let folder = '';
let module = new URL('file:///');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-runs-'));
  const file = join(folder, 'worker.mjs');
  await writeFile(
    file,
    `import { threadId } from 'node:worker_threads';
     export default async ({ run, at }) => {
       if (at < 0) throw new Error('run ' + run);
       return { run, at, threadId };
     };`,
  );
  module = pathToFileURL(file);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function done(runs: readonly Piece[][]): Promise<(Piece & { threadId: number })[]> {
  const all: (Piece & { threadId: number })[] = [];
  for await (const one of inRuns<Piece, (typeof all)[number]>(runs, { module, data: null, threads: 2 }))
    all.push(one);
  return all;
}

const run = (number: number, pieces: number): Piece[] =>
  Array.from({ length: pieces }, (_, at) => ({ run: number, at }));

describe('work in runs', () => {
  it('is done whole, each run by one worker and in its order', async () => {
    const runs = [run(0, 20), run(1, 1), [], run(2, 13), run(3, 7)];
    const all = await done(runs);
    for (const [number, pieces] of runs.entries()) {
      const own = all.filter((one) => one.run === pieces[0]?.run);
      expect(own.map(({ at }) => at)).toEqual(pieces.map(({ at }) => at));
      expect(new Set(own.map(({ threadId }) => threadId)).size, `run ${number}`).toBe(
        Math.min(1, own.length),
      );
    }
    expect(all).toHaveLength(41);
  });

  it('has no use for what a worker answers while it is being ended', async () => {
    const answers = inOrder<Piece, Piece>(run(0, 20), { module, data: null, threads: 2 });
    await answers.next();
    // Long enough for both workers to have answered before the pool looks at what they sent.
    const until = Date.now() + 100;
    while (Date.now() < until);
    await answers.return();
    await setTimeout(50);
  });

  it('stops with what goes wrong in a piece', async () => {
    await expect(done([run(0, 5), [{ run: 1, at: -1 }], run(2, 30)])).rejects.toThrow('run 1');
  });
});

it('workbooks that are alike make runs of no more than so many, others are alone', () => {
  const groups = [0, 0, 0, 0, 0, 1, 1, null, null];
  const runs = [
    ...runsOf(
      groups.map((group, at) => ({ group, at })),
      3,
    ),
  ];
  expect(runs.map((one) => one.map(({ at }) => at))).toEqual([[0, 1, 2], [3, 4], [5, 6], [7], [8]]);
});
