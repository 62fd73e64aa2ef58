import { rulesFor } from '../../../rules/figure/precedence.ts';
import { type FigureAccess, surroundingsOf } from '../../../rules/figure/checked-figures.ts';
import type { CheckLines, FigureLine, SeriesLine, State } from './lines.ts';
import { absoluteAddress } from '../../../sheet/address.ts';
import { put } from '../../../sheet/draft.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import { quoted } from '../../../target/formula.ts';
import { perLayout } from '../../../workbook/per-layout.ts';
import { areaRange, COLUMN, LAST_COLUMN, WEIGHT, WEIGHT_STEP, columnOf } from './columns.ts';

/** How a state is kept in the sheets: a letter a figure. */
export const STATE_LETTERS: Record<State, string> = {
  error: 'L',
  missing: 'N',
  open: 'C',
  explained: 'G',
  none: '.',
};

/** Whether a line keeps its state in a cell of its own; most of earlier years can only have errors of form. */
export function hasState({ judged }: FigureLine): boolean {
  const { context } = judged.figure;
  return context.ofRound || rulesFor(context).some(({ code }) => columnOf(code) !== COLUMN.form);
}

/** By figure: the condition that it is missing, of its own row and of the shares it is to divide. */
export const missingConditions = perLayout(
  (_layout, { figures }: CheckLines, access: FigureAccess<string>): ReadonlyMap<string, string> =>
    conditionsOf(figures, access),
);

function conditionsOf(figures: CheckLines['figures'], access: FigureAccess<string>): Map<string, string> {
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
export function putState(sheet: SheetModel, line: FigureLine, series: readonly SeriesLine[]): void {
  put(sheet, line.row, COLUMN.state, 'hiddenKey', {
    formula: () => stateFormula(line, series),
    result: STATE_LETTERS[line.state],
    tag: 'check.state',
  });
}

function stateFormula(line: FigureLine, series: readonly SeriesLine[]): string {
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
  return `IF(COUNTIFS(${ranks},">0",${ranks},"<${open}")>0,${letter('error')},${otherwise})`;
}
