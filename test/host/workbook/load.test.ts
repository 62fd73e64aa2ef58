import { beforeAll, describe, expect, it } from 'vitest';
import type { WorkbookModel } from '../../../core/sheet/model.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import { districtModel } from '../generated-workbook.ts';
import type { HostWorkbook } from './host-workbook.ts';
import { loadHostWorkbook } from './load.ts';

let model: WorkbookModel;
let workbook: HostWorkbook;
beforeAll(async () => {
  model = await districtModel();
  workbook = await loadHostWorkbook(await serialize(model), 'phieu.xlsx');
});

describe('a generated workbook in memory', () => {
  it('has input cells, and no others, unlocked on protected sheets', () => {
    const counts = { locked: 0, unlocked: 0 };
    for (const { name, cells } of model.sheets) {
      const sheet = workbook.sheet(name);
      expect(sheet?.protection).toEqual({ on: true, formatCells: false });
      for (const { row, column, style } of cells.values()) {
        const unlocked = style === 'input' || style === 'inputText';
        counts[unlocked ? 'unlocked' : 'locked'] += 1;
        expect(sheet?.lookOf(row, column).locked, `${name} ${row}:${column} ${style}`).toBe(!unlocked);
      }
    }
    expect(counts.unlocked).toBeGreaterThan(50);
    expect(counts.locked).toBeGreaterThan(500);
  });

  it('shows what it shows in Excel', () => {
    expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual(
      model.sheets.map(({ name, state }) => [name, state === 'visible' ? 'Visible' : 'VeryHidden']),
    );
    expect(workbook.active.name).toBe(model.sheets[0]?.name);
  });
});
