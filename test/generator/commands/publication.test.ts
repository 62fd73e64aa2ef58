import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicationsOf } from '../../../core/store/publishing.ts';
import { standingOf } from '../../../core/store/standing.ts';
import type { CommandContext } from '../../../generator/commands/context.ts';
import { closedIn } from '../../../generator/consolidate/gather.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { newPublication } from '../../../generator/publish/publication.ts';
import { writePublished } from '../../../generator/publish/write-published.ts';
import { openStore } from '../../../generator/store/home.ts';
import { withStore } from '../../../generator/store/with-store.ts';
import { readWorkspace } from '../../../generator/workspace/workspace.ts';
import { laiChau } from '../../core/consolidate/fixture.ts';
import { storedRound, type StoredRound } from '../consolidate/round.ts';

let round: StoredRound;
beforeAll(async () => {
  round = await storedRound(
    ['900', '3'].map((poor, at) => ({
      unit: `VN12.${105 + at}`,
      figures: { 'poor-households|_T': poor, 'households|_T': '1000' },
    })),
  );
  await round.run('close', '--round', '2023');
  await writeFile(join(round.folder, 'tep'), 'không phải thư mục');
});
afterAll(() => round.gone());

const at = (name: string) => join(round.folder, name);
const publish = (command: string, out: string, ...args: string[]) =>
  round.run(command, '--round', '2023', '--public', '--out', at(out), ...args);

/** Publications that stand, by their numbers. */
async function published(): Promise<number[]> {
  const store = await openStore(at('ws/store'), '2024-02-02');
  const standing = standingOf(await store.decisions());
  await store.close();
  return publicationsOf(standing, '2023').map(({ number }) => number);
}

/** What a command in the workspace works with. */
async function contextHere(): Promise<CommandContext> {
  const nothing = () => undefined;
  const { value: workspace } = await readWorkspace(at('ws'), packageRoot());
  const said = { out: nothing, err: nothing, progress: nothing, exit: nothing };
  return { root: packageRoot(), cwd: at('ws'), workspace, server: null, ...said };
}

/** Each step goes on from the one before. */
describe('what is published is kept together with its files', () => {
  it.each([
    ['consolidate', 'tep/cong-bo.xlsx'],
    ['consolidate', 'tep/cong-bo.csv'],
    ['report', 'tep/cong-bo'],
  ])('so that nothing is kept where %s cannot write %s', async (command, out) => {
    expect((await publish(command, out)).code).toBe(2);
    expect(await published()).toEqual([]);
  });

  it('nor where somebody else’s file stands in its place', async () => {
    await writeFile(at('cua-toi.xlsx'), 'của tôi');
    await writeFile(at('cua-toi.csv'), 'của tôi');
    for (const name of ['cua-toi.xlsx', 'cua-toi.csv'])
      expect((await publish('consolidate', name)).err).toContain(`Giữ nguyên ${at(name)}`);
    expect(await published()).toEqual([]);
  });

  it('and is taken back where the file could not get its name', async () => {
    await mkdir(at('cho/day'), { recursive: true });
    const said: string[] = [];
    const say = (what: string) => () => {
      said.push(what);
      return Promise.resolve();
    };
    const publication = { keep: say('kept'), takeBack: say('taken back') };
    const file = { path: at('cho'), bytes: 'x' };
    await expect(writePublished(file, publication, () => Promise.resolve(false))).rejects.toThrow();
    expect(said).toEqual(['kept', 'taken back']);
  });

  it('is written by the same command where an earlier run was cut off before', async () => {
    expect((await publish('consolidate', 'cong-bo.xlsx')).code).toBe(0);
    const [number] = await published();
    await rm(at('cong-bo.xlsx'));
    expect((await publish('consolidate', 'cong-bo.xlsx')).code).toBe(0);
    expect(existsSync(at('cong-bo.xlsx'))).toBe(true);
    expect(await published()).toEqual([number]);
  });

  it('is kept by nobody where the store has changed while the files were made, which it may', async () => {
    const context = await contextHere();
    const wanted = {
      round: '2023',
      periods: ['2023'],
      threshold: 5,
      out: at('lau.xlsx'),
      language: 'vi',
    } as const;
    const begun = (now: string) =>
      withStore(context, { for: 'write', at: now }, async (store, setting) => {
        const held = { round: '2023', decisions: await store.decisions(), conflicts: [] };
        const { catalogue } = await laiChau();
        const closed = await closedIn(store, held, catalogue);
        return newPublication(store, { ...wanted, closed, catalogue }, { ...setting, context });
      });
    const before = await published();
    const { keep } = await begun('2024-02-02T08:00:00+07:00');
    expect((await round.run('withdraw', 'B2', '--reason', 'Gửi nhầm')).code).toBe(0);
    await expect(keep()).rejects.toThrow(
      'Trong lúc lệnh này chạy, kho có quyết định hoặc số mới của kỳ 2023',
    );
    expect(await published()).toEqual(before);
    const list = await openStore(at('ws/store'), '2024-02-02');
    const last = (await list.decisions()).at(-1)?.number ?? 0;
    await list.close();
    expect((await round.run('resolve', '--undo', String(last), '--reason', 'Đúng rồi')).code).toBe(0);
  });

  it('and is named where it refuses another, with whether its file is there', async () => {
    const there = await publish('consolidate', 'khac.xlsx', '--threshold', '9');
    expect(there.err).toContain('bản ấy ghi ở ../cong-bo.xlsx; nếu bản ấy chưa đưa cho ai');
    await rm(at('cong-bo.xlsx'));
    const gone = await publish('report', 'khac', '--threshold', '9');
    expect(gone.err).toContain('bản ấy ghi ở ../cong-bo.xlsx nhưng không thấy ở đó');
    expect([existsSync(at('khac.xlsx')), existsSync(at('khac'))]).toEqual([false, false]);
  });

  it('is refused beside one of a program that hid other figures', async () => {
    const store = await openStore(at('ws/store'), '2024-02-03');
    const [one] = publicationsOf(standingOf(await store.decisions()), '2023');
    if (!one) throw new Error('Nothing was published.');
    const { periods, threshold } = one.publication;
    await store.decide([{ ...one, publication: { periods, threshold } }]);
    await store.close();
    const refused = await publish('consolidate', 'moi.xlsx');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('chọn số phải giấu theo cách khác');
    expect(existsSync(at('moi.xlsx'))).toBe(false);
  });
});
