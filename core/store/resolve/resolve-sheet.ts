import { decimalsIn } from '../../base/number.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { vietnameseDate } from '../../round/round.ts';
import { cellAddress } from '../../sheet/address.ts';
import { newSheet, put, setHeight, wrappedHeight } from '../../sheet/draft.ts';
import type { SheetModel, Validation, WorkbookModel } from '../../sheet/model.ts';
import { decimalsFormat } from '../../workbook/formats.ts';
import { labelOf } from '../../workbook/key-label.ts';
import { isGiven } from '../given.ts';
import { returnName, type StoredEntry, type StoredReturn } from '../model.ts';
import { periodShown, vintageShown } from '../shown.ts';
import { whereFrom } from '../where-from.ts';
import {
  resolveFields,
  resolveRowKey,
  RESOLVE_MARKER,
  type OpenConflict,
  type ResolveField,
} from './resolve-contract.ts';

/** Columns of the table; the first of the sheet is hidden and holds the keys. */
const COLUMN = {
  number: 2,
  unit: 3,
  indicator: 4,
  period: 5,
  return: 6,
  figure: 7,
  from: 8,
  received: 9,
  keep: 10,
  by: 11,
  reason: 12,
} as const;
const HEADS = [
  'TT',
  'Đơn vị báo cáo',
  'Chỉ tiêu',
  'Kỳ',
  'Bản',
  'Số',
  'Từ tệp, ô, nguồn',
  'Ngày nhận',
  'Giữ số của bản',
  'Người quyết định',
  'Lý do',
];
const WIDTHS = [5, 22, 30, 14, 7, 13, 34, 12, 12, 18, 32];
const HEADER_ROW = 5;

/** What the table is drawn up with. */
export interface ResolveSetting {
  catalogue: Catalogue;
  returns: ReadonlyMap<number, StoredReturn>;
  /** What a reporter is called. */
  nameOf: (reporter: string) => string;
  /** Who decides where a row names nobody; null where that is not known. */
  by: string | null;
  /** ISO time. */
  at: string;
}

/** The workbook in which somebody decides open conflicts: a block of rows for each, a row for each value. */
export function resolveWorkbook(open: readonly OpenConflict[], setting: ResolveSetting): WorkbookModel {
  const sheet = newSheet('Mâu thuẫn', WIDTHS, {
    freeze: { rows: HEADER_ROW, columns: 0 },
    titleRows: [HEADER_ROW, HEADER_ROW],
  });
  put(sheet, 1, 1, 'hiddenKey', RESOLVE_MARKER);
  for (const field of resolveFields) put(sheet, 1, COLUMN[field], 'hiddenKey', field);
  put(sheet, 2, 2, 'title', 'SỐ LIỆU MÂU THUẪN CHƯA GIẢI QUYẾT');
  setHeight(sheet, 2, 24);
  const day = vietnameseDate(setting.at.slice(0, 10));
  put(sheet, 3, 2, 'subtitle', `${open.length} mâu thuẫn, lập ngày ${day}`);
  const usual = setting.by === null ? '' : ` Để trống người quyết định thì ghi là ${setting.by}.`;
  put(
    sheet,
    4,
    2,
    'note',
    `Chỉ điền ô nền vàng: chọn bản có số đúng, ghi lý do. Chưa quyết định được thì để trống cả dòng.${usual}`,
  );
  HEADS.forEach((head, at) => put(sheet, HEADER_ROW, 2 + at, 'header', head));
  setHeight(sheet, HEADER_ROW, 34);
  let row = HEADER_ROW + 1;
  for (const [at, one] of open.entries()) row = putConflict(sheet, row, at + 1, one, setting);
  return { title: 'Số liệu mâu thuẫn', created: setting.at.slice(0, 10), sheets: [sheet] };
}

/** Puts the block of a conflict. @returns the row after it */
function putConflict(
  sheet: SheetModel,
  top: number,
  number: number,
  open: OpenConflict,
  setting: ResolveSetting,
): number {
  const { figures, holders } = open.conflict;
  const [first] = figures;
  if (!first) return top;
  const { catalogue, nameOf } = setting;
  const bottom = top + figures.length - 1;
  const label = labelOf(`${first.indicator}|${first.stratum}`, catalogue, 'vi');
  const unit = catalogue.indicators.get(first.indicator)?.unit ?? '';
  const format = decimalsFormat(Math.max(...figures.map(({ value }) => decimalsIn(Number(value ?? 0)))));
  put(sheet, top, 1, 'hiddenKey', resolveRowKey(open));
  const whole: [number, string | number][] = [
    [COLUMN.number, number],
    [COLUMN.unit, `${nameOf(first.reporter)} (${first.reporter})`],
    [COLUMN.indicator, unit === '' ? label : `${label} (${unit})`],
    [COLUMN.period, [periodShown(first, 'vi'), vintageShown(first, 'vi')].filter(Boolean).join(', ')],
  ];
  for (const [column, said] of whole)
    put(sheet, top, column, column === COLUMN.number ? 'centered' : 'wrapped', said);
  const choices = [...new Set(holders.map((entry) => entry.return))].sort((a, b) => a - b).map(returnName);
  for (const field of resolveFields) put(sheet, top, COLUMN[field], 'inputText', inputOf(field, choices));
  for (const [at, entry] of figures.entries()) putValue(sheet, top + at, entry, format, setting);
  if (bottom > top)
    for (const column of [...whole.map(([one]) => one), ...resolveFields.map((field) => COLUMN[field])])
      sheet.merges.push(`${cellAddress(top, column)}:${cellAddress(bottom, column)}`);
  const needed = Math.max(...whole.map(([column, said]) => heightOf(String(said), column)));
  for (let row = top; row <= bottom; row += 1)
    setHeight(sheet, row, Math.max(sheet.rows.get(row)?.height ?? 0, needed / figures.length));
  return bottom + 1;
}

function putValue(
  sheet: SheetModel,
  row: number,
  entry: StoredEntry,
  format: string,
  { returns }: ResolveSetting,
): void {
  const of = returns.get(entry.return);
  const from = `${isGiven(entry) ? 'Số cấp sẵn: ' : ''}${whereFrom(entry, of)}`;
  put(sheet, row, COLUMN.return, 'centered', returnName(entry.return));
  put(
    sheet,
    row,
    COLUMN.figure,
    'computed',
    entry.value === null ? (entry.sign ?? '') : { value: Number(entry.value), format },
  );
  put(sheet, row, COLUMN.from, 'wrapped', from);
  put(sheet, row, COLUMN.received, 'centered', vietnameseDate(of?.received.slice(0, 10) ?? ''));
  setHeight(sheet, row, heightOf(from, COLUMN.from));
}

function inputOf(field: ResolveField, choices: readonly string[]): { validation?: Validation } {
  if (field !== 'keep') return {};
  return {
    validation: {
      rule: { list: choices },
      promptTitle: 'Giữ số của bản',
      prompt: `Chọn ${choices.join(' hoặc ')}; để trống nếu chưa quyết định.`,
      errorTitle: 'Chưa đúng',
      error: `Chỉ chọn ${choices.join(' hoặc ')}.`,
    },
  };
}

function heightOf(text: string, column: number): number {
  return wrappedHeight(text, WIDTHS[column - 2] ?? 10);
}
