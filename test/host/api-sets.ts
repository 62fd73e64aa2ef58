import ts from 'typescript';
import { isWithin } from './wire/version.ts';

/**
 * Which requirement set every use of the Office API in a program needs. The set of a member is what its
 * comment in @types/office-js says.
 */

/** A requirement set and version. */
export interface RequiredSet {
  /** `ExcelApi`, `SharedRuntime` … */
  name: string;
  version: string;
}

/** A member of the Office API in the code. */
export interface ApiUse {
  file: string;
  /** 1-based. */
  line: number;
  /** As in the code: `sheet.onProtectionChanged`. */
  text: string;
  required: RequiredSet;
}

/** As the Excel API says it, and as the API common to all of Office does. */
const API_SETS = [
  /\[Api set:\s*([A-Za-z]+)\s+(\d+(?:\.\d+)+)/u,
  /\*\*Requirement set\*\*:[^\n]*\|\s*([A-Za-z]+)\s+(\d+(?:\.\d+)+)\s*\}/u,
];

/** A set of Outlook alone: members that Excel shares with it name it without needing it. */
const OUTLOOK = 'Mailbox';

/** A program over files of the add-in, and texts that stand in for files. */
export function officeProgram(
  files: readonly string[],
  texts: ReadonlyMap<string, string> = new Map(),
): ts.Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['office-js'],
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, language, ...rest) => {
    const text = texts.get(name);
    return text === undefined
      ? getSourceFile.call(host, name, language, ...rest)
      : ts.createSourceFile(name, text, language);
  };
  host.fileExists = (name) => texts.has(name) || fileExists.call(host, name);
  host.readFile = (name) => texts.get(name) ?? readFile.call(host, name);
  return ts.createProgram([...files, ...texts.keys()], options, host);
}

/** Every use of a member that needs a requirement set, in the order of the files. */
export function apiUses(program: ts.Program, files: readonly string[]): ApiUse[] {
  const checker = program.getTypeChecker();
  const uses: ApiUse[] = [];
  for (const name of files) {
    const source = program.getSourceFile(name);
    if (!source) throw new Error(`The program has no file ${name}.`);
    const note = (node: ts.Node, symbol: ts.Symbol | undefined, text: string) => {
      const required = symbol && requiredSet(symbol);
      if (!required) return;
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      uses.push({ file: name, line, text, required });
    };
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) {
        note(node, symbolOf(checker, node.name), node.getText(source));
      } else if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
        const owner = checker.getTypeAtLocation(node.expression).getNonNullableType();
        note(node, owner.getProperty(node.argumentExpression.text), node.getText(source));
      } else if (ts.isBindingElement(node)) {
        const owner = checker.getTypeAtLocation(node.parent).getNonNullableType();
        const key = node.propertyName ?? node.name;
        if (ts.isIdentifier(key)) note(node, owner.getProperty(key.text), key.text);
      } else if (ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.parent)) {
        const expected = checker.getContextualType(node.parent)?.getNonNullableType();
        if (ts.isIdentifier(node.name)) note(node, expected?.getProperty(node.name.text), node.name.text);
      } else if (ts.isCallExpression(node)) {
        for (const { property, text, at } of loadedProperties(checker, node)) note(at, property, text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return uses;
}

/**
 * The uses an Excel with the declared sets may not have. A newer member is allowed in a file that asks for its
 * set at run time: `Office.context.requirements.isSetSupported('ExcelApi', '1.14')`, both written out.
 * @param declared sets of the manifest with their versions, for example `{ ExcelApi: '1.9' }`
 */
export function unsupportedUses(
  program: ts.Program,
  files: readonly string[],
  declared: Readonly<Record<string, string>>,
): ApiUse[] {
  const asked = new Map(files.map((file) => [file, askedSets(program, file)]));
  return apiUses(program, files).filter(({ file, required: { name, version } }) => {
    const promised = declared[name];
    if (promised !== undefined && isWithin(version, promised)) return false;
    return !asked.get(file)?.some((set) => set.name === name && isWithin(version, set.version));
  });
}

/** The sets a file asks for at run time. */
function askedSets(program: ts.Program, file: string): RequiredSet[] {
  const sets: RequiredSet[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'isSetSupported'
    ) {
      const [name, version] = node.arguments;
      if (name && version && ts.isStringLiteralLike(name) && ts.isStringLiteralLike(version)) {
        sets.push({ name: name.text, version: version.text });
      }
    }
    ts.forEachChild(node, visit);
  };
  const source = program.getSourceFile(file);
  if (source) visit(source);
  return sets;
}

/** Properties that a `load('a,b/c')` names: asking an older Excel for them fails as using them does. */
function loadedProperties(
  checker: ts.TypeChecker,
  call: ts.CallExpression,
): { property: ts.Symbol | undefined; text: string; at: ts.Node }[] {
  const { expression } = call;
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'load') return [];
  const owner = checker.getTypeAtLocation(expression.expression);
  const [given] = call.arguments;
  if (!given) return [];
  const literals = ts.isArrayLiteralExpression(given) ? [...given.elements] : [given];
  return literals.filter(ts.isStringLiteralLike).flatMap((at) =>
    at.text.split(',').flatMap((path) => {
      let type: ts.Type | undefined = owner;
      return path
        .trim()
        .split('/')
        .map((name) => {
          const found: ts.Symbol | undefined = type && propertyOrItem(checker, type, name);
          type = found && checker.getTypeOfSymbol(found);
          return { property: found, text: name, at };
        });
    }),
  );
}

/** `items/name` and, on a collection, `name` alone both mean the items' name. */
function propertyOrItem(checker: ts.TypeChecker, type: ts.Type, name: string): ts.Symbol | undefined {
  const element = type.getNumberIndexType() ?? type;
  const own = element.getProperty(name);
  if (own) return own;
  const items = element.getProperty('items');
  return items && checker.getTypeOfSymbol(items).getNumberIndexType()?.getProperty(name);
}

function symbolOf(checker: ts.TypeChecker, name: ts.Node): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  if (!symbol || (symbol.flags & ts.SymbolFlags.Alias) === 0) return symbol;
  return checker.getAliasedSymbol(symbol);
}

/** The set a member of Office needs; null for everything else. */
export function requiredSet(symbol: ts.Symbol): RequiredSet | null {
  for (const declaration of symbol.declarations ?? []) {
    const source = declaration.getSourceFile();
    if (!source.fileName.includes('@types/office-js')) continue;
    const comments = ts.getLeadingCommentRanges(source.text, declaration.getFullStart()) ?? [];
    // A list of enumeration values repeats the set for each; the comment next to the member counts.
    for (const { pos, end } of [...comments].reverse()) {
      for (const pattern of API_SETS) {
        const [, name, version] = pattern.exec(source.text.slice(pos, end)) ?? [];
        if (name && version) return name === OUTLOOK ? null : { name, version };
      }
    }
  }
  return null;
}

/** The set that a class of the Excel namespace gives one of its members; for comparing tables with it. */
export function setOfMember(program: ts.Program, className: string, member: string): RequiredSet | null {
  const checker = program.getTypeChecker();
  const source = program.getSourceFiles().find(({ fileName }) => fileName.includes('@types/office-js'));
  const excel = source && checker.getSymbolsInScope(source, ts.SymbolFlags.Namespace).find(isExcel);
  const found = excel && checker.getExportsOfModule(excel).find(({ name }) => name === className);
  const property = found && checker.getDeclaredTypeOfSymbol(found).getProperty(member);
  return property ? requiredSet(property) : null;
}

function isExcel({ name }: ts.Symbol): boolean {
  return name === 'Excel';
}
