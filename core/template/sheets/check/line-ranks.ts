import { isBlankFormula } from '../../../rules/figure/cell.ts';
import { type FigureAccess, surroundingsOf } from '../../../rules/figure/checked-figures.ts';
import type { FigureRule } from '../../../rules/figure/figure-rule.ts';
import { figureRules } from '../../../rules/figure/rules/index.ts';
import { besides, rulesFor } from '../../../rules/figure/precedence.ts';
import type { FigureSurroundings } from '../../../rules/figure/surroundings.ts';
import { isReasonForTwo, isReasonForTwoFormula } from '../../../rules/reason.ts';
import { seriesRules } from '../../../rules/series/rules/index.ts';
import { absoluteAddress, cellAddress, columnLetters } from '../../../sheet/address.ts';
import { put } from '../../../sheet/draft.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import { perLayout } from '../../../workbook/per-layout.ts';
import {
  isFormRule,
  COLUMN,
  columnRules,
  columnOf,
  numberOf,
  WEIGHT_STEP,
  WEIGHT,
  LINE_STEP,
  formRules,
  rankWithin,
} from './columns.ts';
import { isComputed } from './line-refs.ts';
import { type CheckLines, type FigureLine, givenOnRow } from './lines.ts';
import { formRank } from './ranks.ts';

/** The formulas that serve many lines, as they read in the first row of the sheet. */
export interface FilledDown {
  /** By indicator and column of the figure. */
  shapes: Map<string, string>;
  /** Address of the first cell of each. */
  first: Map<string, string>;
}

/** The formulas of form, which go by indicator and column alone, are the same in all workbooks of a layout. */
export const formShapes = perLayout((): FilledDown['shapes'] => new Map());

/** Which form rule the cell breaks, and the ranks of all that is found. */
export function putRanks(
  sheet: SheetModel,
  line: FigureLine,
  lines: Pick<CheckLines, 'byRow'>,
  access: FigureAccess<string>,
  filled: FilledDown,
): void {
  const { figure } = line.judged;
  const { context } = figure;
  const rules = rulesFor(context);
  putBroken(sheet, line, rules.filter(isFormRule), filled);
  put(sheet, line.row, COLUMN.form, 'hiddenKey', {
    formula: () => formRankFormula(line),
    result: formRank(line) ?? '',
    ...(line.line === 1 ? {} : { filledFrom: cellAddress(line.row - line.line + 1, COLUMN.form) }),
    tag: 'check.rank',
  });
  const given = givenOnRow(lines, line.key);
  const reason = access.reason(context.key);
  putTwoReasons(sheet, line, given, () =>
    rules.some((rule) => sharers(rule, lines, line) !== null) ? reason : null,
  );
  const columns = new Set<string>();
  let refs: FigureSurroundings<string> | null = null;
  for (const rule of rules) {
    if (rule.counted || isFormRule(rule)) continue;
    const formula = (): string | null => {
      refs ??= surroundingsOf(figure, access);
      const condition = refs && rule.formula(context, refs);
      if (condition === null) return null;
      const louder = louderCondition(rule, line, columns);
      const elsewhere = (refs && rule.saidElsewhere?.formula(refs)) ?? null;
      const others = sharers(rule, lines, line);
      const twoReasons = absoluteAddress(line.row, COLUMN.twoReasons);
      const isShared = others === null ? null : `IF(${others},${twoReasons}=0,FALSE)`;
      const found = rankFormula(rule, reason, line.line, isShared);
      const isSaid = [louder, elsewhere].flatMap((one) => one ?? []);
      const silent = isSaid.length > 1 ? `OR(${isSaid.join(',')})` : isSaid[0];
      return `IF(${condition},${silent === undefined ? found : `IF(${silent},0,${found})`},"")`;
    };
    const rank = { result: line.ranks.get(rule.code) ?? '', tag: `check.${rule.code}` };
    const [row, column] = [line.row, columnOf(rule.code)];
    const isPut =
      rule.isOfGiven === true
        ? putOwn(sheet, row, column, formula(), rank)
        : put(sheet, row, column, 'hiddenKey', { ...rank, formula }, given);
    if (isPut) columns.add(rule.code);
  }
}

/** A formula that no other workbook has. */
function putOwn(
  sheet: SheetModel,
  row: number,
  column: number,
  formula: string | null,
  rank: { result: number | string; tag: string },
): boolean {
  return formula !== null && put(sheet, row, column, 'hiddenKey', { ...rank, formula });
}

/**
 * The number of the form rule a cell breaks. The long formula reads its own row alone: one text serves all
 * figures that have the same bounds.
 */
function putBroken(
  sheet: SheetModel,
  line: FigureLine,
  rules: readonly FigureRule[],
  filled: FilledDown,
): void {
  const { context } = line.judged.figure;
  const column = columnLetters(isComputed(line) ? COLUMN.published : COLUMN.value);
  const inFirstRow = `$${column}1`;
  const id = `${context.indicator.id} ${column}`;
  let shape = filled.shapes.get(id);
  if (shape === undefined) {
    shape = rules.reduceRight((otherwise, rule) => {
      const condition = rule.formula(context, { ...NOTHING_BESIDE, figure: inFirstRow });
      return condition === null ? otherwise : `IF(${condition},${numberOf(rule.code)},${otherwise})`;
    }, '0');
    filled.shapes.set(id, shape);
  }
  const whole = shape;
  const first = filled.first.get(shape);
  if (first === undefined) filled.first.set(shape, cellAddress(line.row, COLUMN.broken));
  put(sheet, line.row, COLUMN.broken, 'hiddenKey', {
    formula: () => whole.replaceAll(inFirstRow, `$${column}${line.row}`),
    result: line.broken === null ? 0 : numberOf(line.broken),
    ...(first === undefined ? {} : { filledFrom: first }),
    tag: 'check.form',
  });
}

