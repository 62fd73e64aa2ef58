import { perOf } from '../../catalogue/per.ts';
import { vintageIn } from '../../round/round.ts';
import { absoluteAddress, cellAddress, columnLetters } from '../address.ts';
import type { AskedFigure } from '../asked.ts';
import { columnKey, KEY_MARKER, vintageWords } from '../contract.ts';
import { newSheet, put, setHeight, sheetReference, wrappedHeight } from '../draft.ts';
import {
  checksum,
  CHECKSUM_FORMAT,
  checksumFormula,
  checksumPart,
  checksumPartFormula,
} from '../form/checksum.ts';
import { isDone, isDoneFormula, isFigureFormula } from '../form/done.ts';
import { figureFormat } from '../formats.ts';
import type { InputSheetLayout, Layout } from '../layout.ts';
import type { ConditionalFormat, SheetModel } from '../model.ts';
import type { WorkbookRequest } from '../request.ts';
import { figureName } from '../wording.ts';
import { putHeading } from './heading.ts';
import { putSignature } from './signature.ts';

import { alternativesOf, leftFormula, progressOf } from '../form/progress.ts';
import type { FigureRow } from '../layout.ts';
import { putComparison, type BlockOf } from './input-comparison.ts';
import { figureValidation } from './input-validation.ts';

const NAME_WIDTH = 50;

/**
 * An input sheet: one row per figure, one column per year, on the form plan and comparison columns, then
 * mark and reason. Keys stand in the hidden first column and row. Under the table: what is left to fill
 * in, the check number, the signatures.
 */
export function inputSheet(
  request: WorkbookRequest,
  layout: Layout,
  input: InputSheetLayout,
  words: { title: string; hint: string },
  blockOf: BlockOf,
): SheetModel {
  const formWidths = input.form ? [11, 13, 9, 11] : [];
  const widths = [6, NAME_WIDTH, 13, ...layout.inputYears.map(() => 13), ...formWidths, 10, 30, 6, 9, 16];
  const sheet = newSheet(input.sheet, widths, {
    freeze: { rows: input.headerRow + 1, columns: 4 },
    titleRows: [input.headerRow, input.headerRow + 1],
    printTo: input.reasonColumn,
  });
  for (const hidden of [input.doneColumn, input.checkColumn]) {
    sheet.columns[hidden - 1] = { width: 9, hidden: true };
  }
  putHeading(sheet, request, words.title, words.hint);
  putHeader(sheet, request, layout, input);
  for (const row of input.rows) {
    if ('heading' in row) {
      for (let column = 2; column <= input.reasonColumn; column += 1) {
        put(sheet, row.row, column, 'section', column === 2 ? row.heading : null);
      }
    } else {
      putFigure(sheet, request, layout, input, row);
      if (input.form) putComparison(sheet, request, layout, input.form, row, blockOf);
      putHiddenParts(sheet, request, layout, input, row);
      putTrend(sheet, layout, input, row);
    }
  }
  putFoot(sheet, request, input);
  if (input.rows.length > 0) sheet.conditional.push(...inputFormats(layout, input));
  return sheet;
}

/** A readable figure turns white, anything that is neither number nor sign turns red. */
function inputFormats(layout: Layout, input: InputSheetLayout): ConditionalFormat[] {
  const top = input.headerRow + 2;
  const last = input.rows.at(-1)?.row ?? top;
  const lastColumn = columnLetters(input.firstYearColumn + layout.inputYears.length - 1);
  const range = `${columnLetters(input.firstYearColumn)}${top}:${lastColumn}${last}`;
  const first = cellAddress(top, input.firstYearColumn);
  const isKeyed = `$A${top}<>""`;
  return [
    { range, condition: `AND(${isKeyed},${isFigureFormula(first)})`, look: 'filled' },
    { range, condition: `AND(${isKeyed},LEN(${first})>0,NOT(${isFigureFormula(first)}))`, look: 'bad' },
  ];
}

function putHeader(
  sheet: SheetModel,
  request: WorkbookRequest,
  layout: Layout,
  input: InputSheetLayout,
): void {
  const { headerRow, form } = input;
  const { round, reporting } = request;
  put(sheet, 1, 1, 'hiddenKey', KEY_MARKER);
  ['TT', 'Chỉ tiêu', 'Đơn vị tính'].forEach((word, at) => put(sheet, headerRow, 2 + at, 'header', word));
  ['A', 'B', 'C'].forEach((letter, at) => put(sheet, headerRow + 1, 2 + at, 'header', letter));
  const columns: { column: number; word: string; key?: string }[] = layout.inputYears.map((year, offset) => ({
    column: input.firstYearColumn + offset,
    word: `${vintageWords[vintageIn(reporting, year)]} năm ${year}`,
    key: columnKey(String(year), vintageIn(reporting, year), 'value'),
  }));
  if (form) {
    columns.push({ column: form.result, word: `Kết quả năm ${round}` });
    columns.push({ column: form.plan, word: `Kế hoạch năm ${round}` });
    columns.push({ column: form.percent, word: '% kế hoạch' });
    columns.push({ column: form.before, word: 'So với năm trước (%; điểm)' });
  }
  columns.push({
    column: input.markColumn,
    word: 'Đánh dấu',
    key: columnKey(String(round), reporting.vintage, 'mark'),
  });
  const reasonKey = columnKey(String(round), reporting.vintage, 'reason');
  columns.push({ column: input.reasonColumn, word: 'Lý do, ghi chú', key: reasonKey });
  columns.forEach(({ column, word, key }, at) => {
    if (key !== undefined) put(sheet, 1, column, 'hiddenKey', key);
    put(sheet, headerRow, column, 'header', word);
    put(sheet, headerRow + 1, column, 'header', String(at + 1));
  });
  if (input.trendColumn !== null) put(sheet, headerRow, input.trendColumn, 'header', 'Diễn biến');
  setHeight(sheet, headerRow, 48);
}

