import { parsePeriod, periodName, periodSaid } from '../period/period.ts';
import { vietnameseDate } from '../round/round.ts';
import { columnLetters } from '../sheet/address.ts';
import { newSheet, put, setHeight, sheetReference, wrappedHeight } from '../sheet/draft.ts';
import type { ConditionalLook, SheetModel, StyleName, WorkbookModel } from '../sheet/model.ts';
import { returnName } from './model.ts';
import { countStates, unitStates, type RegisterLine, type UnitState } from './register.ts';
import { inPartSaid, registerNotes, unitStateWords } from './words.ts';

/** A register as a workbook shows it. */
export interface RegisterOnPaper {
  round: string;
  lines: readonly RegisterLine[];
  /** ISO day or time on which lateness was counted. */
  today: string;
  /** When and by whom the round was closed and what has changed since; null or absent while it is open. */
  closed?: string | null;
  /** Of the whole country the name of a unit's province; absent of a province's register. */
  provinceOf?: (line: RegisterLine) => string;
}

interface Column {
  head: string;
  width: number;
  style: StyleName;
  of: (line: RegisterLine, at: number) => string | number | null;
}

const [NAME, STATE] = ['Đơn vị báo cáo', 'Trạng thái'];
const COLUMNS: readonly Column[] = [
  { head: 'TT', width: 5, style: 'centered', of: (_, at) => at + 1 },
  { head: 'Mã', width: 17, style: 'wrapped', of: ({ reporter }) => reporter },
  { head: NAME, width: 30, style: 'wrapped', of: ({ name }) => name },
  { head: STATE, width: 15, style: 'centered', of: ({ state }) => unitStateWords[state].vi },
  {
    head: 'Bản',
    width: 7,
    style: 'centered',
    of: ({ return: one }) => one && returnName(one.number),
  },
  { head: 'Lần gửi', width: 6, style: 'centered', of: ({ version }) => version },
  {
    head: 'Ngày nhận',
    width: 11,
    style: 'centered',
    of: ({ return: one }) => one && vietnameseDate(one.received.slice(0, 10)),
  },
  { head: 'Tệp', width: 30, style: 'small', of: ({ return: one }) => one?.files[0]?.name ?? null },
  { head: 'Số đã nhập', width: 8, style: 'centered', of: ({ judged }) => judged?.entered ?? null },
  { head: 'Số phải nhập', width: 8, style: 'centered', of: ({ judged }) => judged?.owed ?? null },
  { head: 'Lỗi', width: 7, style: 'centered', of: ({ judged }) => judged?.errors ?? null },
  {
    head: 'Cảnh báo chưa giải trình',
    width: 11,
    style: 'centered',
    of: ({ judged }) => judged?.warnings ?? null,
  },
  { head: 'Hạn gửi', width: 11, style: 'centered', of: ({ due }) => due && vietnameseDate(due) },
  { head: 'Số ngày trễ', width: 7, style: 'centered', of: ({ daysLate }) => daysLate },
  { head: 'Ghi chú', width: 34, style: 'small', of: (line) => registerNotes(line, 'vi').join('; ') || null },
];
/** With the province beside each unit where there are several. */
function columnsOf({ provinceOf }: RegisterOnPaper): readonly Column[] {
  if (provinceOf === undefined) return COLUMNS;
  const [first, ...others] = COLUMNS;
  const province: Column = { head: 'Tỉnh', width: 24, style: 'wrapped', of: provinceOf };
  return [...(first ? [first] : []), province, ...others];
}

const FIRST_COLUMN = 2;
const LOOKS: Partial<Record<UnitState, ConditionalLook>> = {
  accepted: 'good',
  'to-explain': 'unknown',
  blocked: 'bad',
  conflicting: 'bad',
  refused: 'bad',
  'held-back': 'unknown',
  'not-owed': 'waiting',
};

/** Rows of the register: totals in words above, so that its heads stay in view on a small screen. */
const HEADER_ROW = 5;
const SHEET = 'Sổ theo dõi';

