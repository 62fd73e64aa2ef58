import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../generator/package-root.ts';

/**
 * The arrows between the folders. Types are kept apart by the compiler settings of each folder (core has
 * neither Node's nor the browser's); what may be imported is kept here.
 */
const ROOT = packageRoot();
const PAGES = ['core', 'formats', 'addin'];
const FOLDERS: Record<string, { folders: string[]; packages: string[]; node: boolean }> = {
  core: { folders: ['core'], packages: ['zod'], node: false },
  formats: {
    folders: ['core', 'formats'],
    packages: [
      '@zip.js/zip.js',
      'docx',
      'exceljs',
      'hast',
      'hast-util-to-html',
      'hastscript',
      'numfmt',
      'papaparse',
      'saxes',
      'vega',
    ],
    node: false,
  },
  generator: {
    folders: ['core', 'formats', 'generator'],
    packages: [
      '@duckdb/node-api',
      '@duckdb/node-bindings',
      '@resvg/resvg-js',
      'commander',
      'pg',
      'pg-copy-streams',
      'piscina',
      'papaparse',
      'umzug',
      'yaml',
      'zod',
    ],
    node: true,
  },
  // What is shown in Excel's pane and in the page; how it is built and served stands beside it.
  'addin/pane': {
    folders: PAGES,
    packages: ['@fluentui/tokens', '@fluentui/web-components', 'chart.js'],
    node: false,
  },
  'addin/office': { folders: PAGES, packages: [], node: false },
  'addin/page': { folders: PAGES, packages: [], node: false },
  'addin/shell': { folders: PAGES, packages: ['zod'], node: false },
  'addin/taskpane': { folders: PAGES, packages: [], node: false },
  'addin/commands': { folders: PAGES, packages: [], node: false },
};

/** The folders of core, each of which reaches only itself and those before it. */
const ORDER = [
  ...[
    'base',
    'period',
    'catalogue',
    'unit',
    'observation',
    'round',
    'plan',
    'target',
    'resolve',
    'draft',
    'gaps',
    'sheet',
  ],
  ...[
    'workbook',
    'rules',
    'template',
    'returned',
    'exchange',
    'planner',
    'lint',
    'changes',
    'planning',
    'repair',
    'wording',
    'check',
    'store',
    'suppress',
    'consolidate',
    'report',
    'renew',
  ],
];

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(ROOT, folder, name));
}

function importsOf(file: string): string[] {
  const info = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return info.importedFiles.map(({ fileName }) => packageOf(fileName));
}

/** A file inside a package counts as the package. */
function packageOf(specifier: string): string {
  return /^(?:\.|node:)/u.test(specifier)
    ? specifier
    : (/^(?:@[^/]+\/)?[^/]+/u.exec(specifier)?.[0] ?? specifier);
}

function isAllowed(
  file: string,
  specifier: string,
  rule: { folders: string[]; packages: string[]; node: boolean },
) {
  if (specifier.startsWith('.')) {
    const target = relative(ROOT, resolve(dirname(file), specifier)).split(sep)[0] ?? '';
    return rule.folders.includes(target);
  }
  return specifier.startsWith('node:') ? rule.node : rule.packages.includes(specifier);
}

/** Groups of files of which each reaches every other (Tarjan's strongly connected components). */
function circlesIn(reached: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.size - 1);
    open.push(file);
    for (const next of reached.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(next) ?? 0));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1) circles.push(circle);
  };
  for (const file of reached.keys()) if (!order.has(file)) visit(file);
  return circles;
}

