import { cellAddress, columnLetters } from '../../sheet/address.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { newSheet, put, setHeight, wrappedHeight } from '../../sheet/draft.ts';
import { targetValueFormat } from '../../workbook/formats.ts';
import type { SheetModel, Validation, WorkbookModel } from '../../sheet/model.ts';
import { comparatorWords, figureName, targetUnit } from '../../workbook/wording.ts';
import type { Unit } from '../../unit/unit.ts';
import { comparatorOf } from '../assignment/assignment.ts';
import {
  GRID_MARKER,
  GRID_SCHEMA,
  GRID_SHEET,
  HEAD_COLUMN_KEY,
  headRowKeys,
  prefilledText,
  unitColumnKey,
  type GridMetaKind,
} from './grid-contract.ts';
import { prefilled, type GridLayout, type GridRequest, type GridRow } from './grid-layout.ts';
import { putTotals } from './grid-totals.ts';
import { existsFor } from '../assignment/members.ts';
import { kindOf } from '../../target/kinds/index.ts';

const NAME_WIDTH = 46;
const PROMPT_LENGTH = 250;
/** Serial numbers of 1 January 1990 and 31 December 2099. */
const DATES = { first: 32_874, last: 73_050 };

/** The workbook of an assignment grid: the grid, and what it is in a very hidden sheet. */
export function gridWorkbook(request: GridRequest, layout: GridLayout): WorkbookModel {
  const { plan, year } = request;
  return {
    title: `Giao chỉ tiêu năm ${year}: ${plan.file.title}`,
    created: `${year}-01-01`,
    sheets: [gridSheet(request, layout), gridMeta(request, layout)],
  };
}

function gridSheet(request: GridRequest, layout: GridLayout): SheetModel {
  const { headerRow } = layout;
  const widths = [
    6,
    NAME_WIDTH,
    18,
    10,
    14,
    ...layout.members.map(() => 13),
    14,
    14,
    ...layout.members.map(() => 8),
  ];
  const sheet = newSheet(GRID_SHEET, widths, {
    freeze: { rows: headerRow + 1, columns: layout.provinceColumn },
    titleRows: [headerRow, headerRow + 1],
  });
  for (const at of layout.members.keys()) {
    sheet.columns[layout.weightColumn + at - 1] = { width: 8, hidden: true };
  }
  put(sheet, 1, 1, 'hiddenKey', GRID_MARKER);
  put(sheet, 2, 2, 'title', `GIAO CHỈ TIÊU NĂM ${request.year}`);
  setHeight(sheet, 2, 24);
  put(sheet, 3, 2, 'subtitle', `${layout.province.name} – ${request.plan.file.title}`);
  put(
    sheet,
    4,
    2,
    'note',
    'Nhập số giao vào ô nền vàng; để trống nếu không giao. Chỉ ô đã sửa mới thành số giao mới; số giao trước được giữ lại.',
  );
  putHead(sheet, layout);
  putHeader(sheet, layout);
  let number = 0;
  for (const row of layout.rows) {
    if ('heading' in row) {
      for (let column = 2; column <= layout.differenceColumn; column += 1)
        put(sheet, row.row, column, 'section', column === 2 ? row.heading : null);
      continue;
    }
    number += 1;
    putRow(sheet, request, layout, row, number);
  }
  const first = headerRow + 2;
  const last = Math.max(first, layout.rows.at(-1)?.row ?? first);
  const corner = cellAddress(first, layout.provinceColumn);
  sheet.conditional.push({
    range: `${corner}:${columnLetters(layout.totalColumn - 1)}${last}`,
    condition: `AND($A${first}<>"",LEN(TRIM(${corner}))>0)`,
    look: 'filled',
  });
  return sheet;
}

/** Number and dates of the decision whose values are entered below. */
function putHead(sheet: SheetModel, layout: GridLayout): void {
  const { headRows, headColumn } = layout;
  put(sheet, 1, headColumn, 'hiddenKey', HEAD_COLUMN_KEY);
  const labels = {
    decision: 'Số quyết định',
    decisionDate: 'Ngày quyết định',
    validFrom: 'Có hiệu lực từ ngày',
  };
  for (const field of ['decision', 'decisionDate', 'validFrom'] as const) {
    const row = headRows[field];
    put(sheet, row, 1, 'hiddenKey', headRowKeys[field]);
    put(sheet, row, headColumn - 1, 'label', labels[field]);
    const address = cellAddress(row, headColumn);
    if (field === 'decision') put(sheet, row, headColumn, 'inputText', { format: '@' });
    else put(sheet, row, headColumn, 'input', { format: 'dd/mm/yyyy', validation: dateValidation(address) });
  }
}

