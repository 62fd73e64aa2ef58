import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SheetFacts, WorkbookFacts } from '../../../core/sheet/facts.ts';
import { cellAddress } from '../../../core/sheet/address.ts';
import { formulaTokens } from '../../../core/sheet/formula/tokens.ts';
import { parseRange } from '../../../formats/xlsx/cell-range.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import { type CellMark, markWorkbook } from '../../../formats/xlsx/mark.ts';
import { describeWithEngine } from '../../engines/availability.ts';
import { resaved, type Saver } from '../../engines/resaved.ts';
import { schemaErrors, schemasPresent } from '../../engines/schema.ts';
import { type SeedWorkbook, writeSeedWorkbooks } from '../../workbook/seed-workbooks.ts';
import { partText, textParts } from './markable.ts';

let folder = '';
let workbooks: SeedWorkbook[] = [];
/** Marked copies of the workbooks, in their order. */
const marked: string[] = [];

/** The province's workbook of every plan, its marked copy beside it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-other-programs-'));
  workbooks = await writeSeedWorkbooks(join(folder, 'seeds'), {
    sample: true,
    choose: ({ reporter }) => reporter.level === 'province',
  });
  for (const { bytes, job } of workbooks) {
    const copy = await markWorkbook(bytes, marksFor(await readFacts(bytes)));
    expect(copy.unmarked).toEqual([]);
    const path = join(folder, `đánh dấu ${job.name}`);
    await writeFile(path, copy.bytes);
    marked.push(path);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Inputs, locked cells and cells that are not stored, on every sheet and in every severity. */
function marksFor(facts: WorkbookFacts): CellMark[] {
  return facts.sheets.flatMap((sheet) => {
    const input = sheet.validations?.[0]?.range.split(':')[0] ?? 'B3';
    const addresses = ['error', 'warning', 'note'] as const;
    return [input, 'C9', 'AZ400'].map((address, index) => ({
      sheet: sheet.name,
      address,
      severity: addresses[index] ?? 'note',
      text: `Dòng một <&> "${address}"\nDòng hai`,
    }));
  });
}

async function factsIn(path: string): Promise<WorkbookFacts> {
  return readFacts(new Uint8Array(await readFile(path)));
}

const key = (sheet: SheetFacts, row: number, column: number) => `${sheet.name}!${cellAddress(row, column)}`;

/** Tokens of every formula, by cell. */
function formulasOf(facts: WorkbookFacts): Record<string, string> {
  return Object.fromEntries(
    facts.sheets.flatMap((sheet) =>
      sheet.cells.flatMap(({ row, column, formula }) =>
        formula === null ? [] : [[key(sheet, row, column), formulaTokens(formula, row, column).join(' ')]],
      ),
    ),
  );
}

/** Tokens of every validation, by cell. */
function validationsOf(facts: WorkbookFacts): Record<string, string> {
  const found: Record<string, string> = {};
  for (const sheet of facts.sheets) {
    for (const { range, condition } of sheet.validations ?? []) {
      const { top = 1, left = 1, bottom = 0, right = 0 } = parseRange(range) ?? {};
      // In a validation, and only there, LibreOffice writes FALSE as 0.
      const tokens = formulaTokens(condition, top, left)
        .map((token) => (token === 'FALSE' ? '0' : token))
        .join(' ');
      for (let row = top; row <= bottom; row += 1) {
        for (let column = left; column <= right; column += 1) found[key(sheet, row, column)] = tokens;
      }
    }
  }
  return found;
}

/** Addresses of the cells of a range. */
function cellsOf(range: string): string[] {
  const { top = 1, left = 1, bottom = 0, right = 0 } = parseRange(range) ?? {};
  const rows = Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
  const columns = Array.from({ length: right - left + 1 }, (_, at) => left + at);
  return rows.flatMap((row) => columns.map((column) => cellAddress(row, column)));
}

/** What neither program changes, in an order of its own. */
function structureOf(facts: WorkbookFacts) {
  return facts.sheets.map((sheet) => ({
    name: sheet.name,
    merges: [...sheet.merges].sort(),
    // Gnumeric cuts ranges that overlap to pieces, and joins some.
    conditional: [...new Set((sheet.conditional ?? []).flatMap(cellsOf))].sort(),
    hiddenRows: [...sheet.hiddenRows].sort(),
    hiddenColumns: [...sheet.hiddenColumns].sort(),
    isProtected: sheet.isProtected,
  }));
}

async function expectSameFacts(path: string, original: Uint8Array): Promise<void> {
  const expected = await readFacts(original);
  const found = await factsIn(path);
  const formulas = formulasOf(expected);
  expect(Object.keys(formulas).length).toBeGreaterThan(500);
  expect(Object.values(formulas).filter((tokens) => tokens.startsWith('?'))).toEqual([]);
  expect(formulasOf(found)).toEqual(formulas);
  expect(validationsOf(found)).toEqual(validationsOf(expected));
  expect(structureOf(found)).toEqual(structureOf(expected));
}

/** A marked copy saved by another program: read equal, marked for nothing it shows no mark any more. */
async function expectMarksGo(path: string, original: Uint8Array): Promise<void> {
  const saved = new Uint8Array(await readFile(path));
  const expected = formulasOf(await readFacts(original));
  expect(formulasOf(await readFacts(saved))).toEqual(expected);
  const count = (parts: Map<string, string>) =>
    [...parts].filter(([name]) => /comments\d*\.xml$|\.vml$/iu.test(name)).length;
  expect(count(await textParts(saved))).toBeGreaterThan(0);
  const { bytes } = await markWorkbook(saved, []);
  expect(count(await textParts(bytes))).toBe(0);
  expect(formulasOf(await readFacts(bytes))).toEqual(expected);
}

describe('a marked copy of every plan', () => {
  it('has the values and formulas of the original, and its marks', async () => {
    for (const [index, path] of marked.entries()) {
      const original = await readFacts(workbooks[index]?.bytes ?? new Uint8Array());
      const copy = await factsIn(path);
      expect(copy.sheets.map(({ cells }) => cells)).toEqual(original.sheets.map(({ cells }) => cells));
      const bytes = new Uint8Array(await readFile(path));
      expect(await partText(bytes, 'xl/comments1.xml')).toContain('Dòng một &lt;&amp;&gt;');
    }
  });

  it.runIf(schemasPresent)('satisfies the schemas', async () => {
    expect(await schemaErrors(marked)).toBeNull();
  });
});

async function bytesOf(paths: readonly string[]): Promise<Uint8Array[]> {
  return Promise.all(paths.map(async (path) => new Uint8Array(await readFile(path))));
}

describe.each(['libreoffice', 'gnumeric'] as const)('%s', (engine) => {
  const saver: Saver = engine === 'gnumeric' ? engine : 'libreoffice vi-VN';

  describeWithEngine(engine, 'as another program', () => {
    it('keeps the meaning of every formula, validation and range', async () => {
      const originals = workbooks.map(({ bytes }) => bytes);
      for (const [at, path] of (await resaved(originals, saver)).entries()) {
        await expectSameFacts(path, originals[at] ?? new Uint8Array());
      }
    });

    it('opens and saves a marked copy, whose marks can be replaced then', async () => {
      for (const [at, path] of (await resaved(await bytesOf(marked), saver)).entries()) {
        await expectMarksGo(path, workbooks[at]?.bytes ?? new Uint8Array());
      }
    });
  });
});
