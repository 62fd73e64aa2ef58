import { columnLetters } from '../../../sheet/address.ts';
import { put, setHeight, wrappedHeight } from '../../../sheet/draft.ts';
import type { SheetModel, StyleName } from '../../../sheet/model.ts';

/** Columns that the tables of the summary share. */
export const COLUMN = {
  number: 2,
  name: 3,
  domain: 4,
  unit: 5,
  target: 6,
  year: 7,
  result: 8,
  gap: 9,
  share: 10,
  verdict: 11,
  own: 12,
  reason: 13,
  // Hidden: rank of the shortfall, the worst table's place in the list, what is asked and done in percent.
  rank: 14,
  match: 15,
  asked: 16,
  done: 17,
  bullet: 18,
} as const;

export const HIDDEN_COLUMNS = [COLUMN.rank, COLUMN.match, COLUMN.asked, COLUMN.done, COLUMN.bullet];

export const WIDTHS = [5, 43, 27, 12, 13, 14, 12, 12, 13, 16, 16, 25, 9, 9, 9, 9, 9];

export const NAME_WIDTH = 43;
/** Letters of the names and words to a digit of the default font, and the height of a line of them. */
export const LETTERS_TO_DIGIT = 1.2;
export const LINE_HEIGHT = 12;

/** Height of a row for its name; the words beside it take one line. */
export function nameHeight(name: string): number {
  return wrappedHeight(name, NAME_WIDTH * LETTERS_TO_DIGIT, LINE_HEIGHT);
}

/** Column headings of the list and of the worst gaps. */
export const LIST_WORDS = [
  'TT',
  'Chỉ tiêu',
  'Lĩnh vực',
  'Đơn vị tính',
  'Mức phải đạt (hoặc mốc tới)',
  'Năm của mức',
  'Kết quả đem so',
  'Chênh lệch (dấu – là kém hơn; tỷ lệ: điểm %)',
  'Phần còn thiếu',
  'Đánh giá',
];

/** The rows of the list, as ranges of their columns; every table of the summary reads them. */
export interface ListArea {
  top: number;
  bottom: number;
}

/** A column of the list as an absolute range. */
export function listRange({ top, bottom }: ListArea, column: number): string {
  return `$${columnLetters(column)}$${top}:$${columnLetters(column)}$${bottom}`;
}

/** Title and headings of a table; the row below is its first. */
export function putTableHead(sheet: SheetModel, row: number, title: string, words: readonly string[]): void {
  put(sheet, row - 1, COLUMN.number, 'label', title);
  words.forEach((word, at) => put(sheet, row, COLUMN.number + at, 'header', word));
  setHeight(sheet, row, 44);
}

/** Look of a cell of the list by its column. */
export function styleOf(column: number): StyleName {
  if (column === COLUMN.name) return 'wrapped';
  return column === COLUMN.verdict ? 'verdict' : 'centered';
}
