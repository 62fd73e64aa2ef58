import type { RawCell } from '../../../rules/figure/cell.ts';
import { typedValue } from '../../../rules/figure/typed-value.ts';
import { valueRules } from '../../../rules/value-rules.ts';
import { storedResult } from '../../../base/number.ts';
import { parsePeriod, periodName } from '../../../period/period.ts';
import { quoted } from '../../../target/formula.ts';
import { absoluteAddress, cellAddress, columnLetters } from '../../../sheet/address.ts';
import { put, setHeight } from '../../../sheet/draft.ts';
import type { ConditionalFormat, SheetModel } from '../../../sheet/model.ts';
import type { WorkbookRequest } from '../../../workbook/request.ts';
import { figureName, seriesName } from '../../../workbook/wording.ts';
import { hasState } from './line-state.ts';
import {
  areaRange,
  COLUMN,
  columnRange,
  LAST_COLUMN,
  LINE_STEP,
  LINK_COLUMN,
  WEIGHT,
  WEIGHT_STEP,
  WEIGHT_WORDS,
  type Weight,
} from './columns.ts';
import { isComputed, spelledByFormula } from './line-refs.ts';
import type { CheckLines, FigureLine, SeriesLine } from './lines.ts';
import { ranksOf, weightOf } from './ranks.ts';

/** Findings the table shows; the counts above it are of all. */
export const LISTED = 40;

/** Those of them that one page takes: it is printed whole, however few there are. */
export const PRINTED = 20;

const HEADS = [
  'TT',
  'Mức độ',
  'Nội dung kiểm tra',
  'Dòng',
  'Chỉ tiêu',
  'Kỳ số liệu',
  'Trang',
  'Số trong sổ',
  'Việc cần làm',
  'Lý do của đơn vị',
];
const ERROR_WORDS = 'lỗi công thức';
/** Two lines of small print. */
const ROW_HEIGHT = 26;

/** Where the parts of the sheet stand. */
export interface CheckRows {
  /** Head of the table; its first row is the next. */
  head: number;
  /** First of the hidden rows that hold each rule's heading and what to do. */
  rules: number;
}

/**
 * The findings, worst first: the k-th smallest rank of the hidden lines names line and rule, which the
 * columns show.
 */
export function putList(
  sheet: SheetModel,
  request: WorkbookRequest,
  rows: CheckRows,
  lines: CheckLines,
): void {
  HEADS.forEach((word, at) => put(sheet, rows.head, COLUMN.number + at, 'header', word));
  setHeight(sheet, rows.head, 28);
  const first = rows.head + 1;
  const ranks = areaRange(lines.top, COLUMN.form, lines.bottom, LAST_COLUMN);
  const found = ranksOf(lines);
  const [total, saidBefore] = [
    absoluteAddress(rows.head, COLUMN.rank),
    absoluteAddress(rows.head, COLUMN.line),
  ];
  put(sheet, rows.head, COLUMN.rank, 'hiddenKey', {
    formula: `COUNTIF(${ranks},">0")`,
    result: found.length,
    tag: 'check.list',
  });
  put(sheet, rows.head, COLUMN.line, 'hiddenKey', {
    formula: `COUNT(${ranks})-${total}`,
    result: zerosIn(lines),
    tag: 'check.list',
  });
  for (let at = 0; at < LISTED; at += 1) {
    putListRow(sheet, request, rows, lines, {
      row: first + at,
      at,
      found: found[at],
      ranks,
      total,
      saidBefore,
    });
  }
  const last = first + LISTED;
  put(sheet, last, COLUMN.title, 'note', 'Số dòng nữa không hiện trong bảng');
  put(sheet, last, COLUMN.name, 'note', {
    formula: `MAX(0,${total}-${LISTED})`,
    result: Math.max(0, found.length - LISTED),
    format: '0',
    tag: 'check.list',
  });
  sheet.conditional.push(...listFormats(first));
}

