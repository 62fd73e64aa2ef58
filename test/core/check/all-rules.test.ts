import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../../core/check/all-rules.ts';
import { wholeFormRules } from '../../../core/check/form/rules/index.ts';
import { returnRules } from '../../../core/check/return/rules/index.ts';
import { structureRules } from '../../../core/check/structure/rules/index.ts';
import { baselineRules } from '../../../core/rules/baseline/rules/index.ts';
import { figureRules } from '../../../core/rules/figure/rules/index.ts';
import type { RuleDefinition } from '../../../core/rules/rule.ts';
import { seriesRules } from '../../../core/rules/series/rules/index.ts';
import { messageTables } from '../../../core/wording/render.ts';
import { packageRoot } from '../../../generator/package-root.ts';

const ROOT = packageRoot();
const ofMessages = messageTables.flatMap((table) => Object.keys(table));

/** Each family with the folder of its rules, one a file. */
const FAMILIES: [string, readonly RuleDefinition[]][] = [
  ['core/rules/figure/rules', figureRules],
  ['core/rules/series/rules', seriesRules],
  ['core/rules/baseline/rules', baselineRules],
  ['core/check/form/rules', wholeFormRules],
  ['core/check/structure/rules', structureRules],
  ['core/check/return/rules', returnRules],
];

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(ROOT, folder, name));
}

describe('a code', () => {
  it('stands for one rule or for one message', () => {
    const codes = [...allRules.map(({ code }) => code), ...ofMessages];
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });

  it('of the reader that a rule speaks for is one of a message', () => {
    const spokenFor = allRules.flatMap(({ insteadOf }) => insteadOf ?? []);
    expect(spokenFor.length).toBeGreaterThan(0);
    expect(spokenFor.filter((code) => !ofMessages.includes(code))).toEqual([]);
  });

  it('of a rule is written in the file of the rule alone', () => {
    const codes = new Set(allRules.map(({ code }) => code));
    const written = ['core', 'formats', 'generator', 'addin'].flatMap(filesIn).flatMap((path) => {
      const said: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isStringLiteralLike(node) && codes.has(node.text)) said.push(node.text);
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest));
      return said
        .filter((code) => code !== basename(path, '.ts'))
        .map((code) => `${relative(ROOT, path)} says ${code}`);
    });
    expect(written).toEqual([]);
  });
});

describe.each(FAMILIES)('%s', (folder, family) => {
  const files = filesIn(folder).filter((path) => basename(path) !== 'index.ts');

  it('has a file for every rule of its list, named by the code', () => {
    expect(files.map((path) => basename(path, '.ts')).sort()).toEqual(family.map(({ code }) => code).sort());
  });

  it('has in every file the rule of that name, which is in the list', async () => {
    for (const path of files) {
      const exported: unknown[] = Object.values((await import(pathToFileURL(path).href)) as object);
      const rules = family.filter((rule) => exported.includes(rule));
      expect(rules.map(({ code }) => code)).toEqual([basename(path, '.ts')]);
    }
  });
});

it('every rule is of a family', () => {
  expect(allRules.map(({ code }) => code)).toEqual(
    FAMILIES.flatMap(([, family]) => family.map(({ code }) => code)),
  );
});
