import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../generator/package-root.ts';
import { apiUses, officeProgram, setOfMember, unsupportedUses } from './api-sets.ts';
import { documentedTypes } from './members/workbook.ts';

const ROOT = packageRoot();
/** What manifest.xml asks of Excel, and AddinCommands, which every Excel with a ribbon for add-ins has. */
const DECLARED = { ExcelApi: '1.9', AddinCommands: '1.1' };

const SAMPLES = {
  'old.ts': `export async function read(context: Excel.RequestContext): Promise<unknown> {
    const range = context.workbook.worksheets.getItem('A').getUsedRangeOrNullObject(true);
    range.load('values,rowIndex');
    await context.sync();
    return range.values;
  }`,
  'newer.ts': `export function watch(sheet: Excel.Worksheet): void {
    sheet.onProtectionChanged.add(async () => undefined);
  }`,
  'loaded.ts': `export function separators(context: Excel.RequestContext): void {
    context.application.load('decimalSeparator');
    context.workbook.worksheets.load({ tabId: true });
    context.workbook.worksheets.load(['items/name', 'items/tabId']);
  }`,
  'hidden.ts': `export function spill({ getSpillParent }: Excel.Range, range: Excel.Range): unknown {
    return [getSpillParent, range['hasSpill'], range?.getExtendedRange];
  }`,
  'asked.ts': `export function watch(sheet: Excel.Worksheet): void {
    if (!Office.context.requirements.isSetSupported('ExcelApi', '1.14')) return;
    sheet.onProtectionChanged.add(async () => undefined);
    sheet.onMoved;
    sheet.onNameChanged.add(async () => undefined);
  }`,
  'common.ts': `export const show = () => Office.addin.showAsTaskpane();`,
} as const;

const at = (name: keyof typeof SAMPLES) => join(ROOT, 'test/host/samples', name);
let program: ts.Program;
let addin: string[] = [];

beforeAll(() => {
  const folder = join(ROOT, 'addin');
  addin = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
  const texts = Object.entries(SAMPLES).map(
    ([name, text]) => [at(name as keyof typeof SAMPLES), text] as const,
  );
  program = officeProgram(addin, new Map(texts));
});

const refused = (...names: (keyof typeof SAMPLES)[]) =>
  unsupportedUses(program, names.map(at), DECLARED).map(
    ({ text, line, required }) => `${line} ${text}: ${required.name} ${required.version}`,
  );

describe('code in an Excel with ExcelApi 1.9', () => {
  it('may use what that version has', () => {
    expect(refused('old.ts')).toEqual([]);
    // Not because nothing was found.
    const found = apiUses(program, [at('old.ts')]).map(({ text }) => text);
    expect(found).toEqual(expect.arrayContaining(['rowIndex', 'range.values']));
  });

  it('may not use a newer member', () => {
    expect(refused('newer.ts')).toEqual(['2 sheet.onProtectionChanged: ExcelApi 1.14']);
  });

  it('may not load a newer member', () => {
    expect(refused('loaded.ts')).toEqual([
      '2 decimalSeparator: ExcelApi 1.11',
      '3 tabId: ExcelApi 1.14',
      '4 tabId: ExcelApi 1.14',
    ]);
  });

  it('may not reach a newer member in another way', () => {
    expect(refused('hidden.ts')).toEqual([
      '1 getSpillParent: ExcelApi 1.12',
      "2 range['hasSpill']: ExcelApi 1.12",
      '2 range?.getExtendedRange: ExcelApi 1.13',
    ]);
  });

  it('may use a newer member in a file that asks for its set, and no newer one than that', () => {
    expect(refused('asked.ts')).toEqual(['5 sheet.onNameChanged: ExcelApi 1.17']);
  });

  it('may not use a set that is not declared at all', () => {
    expect(refused('common.ts')).toEqual(['1 Office.addin.showAsTaskpane: SharedRuntime 1.1']);
  });
});

describe('the add-in', () => {
  it('uses nothing an Excel it is offered to may not have', () => {
    const found = unsupportedUses(program, addin, DECLARED).map(
      ({ file, line, text, required }) =>
        `${relative(ROOT, file)}:${line} ${text} needs ${required.name} ${required.version}`,
    );
    expect(found).toEqual([]);
  });

  it('is offered to the Excels that are assumed here', () => {
    const manifest = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');
    const sets = [...manifest.matchAll(/<(?:\w+:)?Set\s+Name="(\w+)"(?:\s+MinVersion="([\d.]+)")?/gu)];
    expect(sets.map(([, name, version]) => [name, version])).toContainEqual(['ExcelApi', DECLARED.ExcelApi]);
  });
});

describe('members of the host', () => {
  it('belong to the requirement sets the documentation gives them', () => {
    const stated: Record<string, string> = {};
    const documented: Record<string, string | undefined> = {};
    for (const { name, members } of documentedTypes) {
      for (const [member, { set, worksFor }] of Object.entries(members)) {
        // Members that office.js keeps to itself are not documented; those of events work for one that is.
        if (worksFor === null || member === '_ValidateArraySize') continue;
        stated[`${name}.${member}`] = set;
        documented[`${name}.${member}`] = setOfMember(program, name, worksFor ?? member)?.version;
      }
    }
    expect(Object.keys(stated).length).toBeGreaterThan(60);
    expect(stated).toEqual(documented);
  });
});
