import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredReturn } from '../../../core/store/model.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { openStore } from '../../../generator/store/home.ts';
import { arrived } from '../../core/consolidate/fixture.ts';
import { storedRound, type StoredRound } from '../consolidate/round.ts';

const JOBS = 'new-jobs|_T';
const TRAINED = 'vocational-training-persons|_T';
const UNIT = 'VN12.106';

let round: StoredRound;
beforeAll(async () => {
  round = await storedRound([
    { unit: 'VN12.105', figures: { [JOBS]: '120', [TRAINED]: '90' } },
    { unit: UNIT, figures: { [JOBS]: '30', [TRAINED]: '40' } },
  ]);
  await round.run('close', '--round', '2023', '--at', '2024-02-01T08:00:00+07:00');
});
afterAll(() => round.gone());

/** Another return of the unit comes in after the round was closed. */
async function comes(figures: Record<string, string>, said: Partial<StoredReturn>): Promise<void> {
  const store = await openStore(join(round.folder, 'ws', 'store'), '2024-02-03');
  const { returns, entries } = arrived([{ unit: UNIT, figures, said }]);
  for (const one of returns) await store.take(one, entries, []);
  await store.close();
}

interface Told {
  closed: { corrections: { key: string; state?: string }[]; countedOtherwise: object[] };
  totals: { key: string; sum: string }[];
}

let made = 0;
async function consolidated() {
  made += 1;
  const out = join(round.folder, `tong-hop-${made}.xlsx`);
  const about = ['consolidate', '--round', '2023', '--out', out];
  const json = JSON.parse((await round.run(...about, '--json')).out) as Told;
  const { sheets } = await readFacts(await readFile(out));
  const texts = sheets.map(({ name, cells }) => ({ name, texts: cells.map(({ value }) => String(value)) }));
  return { json, on: (sheet: string) => texts.find(({ name }) => name === sheet)?.texts ?? [] };
}

/** Each step goes on from the one before. */
describe('figures of a closed round that count otherwise since', () => {
  it('are told where a conflict about one figure takes the others of its return along', async () => {
    await comes({ [JOBS]: '34' }, { state: 'conflicting' });
    const { json, on } = await consolidated();
    expect(json.totals.find(({ key }) => key === TRAINED)?.sum).toBe('90');
    expect(json.closed.countedOtherwise).toEqual([
      { key: `${UNIT}|${TRAINED}|2023`, before: 'accepted', after: 'conflicting' },
    ]);
    const told = '1 số lúc khóa có cộng nay không cộng, cùng cả bản báo cáo có chúng (mâu thuẫn: 1)';
    expect(on('Đơn vị').join('\n')).toContain(told);
    await round.run('withdraw', 'B3', '--reason', 'Sổ của huyện khác');
    expect((await consolidated()).json.closed.countedOtherwise).toEqual([]);
  });

  it('are told of a correction that has errors, and beside its figures that no total uses them', async () => {
    const judged = {
      ...arrived([{ unit: UNIT, figures: {} }]).returns[0]?.judged,
      acceptance: 'blocked',
      errors: 1,
    };
    await comes(
      { [JOBS]: '75', [TRAINED]: '40' },
      { state: 'correction', corrects: 2, judged: judged as StoredReturn['judged'] },
    );
    const { json, on } = await consolidated();
    expect(json.totals.find(({ key }) => key === JOBS)?.sum).toBe('120');
    expect(json.closed.corrections).toMatchObject([{ key: `${UNIT}|${JOBS}|2023`, state: 'blocked' }]);
    expect(json.closed.countedOtherwise).toHaveLength(2);
    expect(on('Sửa sau khóa sổ')).toContain('chưa tính: còn lỗi');
  });

  it('are told in the report and by status', async () => {
    const told = '2 số lúc khóa có cộng nay không cộng, cùng cả bản báo cáo có chúng (còn lỗi: 2)';
    const register = (await round.run('status', '--round', '2023')).out;
    expect(register.replaceAll(/\s+/gu, ' ')).toContain(told);
    const folder = join(round.folder, 'bao-cao');
    await round.run('report', '--round', '2023', '--out', folder, '--at', '2024-02-04');
    const [page] = (await readdir(folder)).filter((name) => name.endsWith('.html'));
    expect(await readFile(join(folder, page ?? ''), 'utf8')).toContain(told);
  });
});
