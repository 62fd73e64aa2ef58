import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { describeWithEngine } from '../engines/availability.ts';
import * as gnumeric from '../engines/gnumeric.ts';
import * as libreoffice from '../engines/libreoffice.ts';
import { randomWorkbook, type RandomWorkbook } from './random-workbook.ts';
import { typedInto, typedIntoFile } from './typed-into.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-round-trip-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A few random workbooks as files. */
async function writeSome(part: string, count: number): Promise<{ path: string; workbook: RandomWorkbook }[]> {
  const workbooks = fc.sample(randomWorkbook, { numRuns: count, seed: 7 });
  return Promise.all(
    workbooks.map(async (workbook, at) => {
      const path = join(folder, `${part}-${at}.xlsx`);
      await writeFile(path, await serialize(workbook.model));
      return { path, workbook };
    }),
  );
}

/** Programs keep 15 to 17 digits of a figure, and tidy the ends of a text. */
function tolerant(typed: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).map(([id, json]) => {
      const text = JSON.parse(json) as string;
      const number = Number(text);
      if (text === '' || Number.isNaN(number)) return [id, text.replaceAll(/\s+/gu, ' ').trim()];
      return [id, number === 0 ? '0' : number.toPrecision(13)];
    }),
  );
}

describeWithEngine('libreoffice', 're-saved by LibreOffice', () => {
  it('is read as it was typed', { timeout: 300_000 }, async () => {
    const written = await writeSome('lo', 6);
    const saved = await libreoffice.recalculate(
      written.map(({ path }) => path),
      join(folder, 'lo'),
      { locale: 'vi-VN' },
    );
    for (const [at, { workbook }] of written.entries()) {
      const again = await typedIntoFile(new Uint8Array(await readFile(saved[at] ?? '')));
      expect(tolerant(again), workbook.name).toEqual(tolerant(typedInto(workbook)));
    }
  });
});

describeWithEngine('gnumeric', 're-saved by Gnumeric', () => {
  it('is read as it was typed', { timeout: 300_000 }, async () => {
    for (const [at, { path, workbook }] of (await writeSome('gn', 4)).entries()) {
      const saved = await gnumeric.recalculate(path, join(folder, `saved-${at}.xlsx`));
      const again = await typedIntoFile(new Uint8Array(await readFile(saved)));
      expect(tolerant(again), workbook.name).toEqual(tolerant(typedInto(workbook)));
    }
  });
});
