import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assignmentColumns } from '../core/planner/assignment/assignment.ts';
import { GRID_MARKER, GRID_SHEET, HEAD_COLUMN_KEY, headRowKeys } from '../core/planner/grid/grid-contract.ts';
import { changeMapSchema } from '../core/changes/change-map.ts';
import { roundsFileSchema } from '../core/round/schema.ts';
import { targetRowFields } from '../core/target/target-rows.ts';
import { verdicts } from '../core/target/verdict.ts';
import { unitColumns } from '../core/unit/unit.ts';
import { IDENTITY_PREFIX, KEY_MARKER, metaKinds, sheetNames } from '../core/workbook/contract.ts';
import { columnFields } from '../core/workbook/entry-fields.ts';
import { vintages } from '../core/observation/vintage.ts';
import { loadAssignments } from '../generator/exchange-files/assignments.ts';
import { loadBaselines } from '../generator/exchange-files/baselines.ts';
import { exchangeContext, type ExchangeContext, type Loaded } from '../generator/exchange-files/context.ts';
import { loadFigures } from '../generator/exchange-files/figures.ts';
import { parseYaml } from '../generator/plan-files/yaml.ts';
import { packageRoot } from '../generator/package-root.ts';
import { programCommands } from './generator/commands/all-commands.ts';
import { run } from './generator/commands/run.ts';
import { loadSeeds } from './workbook/seed-workbooks.ts';

const ROOT = packageRoot();
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const README = read('README.md');
const PAGES = [
  'README.md',
  'CHANGELOG.md',
  'addin/README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const scripts = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'scripts',
  Record<string, string>
>;

/** What stands in code: spans, and the lines of blocks without their comments. */
function codeOf(page: string): string[] {
  const blocks = [...page.matchAll(/^```[^\n]*\n(.*?)^```/gmsu)].flatMap(([, block]) =>
    (block ?? '').split('\n').map((line) => line.replace(/(?:^|\s)#.*$/u, '')),
  );
  const spans = [...page.replaceAll(/^```.*?^```/gmsu, '').matchAll(/`([^`\n]+)`/gu)].map(
    ([, span]) => span ?? '',
  );
  return [...blocks, ...spans].filter((code) => code.trim() !== '');
}

/** The text between a heading and the next one. */
function section(page: string, heading: string): string {
  const [, rest] = page.split(`\n## ${heading}\n`);
  if (rest === undefined) throw new Error(`There is no heading "${heading}".`);
  return rest.split('\n## ')[0] ?? '';
}

/** The code spans of the first column of every table. */
function firstColumn(text: string): string[] {
  return [...text.matchAll(/^\| *`([^`]+)`[^|]*\|/gmu)].map(([, span]) => span ?? '');
}

describe.each(PAGES)('%s', (name) => {
  const page = read(name);

  it('links to files that exist', () => {
    const targets = [...page.matchAll(/\]\(([^)#\s]+)[^)]*\)/gu)].map(([, target]) => target ?? '');
    const broken = targets
      .filter((target) => !/^[a-z]+:/u.test(target))
      .filter((target) => !existsSync(join(ROOT, dirname(name), target)));
    expect(broken).toEqual([]);
  });

  it('names files of the project that exist', () => {
    const named = codeOf(page).flatMap(
      (code) =>
        code.match(/(?<![\w./-])(?:addin|bench|core|docs|formats|generator|seeds|templates|test)\/\S*/gu) ??
        [],
    );
    const missing = named
      .map((path) => path.replace(/[.,;:)]+$/u, ''))
      .filter((path) => !/[<*…]/u.test(path) && !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });

  it('shows npm scripts that exist', () => {
    const shown = [
      ...codeOf(page)
        .join('\n')
        .matchAll(/\bnpm run ([a-z:]+)/gu),
    ].map(([, script]) => script);
    expect(shown.filter((script) => scripts.scripts[script ?? ''] === undefined)).toEqual([]);
  });
});

/** Options that every command takes. */
const GLOBAL = ['--workspace', '--store', '--store-ca'];

describe('the commands of the pages', async () => {
  const helps = await programCommands(ROOT);
  const commands = new Map([...helps].map(([words, { options }]) => [words, options]));
  // A group may do something by itself: its commands come before it.
  const longestFirst = [...commands.keys()].sort((one, other) => other.length - one.length);
  const tables = read('docs/commands.md');

  it.each(PAGES)('exist with the options shown: %s', (name) => {
    const shown = codeOf(read(name))
      .flatMap((code) => code.split('&&'))
      .filter((code) => /\bchitieu [a-z]/u.test(code) && !/\bchitieu help\b/u.test(code))
      .map((code) => code.replace(/^.*\bchitieu /u, ''));
    const unknown = shown.filter((code) => {
      const path = longestFirst.find((words) => new RegExp(`^${words}(?![\\w-])`, 'u').test(code));
      const options = code.match(/--[a-z-]+/gu) ?? [];
      return (
        path === undefined ||
        options.some((option) => !GLOBAL.includes(option) && !commands.get(path)?.includes(option))
      );
    });
    expect(unknown).toEqual([]);
    if (name === 'README.md') expect(shown).not.toEqual([]);
  });

  it('have the options of the program itself listed', async () => {
    const { out } = await run(ROOT, '--help');
    const listed = [...out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gmu)].map(([, option]) => option ?? '');
    expect(listed).toEqual([...GLOBAL, '--help']);
    expect(GLOBAL.filter((option) => !tables.includes(`\`${option} `))).toEqual([]);
  });

  it('are all the commands there are', () => {
    const listed = firstColumn(tables).flatMap((code) => /^chitieu ([a-z -]+) \[/u.exec(code)?.[1] ?? []);
    expect(listed.sort()).toEqual([...commands.keys()].sort());
  });

  it('have all their options listed, and no others', () => {
    const rows = [...tables.matchAll(/^\| *`(--[a-z-]+)[^|]*\|([^|]*)\|/gmu)].flatMap(([, option, of]) =>
      [...(of ?? '').matchAll(/`([^`]+)`/gu)].map(([, command]) => `${command} ${option}`),
    );
    const existing = [...commands].flatMap(([path, options]) => options.map((option) => `${path} ${option}`));
    expect(rows.sort()).toEqual(existing.sort());
  });
});