/** Counts its line itself, so that one text serves all lines. */
function formRankFormula({ row, line }: FigureLine): string {
  const [broken, own] = [columnLetters(COLUMN.broken), columnLetters(COLUMN.form)];
  const lines = `ROWS($${own}$${row - line + 1}:$${own}${row})`;
  return `IF($${broken}${row}>0,${WEIGHT.error * WEIGHT_STEP}+${LINE_STEP}*${lines}+$${broken}${row},"")`;
}

/**
 * Whether the row gives two reasons, once for all rules that ask.
 * @param reasonIfAsked the cell of the reason; null where no rule asks
 */
function putTwoReasons(
  sheet: SheetModel,
  line: FigureLine,
  given: string,
  reasonIfAsked: () => string | null,
): void {
  const formula = () => {
    const reason = reasonIfAsked();
    return reason && `IF(${isReasonForTwoFormula(reason)},1,0)`;
  };
  const result = line.reason !== null && isReasonForTwo(line.reason) ? 1 : 0;
  const cell = { formula, result, tag: 'check.twoReasons' };
  put(sheet, line.row, COLUMN.twoReasons, 'hiddenKey', cell, given);
}

/**
 * Of a rule that wants a reason of its own: the condition that another warning of the row is found, in any line about
 * the row. Null for other rules.
 */
function sharers(rule: FigureRule, { byRow }: Pick<CheckLines, 'byRow'>, { key }: FigureLine): string | null {
  if (rule.wantsOwnReason !== true) return null;
  const codes = new Set([...besides(rule.code), ...seriesRules].map(({ code }) => code));
  const own = byRow.get(key);
  // Of the rules that apply, not of what they found: the formula is the same whatever is typed.
  const about = [
    ...(own?.figures ?? []).map(({ row, judged }) => ({ row, rules: rulesFor(judged.figure.context) })),
    ...(own?.series ?? []),
  ];
  const cells = about.flatMap(({ row, rules }) => {
    const shown = columnRules.filter(
      ({ code }) => codes.has(code) && rules.some((rule) => rule.code === code),
    );
    return shown.map(({ code }) => absoluteAddress(row, columnOf(code)));
  });
  return cells.length === 0 ? null : `MAX(${cells.join(',')})>=${WEIGHT.open * WEIGHT_STEP}`;
}

/** What a rule of form has to do without. */
const NOTHING_BESIDE: Omit<FigureSurroundings<string>, 'figure'> = {
  value: '""',
  previous: null,
  numerator: null,
  denominator: null,
  denominators: [],
  wholes: [],
  portions: [],
  baseline: null,
  plan: null,
  year: null,
  sumOf: null,
  neighbours: [],
  people: null,
  expected: null,
  isFraction: null,
  multiple: null,
  causes: null,
  isByExchanged: null,
  isPartSaid: null,
  isWholeSaid: null,
  reason: '""',
};

/** Numbers of the form rules that speak for a rule, by its code. */
const SILENCING_FORMS: ReadonlyMap<string, readonly number[]> = new Map(
  figureRules.map(({ code, silencedBy }) => [
    code,
    formRules.filter((form) => silencedBy.includes(form.code)).map((form) => numberOf(form.code)),
  ]),
);

/** Whether a rule that speaks for this one fails: it has a rank, be it 0, or it is the form rule broken. */
function louderCondition(
  { code, silencedBy }: FigureRule,
  { row }: FigureLine,
  columns: ReadonlySet<string>,
): string | null {
  const broken = absoluteAddress(row, COLUMN.broken);
  const forms = (SILENCING_FORMS.get(code) ?? []).map((number) => `${broken}=${number}`);
  const cells = silencedBy.flatMap((one) => (columns.has(one) ? [absoluteAddress(row, columnOf(one))] : []));
  const conditions = cells.length > 0 ? [...forms, `COUNT(${cells.join(',')})>0`] : forms;
  if (conditions.length === 0) return null;
  return conditions.length === 1 ? conditions.join('') : `OR(${conditions.join(',')})`;
}

/**
 * The rank of a finding of a rule.
 * @param isShared condition that the reason is another warning's; null where it cannot be
 */
export function rankFormula(
  { code, severity }: Pick<FigureRule, 'code' | 'severity'>,
  reason: string,
  line: number,
  isShared: string | null = null,
): string {
  const within = rankWithin(line, code);
  if (severity === 'error') return String(WEIGHT.error * WEIGHT_STEP + within);
  const isOpen = isShared === null ? isBlankFormula(reason) : `OR(${isBlankFormula(reason)},${isShared})`;
  return `IF(${isOpen},${WEIGHT.open * WEIGHT_STEP + within},${WEIGHT.explained * WEIGHT_STEP + within})`;
}
