import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as gnumeric from './gnumeric.ts';
import * as libreoffice from './libreoffice.ts';
import { madeOnce, type Making } from './made-once.ts';

/** A program that recalculates and saves, with the locale it does so in. */
export type Saver = `libreoffice ${libreoffice.EngineLocale}` | 'gnumeric';

/** So many workbooks in one start: two test files that want the same corpus each take a part of it. */
const BATCH = 12;

/**
 * Workbooks as a program recalculated and saved them. The same bytes are opened once by each program in a
 * run, whichever test files ask for them.
 * @returns paths of the results, in the order of `workbooks`; they must not be changed
 */
export function resaved(workbooks: readonly Uint8Array[], saver: Saver): Promise<string[]> {
  const byName = new Map(workbooks.map((bytes) => [`${saver}/${hashOf(bytes)}.xlsx`, bytes]));
  const names = workbooks.map((bytes) => `${saver}/${hashOf(bytes)}.xlsx`);
  return madeOnce(names, (mine) => saveAll(mine, byName, saver), BATCH);
}

async function saveAll(
  mine: readonly Making[],
  byName: ReadonlyMap<string, Uint8Array>,
  saver: Saver,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-resaved-'));
  try {
    await mkdir(join(folder, 'source'));
    const sources = mine.map((_, at) => join(folder, 'source', `${at}.xlsx`));
    for (const [at, source] of sources.entries()) {
      await writeFile(source, byName.get(mine[at]?.name ?? '') ?? new Uint8Array());
    }
    const saved = await recalculate(sources, join(folder, 'saved'), saver);
    for (const [at, { path }] of mine.entries()) await rename(saved[at] ?? '', path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function recalculate(sources: readonly string[], outDir: string, saver: Saver): Promise<string[]> {
  if (saver !== 'gnumeric') {
    const locale = saver === 'libreoffice vi-VN' ? 'vi-VN' : 'en-US';
    return libreoffice.recalculate(sources, outDir, { locale });
  }
  await mkdir(outDir);
  const saved: string[] = [];
  for (const [at, source] of sources.entries()) {
    saved.push(await gnumeric.recalculate(source, join(outDir, `${at}.xlsx`)));
  }
  return saved;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
