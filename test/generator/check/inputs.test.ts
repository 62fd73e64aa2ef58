import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBeside } from '../../../generator/check/csv-files.ts';
import { notReadReasons, type NotRead } from '../../../generator/check/folder-entry.ts';
import { inputsOf } from '../../../generator/check/inputs.ts';
import { checkWords } from '../../../generator/check/words.ts';

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

  it('takes the returns in CSV files of a folder that have their descriptor, each once', async () => {
    const into = await folderWith(
      'a.observations.csv',
      'a.datapackage.json',
      'b.observations (1).csv',
      'b.datapackage (1).json',
      'b.verdicts (1).csv',
      'c.observations.csv',
    );
    expect(await names(into, join(into, 'b.verdicts (1).csv'))).toEqual([
      'csv a.datapackage.json',
      'csv b.datapackage (1).json',
    ]);
  });

  it('says of everything else in a folder why it is not read', async () => {
    const reasons: Record<string, NotRead> = {
      '~$a.xlsx': 'lock-file',
      '.~lock.a.xlsx#': 'lock-file',
      'a.observations.csv': 'csv-without-descriptor',
      'a.csv': 'csv-without-descriptor',
      'a.zip': 'archive',
      'a.RAR': 'archive',
      'a.xlsx.download': 'download',
      'a.xlsx.crdownload': 'download',
      'a.xlsx.bak': 'backup',
      'a.xlsx~': 'backup',
      'a.xltx': 'template',
      'a.fods': 'other-spreadsheet',
      'a.numbers': 'other-spreadsheet',
      '.a.xlsx': 'hidden',
      'a.xlsx.lnk': 'shortcut',
      'a.pdf': 'no-return',
      'a.json': 'no-return',
      a: 'no-return',
    };
    const into = await folderWith(...Object.keys(reasons), 'Thumbs.db', '.DS_Store', 'desktop.ini');
    await mkdir(join(into, 'below.xlsx'));
    const { inputs, passedOver } = await inputsOf([into]);
    expect(inputs).toEqual([]);
    const found = Object.fromEntries(passedOver.map(({ path, why }) => [basename(path), why]));
    expect(found).toEqual({ ...reasons, 'below.xlsx': 'folder', [basename(into)]: 'empty-folder' });
    for (const why of notReadReasons) {
      for (const language of ['vi', 'en'] as const)
        expect(checkWords[language].passedOver[why]('a.xlsx')).toContain('a.xlsx');
    }
  });

  it('follows a link to a file of the same folder and no further', async () => {
    const outside = await folderWith('secret.xlsx');
    const into = await folderWith('a.xlsx');
    await symlink(join(outside, 'secret.xlsx'), join(into, 'b.xlsx'));
    await symlink(join(into, 'a.xlsx'), join(into, 'c.xlsx'));
    await symlink(join(into, 'none'), join(into, 'd.xlsx'));
    const { inputs, passedOver } = await inputsOf([into]);
    expect(inputs.map(({ path }) => basename(path))).toEqual(['a.xlsx', 'c.xlsx']);
    expect(passedOver.map(({ path, why }) => [basename(path), why])).toEqual([
      ['b.xlsx', 'leads-outside'],
      ['d.xlsx', 'not-regular'],
    ]);
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
