import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { targetKinds } from '../core/plan/schema.ts';
import { packageRoot } from '../generator/package-root.ts';

/**
 * What is asked of a kind of target is said in its own file (core/target/kinds). A comparison with its name
 * anywhere else is one more place that a new kind needs and that nobody is told of.
 */
const ROOT = packageRoot();
const FOLDERS = ['core', 'formats', 'generator', 'addin'];
/** Where kinds are told apart, where the words of plan files are listed, and where prose is read. */
const KNOWS_NAMES =
  /^core\/(?:target\/|plan\/schema\.ts$|draft\/read\/(?:(?:end|count|move|yearly)-)?kind(?:-read)?\.ts$)/u;
const names: ReadonlySet<string> = new Set(targetKinds);

/** The sources with a file that was never written, without the packages that know nothing of kinds. */
function compile(files: readonly string[], unwritten: { path: string; text: string }): ts.Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    lib: ['lib.es2022.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version) =>
    name === unwritten.path
      ? ts.createSourceFile(name, unwritten.text, version, true)
      : getSourceFile.call(host, name, version);
  host.resolveModuleNameLiterals = (literals, from, _redirected, settings) =>
    literals.map(({ text }) =>
      text.startsWith('.') || text === 'zod'
        ? ts.resolveModuleName(text, from, settings, host)
        : { resolvedModule: undefined },
    );
  return ts.createProgram([...files, unwritten.path], options, host);
}

/** The names of kinds a type is a choice of; null where it is anything else. Other words are spelt the same. */
function kindsIn(type: ts.Type | undefined): readonly string[] | null {
  if (!type) return null;
  const parts = (type.isUnion() ? type.types : [type]).filter(
    ({ flags }) => !(flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)),
  );
  const texts = parts.map((part) => (part.isStringLiteral() ? part.value : ''));
  return texts.length > 0 && texts.every((text) => names.has(text)) ? texts : null;
}

