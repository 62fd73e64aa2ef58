import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReturnCsv } from '../../formats/csv/read-return.ts';
import { filesBeside } from '../../generator/check/csv-files.ts';
import type { FileJson } from '../../generator/check/report-json.ts';
import { packageRoot } from '../../generator/package-root.ts';
import { run } from '../generator/commands/run.ts';

const FOLDER = join(packageRoot(), 'test/cases/csv');

/** What must come of a set of files in `test/cases/csv`. */
interface Case {
  folder: string;
  done: string;
  /** Errors of reading: code and cell. */
  errors: [code: string, cell: string][];
  /** Figures of the round that are owed and not taken as entered. */
  missing: number;
}

const cases: Case[] = [
  { folder: '01-ctrlz', done: '0x1A at the end', errors: [], missing: 0 },
  { folder: '02-sep-line', done: '"sep=;" first', errors: [], missing: 0 },
  { folder: '60-name-trailing-space', done: 'a blank behind a name', errors: [], missing: 0 },
  { folder: '64-name-emptied', done: 'a name emptied', errors: [], missing: 0 },
  {
    folder: '19-thousands-dot-000',
    done: '1.000 for a count, its check emptied',
    errors: [['return-thousands-or-decimal', 'M101']],
    missing: 1,
  },
  { folder: 'renamed-set', done: 'the browser\'s " (1)" on all four files', errors: [], missing: 0 },
];

/** What `chitieu check` says of the returns behind a path. */
async function check(path: string): Promise<FileJson[]> {
  const { out } = await run(packageRoot(), 'check', path, '--json');
  return (JSON.parse(out) as { files: FileJson[] }).files;
}

describe.each(cases)('$folder: $done', ({ folder, errors, missing }) => {
  it('comes out as it must, whichever of its files is named', async () => {
    const names = readdirSync(join(FOLDER, folder));
    for (const path of [folder, ...names.map((name) => join(folder, name))]) {
      const files = await check(join(FOLDER, path));
      expect(files, path).toHaveLength(1);
      const { findings, progress } = files[0] ?? { findings: [], progress: null };
      const read = findings.filter(({ code }) => /^(?:return|csv)-/u.test(code));
      expect(
        read.filter(({ severity }) => severity !== 'note').map(({ code, place }) => [code, place.cell]),
        path,
      ).toEqual(errors);
      expect(progress && progress.owed - progress.done, path).toBe(missing);
    }
  });
});

it('a set that was renamed is one return, with all of its baselines and verdicts', async () => {
  const name = 'lai-chau-2021_VN12_2023.observations (1).csv';
  const { files } = await filesBeside(join(FOLDER, 'renamed-set', name));
  const { value, findings } = await readReturnCsv(files, null);
  expect(findings).toEqual([]);
  expect([value?.baselines.length, value?.ownVerdicts.length]).toEqual([23, 8]);
});
