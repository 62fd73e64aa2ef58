import type { InputSheetLayout } from '../../workbook/layout.ts';
import type { ColumnModel } from '../../sheet/model.ts';

/**
 * Width that all forms share, in digits of the default font: however many columns a round has, the printed
 * letters have one size. The name takes what the others leave.
 */
const FORM_WIDTH = 162;
const SMALLEST_NAME = 36;

const WIDTH = {
  number: 6,
  unit: 11,
  period: 12,
  result: 11,
  // A yearly change says its unit behind the number: ≥ 14,50 điểm %/năm. Its letters are wider than digits.
  plan: 18.5,
  percent: 8,
  before: 10,
  mark: 10,
  reason: 25,
  source: 24,
  flag: 11,
  hidden: 9,
  earlier: 12,
  trend: 16,
};

/** Columns of an input sheet from the second on, and the width of the names, which wrap. */
export function inputColumns(input: InputSheetLayout): {
  columns: ColumnModel[];
  nameWidth: number;
  reasonWidth: number;
} {
  const form = input.form ? [WIDTH.result, WIDTH.plan, WIDTH.percent, WIDTH.before] : [];
  const printed = [...input.periods.map(() => WIDTH.period), ...form, WIDTH.mark, WIDTH.reason];
  if (input.sourceColumn <= input.printTo) printed.push(WIDTH.source);
  const others = [WIDTH.number, WIDTH.unit, ...printed].reduce((sum, width) => sum + width, 0);
  const nameWidth = Math.max(SMALLEST_NAME, FORM_WIDTH - others);
  const columns: ColumnModel[] = [WIDTH.number, nameWidth, WIDTH.unit, ...printed].map((width) => ({
    width,
  }));
  columns.push({ width: WIDTH.flag });
  for (let hidden = 0; hidden < 3; hidden += 1) columns.push({ width: WIDTH.hidden, hidden: true });
  if (input.sourceColumn > input.printTo) columns.push({ width: WIDTH.source });
  columns.push(...input.earlier.map(() => ({ width: WIDTH.earlier, outlined: true })));
  if (input.trendColumn !== null) columns.push({ width: WIDTH.trend });
  return { columns, nameWidth, reasonWidth: WIDTH.reason };
}

/** Width of the column that says where known figures come from. */
export const SOURCE_WIDTH = WIDTH.source;
