import { parseIdentityKey } from '../workbook/contract.ts';
import { sentence } from '../base/finding.ts';
import { newSheet, put, setHeight, wrappedHeight } from '../sheet/draft.ts';
import type { SheetModel } from '../sheet/model.ts';
import { repairMessages } from './messages.ts';
import { SAMPLE_BANNER } from '../workbook/wording.ts';
import { isKeyText } from './key-text.ts';
import type { CellData, Noted, NotedLists } from './repaired.ts';

/** Name of the sheet that keeps what has no place in the template. */
export const UNPLACED_SHEET = 'Không xếp được';

export const UNPLACED_TITLE = 'NỘI DUNG KHÔNG XẾP ĐƯỢC';
export const VERIFY_TITLE = 'ĐÃ ĐẶT LẠI, CẦN KIỂM TRA';
export const BLANK_TITLE = 'ĐỂ TRỐNG VÌ TỆP KHÔNG CÒN, CẦN NHẬP LẠI';
/** Head of the column of what a cell was for. */
export const ABOUT_WORD = 'Chỉ tiêu, kỳ';
export const WORDS = ['TT', 'Trang', 'Ô', ABOUT_WORD, 'Chữ cùng dòng', 'Nội dung', 'Vì sao'];
/** Words over the lists. */
export const SHEET_TITLE = 'KHÔI PHỤC SỔ';
export const SHEET_HINT =
  'Các ô của tệp hỏng không có chỗ trong mẫu, ghi lại nguyên văn. Nội dung cần dùng thì nhập vào ô nền vàng; xong có thể xóa trang này.';
const WIDTHS = [6, 18, 8, 30, 36, 36, 60];
const FIRST_COLUMN = 2;

/** Draws the sheet: where each content stood, what it was for, what it said, why it has no place; what is blank now. */
export function unplacedSheet({ unplaced, toVerify, leftBlank }: NotedLists): SheetModel {
  const sheet = newSheet(UNPLACED_SHEET, WIDTHS, { freeze: null });
  put(sheet, 2, FIRST_COLUMN, 'title', SHEET_TITLE);
  put(sheet, 3, FIRST_COLUMN, 'note', SHEET_HINT);
  let row = 5;
  for (const [title, notes] of [
    [UNPLACED_TITLE, unplaced],
    [VERIFY_TITLE, toVerify],
    [BLANK_TITLE, leftBlank],
  ] as const) {
    if (notes.length === 0) continue;
    put(sheet, row, FIRST_COLUMN, 'label', title);
    WORDS.forEach((word, at) => put(sheet, row + 1, FIRST_COLUMN + at, 'header', word));
    row += 2;
    for (const [at, noted] of notes.entries()) {
      putNoted(sheet, row, at + 1, noted);
      row += 1;
    }
    row += 1;
  }
  return sheet;
}

function putNoted(sheet: SheetModel, row: number, number: number, noted: Noted): void {
  const why = noted.why ?? sentence(repairMessages, noted.finding, 'vi');
  const cells = [
    String(number),
    noted.sheet,
    noted.cell,
    noted.about?.vi ?? null,
    noted.label,
    noted.value,
    why,
  ];
  cells.forEach((content, at) => {
    if (content === null || content === '') put(sheet, row, FIRST_COLUMN + at, 'wrapped');
    else put(sheet, row, FIRST_COLUMN + at, 'wrapped', harmless(content));
  });
  setHeight(
    sheet,
    row,
    Math.max(...cells.map((content, at) => wrappedHeight(String(content ?? ''), WIDTHS[at] ?? 10))),
  );
}

/** A key or the banner of samples would say of this workbook what it said of another. */
function harmless(content: CellData): CellData {
  if (typeof content !== 'string') return content;
  const speaks = content === SAMPLE_BANNER || parseIdentityKey(content) !== null || isKeyText(content);
  return speaks ? `«${content}»` : content;
}
