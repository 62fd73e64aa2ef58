import { cellAddress, columnLetters } from '../../sheet/address.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { newSheet, put, setHeight, wrappedHeight } from '../../sheet/draft.ts';
import { pagesAcross } from '../../sheet/page.ts';
import { cellIndex, type SheetModel, type Validation, type WorkbookModel } from '../../sheet/model.ts';
import type { Unit } from '../../unit/unit.ts';
import {
  GRID_MARKER,
  GRID_SCHEMA,
  GRID_SHEET,
  GRID_SIDE_KEYS,
  groupColumnKey,
  HEAD_COLUMN_KEY,
  headRowKeys,
  prefilledText,
  recordColumnKey,
  unitColumnKey,
  weightColumnKey,
  type GridMetaKind,
} from './grid-contract.ts';
import {
  canBeAssigned,
  prefilled,
  unitColumns,
  weightColumnOf,
  type GridGroup,
  type GridLayout,
} from './grid-layout.ts';
import type { GridRequest } from './grid-request.ts';
import { GRID_BODY_WIDTH, GRID_NAME_WIDTH, GRID_WORDS_WIDTH, pathShown, putGridRow } from './grid-row.ts';

/** The grid is printed on as many pages across as it takes to be shrunk no further than to this. */
const READABLE = 0.6;

/** Serial numbers of 1 January 2000 and 31 December 2099. */
const DATES = { first: 36_526, last: 73_050 };

/** The workbook of an assignment grid: the grid, and what it is in a very hidden sheet. */
export function gridWorkbook(request: GridRequest, layout: GridLayout): WorkbookModel {
  const { plan, year } = request;
  const grid = gridSheet(request, layout);
  return {
    title: `Giao chỉ tiêu năm ${year}: ${plan.file.title}`,
    created: `${year}-01-01`,
    sheets: [grid, gridMeta(request, layout, grid)],
  };
}

function gridSheet(request: GridRequest, layout: GridLayout): SheetModel {
  const { headerRow } = layout;
  const shown = [
    6,
    GRID_NAME_WIDTH,
    18,
    14,
    16,
    14,
    ...filled(13, layout.totalColumn - layout.provinceColumn - 1),
    ...filled(14, layout.bodyColumn - layout.totalColumn),
    GRID_BODY_WIDTH,
    GRID_WORDS_WIDTH,
  ];
  const lastHidden = layout.decimalsColumn + layout.members.length;
  const widths = [...shown, ...filled(8, lastHidden - layout.wordsColumn)];
  const sheet = newSheet(GRID_SHEET, widths, {
    freeze: { rows: headerRow + 1, columns: layout.pathColumn - 1 },
    printTo: layout.wordsColumn,
    paper: 'A3',
    titleRows: [headerRow, headerRow + 1],
    titleColumns: [2, layout.pathColumn - 1],
  });
  sheet.pagesAcross = pagesAcross(sheet, READABLE);
  for (let column = layout.weightColumn; column <= lastHidden; column += 1)
    sheet.columns[column - 1] = { width: 8, hidden: true };
  put(sheet, 1, 1, 'hiddenKey', GRID_MARKER);
  put(sheet, 2, 2, 'title', `GIAO CHỈ TIÊU NĂM ${request.year}`);
  setHeight(sheet, 2, 24);
  put(sheet, 3, 2, 'subtitle', `${layout.province.name} – ${request.plan.file.title}`);
  put(
    sheet,
    4,
    2,
    'note',
    'Nhập số giao vào ô nền vàng; để trống nếu không giao. Chỉ ô đã sửa mới thành số giao mới; số giao trước được giữ lại. Không nhập số ở nơi khác của bảng.',
  );
  putHead(sheet, layout);
  putHeader(sheet, layout, request.year);
  let number = 0;
  for (const row of layout.rows) {
    if ('heading' in row) {
      for (let column = 2; column <= layout.wordsColumn; column += 1)
        put(sheet, row.row, column, 'section', column === 2 ? row.heading : null);
      continue;
    }
    number += 1;
    putGridRow(sheet, request, layout, row, number);
  }
  const first = headerRow + 2;
  const end = layout.rows.at(-1);
  const last = Math.max(first, (end && 'key' in end ? end.lastYearRow : null) ?? end?.row ?? first);
  for (const [from, count] of [
    [layout.provinceColumn, 1],
    ...layout.groups.map(({ firstColumn, units }) => [firstColumn, units.length]),
  ] as [number, number][]) {
    const corner = cellAddress(first, from);
    sheet.conditional.push({
      range: `${corner}:${columnLetters(from + count - 1)}${last}`,
      condition: `AND($A${first}<>"",LEFT($A${first},1)<>"@",LEN(TRIM(${corner}))>0)`,
      look: 'filled',
    });
  }
  return sheet;
}

