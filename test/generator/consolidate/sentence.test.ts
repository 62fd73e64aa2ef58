import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sent } from '../../core/consolidate/fixture.ts';
import { storedRound, type StoredRound } from './round.ts';

const JOBS = 'new-jobs|_T';
const RATE = 'poverty-rate|_T';
const parts = (poor: string, all: string) => ({ 'poor-households|_T': poor, 'households|_T': all });
const blocked = { acceptance: 'blocked' as const, errors: 1, warnings: 0, owed: 1, entered: 1 };

/** Every sign, shares with and without their parts, a group of districts, a return with errors; province and a body. */
const SENT: Sent[] = [
  { unit: 'VN12.105', figures: { [JOBS]: '120', ...parts('10', '100'), [RATE]: '9.5' } },
  { unit: 'VN12.106', figures: { [JOBS]: '-', ...parts('...', '300') } },
  { unit: 'VN12.107', figures: { [JOBS]: 'x', 'poor-households|poor-districts': '7' } },
  { unit: 'VN12.108', figures: { [JOBS]: '1000', ...parts('3', '30') }, said: { judged: blocked } },
  { unit: 'VN12', figures: { [JOBS]: '1100', [RATE]: '12' } },
  { unit: 'VN12', reporter: 'VN12.SLDTBXH', figures: { [RATE]: '12.5' } },
];

let round: StoredRound;
beforeAll(async () => {
  round = await storedRound(SENT);
});
afterAll(() => round.gone());

interface Counts {
  figures: {
    owed: Record<'owed' | 'counted' | 'unknown' | 'left' | 'missing', number>;
    received: Record<'all' | 'counted' | 'unknown' | 'left' | 'places', number>;
  };
}

it('consolidate says what became of the figures that are owed and of those that came in, and both add up as a closing does', async () => {
  const { out: json } = await round.run('consolidate', '--round', '2023', '--json');
  const { owed, received } = (JSON.parse(json) as Counts).figures;
  expect(owed).toMatchObject({ counted: 4, unknown: 1, left: 2 });
  expect(owed.counted + owed.unknown + owed.left + owed.missing).toBe(owed.owed);
  expect(received).toEqual({ all: 15, counted: 11, unknown: 1, left: 3, places: 14 });
  const file = join(round.folder, 'tong.xlsx');
  const { out } = await round.run('consolidate', '--round', '2023', '--out', file);
  expect(out).toContain(
    `4/${owed.owed} số mà các đơn vị được cộng phải báo cáo đã có và được tính; 1 ghi "...", 2 đã nhận chưa tính, ${owed.missing} chưa có.`,
  );
  expect(out).toContain(
    'Mọi nơi báo cáo, kể cả tỉnh, sở và tỷ lệ đã công bố: nhận 15 số của 14 số liệu; 11 được tính, 1 ghi "...", 3 chưa tính.',
  );
  const english = await round.run('consolidate', '--round', '2023', '--out', file, '--lang', 'en');
  expect(english.out).toContain('15 figures of 14 things came in; 11 count, 1 say "...", 3 do not count.');
  const folder = join(round.folder, 'bao-cao');
  expect((await round.run('report', '--round', '2023', '--out', folder)).code).toBe(0);
  const [page = ''] = (await readdir(folder)).filter((name) => name.endsWith('.html'));
  expect(await readFile(join(folder, page), 'utf8')).toContain(`4/${owed.owed} số của`);
  const closed = await round.run('close', '--round', '2023');
  expect(closed.out).toContain(`: ${received.places} số có hiệu lực của mọi nơi báo cáo`);
});