/** Writes the hidden rows with the words of each rule. */
export function putRuleWords(sheet: SheetModel, top: number): void {
  valueRules.forEach(({ text }, at) => {
    put(sheet, top + at, COLUMN.title, 'hiddenKey', text.vi.title);
    put(sheet, top + at, COLUMN.fix, 'hiddenKey', text.vi.fix);
    sheet.rows.set(top + at, { hidden: true });
  });
}

function putListRow(
  sheet: SheetModel,
  request: WorkbookRequest,
  rows: CheckRows,
  lines: CheckLines,
  place: {
    row: number;
    at: number;
    found: number | undefined;
    ranks: string;
    total: string;
    saidBefore: string;
  },
): void {
  const { row, at, found, ranks, total, saidBefore } = place;
  const inRow = (column: number) => `$${columnLetters(column)}${row}`;
  const [rank, line] = [inRow(COLUMN.rank), inRow(COLUMN.line)];
  const rankColumn = columnLetters(COLUMN.rank);
  // Its place in the table, so that one text serves all rows.
  const nth = `ROWS($${rankColumn}$${row - at}:${rank})`;
  const shown = found === undefined ? null : shownOf(request, lines, found);
  const cell = (column: number, formula: () => string, result: number | string, format?: string) =>
    put(sheet, row, column, styleOf(column), {
      formula,
      result,
      bare: true,
      ...(format === undefined ? {} : { format }),
      ...(at === 0 ? {} : { filledFrom: cellAddress(row - at, column) }),
      tag: 'check.list',
    });
  cell(COLUMN.rank, () => `IF(${total}<${nth},"",SMALL(${ranks},${saidBefore}+${nth}))`, found ?? '');
  cell(
    COLUMN.line,
    () => `IF(${rank}="","",INT(MOD(${rank},${WEIGHT_STEP})/${LINE_STEP}))`,
    found === undefined ? '' : lineOf(found),
  );
  cell(COLUMN.number, () => `IF(${rank}="","",${nth})`, found === undefined ? '' : at + 1, '0');
  const weight = (of: Weight) => quoted(WEIGHT_WORDS[of]);
  cell(
    COLUMN.severity,
    () =>
      `IF(${rank}="","",IF(${rank}<${WEIGHT.open * WEIGHT_STEP},${weight(WEIGHT.error)},IF(${rank}<${WEIGHT.explained * WEIGHT_STEP},${weight(WEIGHT.open)},${weight(WEIGHT.explained)})))`,
    found === undefined ? '' : WEIGHT_WORDS[weightOf(found)],
  );
  const ofRule = (column: number) => () =>
    `IF(${rank}="","",INDEX(${columnRange(column, rows.rules, rows.rules + valueRules.length - 1)},MOD(${rank},${LINE_STEP}),1))`;
  const rule = found === undefined ? undefined : valueRules[(found % LINE_STEP) - 1];
  cell(COLUMN.title, ofRule(COLUMN.title), rule?.text.vi.title ?? '');
  cell(COLUMN.fix, ofRule(COLUMN.fix), rule?.text.vi.fix ?? '');
  const inLines = (column: number) => `INDEX(${columnRange(column, lines.top, lines.bottom)},${line},1)`;
  const ofLine = (column: number) => () => {
    const picked = inLines(column);
    if (column === COLUMN.value || column === COLUMN.reason)
      return `IF(${rank}="","",IF(ISERROR(${picked}),${quoted(ERROR_WORDS)},IF(${picked}="","",${picked})))`;
    return `IF(${rank}="","",${picked})`;
  };
  cell(
    COLUMN.label,
    () => `IF(${rank}="","",HYPERLINK(${inLines(LINK_COLUMN)},${inLines(COLUMN.label)}))`,
    shown?.label ?? '',
  );
  const columns = ['name', 'period', 'sheet', 'value', 'reason'] as const;
  for (const name of columns) {
    const column = COLUMN[name];
    cell(column, ofLine(column), shown?.[name] ?? '', name === 'value' ? '#,##0.0###' : undefined);
  }
  setHeight(sheet, row, ROW_HEIGHT);
}

