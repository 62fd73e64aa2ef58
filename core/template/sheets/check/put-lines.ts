import { type RawCell, isBlankFormula } from '../../../rules/figure/cell.ts';
import {
  surroundingsOf,
  type CheckedFigure,
  type FigureAccess,
} from '../../../rules/figure/checked-figures.ts';
import type { FigureRule } from '../../../rules/figure/figure-rule.ts';
import { rulesFor } from '../../../rules/figure/precedence.ts';
import type { FigureSurroundings } from '../../../rules/figure/surroundings.ts';
import { typedValue } from '../../../rules/figure/typed-value.ts';
import { storedResult } from '../../../base/number.ts';
import { measuredFormula } from '../../../observation/measured.ts';
import { parsePeriod, periodName } from '../../../period/period.ts';
import { quoted } from '../../../target/formula.ts';
import { seriesKey } from '../../../target/plan-series.ts';
import { absoluteAddress, cellAddress, columnLetters } from '../../../sheet/address.ts';
import { put, type CellExtra } from '../../../sheet/draft.ts';
import type { Layout } from '../../../workbook/layout.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import type { WorkbookRequest } from '../../../workbook/request.ts';
import { figureName, seriesName } from '../../../workbook/wording.ts';
import type { SeriesBlock } from '../series-block.ts';
import {
  areaRange,
  COLUMN,
  columnOf,
  formRules,
  isFormRule,
  LAST_COLUMN,
  LINE_STEP,
  numberOf,
  rankWithin,
  WEIGHT,
  WEIGHT_STEP,
} from './columns.ts';
import { isComputed, lineAccess, reasonCell, spelledByFormula, typedCell } from './line-refs.ts';
import {
  formRank,
  seriesAt,
  type CheckLines,
  type FigureLine,
  type SeriesLine,
  type State,
} from './lines.ts';

/** How a state is kept in the sheets: a letter a figure. */
export const STATE_LETTERS: Record<State, string> = {
  error: 'L',
  missing: 'N',
  open: 'C',
  explained: 'G',
  none: '.',
};

/** The formulas that serve many lines, as they read in the first row of the sheet. */
interface FilledDown {
  /** By indicator and column of the figure. */
  shapes: Map<string, string>;
  /** Address of the first cell of each. */
  first: Map<string, string>;
}

/** Writes the hidden lines: what each figure and series is, and the ranks of what the rules find. */
export function putLines(
  sheet: SheetModel,
  request: WorkbookRequest,
  layout: Layout,
  blocks: readonly SeriesBlock[],
  lines: CheckLines,
): void {
  const access = lineAccess(layout, lines, blocks);
  const missing = missingConditions(lines, access);
  const filled: FilledDown = { shapes: new Map(), first: new Map() };
  for (const line of lines.figures) {
    const { figure } = line.judged;
    const { context } = figure;
    put(sheet, line.row, 1, 'hiddenKey', `check|${line.key}|${context.period}`);
    putPlace(sheet, line, figureName(context.indicator, context.stratum), context.period);
    putCopies(sheet, layout, line, access);
    putRanks(sheet, line, access, filled);
    const condition = missing.get(`${line.key}|${context.period}`);
    if (condition !== undefined) {
      put(sheet, line.row, COLUMN.missing, 'hiddenKey', {
        formula: `IF(${condition},1,0)`,
        result: line.missing ? 1 : 0,
        tag: 'check.missing',
      });
    }
    if (hasState(line)) putState(sheet, line, seriesAt(line, lines.series, request));
  }
  for (const line of lines.series) putSeries(sheet, request, line);
  for (let row = lines.top; row <= lines.bottom; row += 1) sheet.rows.set(row, { hidden: true });
}

/** Whether a line keeps its state in a cell of its own; one of an earlier year can only have errors of form. */
export function hasState({ judged }: FigureLine): boolean {
  return judged.figure.context.ofRound;
}

function putPlace(sheet: SheetModel, line: FigureLine | SeriesLine, name: string, period: string): void {
  const parsed = parsePeriod(period);
  put(sheet, line.row, COLUMN.label, 'hiddenKey', line.label);
  put(sheet, line.row, COLUMN.name, 'hiddenKey', name);
  put(sheet, line.row, COLUMN.period, 'hiddenKey', parsed ? periodName(parsed) : period);
  put(sheet, line.row, COLUMN.sheet, 'hiddenKey', line.input.sheet);
}

