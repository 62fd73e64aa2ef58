import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { clearParts } from '../../../generator/renew/clear-parts.ts';
import { leavePart } from './left-over-parts.ts';

const folder = await mkdtemp(join(tmpdir(), 'chitieu-parts-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

it('of an earlier report with more parts none is left but those that somebody has edited, and these are told', async () => {
  const part = (number: string) => `chuyen-ky_2026_tung-so-${number}.xlsx`;
  // The one between was moved elsewhere.
  for (const number of ['01', '02', '04', '100']) await leavePart(folder, part(number), false);
  const edited = await leavePart(folder, part('05'), true);
  await writeFile(join(folder, part('06')), 'không phải sổ');
  const others = ['chuyen-ky_2025_tung-so-09.xlsx', 'chuyen-ky_2026_tung-so-9.xlsx', 'chuyen-ky_2026.xlsx'];
  for (const name of others) await leavePart(folder, name, false);

  const kept = [part('05'), part('06')].map((name) => join(folder, name));
  expect(await clearParts(folder, 'chuyen-ky_2026', 1)).toEqual(kept);
  expect((await readdir(folder)).sort()).toEqual([...others, part('01'), part('05'), part('06')].sort());
  expect(Buffer.compare(await readFile(join(folder, part('05'))), edited)).toBe(0);

  expect(await clearParts(folder, 'chuyen-ky_2026', 0)).toEqual(kept);
  expect(await readdir(folder)).not.toContain(part('01'));
});