function putFigure(
  sheet: SheetModel,
  request: WorkbookRequest,
  layout: Layout,
  input: InputSheetLayout,
  row: FigureRow,
): void {
  const { figure } = row;
  const label = labelOf(figure, row.number);
  put(sheet, row.row, 1, 'hiddenKey', figure.key);
  put(sheet, row.row, 2, 'centered', row.number);
  put(sheet, row.row, 3, 'wrapped', label);
  put(sheet, row.row, 4, 'centered', figure.indicator.unit);
  setHeight(sheet, row.row, wrappedHeight(label, NAME_WIDTH));
  layout.inputYears.forEach((year, offset) => {
    const column = input.firstYearColumn + offset;
    const known = request.known.figure(figure.key, year);
    const quote = row.series?.segments[0].statement.citations[0].quote;
    put(sheet, row.row, column, 'input', {
      ...(known === null ? {} : { value: known }),
      format: figureFormat(figure.indicator, request.catalogue),
      validation: figureValidation(figure, cellAddress(row.row, column), quote),
    });
  });
  put(sheet, row.row, input.markColumn, 'inputText', null);
  put(sheet, row.row, input.reasonColumn, 'inputText', null);
}

/** The hidden columns of a row: is the owed figure there, and its part of the check number. */
function putHiddenParts(
  sheet: SheetModel,
  request: WorkbookRequest,
  layout: Layout,
  input: InputSheetLayout,
  row: FigureRow,
): void {
  const { figure } = row;
  const { round } = request;
  const cellOf = (key: string) => layout.figureCell(key, round);
  const alternatives = alternativesOf(input, row).filter((key) => cellOf(key) !== null);
  if (alternatives.length > 0) {
    put(sheet, row.row, input.doneColumn, 'hiddenKey', {
      formula: isDoneFormula(alternatives.flatMap((key) => cellOf(key) ?? [])),
      result: isDone(alternatives.map((key) => request.known.figure(key, round))) ? 1 : 0,
      tag: 'form.done',
    });
  }
  const cell = cellOf(figure.key);
  if (cell === null) return;
  put(sheet, row.row, input.checkColumn, 'hiddenKey', {
    formula: checksumPartFormula(cell, figure.key),
    result: checksumPart(request.known.figure(figure.key, round), figure.key),
    tag: 'form.check',
  });
}

/**
 * A line over the typed figures of the years. Blank cells leave a gap; computed rates get no line, because
 * a spreadsheet draws an empty result as 0.
 */
function putTrend(sheet: SheetModel, layout: Layout, input: InputSheetLayout, { row }: FigureRow): void {
  if (input.trendColumn === null) return;
  const [first, last] = [input.firstYearColumn, input.firstYearColumn + layout.inputYears.length - 1];
  put(sheet, row, input.trendColumn, 'plain');
  sheet.sparklines.push({
    row,
    column: input.trendColumn,
    reference: sheetReference(sheet.name, `${absoluteAddress(row, first)}:${absoluteAddress(row, last)}`),
  });
}

function putFoot(sheet: SheetModel, request: WorkbookRequest, input: InputSheetLayout): void {
  const first = input.headerRow + 2;
  const last = Math.max(first, input.rows.at(-1)?.row ?? first);
  const range = (column: number) => `$${columnLetters(column)}$${first}:$${columnLetters(column)}$${last}`;
  const { owed, done } = progressOf(request, input);
  const row = last + 2;
  const value = input.firstYearColumn;
  put(sheet, row, 3, 'label', 'Số chỉ tiêu phải báo cáo trong kỳ');
  put(sheet, row, value, 'computed', { value: owed, format: '0' });
  put(sheet, row + 1, 3, 'label', 'Số chỉ tiêu còn phải nhập');
  put(sheet, row + 1, value, 'computed', {
    formula: leftFormula(input, owed),
    result: owed - done,
    format: '0',
    tag: 'progress',
  });
  put(
    sheet,
    row + 2,
    3,
    'label',
    `Mã kiểm tra số liệu năm ${request.round} (bản giấy và tệp phải trùng nhau)`,
  );
  const parts = input.rows.flatMap((one) =>
    'figure' in one
      ? [checksumPart(request.known.figure(one.figure.key, request.round), one.figure.key)]
      : [],
  );
  put(sheet, row + 2, value, 'computed', {
    formula: checksumFormula(range(input.checkColumn)),
    result: checksum(parts),
    format: CHECKSUM_FORMAT,
    tag: 'form.checksum',
  });
  if (input.form) putSignature(sheet, request, row + 4, { left: 3, right: input.reasonColumn });
}

function labelOf(figure: AskedFigure, number: string): string {
  const name = figureName(figure.indicator, figure.stratum);
  if (figure.part === 'published' && perOf(figure.indicator) !== null) {
    return `${name} (nhập khi chỉ có số đã công bố)`;
  }
  return figure.part === 'numerator' && number.includes('.') ? `– Tử số: ${name}` : name;
}
