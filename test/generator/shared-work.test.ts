import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOrderWith } from '../../generator/shared-work.ts';

let folder = '';
let module = new URL('file:///');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-shared-'));
  const file = join(folder, 'worker.mjs');
  await writeFile(
    file,
    `export default async (piece) => {
       if (piece % 10 === 7) throw new Error('there');
       await new Promise((done) => setTimeout(done, piece === 1 ? 300 : 1));
       return 'there ' + piece;
     };`,
  );
  module = pathToFileURL(file);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const pieces = Array.from({ length: 120 }, (_, at) => at);

/** What each piece came to, and how far this thread was ahead of what had been given. */
async function done(slowHere: number): Promise<{ all: string[]; ahead: number }> {
  const all: string[] = [];
  let ahead = 0;
  const here = async (piece: number) => {
    ahead = Math.max(ahead, piece - all.length);
    await setTimeout(piece === slowHere ? 300 : 1);
    if (piece % 10 === 3) throw new Error('here');
    return `here ${piece}`;
  };
  const failed = (piece: number, error: unknown) =>
    `${error instanceof Error ? error.message : '?'} not ${piece}`;
  for await (const one of inOrderWith(pieces, here, { module, data: null, threads: 2 }, failed))
    all.push(one);
  return { all, ahead };
}

describe('work that this thread shares with workers', () => {
  it.each([-1, 0, 40])('is done whole and in its order, whoever is slow (%i)', async (slow) => {
    const { all, ahead } = await done(slow);
    expect(all.map((one) => Number(/\d+$/u.exec(one)?.[0]))).toEqual(pieces);
    const [here, there] = ['here', 'there'].map((who) => all.filter((one) => one.startsWith(who)).length);
    expect([Number(here) > 0, Number(there) > 0]).toEqual([true, true]);
    // Neither runs far ahead of whoever takes in what is done.
    expect(ahead).toBeLessThan(40);
  });

  it('loses only the piece that fails', async () => {
    const { all } = await done(-1);
    for (const one of all.filter((text) => text.includes('not'))) expect(['3', '7']).toContain(one.at(-1));
  });

  it('ends when nobody wants more', async () => {
    const here = (piece: number) => Promise.resolve(`here ${piece}`);
    for await (const one of inOrderWith(pieces, here, { module, data: null, threads: 1 }, String)) {
      expect(one).toMatch(/ 0$|^0$/u);
      break;
    }
  });
});