describe.each(Object.entries(FOLDERS))('%s', (folder, rule) => {
  it('imports only what it may', () => {
    const files = sourceFiles(folder);
    expect(files.length).toBeGreaterThan(0);
    const forbidden = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !isAllowed(file, specifier, rule))
        .map((specifier) => `${relative(ROOT, file)} imports ${specifier}`),
    );
    expect(forbidden).toEqual([]);
  });

  it('uses every package it may import', () => {
    const used = new Set(sourceFiles(folder).flatMap(importsOf));
    expect(rule.packages.filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('core', () => {
  const placeOf = (file: string): number =>
    ORDER.indexOf(relative(join(ROOT, 'core'), file).split(sep)[0] ?? '');

  it('has the folders of the order and no others', () => {
    const folders = sourceFiles('core').map((file) => relative(join(ROOT, 'core'), file).split(sep)[0]);
    expect([...new Set(folders)].sort()).toEqual([...ORDER].sort());
  });

  it('no folder reaches one that comes later', () => {
    const climbing = sourceFiles('core').flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => resolve(dirname(file), specifier))
        .filter((target) => placeOf(target) > placeOf(file))
        .map((target) => `${relative(ROOT, file)} reaches ${relative(ROOT, target)}`),
    );
    expect(climbing).toEqual([]);
  });
});

describe('exceljs', () => {
  const naming = ['core', 'formats', 'generator', 'addin']
    .flatMap(sourceFiles)
    .filter((file) => importsOf(file).includes('exceljs'));

  it('is known to the writer of workbooks only', () => {
    expect(naming.map((file) => relative(ROOT, dirname(file))).sort()).toEqual(
      naming.map(() => join('formats', 'xlsx', 'write')),
    );
    expect(naming.length).toBeGreaterThan(0);
  });

  it('is loaded when a workbook is written, not with the program', () => {
    const loading = naming.filter((file) =>
      /^(?:import|export) (?!type )[^;]*from 'exceljs'/mu.test(readFileSync(file, 'utf8')),
    );
    expect(loading.map((file) => relative(ROOT, file))).toEqual([]);
  });
});

describe('the database of the store', () => {
  const naming = ['core', 'formats', 'generator', 'addin']
    .flatMap(sourceFiles)
    .filter((file) => importsOf(file).some((one) => one.startsWith('@duckdb/')));

  it('is opened in one place, and loaded when it is', () => {
    expect(naming.map((file) => relative(ROOT, file))).toEqual([join('generator', 'store', 'database.ts')]);
    expect(readFileSync(naming[0] ?? '', 'utf8')).not.toMatch(/^import (?!type )[^;]*from '@duckdb/mu);
  });

  it('on a server is spoken to in one folder, and its client loaded when it is', () => {
    const client = /^(?:pg|pg-copy-streams|umzug)$/u;
    const speaking = sourceFiles('generator').filter((file) =>
      importsOf(file).some((one) => client.test(one)),
    );
    const elsewhere = speaking.filter(
      (file) => !relative(ROOT, file).startsWith(join('generator', 'store', 'postgres')),
    );
    expect(elsewhere).toEqual([]);
    const loading = speaking.filter((file) =>
      /^import (?!type )[^;]*from '(?:pg|pg-copy-streams|umzug)'/mu.test(readFileSync(file, 'utf8')),
    );
    expect(loading).toEqual([]);
  });
});

it('a returned file becomes entries by openReturn, a request is placed by placed, and nowhere else', () => {
  const doors: Record<string, RegExp> = {
    'core/returned/':
      /import \{[^}]*\b(?:readReturned|readMeta|typedFigures)\b[^}]*\} from '[^']*\/returned\//u,
    'core/workbook/': /\b(?:askedOf|layOut)\(/u,
  };
  const others = ['core', 'formats', 'generator', 'addin'].flatMap(sourceFiles).flatMap((file) =>
    Object.entries(doors)
      .filter(
        ([room, calls]) => !relative(ROOT, file).startsWith(room) && calls.test(readFileSync(file, 'utf8')),
      )
      .map(([room]) => `${relative(ROOT, file)} does what ${room} does`),
  );
  expect(others).toEqual([]);
});

it('no file reaches itself over others, not even by its types', () => {
  const files = ['core', 'formats', 'generator', 'addin'].flatMap(sourceFiles);
  const reached = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => resolve(dirname(file), specifier)),
    ]),
  );
  expect(circlesIn(reached).map((circle) => circle.map((file) => relative(ROOT, file)))).toEqual([]);
});

