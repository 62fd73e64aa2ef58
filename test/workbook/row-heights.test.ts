import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf } from '../../core/sheet/draft.ts';
import { cellIndex, type SheetModel, type WorkbookModel } from '../../core/sheet/model.ts';
import { COLUMN } from '../../core/template/sheets/summary/columns.ts';
import { parseColumnKey, sheetNames } from '../../core/workbook/contract.ts';
import { styleOf } from '../../formats/xlsx/write/styles.ts';
import { jobsOf, modelOf } from '../../generator/workbook/jobs.ts';
import { loadSeeds } from './seed-workbooks.ts';

let model: WorkbookModel;
beforeAll(async () => {
  const { catalogue, plans } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2012');
  const [job] = plan ? jobsOf([plan], catalogue, { round: '2014', unit: ['VN12'], sample: true }) : [];
  if (!job) throw new Error('no workbook');
  model = modelOf(job, catalogue);
});

function sheetOf(name: string): SheetModel {
  const sheet = model.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

const TWO_LINES = 26;

describe('words that take two lines', () => {
  it('are counted word by word over a narrow column', () => {
    expect(linesOf('So năm trước (%; điểm)', 8)).toBe(4);
    expect(linesOf('So năm trước (%; điểm)', 12)).toBe(2);
  });

  it('have the height for them beside the figures of a yearly change', () => {
    const sheet = sheetOf('Giảm nghèo và trợ giúp');
    const label = 'Chênh lệch so với mức phải đạt (điểm %/năm)';
    const rows = [...sheet.cells.values()].filter(({ value }) => value === label);
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) expect(sheet.rows.get(row)?.height).toBeGreaterThanOrEqual(TWO_LINES);
  });

  it('have it under the worst gaps, where the cell beside is filled', () => {
    const sheet = sheetOf('Tổng hợp');
    const note = [...sheet.cells.values()].find(({ value }) =>
      String(value).startsWith('Số chỉ tiêu chưa đạt'),
    );
    if (!note) throw new Error('no note');
    expect(sheet.cells.get(cellIndex(note.row, note.column + 1))?.formula).toBeTruthy();
    expect(sheet.rows.get(note.row)?.height).toBeGreaterThanOrEqual(TWO_LINES);
    // The style wraps.
    expect(note.style).toBe('hint');
  });

  it('have it in the guide, where a verdict has many causes', () => {
    const sheet = sheetOf('Hướng dẫn');
    const meaning = [...sheet.cells.values()].find(({ value }) =>
      String(value).startsWith('Chưa đánh giá được:'),
    );
    if (!meaning) throw new Error('no meaning');
    expect(sheet.rows.get(meaning.row)?.height).toBeGreaterThanOrEqual(TWO_LINES);
  });
});

it('shows a count among the worst gaps without decimals, whatever row is picked', () => {
  const sheet = sheetOf('Tổng hợp');
  const formats = sheet.conditional.filter(({ look }) => look === 'whole');
  expect(formats.map(({ range }) => range.replaceAll(/\d+/gu, ''))).toEqual(['F:F', 'H:I']);
  const [top = 0, bottom = 0] = [...(formats[0]?.range ?? '').matchAll(/\d+/gu)].map(([row]) => Number(row));
  expect(bottom - top).toBe(9);
  expect(sheet.cells.get(cellIndex(top, COLUMN.target))?.tag).toBe('worst');
  expect(sheet.cells.get(cellIndex(bottom, COLUMN.target))?.tag).toBe('worst');
  for (const { condition } of formats) {
    expect(condition).toContain(`$E${top}="người"`);
    expect(condition).not.toContain('"%"');
  }
});

it('a long reason makes its row higher, and begins in it where a program did not fit the row', () => {
  const { cells, rows, letters } = sheetOf(sheetNames.entry);
  const column = [...cells.values()].find(
    ({ row, value }) => row === 1 && parseColumnKey(String(value))?.field === 'reason',
  )?.column;
  const reasons = [...cells.values()].filter((cell) => cell.column === column && cell.style === 'inputText');
  expect(reasons.length).toBeGreaterThan(10);
  for (const reason of reasons) {
    expect(rows.get(reason.row)?.grows, `row ${reason.row}`).toBe(true);
    expect(styleOf(reason, letters).alignment).toEqual({ vertical: 'top', wrapText: true });
  }
});
