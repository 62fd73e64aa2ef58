import { storedResult } from '../../base/number.ts';
import { periodName } from '../../period/period.ts';
import { periodOf, type Round } from '../../round/round.ts';
import { newSheet, put, setHeight, wrappedHeight } from '../../sheet/draft.ts';
import type { CellExtra } from '../../sheet/draft.ts';
import type { SheetModel, StyleName, WorkbookModel } from '../../sheet/model.ts';
import { figureName } from '../../workbook/wording.ts';
import { assignmentColumns } from '../assignment/assignment.ts';
import { baselineColumns } from '../baseline/baseline.ts';
import { knownFigureColumns } from '../known-figure.ts';
import type { MissingAssignment, MissingBaseline, MissingFigure, MissingRows } from './missing-rows.ts';

/** What a column of the workbook holds: a cell of the planner's file, or something beside it. */
interface Column<Row> {
  name: string;
  head: string;
  width: number;
  style: StyleName;
  of?: (row: Row) => string | number | null;
}

type Any = MissingFigure | MissingBaseline | MissingAssignment;

const HEADS: Readonly<Record<string, readonly [head: string, width: number]>> = {
  unit: ['Mã đơn vị', 15],
  indicator: ['Mã chỉ tiêu', 22],
  stratum: ['Mã phân tổ', 13],
  period: ['Kỳ', 9],
  year: ['Năm', 8],
  vintage: ['Loại số', 11],
  value: ['Số', 14],
  numerator: ['Tử số', 12],
  denominator: ['Mẫu số', 12],
  source: ['Nguồn', 28],
  comparator: ['So sánh', 10],
  decision: ['Số quyết định', 18],
  decisionDate: ['Ngày quyết định', 13],
  validFrom: ['Có hiệu lực từ', 13],
  supersedes: ['Thay quyết định', 16],
  note: ['Ghi chú', 20],
};

/** Columns that are there already; the rest is filled in. */
const GIVEN = new Set(['unit', 'indicator', 'stratum', 'period', 'vintage', 'comparator']);

const ASIDE: readonly Column<Any>[] = [
  { name: 'unitName', head: 'Đơn vị', width: 22, style: 'wrapped', of: ({ unit }) => unit.name },
  {
    name: 'indicatorName',
    head: 'Chỉ tiêu',
    width: 36,
    style: 'wrapped',
    of: ({ indicator, stratum }) => figureName(indicator, stratum),
  },
  {
    name: 'measure',
    head: 'Đơn vị tính',
    width: 11,
    style: 'centered',
    of: ({ measure }) => measure,
  },
  {
    name: 'lastFigure',
    head: 'Số gần nhất đã biết',
    width: 13,
    style: 'computed',
    of: ({ last }) => last?.value ?? null,
  },
  {
    name: 'planValue',
    head: 'Kế hoạch năm ấy',
    width: 13,
    style: 'computed',
    of: ({ planValue }) => planValue,
  },
  { name: 'path', head: 'Lộ trình tham chiếu', width: 13, style: 'computed', of: ({ path }) => path },
];

const HEADER_ROW = 5;

/**
 * One workbook with everything the planner has not given yet, a table for each of the planner's files. The names
 * of the columns stand in a hidden row below their heads: by them it is read back, as it is.
 */
export function missingWorkbook(
  rows: MissingRows,
  { title, round }: { title: string; round: Round },
): WorkbookModel {
  const period = periodName(periodOf(round));
  const sheets = [
    tableSheet('Số liệu đã biết', knownFigureColumns, rows.figures, period),
    tableSheet('Số gốc', baselineColumns, rows.baselines, period),
    tableSheet('Giao chỉ tiêu', assignmentColumns, rows.assignments, period),
  ];
  return { title, created: round.cutOff, sheets };
}

function tableSheet<Row extends Any>(
  name: string,
  columns: readonly string[],
  rows: readonly Row[],
  period: string,
): SheetModel {
  const all = [...ASIDE, ...columns.map((column) => ownColumn(column))];
  const sheet = newSheet(
    name,
    all.map(({ width }) => width),
    { freeze: { rows: HEADER_ROW + 1, columns: 3 }, titleRows: [HEADER_ROW, HEADER_ROW] },
  );
  put(sheet, 2, 2, 'title', name.toLocaleUpperCase('vi'));
  setHeight(sheet, 2, 24);
  put(sheet, 3, 2, 'subtitle', `Còn thiếu cho ${period}: ${rows.length} dòng`);
  put(sheet, 4, 2, 'note', 'Điền ô nền vàng; dòng chưa có số thì để nguyên. Không sửa các cột mã.');
  all.forEach(({ head, name: column }, at) => {
    put(sheet, HEADER_ROW, 2 + at, 'header', head);
    put(sheet, HEADER_ROW + 1, 2 + at, 'meta', column);
  });
  setHeight(sheet, HEADER_ROW, 34);
  sheet.rows.set(HEADER_ROW + 1, { hidden: true });
  for (const [at, row] of rows.entries()) putRow(sheet, HEADER_ROW + 2 + at, row, all);
  return sheet;
}

function putRow<Row extends Any>(sheet: SheetModel, at: number, row: Row, all: readonly Column<Row>[]): void {
  let height = 18;
  for (const [place, { style, width, of }] of all.entries()) {
    const said = of?.(row) ?? null;
    put(sheet, at, 2 + place, style, typeof said === 'number' ? number(said, style) : said);
    if (typeof said === 'string') height = Math.max(height, wrappedHeight(said, width));
  }
  setHeight(sheet, at, height);
}

/** What is only shown has few decimals; a cell that is filled in shows what is typed. */
function number(value: number, style: StyleName): CellExtra {
  return style === 'computed' ? { value: storedResult(value), format: '#,##0.00' } : { value };
}

function ownColumn(name: string): Column<Any> {
  const [head = name, width = 12] = HEADS[name] ?? [];
  const style = GIVEN.has(name)
    ? 'centered'
    : name === 'value' || name.endsWith('or')
      ? 'input'
      : 'inputText';
  return { name, head, width, style, of: (row) => cellOf(name, row) };
}

function cellOf(name: string, row: Any): string | number | null {
  switch (name) {
    case 'unit':
      return row.unit.id;
    case 'indicator':
      return row.indicator.id;
    case 'stratum':
      return row.stratum?.id ?? null;
    default: {
      const said: unknown = name in row ? (row as unknown as Record<string, unknown>)[name] : null;
      return typeof said === 'string' || typeof said === 'number' ? said : null;
    }
  }
}
