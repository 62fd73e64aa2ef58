import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dialects, type Profile } from '../../core/exchange/profile.ts';
import { contentOf, entriesOf } from '../../core/store/entry.ts';
import { installedOf, type Installed } from '../../generator/check/installed.ts';
import { describeWithEngine } from '../engines/availability.ts';
import * as libreoffice from '../engines/libreoffice.ts';
import { loadSeeds } from '../workbook/seed-workbooks.ts';
import type { Outcome } from './hazards.ts';
import { exportedSet, filesOf, hazardReturn } from './make-set.ts';
import { outcomeOf } from './outcome.ts';

let folder = '';
let installed: Installed;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-hazards-'));
  installed = installedOf(await loadSeeds());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const saved: [libreoffice.EngineLocale, Profile, Outcome][] = [
  ['vi-VN', 'excel', 'read'],
  // 1,234 is a thousand there, and 1.234 here: the checksum of the row says so.
  ['en-US', 'excel', { refused: 'return-row-changed' }],
  ['vi-VN', 'machine', { refused: 'return-row-changed' }],
  ['en-US', 'machine', 'read'],
];

describeWithEngine('libreoffice', 'a set of CSV files that LibreOffice has saved again', () => {
  it.each(saved)(
    'with the settings of %s, %s profile',
    { timeout: 300_000 },
    async (locale, profile, must) => {
      const set = await exportedSet('VN12.106', profile, installed.names);
      const source = join(folder, `${locale}-${profile}`);
      await mkdir(source);
      const tables = filesOf(set).filter(({ name }) => name.endsWith('.csv'));
      const paths = tables.map(({ name }) => join(source, name));
      for (const [at, { bytes }] of tables.entries()) await writeFile(paths[at] ?? '', bytes);
      const separator = dialects[profile].delimiter.charCodeAt(0);
      const after = await libreoffice.resaveCsv(paths, join(source, 'saved'), separator, { locale });
      const files = [set.descriptor];
      for (const [at, { name }] of tables.entries())
        files.push({ name, bytes: new Uint8Array(await readFile(after[at] ?? '')) });
      const { outcome, said } = await outcomeOf(files, undefined, { folder, installed });
      expect(outcome).toEqual(must);
      if (said !== null)
        expect(said.map(contentOf)).toEqual([contentOf(entriesOf(hazardReturn('VN12.106'), new Map()))]);
    },
  );
});
