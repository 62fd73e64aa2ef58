import { figureRules } from '../../../rules/figure/rules/index.ts';
import type { RuleDefinition } from '../../../rules/rule.ts';
import { valueRules } from '../../../rules/value-rules.ts';
import { absoluteAddress, columnLetters } from '../../../sheet/address.ts';

/**
 * Columns of the sheet. The table of findings is on top; below it, in hidden rows, one line a figure and one
 * a series carry the same columns from `label` to `reason`, so that the table picks them by line.
 */
export const COLUMN = {
  number: 2,
  severity: 3,
  title: 4,
  label: 5,
  name: 6,
  period: 7,
  sheet: 8,
  value: 9,
  fix: 10,
  reason: 11,
  // Hidden: of the table the finding's rank and line; of a figure its published cell, which form rule it
  // breaks, its state, whether it is missing, how many people it implies, whether it is left to enter, whether its row
  // gives two reasons, what it is expected to be near, what it says of others, how many times its earlier figure it
  // is and whether that is near the middle of all, whether it shows what most figures may show; from `form` on the ranks of findings, a column a rule.
  rank: 12,
  line: 13,
  published: 12,
  broken: 13,
  state: 14,
  missing: 15,
  people: 16,
  left: 17,
  twoReasons: 18,
  expected: 19,
  reference: 20,
  times: 21,
  nearTimes: 22,
  standing: 23,
  asFractions: 24,
  form: 25,
} as const;

export const WIDTHS = [5, 12, 26, 7, 37, 15, 12, 14, 56, 24];

/** Rules that look at the cell alone; of a cell at most one of them fails, so they share one column. */
export const formRules = figureRules.filter(
  ({ scope, severity }) => scope === 'form' && severity === 'error',
);

/** Whether a rule is one of the {@link formRules}. */
export function isFormRule(rule: Pick<RuleDefinition, 'code'>): boolean {
  return FORM_CODES.has(rule.code);
}

const FORM_CODES: ReadonlySet<string> = new Set(formRules.map(({ code }) => code));

/** Whether a rule's findings are counted and not listed. */
export function isCounted(rule: Pick<RuleDefinition, 'code'>): boolean {
  return figureRules.some(({ code, counted }) => counted && code === rule.code);
}

/** Rules with a column of their own, in their order. */
export const columnRules = valueRules.filter((rule) => !isFormRule(rule) && !isCounted(rule));
export const LAST_COLUMN = COLUMN.form + columnRules.length;

/** Of a hidden line, which has no title of a rule: where a click on its finding leads, as `#'Nhập liệu'!F12`. */
export const LINK_COLUMN = COLUMN.title;

/** The column of a rule's ranks; of a form rule the one they share. */
export function columnOf(code: string): number {
  return COLUMNS.get(code) ?? COLUMN.form;
}

const COLUMNS: ReadonlyMap<string, number> = new Map(
  columnRules.map(({ code }, at) => [code, COLUMN.form + 1 + at]),
);

/** The number of a rule, from 1, in the order of {@link valueRules}. */
export function numberOf(code: string): number {
  return NUMBERS.get(code) ?? 0;
}

const NUMBERS: ReadonlyMap<string, number> = new Map(valueRules.map(({ code }, at) => [code, at + 1]));

/** What a finding counts as, heaviest first. */
export type Weight = 1 | 2 | 3;
export const WEIGHT = { error: 1, open: 2, explained: 3 } as const;
export const WEIGHT_WORDS: Record<Weight, string> = { 1: 'Lỗi', 2: 'Cảnh báo', 3: 'Đã giải trình' };

/**
 * A finding's rank is one number: its weight, its line, its rule. The smallest is the worst; 0 is a finding
 * that another rule has already said.
 */
export const WEIGHT_STEP = 100_000_000;
export const LINE_STEP = 100;

/** Rank of a finding within its weight. */
export function rankWithin(line: number, code: string): number {
  return line * LINE_STEP + numberOf(code);
}

/** A range of rows in one column. */
export function columnRange(column: number, top: number, bottom: number): string {
  return `$${columnLetters(column)}$${top}:$${columnLetters(column)}$${bottom}`;
}

/** Condition that a row has the first 1 in a column of the hidden lines, from the row `top` on. */
export function isFirstIn(column: number, top: number, row: number): string {
  return `AND(${absoluteAddress(row, column)}=1,SUM(${columnRange(column, top, row)})=1)`;
}

/** A rectangle, as an absolute range. */
export function areaRange(top: number, left: number, bottom: number, right: number): string {
  return `${absoluteAddress(top, left)}:${absoluteAddress(bottom, right)}`;
}
