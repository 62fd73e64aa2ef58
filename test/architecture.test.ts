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
  formats: { folders: ['core', 'formats'], packages: ['@zip.js/zip.js', 'papaparse', 'saxes'], node: false },
  generator: {
    folders: ['core', 'formats', 'generator'],
    packages: ['commander', 'exceljs', 'papaparse', 'yaml', 'zod'],
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

it('core is compiled without the types of Node and of the browser', () => {
  const settings = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, 'core/tsconfig.json'), (path) => readFileSync(path, 'utf8')).config,
    ts.sys,
    join(ROOT, 'core'),
  ).options;
  expect(settings.types).toEqual([]);
  expect(settings.lib?.join()).toMatch(/^lib\.es2022\.d\.ts$/u);
});

it('no file reads the clock where figures are made', () => {
  const clock = /\bnew Date\(\)|\bDate\.now\(|\bTODAY\(|\bNOW\(|Math\.random\(/u;
  const readers = [...sourceFiles('core'), ...sourceFiles('formats'), ...sourceFiles('generator')].filter(
    (file) => clock.test(readFileSync(file, 'utf8')),
  );
  expect(readers.map((file) => relative(ROOT, file))).toEqual([]);
});
