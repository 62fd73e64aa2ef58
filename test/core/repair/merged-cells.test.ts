import { beforeAll, describe, expect, it } from 'vitest';
import type { WorkbookFacts } from '../../../core/sheet/facts.ts';
import { renderMessage } from '../../../core/wording/render.ts';
import { repairMessages } from '../../../core/repair/messages.ts';
import { openDamaged } from '../../../core/repair/meta-sheet.ts';
import { repairWorkbook } from '../../../core/repair/repair-workbook.ts';
import { cellAddress } from '../../../core/sheet/address.ts';
import { sheetNames } from '../../../core/workbook/contract.ts';
import { cellIndex, type CellModel } from '../../../core/sheet/model.ts';
import { withCell, withSheet } from '../check/structure/damage.ts';
import { seedModel } from '../check/structure/models.ts';
import { filled, inputsOf, sheetOf, type Filled } from './tokens.ts';

const ENTRY = sheetNames.entry;
let given: Filled;
beforeAll(async () => {
  given = filled((await seedModel('quang-ngai-2021', 'VN51')).model);
});

function repair(facts: WorkbookFacts) {
  const repaired = repairWorkbook(openDamaged(facts), given.definition);
  if (!repaired) throw new Error('too much');
  return repaired;
}

/** Cells of a field in rows one under the other, from the first such pair on. */
function column(field: string): [CellModel, CellModel] {
  const cells = inputsOf(given.model, ENTRY, field).sort((a, b) => a.row - b.row);
  for (const cell of cells) {
    const below = cells.find((one) => one.row === cell.row + 1 && one.column === cell.column);
    if (below) return [cell, below];
  }
  throw new Error('no two cells');
}

const merged = (from: CellModel, to: CellModel, facts = given.facts) =>
  withSheet(facts, ENTRY, ({ merges }) => ({
    merges: [...merges, `${cellAddress(from.row, from.column)}:${cellAddress(to.row, to.column)}`],
  }));

describe('input cells that were merged', () => {
  it.each(['value', 'reason'])('of %s come back apart, and the first is to be verified', (field) => {
    const [first, second] = column(field);
    const covered = withCell(given.facts, ENTRY, second, null);
    const { model, unplaced, toVerify } = repair(merged(first, second, covered));
    expect(unplaced).toEqual([]);
    const range = `${cellAddress(first.row, first.column)}:${cellAddress(second.row, second.column)}`;
    expect(toVerify).toMatchObject([
      {
        sheet: ENTRY,
        cell: cellAddress(first.row, first.column),
        value: first.value,
        finding: { code: 'repair-cells-merged', severity: 'warning', data: { range } },
      },
    ]);
    const cells = sheetOf(model, ENTRY).cells;
    expect(cells.get(cellIndex(first.row, first.column))?.value).toBe(first.value);
    expect(cells.get(cellIndex(second.row, second.column))).not.toHaveProperty('value');
  });

  it('that hide contents are to be verified too; blank ones need nobody', () => {
    const [first, second] = column('reason');
    const hidden = repair(merged(first, second, withCell(given.facts, ENTRY, first, null)));
    expect(hidden.toVerify).toMatchObject([{ value: '', finding: { code: 'repair-cells-merged' } }]);
    const [said] = hidden.toVerify;
    if (!said) throw new Error('nothing said');
    expect(renderMessage(said.finding, 'vi')).toContain('ô đầu để trống');
    const bare = withCell(withCell(given.facts, ENTRY, first, null), ENTRY, second, null);
    expect(repair(merged(first, second, bare)).toVerify).toEqual([]);
  });

  it('the message names the range', () => {
    const data = { found: 'mưa lũ', formula: null, range: 'L14:L18' };
    const { vi, en } = repairMessages['repair-cells-merged'];
    expect(vi(data)).toContain('Các ô nhập L14:L18 bị gộp');
    expect(en(data)).toContain('The input cells L14:L18 were merged');
  });
});