function putHeader(sheet: SheetModel, layout: GridLayout): void {
  const { headerRow, provinceColumn, firstMemberColumn, totalColumn, differenceColumn } = layout;
  const words: [number, string][] = [
    [2, 'TT'],
    [3, 'Chỉ tiêu'],
    [4, 'Đơn vị tính'],
    [5, 'Phải đạt'],
    [provinceColumn, `Toàn tỉnh: ${layout.province.name}`],
    ...layout.members.map(({ name }, at): [number, string] => [firstMemberColumn + at, name]),
    [totalColumn, 'Cộng hoặc bình quân các đơn vị'],
    [differenceColumn, 'Chênh lệch so với toàn tỉnh'],
  ];
  words.forEach(([column, word], at) => {
    put(sheet, headerRow, column, 'header', word);
    put(sheet, headerRow + 1, column, 'header', 'ABCD'[at] ?? String(at - 3));
  });
  for (const [at, unit] of [layout.province, ...layout.members].entries())
    put(sheet, 1, provinceColumn + at, 'hiddenKey', unitColumnKey(unit.id));
  setHeight(sheet, headerRow, 50);
}

function putRow(
  sheet: SheetModel,
  request: GridRequest,
  layout: GridLayout,
  grid: GridRow,
  number: number,
): void {
  const { row, key, series } = grid;
  const { indicator, stratum } = series;
  const name = figureName(indicator, stratum);
  const format = targetValueFormat(series.kind, indicator, request.catalogue);
  put(sheet, row, 1, 'hiddenKey', key);
  put(sheet, row, 2, 'centered', String(number));
  put(sheet, row, 3, 'wrapped', name);
  put(sheet, row, 4, 'centered', targetUnit(series));
  put(sheet, row, 5, 'centered', comparatorWords[comparatorOf(grid.comparator)]);
  setHeight(sheet, row, wrappedHeight(name, NAME_WIDTH));
  for (const [at, unit] of [layout.province, ...layout.members].entries()) {
    const column = layout.provinceColumn + at;
    if (!existsFor(indicator, unit)) {
      put(sheet, row, column, 'computed');
      continue;
    }
    const value = prefilled(request, grid, unit)?.value ?? null;
    put(sheet, row, column, 'input', {
      ...(value === null ? {} : { value }),
      format,
      validation: valueValidation(grid, cellAddress(row, column)),
    });
  }
  putTotals(sheet, request, layout, grid);
}

/** A number; of a level within what is possible, of a count whole. */
function valueValidation({ series }: GridRow, address: string): Validation {
  const { indicator, segments } = series;
  const { isRate } = kindOf(series);
  const [low, high] = (isRate ? null : indicator.hard) ?? [null, null];
  const whole = indicator.measure === 'count' && !isRate;
  const conditions = [`ISNUMBER(${address})`];
  if (low !== null) conditions.push(`${address}>=${low}`);
  if (high !== null) conditions.push(`${address}<=${high}`);
  if (whole) conditions.push(`${address}=INT(${address})`);
  const takes = [
    `Nhập số, đơn vị tính: ${targetUnit(series)}`,
    low !== null && high !== null ? `từ ${low} đến ${high}` : null,
    whole ? 'số nguyên' : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
  return {
    rule: { condition: `AND(${conditions.join(',')})` },
    promptTitle: 'Số giao',
    prompt: cut(`${takes}. Kế hoạch: ${segments[0].statement.citations[0].quote}`),
    errorTitle: 'Chưa đúng',
    error: `${takes}.`,
  };
}

function dateValidation(address: string): Validation {
  return {
    rule: {
      condition: `AND(ISNUMBER(${address}),${address}=INT(${address}),${address}>=${DATES.first},${address}<=${DATES.last})`,
    },
    promptTitle: 'Ngày',
    prompt: 'Nhập ngày, tháng, năm, ví dụ 31/12/2024; xem lại ngày hiện trong ô sau khi nhập.',
    errorTitle: 'Chưa đúng',
    error: 'Nhập một ngày, ví dụ 31/12/2024.',
  };
}

/** What the grid is, which keys must exist and what each cell held; never where anything stands. */
function gridMeta(request: GridRequest, layout: GridLayout): SheetModel {
  const sheet = newSheet(sheetNames.meta, [12, 60, 70], { state: 'veryHidden', rows: new Map() });
  const units: Unit[] = [layout.province, ...layout.members];
  const entries: [GridMetaKind, string, string][] = [
    ['info', 'schema', String(GRID_SCHEMA)],
    ['info', 'marker', GRID_MARKER],
    ['info', 'year', String(request.year)],
    ['plan', request.plan.file.id, ''],
    ...units.map(({ id, name }): [GridMetaKind, string, string] => ['column', id, name]),
  ];
  for (const row of layout.rows) {
    if ('heading' in row) continue;
    entries.push(['row', row.key, row.comparator]);
    for (const unit of units) {
      const held = existsFor(row.series.indicator, unit) ? prefilled(request, row, unit) : null;
      if (held) entries.push(['prefilled', `${row.key}|${unit.id}`, prefilledText(held)]);
    }
  }
  entries.forEach((entry, at) => {
    entry.forEach((text, offset) => put(sheet, at + 1, 2 + offset, 'meta', text));
  });
  return sheet;
}

function cut(text: string): string {
  // An attribute holds no line break: XML readers make it a space.
  const folded = text.replaceAll(/\s+/gu, ' ');
  return folded.length <= PROMPT_LENGTH ? folded : `${folded.slice(0, PROMPT_LENGTH - 1)}…`;
}