it('the page of dependencies says of every installed package what it is for, and of no other', () => {
  const { dependencies, devDependencies } = scripts;
  const installed = Object.keys({ ...dependencies, ...devDependencies });
  expect(firstColumn(read('docs/dependencies.md')).sort()).toEqual(installed.sort());
});

describe('the README', () => {
  it('can be read in one go', () => {
    expect(README.split('\n').length).toBeLessThan(125);
  });

  it('lists the folders there are', () => {
    const listed = [...section(README, 'Folders').matchAll(/^([a-z]+)\/ /gmu)].map(([, name]) => name ?? '');
    const existing = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^\.|^(?:dist|out|node_modules|coverage)$/u.test(entry.name))
      .map(({ name }) => name);
    expect(listed.sort()).toEqual(existing.sort());
  });

  it('has pictures below 200 kB', () => {
    const images = readdirSync(join(ROOT, 'docs/images'));
    expect(images.length).toBeGreaterThan(0);
    for (const image of images) {
      expect(readFileSync(join(ROOT, 'docs/images', image)).length).toBeLessThan(200_000);
    }
  });
});

describe('the guide for officers', () => {
  const guide = read('docs/can-bo.md');

  it('explains every verdict in the words of the workbook', () => {
    const explained = [...guide.matchAll(/^\| (\p{Lu}[^|]*?) *\|/gmu)].map(([, word]) => word ?? '');
    const words = Object.values(verdicts).map(({ vi }) => vi);
    expect(explained.sort()).toEqual(words.sort());
  });

  it('names every sheet that people see', () => {
    const seen = Object.values(sheetNames).filter((sheet) => sheet !== sheetNames.meta);
    expect(seen.filter((sheet) => !guide.includes(sheet))).toEqual([]);
  });
});

describe('the page of the next cycle', () => {
  const blocks = [...read('docs/chuyen-ky.md').matchAll(/^( *)```yaml\n(.*?)^ *```/gmsu)].map(
    ([, indent = '', text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gmu'), ''),
  );
  const loaded = (text: string) => {
    const { value, findings } = parseYaml(text, 'x.yaml');
    expect(findings).toEqual([]);
    return value;
  };

  it('shows rules of rounds that load in the place of those there are', () => {
    const rounds = blocks.filter((text) => text.startsWith('rounds:'));
    expect(rounds).toHaveLength(2);
    for (const text of rounds) roundsFileSchema.parse(loaded(`schema: 1\n${text}`));
  });

  it('shows changes of a map that load below its changes', () => {
    const [changes, other] = blocks.filter((text) => text.startsWith('- change:'));
    expect(other).toBeUndefined();
    changeMapSchema.parse(
      loaded(`schema: 1\nfrom: a\nto: b\nchanges:\n${changes?.replaceAll(/^/gmu, '  ')}`),
    );
  });
});

describe('the page of file formats', () => {
  const page = read('docs/file-formats.md');

  it('has the fields of the target list in their order', () => {
    expect(firstColumn(section(page, '`chitieu targets --json`'))).toEqual([...targetRowFields]);
  });

  it('has every word of the workbook contract and every column of unit lists', () => {
    const words = [
      KEY_MARKER,
      IDENTITY_PREFIX,
      sheetNames.meta,
      ...vintages,
      ...columnFields,
      ...metaKinds,
      ...unitColumns,
    ];
    expect(words.filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
  });

  it('shows rows of the CSV files that load as they stand, under the columns they have', async () => {
    const { catalogue, plans } = await loadSeeds();
    const context = exchangeContext(catalogue, plans);
    const csv = section(page, "The planner's files");
    const [assignments, baselines, figures] = [...csv.matchAll(/^```csv\n(.*?)^```/gmsu)].map(
      ([, block]) => block ?? '',
    );
    const folder = await mkdtemp(join(tmpdir(), 'chitieu-docs-'));
    const load = async <Value>(
      text: string | undefined,
      read: (path: string, context: ExchangeContext) => Promise<Loaded<Value>>,
    ) => {
      await writeFile(join(folder, 'example.csv'), text ?? '');
      return read(join(folder, 'example.csv'), context);
    };
    const loaded = [
      await load(assignments, loadAssignments),
      await load(baselines, loadBaselines),
      await load(figures, loadFigures),
    ];
    await rm(folder, { recursive: true });
    expect(loaded.map(({ findings }) => findings)).toEqual([[], [], []]);
    expect(loaded.map(({ value }) => value?.length)).toEqual([2, 1, 1]);
    expect(firstColumn(csv)).toEqual([...assignmentColumns]);
  });

  it('has every key of the assignment grid', () => {
    const words = [GRID_MARKER, HEAD_COLUMN_KEY, ...Object.values(headRowKeys)];
    expect(words.filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
    expect(page).toContain(GRID_SHEET);
  });
});
