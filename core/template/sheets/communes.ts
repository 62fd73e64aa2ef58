import { nationalCode } from '../../unit/unit.ts';
import { vintageWords } from '../../observation/vintage.ts';
import { parsePeriod, periodName } from '../../period/period.ts';
import { absoluteAddress, cellAddress } from '../../sheet/address.ts';
import { letGrow, newSheet, put, setHeight, wrappedHeight } from '../../sheet/draft.ts';
import type { SheetModel } from '../../sheet/model.ts';
import { COMMUNE_HEAD, type CommuneColumn, type CommuneLayout } from '../../workbook/commune-layout.ts';
import {
  columnKey,
  identityKey,
  identityOf,
  KEY_MARKER,
  sheetNames,
  unitKey,
} from '../../workbook/contract.ts';
import { figureFormat } from '../../workbook/formats.ts';
import type { Layout } from '../../workbook/layout.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { figureName } from '../../workbook/wording.ts';
import { sumDiffersFormula } from '../form/communes-sum.ts';
import { putHeading } from './heading.ts';
import { putReferences, REFERENCE_WIDTH, referenceHead } from './communes-references.ts';
import { FORM_LETTERS } from './input-widths.ts';
import { figureValidation } from './input-validation.ts';
import { isLeft, owedColumns } from '../../workbook/communes-left.ts';
import { leftColumn } from './communes-left.ts';

const [NUMBER_WIDTH, CODE_WIDTH, NAME_WIDTH, FIGURE_WIDTH, NOTE_WIDTH] = [5, 8, 26, 15, 30];
/** Letters of the form are smaller than the digits widths are counted in. */
const LETTERS_TO_DIGIT = 1.3;
const LINE_HEIGHT = 12.5;
const NOTE_HEAD = 'Lý do, ghi chú';
const HINT =
  'Số của từng xã mà trước ngày 1/7/2025 do huyện báo cáo và xã không tự nắm được. Mỗi dòng một xã; có thể dán cả cột từ bảng khác theo đúng thứ tự xã. Không có số thì dùng dấu: "-", "...", "x".';
const REFERENCE_HINT = `Các cột sau "${NOTE_HEAD}" chỉ để đối chiếu, không nhập.`;

/**
 * The table by commune of a body of record: a row for each commune, a column for each figure that districts
 * reported and communes do not know; below them what they come to, beside what the form has for the province.
 */
export function communesSheet(request: WorkbookRequest, layout: Layout, table: CommuneLayout): SheetModel {
  const { reporting } = request;
  const { headerRow, columns, rows, noteColumn, references, lastColumn } = table;
  const widths = [
    ...[NUMBER_WIDTH, CODE_WIDTH, NAME_WIDTH],
    ...columns.map(() => FIGURE_WIDTH),
    NOTE_WIDTH,
    ...references.map(() => REFERENCE_WIDTH),
  ];
  const sheet = newSheet(sheetNames.communes, widths, {
    freeze: { rows: headerRow + 2, columns: 4 },
    titleRows: [headerRow, headerRow + 2],
    titleColumns: [2, 4],
    printTo: lastColumn,
    letters: FORM_LETTERS,
  });
  putHeading(
    sheet,
    request,
    'SỐ LIỆU THEO XÃ',
    [HINT, ...(references.length > 0 ? [REFERENCE_HINT] : [])].join(' '),
  );
  put(sheet, 1, 1, 'hiddenKey', KEY_MARKER);
  put(sheet, 1, 2, 'hiddenKey', identityKey(identityOf(request)));
  put(sheet, 1, noteColumn, 'hiddenKey', columnKey(reporting.period, reporting.vintage, 'reason'));
  putHead(sheet, table, request.round);
  for (const [at, { row, unit }] of rows.entries()) {
    put(sheet, row, 1, 'hiddenKey', unitKey(unit.id));
    put(sheet, row, 2, 'centered', String(at + 1));
    put(sheet, row, 3, 'centered', nationalCode(unit.id));
    put(sheet, row, 4, 'wrapped', unit.name);
    for (const column of columns) {
      const known = request.byCommune?.figure(unit.id, column.figure.key, column.period) ?? null;
      put(sheet, row, column.column, 'input', {
        ...(known === null ? {} : { value: known }),
        format: figureFormat(column.figure.indicator),
        validation: validationOf(column, row),
      });
    }
    put(sheet, row, noteColumn, 'inputText', { optional: true });
    putLeft(sheet, request, table, { row, unit: unit.id });
    letGrow(sheet, row);
  }
  putReferences(sheet, request, table);
  putFoot(sheet, request, layout, table);
  markUnreadable(sheet, table);
  return sheet;
}

/** Whether each cell of a row is left to do, in hidden columns from which cover and check count. */
function putLeft(
  sheet: SheetModel,
  request: WorkbookRequest,
  table: CommuneLayout,
  { row, unit }: { row: number; unit: string },
): void {
  owedColumns(table).forEach((one, at) => {
    const column = leftColumn(table, at);
    const { rule } = validationOf(one, row);
    sheet.columns[column - 1] = { width: CODE_WIDTH, hidden: true };
    if (!('condition' in rule)) return;
    put(sheet, row, column, 'hiddenKey', {
      formula: `IF(${rule.condition},0,1)`,
      result: isLeft(request, one, unit) ? 1 : 0,
      tag: 'communes.left',
    });
  });
}

