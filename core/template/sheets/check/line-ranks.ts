import { isBlankFormula } from '../../../rules/figure/cell.ts';
import {
  type CheckedFigure,
  type FigureAccess,
  surroundingsOf,
} from '../../../rules/figure/checked-figures.ts';
import type { FigureRule } from '../../../rules/figure/figure-rule.ts';
import { figureRules } from '../../../rules/figure/rules/index.ts';
import { besides, rulesFor } from '../../../rules/figure/precedence.ts';
import type { FigureSurroundings } from '../../../rules/figure/surroundings.ts';
import { isReasonForTwo, isReasonForTwoFormula } from '../../../rules/reason.ts';
import { seriesRules } from '../../../rules/series/rules/index.ts';
import { absoluteAddress, cellAddress, columnLetters } from '../../../sheet/address.ts';
import { put } from '../../../sheet/draft.ts';
import type { SheetModel } from '../../../sheet/model.ts';
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
import { type CheckLines, type FigureLine, formRank } from './lines.ts';

/** The formulas that serve many lines, as they read in the first row of the sheet. */
export interface FilledDown {
  /** By indicator and column of the figure. */
  shapes: Map<string, string>;
  /** Address of the first cell of each. */
  first: Map<string, string>;
}

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
  const refs = surroundingsOf(figure, access);
  if (refs === null) return;
  const rules = rulesFor(context);
  const formOnes = rules.filter(isFormRule);
  const broken = absoluteAddress(line.row, COLUMN.broken);
  putBroken(sheet, line, formOnes, filled);
  put(sheet, line.row, COLUMN.form, 'hiddenKey', {
    formula: formRankFormula(line),
    result: formRank(line) ?? '',
    ...(line.line === 1 ? {} : { filledFrom: cellAddress(line.row - line.line + 1, COLUMN.form) }),
    tag: 'check.rank',
  });
  const columns = new Map<string, string>();
  const twoReasons = absoluteAddress(line.row, COLUMN.twoReasons);
  const shared = new Map(rules.map((rule) => [rule, sharers(rule, lines, line)]));
  if ([...shared.values()].some((others) => others !== null)) putTwoReasons(sheet, line, refs.reason);
  for (const rule of rules) {
    const condition = columnCondition(rule, figure, refs);
    if (condition === null) continue;
    const column = columnOf(rule.code);
    const louder = louderCondition(rule, broken, columns);
    const others = shared.get(rule) ?? null;
    const isShared = others === null ? null : `IF(${others},${twoReasons}=0,FALSE)`;
    const found = rankFormula(rule, refs.reason, line.line, isShared);
    put(sheet, line.row, column, 'hiddenKey', {
      formula: `IF(${condition},${louder === null ? found : `IF(${louder},0,${found})`},"")`,
      result: line.ranks.get(rule.code) ?? '',
      tag: `check.${rule.code}`,
    });
    columns.set(rule.code, absoluteAddress(line.row, column));
  }
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
  const first = filled.first.get(shape);
  if (first === undefined) filled.first.set(shape, cellAddress(line.row, COLUMN.broken));
  put(sheet, line.row, COLUMN.broken, 'hiddenKey', {
    formula: shape.replaceAll(inFirstRow, `$${column}${line.row}`),
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

/** Whether the row gives two reasons, once for all rules that ask. */
function putTwoReasons(sheet: SheetModel, line: FigureLine, reason: string): void {
  put(sheet, line.row, COLUMN.twoReasons, 'hiddenKey', {
    formula: `IF(${isReasonForTwoFormula(reason)},1,0)`,
    result: line.reason !== null && isReasonForTwo(line.reason) ? 1 : 0,
    tag: 'check.twoReasons',
  });
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
  reason: '""',
};

function columnCondition(
  rule: FigureRule,
  { context }: CheckedFigure,
  refs: FigureSurroundings<string>,
): string | null {
  return rule.counted || isFormRule(rule) ? null : rule.formula(context, refs);
}

/** Numbers of the form rules that speak for a rule, by its code. */
const SILENCING_FORMS: ReadonlyMap<string, readonly number[]> = new Map(
  figureRules.map(({ code, silencedBy }) => [
    code,
    formRules.filter((form) => silencedBy.includes(form.code)).map((form) => numberOf(form.code)),
  ]),
);

/** Whether a rule that speaks for this one fails: it has a rank, be it 0, or it is the form rule broken. */
function louderCondition(
  rule: FigureRule,
  broken: string,
  columns: ReadonlyMap<string, string>,
): string | null {
  const { silencedBy } = rule;
  const forms = (SILENCING_FORMS.get(rule.code) ?? []).map((number) => `${broken}=${number}`);
  const cells = silencedBy.flatMap((code) => columns.get(code) ?? []);
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
