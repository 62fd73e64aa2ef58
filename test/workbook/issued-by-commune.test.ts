import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import { structureRules } from '../../core/check/structure/rules/index.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';

const ofStructure = new Set<string>(structureRules.map(({ code }) => code));
/** A locked number of last year's column. */
const BEFORE = { row: 9, column: 10 };

/** Last year's figures by commune stand in columns of their own, without keys. */
describe('a table by commune of an earlier layout', () => {
  let facts: WorkbookFacts;
  beforeAll(async () => {
    const path = new URL('issued-by-commune/schema-6.xlsx', import.meta.url);
    facts = await readFacts(new Uint8Array(await readFile(path)));
  });

  const damagesOf = (one: WorkbookFacts): string[] =>
    checkWorkbook(one).report.findings.flatMap(({ code, severity }) =>
      ofStructure.has(code) && severity !== 'note' ? [code] : [],
    );

  it('is whole as it was issued', () => {
    const sheet = facts.sheets.find(({ name }) => name === sheetNames.communes);
    const cell = sheet?.cells.find(({ row, column }) => row === BEFORE.row && column === BEFORE.column);
    expect(typeof cell?.value).toBe('number');
    expect(damagesOf(facts)).toEqual([]);
  });

  it('names another number in such a column', () => {
    const sheets = facts.sheets.map((sheet) =>
      sheet.name === sheetNames.communes
        ? {
            ...sheet,
            cells: sheet.cells.map((cell) =>
              cell.row === BEFORE.row && cell.column === BEFORE.column ? { ...cell, value: 98_765 } : cell,
            ),
          }
        : sheet,
    );
    expect(damagesOf({ ...facts, sheets })).toEqual(['figure-outside-cells']);
  });
});