function putHead(
  sheet: SheetModel,
  { headerRow, columns, noteColumn, references }: CommuneLayout,
  year: number,
): void {
  const first = ['TT', 'Mã xã', COMMUNE_HEAD];
  const heads = [...first, ...columns.map(({ figure }) => figureName(figure.indicator, figure.stratum))];
  const below = [...first.map(() => null), ...columns.map(periodAndUnit), null];
  const numbers = ['A', 'B', 'C', ...columns.map((_, at) => String(at + 1)), 'D'];
  for (const one of references) {
    const { name, when } = referenceHead(one, year);
    heads.push(name);
    below.push(when);
    numbers.push('');
  }
  heads.splice(first.length + columns.length, 0, NOTE_HEAD);
  heads.forEach((word, at) => put(sheet, headerRow, 2 + at, 'header', word));
  below.forEach((word, at) => put(sheet, headerRow + 1, 2 + at, 'header', word));
  numbers.forEach((mark, at) => put(sheet, headerRow + 2, 2 + at, 'header', mark));
  for (const { column, figure, period, vintage } of columns)
    put(sheet, 1, column, 'hiddenKey', `${columnKey(period, vintage, 'value')}|${figure.key}`);
  const height = (words: readonly (string | null)[]) =>
    Math.max(
      ...words.map((word, at) =>
        wrappedHeight(
          word ?? '',
          (sheet.columns[1 + at]?.width ?? FIGURE_WIDTH) * LETTERS_TO_DIGIT,
          LINE_HEIGHT,
        ),
      ),
    );
  setHeight(sheet, headerRow, height(heads));
  setHeight(sheet, headerRow + 1, height(below));
  if (noteColumn > 5) setHeight(sheet, headerRow - 1, 2);
}

function periodAndUnit({ figure, period, vintage }: CommuneColumn): string {
  const parsed = parsePeriod(period);
  const when = parsed && parsed.frequency !== 'year' ? periodName(parsed) : `năm ${period}`;
  return `${vintageWords[vintage]} ${when} (${figure.indicator.unit})`;
}

function validationOf({ figure, period, column }: CommuneColumn, row: number) {
  const told = { period, series: null, isFilled: false, source: null };
  return figureValidation(figure, cellAddress(row, column), told);
}

/** What the communes come to, what the form has for the province, and how many communes have a number. */
function putFoot(sheet: SheetModel, request: WorkbookRequest, layout: Layout, table: CommuneLayout): void {
  const { columns, rows, sumRow, provinceRow, noteColumn } = table;
  const [first, last] = [rows[0]?.row ?? sumRow, rows.at(-1)?.row ?? sumRow];
  const countRow = provinceRow + 1;
  const words: [number, string][] = [
    [sumRow, 'Cộng các xã'],
    [provinceRow, `Toàn tỉnh (trang ${sheetNames.entry})`],
    [countRow, 'Số xã đã có số'],
  ];
  for (const [row, word] of words) {
    put(sheet, row, 2, 'label');
    put(sheet, row, 3, 'label');
    put(sheet, row, 4, 'wrappedLabel', word);
    put(sheet, row, noteColumn, 'label');
    setHeight(sheet, row, wrappedHeight(word, NAME_WIDTH * LETTERS_TO_DIGIT, LINE_HEIGHT));
  }
  for (const one of columns) {
    const { column, figure, period } = one;
    const range = `${cellAddress(first, column)}:${cellAddress(last, column)}`;
    const figures = rows.map(({ unit }) => request.byCommune?.figure(unit.id, figure.key, period) ?? null);
    const numbers = figures.filter((known) => typeof known === 'number');
    const format = figureFormat(figure.indicator);
    const addsUp = figure.indicator.aggregation === 'sum';
    const cell = layout.figureCell(figure.key, period);
    const ofProvince = cell === null ? null : request.known.figure(figure.key, period);
    if (addsUp)
      put(sheet, sumRow, column, 'computed', {
        formula: `IF(COUNT(${range})=0,"",SUM(${range}))`,
        result: numbers.length === 0 ? '' : numbers.reduce((sum, number) => sum + number, 0),
        format,
        tag: 'communes.sum',
      });
    else put(sheet, sumRow, column, 'notAsked');
    if (cell === null) put(sheet, provinceRow, column, 'notAsked');
    else
      put(sheet, provinceRow, column, 'computed', {
        formula: `IF(ISNUMBER(${cell}),${cell},"")`,
        result: typeof ofProvince === 'number' ? ofProvince : '',
        format,
        tag: 'communes.province',
      });
    put(sheet, countRow, column, 'computed', {
      formula: `COUNT(${range})`,
      result: numbers.length,
      format: '0',
      tag: 'communes.count',
    });
    if (!addsUp || cell === null) continue;
    const [sum, province] = [cellAddress(sumRow, column), cellAddress(provinceRow, column)];
    const there = absoluteRange(first, last, column);
    const complete = `COUNT(${there})+COUNTIF(${there},"-")=${rows.length}`;
    const condition = sumDiffersFormula(figure.indicator, { sum, province, complete });
    sheet.conditional.push({ range: sum, condition, look: 'bad' });
  }
}

function absoluteRange(first: number, last: number, column: number): string {
  return `${absoluteAddress(first, column)}:${absoluteAddress(last, column)}`;
}

/** What is typed and is neither a figure nor a sign is marked: a paste asks no validation. */
function markUnreadable(sheet: SheetModel, { columns, rows }: CommuneLayout): void {
  const [first, last] = [rows[0]?.row, rows.at(-1)?.row];
  if (first === undefined || last === undefined) return;
  for (const one of columns) {
    const address = cellAddress(first, one.column);
    const { rule } = validationOf(one, first);
    if (!('condition' in rule)) continue;
    sheet.conditional.push({
      range: `${address}:${cellAddress(last, one.column)}`,
      condition: `IF(ISERROR(${address}),TRUE,AND(LEN(TRIM(${address}))>0,NOT(${rule.condition})))`,
      look: 'bad',
    });
  }
}
