import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { fillWorkbook, save } from './filled-workbooks.ts';
import { run as runIn } from './run.ts';

const run = (...args: string[]) => runIn(packageRoot(), ...args);
let folder = '';
let returned = '';
let wrong = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-systems-'));
  const { catalogue, plans } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
  if (!plan) throw new Error('no plan');
  const of = { reporter: 'VN12.106', round: '2022' };
  returned = await save(fillWorkbook(plan, catalogue, of), folder, 'Tam Duong.xlsx');
  const typed = { 'poverty-rate|_T|2022': 250 };
  wrong = await save(fillWorkbook(plan, catalogue, { ...of, typed }), folder, 'Sai.xlsx');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('chitieu export for other systems', () => {
  it('writes SDMX data with its structure and a DHIS2 data value set, and no exchange set', async () => {
    const out = join(folder, 'systems');
    const { code, err } = await run('export', returned, '--sdmx', '--dhis2', '--out', out);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const name = 'lai-chau-2021_VN12.106_2022';
    const ends = ['dhis2.csv', 'sdmx.csv', 'sdmx.structure.json'];
    expect((await readdir(out)).sort()).toEqual(ends.map((end) => `${name}.${end}`));
    const text = await readFile(join(out, `${name}.sdmx.csv`), 'utf8');
    expect(text).toMatch(/^STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,/u);
    expect(text).toContain('\r\ndatastructure,CHITIEU:SOCIAL_TARGETS(1.0.0),R,A,VN12_106,VN12_106,');
    const { data } = JSON.parse(await readFile(join(out, `${name}.sdmx.structure.json`), 'utf8'));
    expect(JSON.stringify(data)).toContain('Huyện Tam Đường');
  });

  it('keeps a return with errors back, until somebody answers for it', async () => {
    const out = join(folder, 'errors');
    const refused = await run('export', wrong, '--sdmx', '--out', out);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--force');
    await expect(readdir(out)).rejects.toThrow('ENOENT');
    const { code } = await run('export', wrong, '--sdmx', '--force', '--out', out);
    expect(code).toBe(1);
    expect(await readdir(out)).toHaveLength(2);
  });

  it('sends sample figures nowhere', async () => {
    const made = join(folder, 'sample');
    await run('generate', 'lai-chau-2021', '--unit', 'VN12.106', '--sample', '--out', made);
    const { code, err } = await run('export', made, '--dhis2', '--out', join(folder, 'of-sample'));
    expect(code).toBe(2);
    expect(err).toContain('số liệu mẫu');
  });
});
