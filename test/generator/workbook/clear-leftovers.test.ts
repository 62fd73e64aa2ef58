import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { clearLeftovers } from '../../../generator/workbook/clear-leftovers.ts';

it('removes what a run that was killed has left of its own files, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-leftovers-'));
  const now = Date.UTC(2026, 0, 2);
  const id = '0b9f8d5e-1c2d-4e3f-8a9b-0c1d2e3f4a5b';
  const old = [`.sổ.xlsx.${id}.tmp`, `.khác.xlsx.${id}.tmp`, 'sổ.xlsx', '.sổ.xlsx.tmp'];
  const recent = `.sổ.xlsx.${id.replace('0b', '1c')}.tmp`;
  try {
    for (const name of [...old, recent]) {
      await writeFile(join(folder, name), '');
      const at = new Date(name === recent ? now - 5000 : now - 120_000);
      await utimes(join(folder, name), at, at);
    }
    await clearLeftovers(folder, new Set(['sổ.xlsx']), now);
    expect((await readdir(folder)).sort()).toEqual([...old.slice(1), recent].sort());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