type Shown = Record<'label' | 'name' | 'period' | 'sheet' | 'value' | 'reason', number | string>;

/** What the table shows of the line a rank names. */
function shownOf(request: WorkbookRequest, lines: CheckLines, rank: number): Shown | null {
  const at = lineOf(rank);
  const figure = lines.figures.find(({ line }) => line === at);
  const series = lines.series.find(({ line }) => line === at);
  if (figure) {
    const { context } = figure.judged.figure;
    return {
      ...placeOf(figure, context.period),
      name: figureName(context.indicator, context.stratum),
      value: valueOf(figure),
      reason: hasState(figure) ? (figure.reason ?? '') : '',
    };
  }
  if (!series) return null;
  const value = series.block.values.figure(request.round);
  return {
    ...placeOf(series, String(request.round)),
    name: seriesName(request.plans, series.series),
    value: shownValue(value),
    reason: series.reason ?? '',
  };
}

function placeOf({ label, input }: FigureLine | SeriesLine, period: string) {
  const parsed = parsePeriod(period);
  return { label, period: parsed ? periodName(parsed) : period, sheet: input.sheet };
}

/** A reference to a cell of another sheet as the target of a link. */
export function linkOf(cell: string): string {
  return `#${cell.replaceAll('$', '')}`;
}

/** What the line of a figure holds as its value. */
function valueOf(line: FigureLine): number | string {
  const { figure, cellAt } = line.judged;
  const raw = (key: string | null): RawCell => (key === null ? null : (cellAt(key)?.raw ?? null));
  const published = raw(figure.context.key);
  if (!isComputed(line)) return shownValue(published);
  const value = typedValue(figure.context.indicator, {
    published,
    numerator: raw(figure.numerator),
    denominator: raw(figure.denominator),
  });
  return typeof value === 'string' ? spelledByFormula(value) : shownValue(value);
}

function shownValue(raw: RawCell): number | string {
  if (raw === null) return '';
  if (typeof raw === 'number') return storedResult(raw);
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE';
  return typeof raw === 'object' ? ERROR_WORDS : raw;
}

function lineOf(rank: number): number {
  return Math.floor((rank % WEIGHT_STEP) / LINE_STEP);
}

function zerosIn({ figures }: CheckLines): number {
  return figures.reduce((sum, { ranks }) => sum + [...ranks.values()].filter((rank) => rank === 0).length, 0);
}

function styleOf(column: number) {
  if (column >= COLUMN.rank) return 'hiddenKey';
  if (column === COLUMN.severity) return 'verdict';
  if (column === COLUMN.value) return 'computed';
  if (column === COLUMN.label) return 'link';
  return column === COLUMN.number ? 'centered' : 'small';
}

/** Looks of the severity words, and whole figures without decimals. */
function listFormats(first: number): ConditionalFormat[] {
  const last = first + LISTED - 1;
  const severity = columnLetters(COLUMN.severity);
  const value = cellAddress(first, COLUMN.value);
  const range = `${severity}${first}:${severity}${last}`;
  const number = `$${columnLetters(COLUMN.number)}${first}`;
  return [
    {
      range: `${columnLetters(COLUMN.number)}${first}:${columnLetters(COLUMN.reason)}${last}`,
      condition: `${number}<>""`,
      look: 'framed',
    },
    ...weightFormats(range, cellAddress(first, COLUMN.severity)),
    {
      range: `${columnLetters(COLUMN.value)}${first}:${columnLetters(COLUMN.value)}${last}`,
      condition: `IF(ISNUMBER(${value}),${value}=INT(${value}),FALSE)`,
      look: 'whole',
    },
  ];
}

/** Looks of the words for weights. */
function weightFormats(range: string, first: string): ConditionalFormat[] {
  const looks = { [WEIGHT.error]: 'bad', [WEIGHT.open]: 'unknown', [WEIGHT.explained]: 'good' } as const;
  return ([1, 2, 3] as const).map((weight) => ({
    range,
    condition: `${first}=${quoted(WEIGHT_WORDS[weight])}`,
    look: looks[weight],
  }));
}