function filled(width: number, count: number): number[] {
  return Array.from({ length: count }, () => width);
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

function putHeader(sheet: SheetModel, layout: GridLayout, year: number): void {
  const { headerRow, provinceColumn, pathColumn, totalColumn, differenceColumn } = layout;
  const { bodyColumn, wordsColumn } = layout;
  const words: [number, string][] = [
    [2, 'TT'],
    [3, 'Chỉ tiêu'],
    [4, 'Đơn vị tính'],
    [5, 'Phải đạt'],
    [pathColumn, `Lộ trình tham chiếu năm ${year} của tỉnh`],
    [
      provinceColumn,
      `${layout.province.level === 'country' ? 'Cả nước' : 'Toàn tỉnh'}: ${layout.province.name}`,
    ],
    ...layout.groups.flatMap(groupWords),
    [totalColumn, 'Cộng hoặc bình quân các đơn vị'],
    [differenceColumn, 'Chênh lệch so với toàn tỉnh'],
    ...layout.departments.map(({ unit, column }): [number, string] => [
      column,
      `${unit.name} (theo số toàn tỉnh)`,
    ]),
    [bodyColumn, 'Cơ quan báo cáo số này'],
    [wordsColumn, 'Câu trong kế hoạch'],
  ];
  words.forEach(([column, word], at) => {
    put(sheet, headerRow, column, 'header', word);
    put(sheet, headerRow + 1, column, 'header', 'ABCD'[at] ?? String(at - 3));
  });
  for (const { unit, column } of unitColumns(layout)) {
    put(sheet, 1, column, 'hiddenKey', unitColumnKey(unit.id));
    if (column !== provinceColumn)
      put(sheet, 1, weightColumnOf(layout, column), 'hiddenKey', weightColumnKey(unit.id));
  }
  for (const { sumColumn, units } of layout.groups)
    if (sumColumn !== null && units[0]) put(sheet, 1, sumColumn, 'hiddenKey', groupColumnKey(units[0].id));
  for (const { unit, column } of layout.departments)
    put(sheet, 1, column, 'hiddenKey', recordColumnKey(unit.id));
  const sides = {
    path: pathColumn,
    total: totalColumn,
    difference: differenceColumn,
    body: bodyColumn,
    words: wordsColumn,
  };
  for (const side of ['path', 'total', 'difference', 'body', 'words'] as const)
    put(sheet, 1, sides[side], 'hiddenKey', GRID_SIDE_KEYS[side]);
  const heights = words.map(([column, word]) => wrappedHeight(word, sheet.columns[column - 1]?.width ?? 13));
  setHeight(sheet, headerRow, Math.max(50, ...heights));
}

/** The names of a group's units, and what stands in the column of their sum. */
function groupWords({ name, units, firstColumn, sumColumn }: GridGroup): [number, string][] {
  const names = units.map((unit, at): [number, string] => [firstColumn + at, unit.name]);
  return sumColumn === null ? names : [...names, [sumColumn, `Cộng ${units.length} đơn vị: ${name ?? ''}`]];
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
function gridMeta(request: GridRequest, layout: GridLayout, { cells }: SheetModel): SheetModel {
  const sheet = newSheet(sheetNames.meta, [12, 60, 70], { state: 'veryHidden', rows: new Map() });
  const units: Unit[] = [layout.province, ...layout.members];
  const entries: [GridMetaKind, string, string][] = [
    ['info', 'schema', String(GRID_SCHEMA)],
    ['info', 'marker', GRID_MARKER],
    ['info', 'year', String(request.year)],
    ['info', 'weights', 'kept'],
    ['plan', request.plan.file.id, ''],
    ...units.map(({ id, name }): [GridMetaKind, string, string] => ['column', id, name]),
  ];
  for (const row of layout.rows) {
    if ('heading' in row) continue;
    entries.push(['row', row.key, row.comparator]);
    entries.push(['path', row.key, String(pathShown(request, row) ?? '')]);
    for (const { unit, column } of unitColumns(layout).slice(1)) {
      const { value } = cells.get(cellIndex(row.row, weightColumnOf(layout, column))) ?? {};
      if (typeof value === 'number') entries.push(['weight', `${row.key}|${unit.id}`, String(value)]);
    }
    for (const unit of units) {
      const held = canBeAssigned(row.series, unit, request) ? prefilled(request, row, unit) : null;
      if (held) entries.push(['prefilled', `${row.key}|${unit.id}`, prefilledText(held)]);
    }
  }
  entries.forEach((entry, at) => {
    entry.forEach((text, offset) => put(sheet, at + 1, 2 + offset, 'meta', text));
  });
  return sheet;
}
