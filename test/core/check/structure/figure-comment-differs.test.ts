import { beforeAll, describe, expect, it } from 'vitest';
import { checkStructure } from '../../../../core/check/structure/check-structure.ts';
import { figureCommentDiffers } from '../../../../core/check/structure/rules/figure-comment-differs.ts';
import type { SpotData } from '../../../../core/check/structure/fold.ts';
import { cellAddress } from '../../../../core/sheet/address.ts';
import type { WorkbookFacts } from '../../../../core/sheet/facts.ts';
import type { WorkbookModel } from '../../../../core/sheet/model.ts';
import { sheetNames } from '../../../../core/workbook/contract.ts';
import { withCell } from './damage.ts';
import { factsOf } from './facts-of.ts';
import { rebuilt, seedModel } from './models.ts';

let model: WorkbookModel;
let expected: WorkbookModel;
let facts: WorkbookFacts;
beforeAll(async () => {
  ({ model } = await seedModel('quang-ngai-2021', 'VN51'));
  expected = rebuilt(model);
  facts = factsOf(model);
});

/** The figures of the form, row by row. */
function figures() {
  const cells = [...(model.sheets.find(({ name }) => name === sheetNames.entry)?.cells.values() ?? [])];
  return cells.filter(({ style, value }) => style === 'input' && typeof value === 'number');
}

/** A figure of the form with another year's in its row: what is said of comments on it. */
function besideEarlier() {
  const at = figures().find((cell) =>
    figures().some((one) => one.row === cell.row && one.column < cell.column),
  );
  const before = figures().find((one) => one.row === at?.row && one.column < at.column);
  if (!at || typeof before?.value !== 'number') throw new Error('No row has two figures.');
  const keys = (text: string) =>
    said(before.value === 54 ? 55 : 54, text, at).map(({ data }) => (data as SpotData).expected);
  return { keys, earlier: before.value };
}

/** What is said of a comment on the cell of a figure. */
function said(figure: number, text: string, at = figures()[0]) {
  if (!at) throw new Error('The workbook has no figure.');
  const changed = withCell(facts, sheetNames.entry, at, { value: figure });
  const comments = [{ cell: cellAddress(at.row, at.column), text }];
  const found: WorkbookFacts = {
    ...changed,
    sheets: changed.sheets.map((sheet) => (sheet.name === sheetNames.entry ? { ...sheet, comments } : sheet)),
  };
  const { findings } = checkStructure(expected, found, { has: 'file' });
  return findings.filter(({ code }) => code === figureCommentDiffers.code);
}

describe('a comment on the cell of a figure', () => {
  it('is a note where it names another number', () => {
    const [found, ...more] = said(54, 'đúng là 45');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: 'note', found: 54, place: { sheet: sheetNames.entry } });
    expect(figureCommentDiffers.text.vi.message(found?.data as SpotData)).toContain(
      'Chú thích của ô nêu 45, ô ghi 54',
    );
  });

  it.each([
    ['12.500 mới đúng', '12.500'],
    ['phải là 1 250 hộ', '1250'],
    ['sửa thành: 45,3.', '45,3'],
    ['(=45)', '45'],
    [
      '[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; … Learn more: https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    Số năm 2023 là 45\nReply:\n    vâng',
      '45',
    ],
  ])('is one in these words: %s', (text, number) => {
    expect(said(54, text).map(({ data }) => (data as SpotData).expected)).toEqual([number]);
  });

  it('is one beside a 0', () => {
    expect(said(0, 'có 3 hộ').map(({ data }) => (data as SpotData).expected)).toEqual(['3']);
  });

  it('leaves alone the earlier figure of the row, unless it is said to be right', () => {
    const { keys, earlier } = besideEarlier();
    expect(keys(`Số năm trước là ${earlier}`)).toEqual([]);
    expect(keys(`đúng là ${earlier}`)).toEqual([String(earlier)]);
  });

  it.each([
    [54, 'đã kiểm tra, 54 là đúng (trước ghi 45)'],
    [54.27, 'làm tròn 54,3'],
    [1250, '1.250 theo báo cáo'],
    [54, 'theo số liệu năm 2023'],
    [54, 'theo QĐ 123/QĐ-UBND ngày 12/5/2023'],
    [54, 'tăng 5 so với kỳ trước'],
    [54, 'Đề nghị xem lại'],
    [54, '7'.repeat(3_000)],
    [1031, 'gọi anh Nam 0912345678'],
    [1031, 'ĐT: 0213 3 876 543, máy lẻ 105'],
    [1031, '13 xã, thị trấn đã báo cáo'],
    [1031, 'trong đó nữ 480 người, dân tộc thiểu số 610 người'],
    [1031, 'gồm 500 người ở xã Bình Lư và 531 người ở các xã khác'],
    [1031, 'xem trang 12, biểu 3'],
    [1031, 'kế hoạch 1.000'],
    [1031, 'vượt 131 so với kế hoạch 900'],
    [13, 'đã rà soát 2 lần'],
    [1031, 'số này đúng 100%'],
  ])('says nothing of %d: %s', (figure, text) => {
    expect(said(figure, text)).toEqual([]);
  });
});