/** The register of a round as a workbook to print and hand on: every unit, and totals that count the lines. */
export function registerWorkbook(register: RegisterOnPaper): WorkbookModel {
  const { round, lines, today } = register;
  const columns = columnsOf(register);
  const name = columns.findIndex(({ head }) => head === NAME);
  const sheet = newSheet(
    SHEET,
    columns.map(({ width }) => width),
    { freeze: { rows: HEADER_ROW, columns: FIRST_COLUMN + name }, titleRows: [HEADER_ROW, HEADER_ROW] },
  );
  putTitle(sheet, 'SỔ THEO DÕI BÁO CÁO', register);
  put(sheet, 4, FIRST_COLUMN, 'label', totalsText(lines));
  columns.forEach(({ head }, at) => put(sheet, HEADER_ROW, FIRST_COLUMN + at, 'header', head));
  setHeight(sheet, HEADER_ROW, 50);
  for (const [at, line] of lines.entries()) putLine(sheet, columns, line, at);
  const range = stateRange(register);
  const [first] = range.split(':');
  for (const state of unitStates) {
    const look = LOOKS[state];
    if (look) sheet.conditional.push({ range, condition: `${first}="${unitStateWords[state].vi}"`, look });
  }
  const created = today.slice(0, 10);
  return { title: `Sổ theo dõi báo cáo kỳ ${periodSaid(round)}`, created, sheets: [sheet, totals(register)] };
}

function putTitle(sheet: SheetModel, title: string, { round, today, closed }: RegisterOnPaper): void {
  const period = parsePeriod(round);
  const day = vietnameseDate(today.slice(0, 10));
  put(sheet, 2, FIRST_COLUMN, 'title', title);
  setHeight(sheet, 2, 24);
  const said = `Kỳ: ${period ? periodName(period) : round}; tính đến ngày ${day}${closed ? `. ${closed}` : ''}`;
  put(sheet, 3, FIRST_COLUMN, 'subtitle', said);
}

function totalsText(lines: readonly RegisterLine[]): string {
  const counts = countStates(lines);
  const parts = unitStates
    .filter((state) => counts[state] > 0)
    .map((state) => `${unitStateWords[state].vi} ${counts[state]}${inPartSaid(lines, state, 'vi')}`);
  return `${lines.length} đơn vị: ${parts.join(', ')}.`;
}

/** Where the states stand. @param fixed `$` where the range must not move */
function stateRange(register: RegisterOnPaper, fixed: '$' | '' = ''): string {
  const letter = columnLetters(FIRST_COLUMN + columnsOf(register).findIndex(({ head }) => head === STATE));
  const [first, last] = [HEADER_ROW + 1, HEADER_ROW + Math.max(1, register.lines.length)];
  return `${fixed}${letter}${fixed}${first}:${fixed}${letter}${fixed}${last}`;
}

/** How many units are in each state, counted from the lines, and all of them. */
function totals(register: RegisterOnPaper): SheetModel {
  const sheet = newSheet('Tổng số', [34, 14]);
  putTitle(sheet, 'SỐ ĐƠN VỊ THEO TRẠNG THÁI', register);
  const counts = countStates(register.lines);
  const states = sheetReference(SHEET, stateRange(register, '$'));
  const [label, count, top] = [FIRST_COLUMN, FIRST_COLUMN + 1, HEADER_ROW + 1];
  put(sheet, HEADER_ROW, label, 'header', STATE);
  put(sheet, HEADER_ROW, count, 'header', 'Số đơn vị');
  for (const [at, state] of unitStates.entries()) {
    const word = unitStateWords[state].vi;
    put(sheet, top + at, label, 'wrapped', word);
    const formula = `COUNTIF(${states},"${word}")`;
    put(sheet, top + at, count, 'centered', { formula, result: counts[state] });
  }
  const sum = top + unitStates.length;
  const letter = columnLetters(count);
  put(sheet, sum, label, 'section', 'Tất cả đơn vị của kỳ');
  const formula = `SUM(${letter}${top}:${letter}${sum - 1})`;
  put(sheet, sum, count, 'centered', { formula, result: register.lines.length });
  return sheet;
}

function putLine(sheet: SheetModel, columns: readonly Column[], line: RegisterLine, at: number): void {
  const row = HEADER_ROW + 1 + at;
  let height = 18;
  for (const [column, { style, width, of }] of columns.entries()) {
    const said = of(line, at);
    put(sheet, row, FIRST_COLUMN + column, style, said);
    if (typeof said === 'string' && style !== 'centered')
      height = Math.max(height, wrappedHeight(said, width));
  }
  setHeight(sheet, row, height);
}