/** Places that tell kinds apart by their names: comparisons, cases, lists, tables, patterns. */
function namedIn(file: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const isKindName = (node: ts.Node): boolean => ts.isStringLiteralLike(node) && names.has(node.text);
  // Said before types are asked for, which takes time.
  const isOtherWord = (node: ts.Node): boolean =>
    (ts.isStringLiteralLike(node) && !names.has(node.text)) ||
    ts.isNumericLiteral(node) ||
    ts.isTypeOfExpression(node) ||
    node.kind === ts.SyntaxKind.NullKeyword ||
    node.getText(file) === 'undefined';
  const keyOf = ({ name }: ts.ObjectLiteralElementLike): string =>
    name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? name.text : '';
  const isByKind = (type: ts.Type | undefined): boolean =>
    type !== undefined && targetKinds.every((kind) => checker.getPropertyOfType(type, kind) !== undefined);

  const tellsApart = (node: ts.Node): boolean => {
    if (ts.isBinaryExpression(node) && /^[!=]==?$/u.test(node.operatorToken.getText(file))) {
      if ([node.left, node.right].some(isOtherWord)) return false;
      const sides = [node.left, node.right].map((side) => kindsIn(checker.getTypeAtLocation(side)));
      return sides.every((side) => side !== null) && sides.some((side) => side.length < targetKinds.length);
    }
    if (ts.isCaseClause(node))
      return (
        isKindName(node.expression) &&
        kindsIn(checker.getTypeAtLocation(node.parent.parent.expression)) !== null
      );
    if (isKindName(node) && ts.isExpression(node))
      return (kindsIn(checker.getContextualType(node))?.length ?? 0) > 1;
    if (ts.isArrayLiteralExpression(node)) return node.elements.length > 1 && node.elements.every(isKindName);
    if (ts.isObjectLiteralExpression(node)) {
      const keys = node.properties.map(keyOf);
      return (
        (keys.length > 1 && keys.every((key) => names.has(key))) ||
        (keys.some((key) => names.has(key)) && isByKind(checker.getContextualType(node)))
      );
    }
    if (ts.isPropertyAccessExpression(node))
      return names.has(node.name.text) && isByKind(checker.getTypeAtLocation(node.expression));
    return (
      ts.isRegularExpressionLiteral(node) &&
      (node.text.match(/[a-z]+/gu) ?? []).filter((word) => names.has(word)).length > 1
    );
  };

  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (tellsApart(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push(`${relative(ROOT, file.fileName)}:${line + 1} ${node.getText(file)}`);
    } else ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
).filter((name) => !KNOWS_NAMES.test(name));

const TOLD_APART: readonly (readonly [string, string])[] = [
  ['a comparison', `series.kind === 'level'`],
  ['a comparison after others', `series.average && series.kind !== 'milestone'`],
  ['a list', `['change', 'growth'].some((one) => one === series.kind)`],
  ['a list of one', `(['flow'] as TargetKind[]).includes(series.kind)`],
  ['a name asked for in a list', `[series.kind].includes('total')`],
  [
    'a table',
    `({ level: 1, change: 2, growth: 3, flow: 4, total: 5, maintain: 6, milestone: 7 })[series.kind]`,
  ],
  ['a part of a table', `({ level: 1 } as Partial<Record<TargetKind, number>>)[series.kind]`],
  ['a constant', `(() => { const least = 'level'; return series.kind === least; })()`],
  ['a constant of another file', `series.kind === PLAIN_KIND`],
  ['a kind of its own', `kinds.level.isRate`],
  ['a pattern', `/^(?:change|growth)$/u.test(series.kind)`],
  ['a choice', `(() => { switch (series.kind) { case 'total': return 1; default: return 2; } })()`],
  ['a default', `{ ...series, kind: 'level' } satisfies Series`],
];
/** Words of other things that are spelt like a kind. */
const SPELT_THE_SAME = [
  `sort === 'level'`,
  `['level', 'name'].includes(sort)`,
  `{ total: 1 }`,
  `unit.level === 'province'`,
  `listen('change')`,
];
const unwritten = {
  path: join(ROOT, 'core/gaps/unwritten.ts'),
  text: [
    `import type { TargetKind } from '../plan/schema.ts'; import { kinds, PLAIN_KIND } from '../target/kinds/index.ts';`,
    `import type { Series } from '../target/series.ts'; import type { Unit } from '../unit/unit.ts';`,
    `export const used = (kind: TargetKind) => kinds[kind];`,
    ...TOLD_APART.map(([, told], at) => `export const told${at} = (series: Series): unknown => (${told});`),
    `type Sort = 'level' | 'name'; declare const sort: Sort; declare const unit: Unit; declare const listen: (event: string) => void;`,
    ...SPELT_THE_SAME.map((said, at) => `export const same${at} = (): unknown => (${said});`),
  ].join('\n'),
};

describe('names of target kinds', () => {
  let namedBy: (path: string) => string[];

  beforeAll(() => {
    const program = compile(
      sources.map((name) => join(ROOT, name)),
      unwritten,
    );
    const checker = program.getTypeChecker();
    namedBy = (path) => {
      const file = program.getSourceFile(path);
      return file ? namedIn(file, checker) : [`${path} is not compiled`];
    };
  }, 120_000);

  it('stand only in core/target and in the schema of plan files', () => {
    expect(sources.flatMap((name) => namedBy(join(ROOT, name)))).toEqual([]);
  });

  it('are found wherever they tell kinds apart, and only there', () => {
    const lineOf = (part: string): number =>
      unwritten.text.split('\n').findIndex((line) => line.includes(part)) + 1;
    const lines = namedBy(unwritten.path).map((found) => Number(/:(\d+) /u.exec(found)?.[1]));
    expect(lines).toEqual(TOLD_APART.map((_, at) => lineOf(`told${at} `)));
  });
});