/** The figure as typed, what it comes to, and the reason beside its row. */
function putCopies(sheet: SheetModel, layout: Layout, line: FigureLine, access: FigureAccess<string>): void {
  const { figure, cellAt } = line.judged;
  const { key, period, indicator, ofRound } = figure.context;
  const typed = layout.figureCell(key, period);
  if (typed === null) throw new Error(`No cell is asked for ${key} in ${period}.`);
  const raw = (of: string | null): RawCell => (of === null ? null : (cellAt(of)?.raw ?? null));
  const isRate = isComputed(line);
  put(sheet, line.row, isRate ? COLUMN.published : COLUMN.value, 'hiddenKey', copied(typed, raw(key)));
  if (isRate) {
    const part = (of: string | null) => (of === null ? null : (access.cell(of, period) ?? null));
    const value = typedValue(indicator, {
      published: raw(key),
      numerator: raw(figure.numerator),
      denominator: raw(figure.denominator),
    });
    put(sheet, line.row, COLUMN.value, 'hiddenKey', {
      formula: measuredFormula(indicator, {
        published: typedCell(line),
        numerator: part(figure.numerator),
        denominator: part(figure.denominator),
      }),
      result: typeof value === 'string' ? spelledByFormula(value) : resultOf(value),
      tag: 'check.value',
    });
  }
  if (ofRound) putReason(sheet, line);
}

function putReason(sheet: SheetModel, line: FigureLine | SeriesLine): void {
  const cell = reasonCell(line.input, line.key);
  if (cell === null) return;
  put(sheet, line.row, COLUMN.reason, 'hiddenKey', copied(cell, line.reason));
}

/** A copy of a cell; a blank one stays blank instead of becoming 0. */
function copied(cell: string, raw: RawCell): CellExtra {
  return { formula: `IF(${cell}="","",${cell})`, result: resultOf(raw), tag: 'check.copy' };
}

function resultOf(raw: RawCell): number | string {
  if (raw === null) return '';
  if (typeof raw === 'number') return storedResult(raw);
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE';
  return typeof raw === 'object' ? raw.error : raw;
}

