import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBeside, returnBase } from '../../../generator/check/csv-files.ts';
import { inputsOf } from '../../../generator/check/inputs.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-inputs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function folderWith(...names: string[]): Promise<string> {
  const made = await mkdtemp(join(folder, 'f-'));
  for (const name of names) await writeFile(join(made, name), name);
  return made;
}

const names = async (...paths: string[]) =>
  (await inputsOf(paths)).inputs.map(({ kind, path }) => `${kind} ${basename(path)}`);

describe('inputsOf', () => {
  it('takes the workbooks of a folder by name, whatever program saved them', async () => {
    const into = await folderWith(
      'b.xlsx',
      'A.XLSX',
      'c.xlsm',
      'd.xls',
      'e.ods',
      'f.csv',
      'g.pdf',
      '.h.xlsx',
    );
    await mkdir(join(into, 'i.xlsx'));
    expect(await names(into)).toEqual([
      'workbook A.XLSX',
      'workbook b.xlsx',
      'workbook c.xlsm',
      'workbook d.xls',
      'workbook e.ods',
    ]);
  });

  it('passes over lock files and empty folders, and says so', async () => {
    const into = await folderWith('~$a.xlsx');
    const empty = await folderWith('a.csv');
    const { inputs, passedOver } = await inputsOf([into, empty]);
    expect(inputs).toEqual([]);
    expect(passedOver.map(({ why }) => why)).toEqual(['lock-file', 'empty-folder']);
  });

  it('takes a file once, and the files of a return as one', async () => {
    const into = await folderWith('a.xlsx', 'b.observations.csv', 'b.baselines.csv', 'b.datapackage.json');
    const all = ['b.observations.csv', 'a.xlsx', 'b.datapackage.json', 'b.baselines.csv'];
    expect(await names(...all.map((name) => join(into, name)), into)).toEqual([
      'csv b.observations.csv',
      'workbook a.xlsx',
    ]);
  });

  it('leaves a path that is not there in its place', async () => {
    expect(await names(join(folder, 'none.xlsx'))).toEqual(['workbook none.xlsx']);
  });
});

describe('the files of a return', () => {
  it('are known by their ends', () => {
    expect(['a.observations.csv', 'a.DataPackage.json', 'a.csv', 'a.json', 'a.xlsx'].map(returnBase)).toEqual(
      ['a', 'a', 'a', null, null],
    );
  });

  it('are those of the same name and folder, and no others', async () => {
    const into = await folderWith('b.observations.csv', 'b.verdicts.csv', 'c.observations.csv', 'b.xlsx');
    const { files, findings } = await filesBeside(join(into, 'b.verdicts.csv'));
    expect(files.map(({ name }) => name)).toEqual(['b.verdicts.csv', 'b.observations.csv']);
    expect(findings).toEqual([]);
  });

  it('are never looked for outside their folder', async () => {
    const into = await folderWith();
    const resources = ['../secret.csv', join(folder, 'secret.csv')].map((path) => ({
      name: 'observations',
      path,
      bytes: 1,
      hash: `sha256:${'0'.repeat(64)}`,
      rowCount: 1,
    }));
    const chitieu = {
      schema: 1,
      profile: 'machine',
      templateSchema: 2,
      unit: 'VN12',
      reporter: 'VN12',
      round: '2022',
      sample: false,
      plans: [],
      errors: 0,
    };
    await writeFile(join(folder, 'secret.csv'), 'unit\n');
    await writeFile(join(into, 'b.datapackage.json'), JSON.stringify({ resources, chitieu }));
    const { files } = await filesBeside(join(into, 'b.datapackage.json'));
    expect(files.map(({ name }) => name)).toEqual(['b.datapackage.json']);
  });
});
