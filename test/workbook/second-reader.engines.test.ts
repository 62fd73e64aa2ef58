import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cellAddress } from '../../core/sheet/address.ts';
import type { SheetModel } from '../../core/sheet/model.ts';
import { describeWithEngine, requireEngine } from '../engines/availability.ts';
import { writeSeedWorkbooks, type SeedWorkbook } from './seed-workbooks.ts';

interface SeenSheet {
  state: string;
  protected: boolean;
  password: string | null;
  unlocked: string[];
  validations: { type: string; prompt: string; formula: string; cells: string }[];
  rules: number;
  freeze: string | null;
  landscape: boolean;
  paper: number | string;
  titles: string | null;
  area: string | null;
  hiddenColumnA: boolean;
  hiddenRow1: boolean;
}

let folder = '';
let workbooks: SeedWorkbook[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-second-'));
  workbooks = await writeSeedWorkbooks(folder, {
    sample: true,
    choose: ({ reporter }) =>
      ['VN12.106', 'VN12.BHXH'].includes(reporter.id) || reporter.level === 'province',
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const script = join(dirname(fileURLToPath(import.meta.url)), 'second-reader.py');

function see(path: string): Record<string, SeenSheet> {
  const out = execFileSync(requireEngine('openpyxl'), [script, path], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return JSON.parse(out) as Record<string, SeenSheet>;
}

function addresses(sheet: SheetModel, styles: readonly string[]): string[] {
  return [...sheet.cells.values()]
    .filter(({ style }) => styles.includes(style))
    .map(({ row, column }) => cellAddress(row, column))
    .sort();
}

describeWithEngine('openpyxl', 'a reader that shares no code with ours', () => {
  it('sees the sheets, their protection, validation, conditional formats and print setup', () => {
    expect(workbooks.length).toBe(11);
    for (const { path, model } of workbooks) {
      const seen = see(path);
      expect(Object.keys(seen)).toEqual(model.sheets.map(({ name }) => name));
      for (const sheet of model.sheets) {
        const found = seen[sheet.name];
        if (!found) throw new Error(sheet.name);
        expect(found.state, sheet.name).toBe(sheet.state);
        expect(found.protected, sheet.name).toBe(true);
        expect(found.password, sheet.name).toBeNull();
        // Only inputs are unlocked, and every input is.
        expect([...found.unlocked].sort(), sheet.name).toEqual(addresses(sheet, ['input', 'inputText']));
        const validated = [...sheet.cells.values()].filter(({ validation }) => validation);
        expect(found.validations, sheet.name).toHaveLength(validated.length);
        for (const { type, prompt, formula } of found.validations) {
          expect(type).toBe('custom');
          expect(prompt.length).toBeGreaterThan(20);
          expect(formula).toMatch(/ISNUMBER|="Đạt"/u);
        }
        expect(found.rules, sheet.name).toBe(sheet.conditional.length);
        expect(found.landscape, sheet.name).toBe(true);
        expect(String(found.paper), sheet.name).toBe('9');
        if (sheet.state === 'visible') {
          expect(found.hiddenColumnA, sheet.name).toBe(true);
          // A row without cells is not written.
          const hasKeys = [...sheet.cells.values()].some(({ row }) => row === 1);
          expect(found.hiddenRow1, sheet.name).toBe(hasKeys);
          expect(found.area, sheet.name).toContain('$B$2:');
        }
        if (sheet.titleRows) expect(found.titles).toBe(`$${sheet.titleRows[0]}:$${sheet.titleRows[1]}`);
      }
    }
  });
});