/** Which form rule the cell breaks, and the ranks of all that is found. */
function putRanks(
  sheet: SheetModel,
  line: FigureLine,
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
  for (const rule of rules) {
    const condition = columnCondition(rule, figure, refs);
    if (condition === null) continue;
    const column = columnOf(rule.code);
    const louder = louderCondition(rule, broken, columns);
    const found = rankFormula(rule.severity, refs.reason, line.line, rule.code);
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

/** What a rule of form has to do without. */
const NOTHING_BESIDE: Omit<FigureSurroundings<string>, 'figure'> = {
  value: '""',
  previous: null,
  numerator: null,
  denominator: null,
  denominators: [],
  wholes: [],
  baseline: null,
  plan: null,
  year: null,
  reason: '""',
};

function columnCondition(
  rule: FigureRule,
  { context }: CheckedFigure,
  refs: FigureSurroundings<string>,
): string | null {
  return rule.counted || isFormRule(rule) ? null : rule.formula(context, refs);
}

/** Whether a rule that speaks for this one fails: it has a rank, be it 0, or it is the form rule broken. */
function louderCondition(
  { silencedBy }: FigureRule,
  broken: string,
  columns: ReadonlyMap<string, string>,
): string | null {
  const forms = formRules
    .filter(({ code }) => silencedBy.includes(code))
    .map(({ code }) => `${broken}=${numberOf(code)}`);
  const cells = silencedBy.flatMap((code) => columns.get(code) ?? []);
  const conditions = cells.length > 0 ? [...forms, `COUNT(${cells.join(',')})>0`] : forms;
  if (conditions.length === 0) return null;
  return conditions.length === 1 ? conditions.join('') : `OR(${conditions.join(',')})`;
}

function rankFormula(severity: string, reason: string, line: number, code: string): string {
  const within = rankWithin(line, code);
  if (severity === 'error') return String(WEIGHT.error * WEIGHT_STEP + within);
  return `IF(${isBlankFormula(reason)},${WEIGHT.open * WEIGHT_STEP + within},${WEIGHT.explained * WEIGHT_STEP + within})`;
}

/** By figure: the condition that it is missing, of its own row and of the shares it is to divide. */
function missingConditions({ figures }: CheckLines, access: FigureAccess<string>): Map<string, string> {
  const conditions = new Map<string, string[]>();
  const add = (id: string, condition: string) =>
    conditions.set(id, [...(conditions.get(id) ?? []), condition]);
  for (const { judged } of figures) {
    const { figure } = judged;
    const { context } = figure;
    const rule = rulesFor(context).find(({ counted }) => counted);
    const refs = rule && surroundingsOf(figure, access);
    const own = rule && refs ? rule.formula(context, refs) : null;
    if (!rule || !refs || own === null) continue;
    const elsewhere = rule.elsewhere?.(context, refs) ?? null;
    add(`${context.key}|${context.period}`, elsewhere === null ? own : `AND(${own},NOT(${elsewhere}))`);
    if (elsewhere !== null && figure.denominator !== null)
      add(`${figure.denominator}|${context.period}`, elsewhere);
  }
  return new Map(
    [...conditions].map(([id, of]) => [id, of.length === 1 ? of.join('') : `OR(${of.join(',')})`] as const),
  );
}

/** The state of a figure as a letter, its series in the year of the round among what is found. */
function putState(sheet: SheetModel, line: FigureLine, series: readonly SeriesLine[]): void {
  const ranks = areaRange(line.row, COLUMN.form, line.row, LAST_COLUMN);
  const [open, explained] = [WEIGHT.open * WEIGHT_STEP, WEIGHT.explained * WEIGHT_STEP];
  const ofSeries = series.flatMap(({ row, rules }) =>
    rules.map(({ code }) => absoluteAddress(row, columnOf(code))),
  );
  const any = (condition: string, each: (cell: string) => string) => {
    const conditions = [condition, ...ofSeries.map((cell) => `IF(ISNUMBER(${cell}),${each(cell)},FALSE)`)];
    return conditions.length === 1 ? condition : `OR(${conditions.join(',')})`;
  };
  const missing = absoluteAddress(line.row, COLUMN.missing);
  const letter = (state: State) => quoted(STATE_LETTERS[state]);
  const afterMissing = [
    `IF(${any(`COUNTIFS(${ranks},">=${open}",${ranks},"<${explained}")>0`, (cell) => `${cell}<${explained}`)}`,
    letter('open'),
    `IF(${any(`COUNTIF(${ranks},">=${explained}")>0`, (cell) => `${cell}>=${explained}`)}`,
    letter('explained'),
    `${letter('none')}))`,
  ].join(',');
  const otherwise =
    line.missing === null ? afterMissing : `IF(${missing}=1,${letter('missing')},${afterMissing})`;
  put(sheet, line.row, COLUMN.state, 'hiddenKey', {
    formula: `IF(COUNTIFS(${ranks},">0",${ranks},"<${open}")>0,${letter('error')},${otherwise})`,
    result: STATE_LETTERS[line.state],
    tag: 'check.state',
  });
}

function putSeries(sheet: SheetModel, request: WorkbookRequest, line: SeriesLine): void {
  const { series, block } = line;
  const { round } = request;
  put(sheet, line.row, 1, 'hiddenKey', `${seriesKey(series)}|check`);
  putPlace(sheet, line, seriesName(request.plans, series), String(round));
  const actual = block.refs.cell('actual', round);
  const figure = block.values.figure(round);
  put(sheet, line.row, COLUMN.value, 'hiddenKey', { ...copied(actual, figure), tag: 'actual' });
  putReason(sheet, line);
  for (const rule of line.rules) {
    const condition = rule.formula(series, block.refs, round);
    if (condition === null) continue;
    const found = rankFormula(rule.severity, absoluteAddress(line.row, COLUMN.reason), line.line, rule.code);
    put(sheet, line.row, columnOf(rule.code), 'hiddenKey', {
      // An error value that stands for a figure runs through to its verdict; here it would hide all ranks.
      formula: `IFERROR(IF(${condition},${found},""),"")`,
      result: line.ranks.get(rule.code) ?? '',
      tag: `check.${rule.code}`,
    });
  }
}
