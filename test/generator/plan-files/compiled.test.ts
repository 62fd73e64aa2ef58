import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../generator/package-root.ts';
import { COMPILED, compiledOf, compiledText } from '../../../generator/plan-files/compiled.ts';
import {
  CATALOGUE_FILE,
  listPlans,
  loadCatalogue,
  parseCatalogue,
} from '../../../generator/plan-files/load.ts';
import { readYaml } from '../../../generator/plan-files/read-yaml.ts';
import { parseYaml } from '../../../generator/plan-files/yaml.ts';

const root = packageRoot();
const textOf = (path: string) => readFile(join(root, path), 'utf8');
const text = await textOf(CATALOGUE_FILE);
const other = await mkdtemp(join(tmpdir(), 'chitieu-compiled-'));
afterAll(() => rm(other, { recursive: true }));

it('the committed catalogue says what its text says', async () => {
  const compiled = await compiledOf(root, `${COMPILED}/catalogue.json`, text);
  expect(compiled).toBeDefined();
  expect(compiled).toStrictEqual(parseCatalogue(text).value);
});

it('so do plans and rounds, and a finding is told its line', async () => {
  const files = [
    ['rounds', 'seeds/rounds.yaml'],
    ...(await listPlans(root)).map((id) => [`${id}.plan`, `seeds/${id}/plan.yaml`]),
  ] as [string, string][];
  expect(files.length).toBeGreaterThan(5);
  for (const [name, path] of files) {
    const yaml = await textOf(path);
    expect(await compiledOf(root, `${COMPILED}/${name}.json`, yaml), path).toBeDefined();
    const [read, parsed] = [await readYaml(root, name, yaml, path), parseYaml(yaml, path)];
    expect(read.value).toStrictEqual(parsed.value);
    for (const at of [['targets', 3, 'printed'], ['rounds', 2], ['nothing']])
      expect(read.locate(at)).toBe(parsed.locate(at));
  }
});

it('a text that was changed is read itself, and so is one whose compiled form is cut off', async () => {
  const compiled = await textOf(`${COMPILED}/catalogue.json`);
  await mkdir(join(other, COMPILED), { recursive: true });
  const changed = text.replace('Tỷ lệ hộ nghèo', 'Tỷ lệ hộ rất nghèo');
  for (const [yaml, json] of [
    [changed, compiled],
    [changed, ''],
    [text, compiled.slice(0, -10)],
  ] as const) {
    await writeFile(join(other, CATALOGUE_FILE), yaml);
    await writeFile(join(other, COMPILED, 'catalogue.json'), json);
    const { value } = await loadCatalogue(other);
    const names = [...(value?.indicators.values() ?? [])].map(({ name }) => name.vi);
    expect(names.some((name) => name.startsWith('Tỷ lệ hộ rất nghèo'))).toBe(yaml === changed);
    expect(names.length).toBeGreaterThan(100);
  }
});

describe('a plan of a workspace', () => {
  const plan = 'schema: 1\nid: my-plan\nfirstRound: 2026\n';
  const from = { root: other, folder: 'plans', program: root } as const;
  const kept = join(other, 'plans/.compiled/my-plan.plan.json');
  const read = (yaml: string) => readYaml(from, 'my-plan.plan', yaml, 'plans/my-plan/plan.yaml');

  it('is compiled when it is first read, and read anew when a letter of it changes', async () => {
    const first = await read(plan);
    expect(JSON.parse(await readFile(kept, 'utf8'))).toMatchObject({ value: first.value });
    // What is kept is what is read: a value that fits its checksum shows it.
    await writeFile(kept, compiledText(plan, { id: 'as-kept' }));
    expect((await read(plan)).value).toEqual({ id: 'as-kept' });
    expect((await read(plan.replace('2026', '2027'))).value).toMatchObject({ firstRound: '2027' });
    expect((await read(plan)).value).toEqual(first.value);
  });

  it.each([
    ['edited', (json: string) => json.replace('2026', '2016')],
    ['cut off', (json: string) => json.slice(0, -20)],
    ['emptied', () => ''],
  ])('is read from its text where what was compiled was %s', async (_, damage) => {
    const first = await read(plan);
    await writeFile(kept, damage(compiledText(plan, first.value)));
    expect((await read(plan)).value).toEqual(first.value);
  });

  it('is read where nothing can be written, and with its findings each time', async () => {
    await rm(join(other, 'plans'), { recursive: true, force: true });
    await writeFile(join(other, 'plans'), '');
    expect((await read(plan)).value).toMatchObject({ id: 'my-plan' });
    await rm(join(other, 'plans'));
    for (const time of ['first', 'second'])
      expect(
        (await read(`${plan}id: again\n`)).findings.map(({ code }) => code),
        time,
      ).toEqual(['yaml-duplicate-key']);
  });
});