describe('who asks for help with a command', () => {
  /** Files and packages that come with a file, before anything of it runs. */
  const loadedWith = (file: string, loaded = new Set<string>()): Set<string> => {
    if (loaded.has(file)) return loaded;
    loaded.add(file);
    const lines = readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) (?!type )(?:[^;]*? from )?'([^']+)';$/gmu,
    );
    for (const [, specifier = ''] of lines) {
      if (specifier.startsWith('.')) loadedWith(resolve(dirname(file), specifier), loaded);
      else if (!specifier.startsWith('node:')) loaded.add(packageOf(specifier));
    }
    return loaded;
  };
  const commands = importsOf(join(ROOT, 'generator/commands/index.ts')).filter((one) =>
    /^\.\/(?!context|listed)/u.test(one),
  );
  /** Words and options; the list of what one file may be read as, for those that take one. */
  const MOST = 10;

  it.each(commands)('does not wait for what %s does when it runs', (command) => {
    const loaded = [...loadedWith(join(ROOT, 'generator/commands', command))];
    const heavy = loaded.filter((one) => one !== 'commander' && !one.startsWith(ROOT));
    expect(heavy).toEqual([]);
    expect(loaded.length).toBeLessThanOrEqual(MOST);
  });

  it('all commands are looked at, and what they do is found behind them', () => {
    expect(commands.length).toBeGreaterThan(30);
    expect(loadedWith(join(ROOT, 'generator/check/run.ts')).size).toBeGreaterThan(100);
  });
});

it('core is compiled without the types of Node and of the browser', () => {
  const settings = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, 'core/tsconfig.json'), (path) => readFileSync(path, 'utf8')).config,
    ts.sys,
    join(ROOT, 'core'),
  ).options;
  expect(settings.types).toEqual([]);
  expect(settings.lib?.join()).toMatch(/^lib\.es2022\.d\.ts$/u);
});

it('the clock is read in one file', () => {
  const clock = /\bnew Date\(\)|\bDate\.now\(|\bTODAY\(|\bNOW\(|Math\.random\(/u;
  const readers = [...sourceFiles('core'), ...sourceFiles('formats'), ...sourceFiles('generator')].filter(
    (file) => clock.test(readFileSync(file, 'utf8')),
  );
  expect(readers.map((file) => relative(ROOT, file))).toEqual([join('generator', 'clock.ts')]);
});

describe('what a file exports', () => {
  const files = ['core', 'formats', 'generator', 'addin'].flatMap(sourceFiles);
  const starting = [
    'generator/bin/chitieu.mjs',
    'generator/bin/generated-files.mjs',
    'generator/bin/unit-lists.mjs',
  ];
  /** In how many of some files each word stands. */
  const wordsOf = (all: readonly string[]) => {
    const found = new Map<string, number>();
    for (const file of all)
      for (const word of new Set(readFileSync(file, 'utf8').match(/[\w$]+/gu)))
        found.set(word, (found.get(word) ?? 0) + 1);
    return found;
  };
  const inProgram = wordsOf([...files, ...starting.map((file) => join(ROOT, file))]);
  const inOthers = wordsOf([...['test', 'bench'].flatMap(sourceFiles), join(ROOT, 'vitest.config.ts')]);
  /** Values that stand in no other file of the program; workers are started by their path. */
  const alone = files
    .filter((file) => !file.endsWith('worker.ts'))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      return [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) ([\w$]+)/gmu)]
        .map(([, name = '']) => ({ name, place: `${relative(ROOT, file)} exports ${name}`, text }))
        .filter(({ name }) => inProgram.get(name) === 1);
    });

  it('is used by another', () => {
    expect(alone.filter(({ name }) => !inOthers.has(name)).map(({ place }) => place)).toEqual([]);
  });

  it('is not there for tests alone', () => {
    const unused = alone.filter(
      ({ name, text }) => !new RegExp(`\\b${name}\\b[^]*\\b${name}\\b`, 'u').test(text),
    );
    expect(unused.map(({ place }) => place)).toEqual([]);
  });
});
