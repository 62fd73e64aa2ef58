import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReturnFigures } from '../../../core/exchange/return-figures.ts';
import { figureKey } from '../../../core/observation/key.ts';
import type { Remark } from '../../../core/workbook/entry-fields.ts';
import { readReturnCsv } from '../../../formats/csv/read-return.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import * as libreoffice from '../../engines/libreoffice.ts';
import { arbitraryReturn, NAMES } from './arbitrary-return.ts';
import { fileOf, makeReturn, observation, writeFiles } from './make-return.ts';

const SEMICOLON = 59;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-csv-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The small return with texts that a spreadsheet would change or run. */
const PLAIN = makeReturn({
  observations: [
    ...makeReturn().observations,
    observation({ period: '2022', vintage: 'final', figure: 1234567.25 }),
    observation({ period: '2021', vintage: 'final', figure: '...' }),
    observation({ period: '2020', vintage: 'final', figure: 'x' }),
  ].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)),
  remarks: [
    ...[
      ['households|_T', '007'],
      ['households|poor-districts', '=1+1'],
      ['households|urban', '2023-01-02'],
      ['new-jobs|poor-districts', "'=1+1"],
      ['new-jobs|urban', '1.234'],
    ].map(([key = '', text = '']): Remark => ({ key, period: '2023', field: 'reason', text })),
    ...makeReturn().remarks.filter(({ key }) => key.startsWith('poverty')),
  ],
});

function sortKey({ indicator, stratum, period, vintage }: ReturnFigures['observations'][number]): string {
  return `${figureKey(indicator, stratum)}|${period}|${vintage}`;
}

/** Opens and saves the observations of returns in LibreOffice, then reads the returns again. */
async function resaved(returns: readonly ReturnFigures[], locale: libreoffice.EngineLocale, name: string) {
  const source = join(folder, name, 'source');
  await mkdir(source, { recursive: true });
  const written = await Promise.all(returns.map((figures) => writeFiles(figures, 'excel')));
  const paths = written.map((_, at) => join(source, `${at}.csv`));
  await Promise.all(
    written.map((files, at) => writeFile(paths[at] ?? '', fileOf(files, '.observations.csv').bytes)),
  );
  const saved = await libreoffice.resaveCsv(paths, join(folder, name, locale), SEMICOLON, { locale });
  return Promise.all(
    written.map(async (files, at) => {
      const bytes = new Uint8Array(await readFile(saved[at] ?? ''));
      const changed = files.files.map((file) =>
        file.name.endsWith('.observations.csv') ? { name: file.name, bytes } : file,
      );
      return readReturnCsv(changed, NAMES);
    }),
  );
}

describeWithEngine('libreoffice', 'the Excel profile, opened and saved again by LibreOffice', () => {
  it('reads back the same with Vietnamese settings', { timeout: 300_000 }, async () => {
    const [read] = await resaved([PLAIN], 'vi-VN', 'plain');
    expect(read?.findings.map(({ code }) => code)).toEqual(['return-hash']);
    expect(read?.value?.observations).toEqual(PLAIN.observations);
    expect(read?.value?.remarks).toEqual(PLAIN.remarks);
  });

  it(
    'with English settings keeps figures, or says on which row they are broken',
    { timeout: 300_000 },
    async () => {
      const [read] = await resaved([PLAIN], 'en-US', 'english');
      if (!read?.value) throw new Error(JSON.stringify(read?.findings));
      for (const one of read.value.observations) expect(PLAIN.observations).toContainEqual(one);
      const broken = read.findings.filter(({ severity }) => severity === 'error');
      // 1,234 is there a thousand, and its row must be one of those that are refused.
      expect(broken.length).toBeGreaterThan(0);
      expect(broken.every(({ place }) => (place.line ?? 0) > 1)).toBe(true);
      expect(read.value.observations.length + broken.length).toBe(PLAIN.observations.length);
    },
  );

  it('never gives another figure or text without saying so', { timeout: 600_000 }, async () => {
    const returns = fc.sample(arbitraryReturn, { numRuns: 12, seed: 7 });
    for (const locale of ['vi-VN', 'en-US'] as const) {
      for (const [at, { value, findings }] of (await resaved(returns, locale, 'random')).entries()) {
        const figures = returns[at];
        for (const one of value?.observations ?? []) expect(figures?.observations).toContainEqual(one);
        for (const one of value?.remarks ?? []) expect(figures?.remarks).toContainEqual(one);
        const isWhole =
          value?.observations.length === figures?.observations.length &&
          value?.remarks.length === figures?.remarks.length;
        expect(isWhole || findings.some(({ severity }) => severity === 'error')).toBe(true);
      }
    }
  });
});
