import { perOf } from '../../../catalogue/per.ts';
import type { FigureAccess } from '../../../rules/figure/checked-figures.ts';
import { commonCauses } from '../../../rules/figure/common-causes.ts';
import { rulesFor } from '../../../rules/figure/precedence.ts';
import { SAID_OF_PART, SAID_OF_WHOLE } from '../../../rules/figure/said-beside.ts';
import { isMultiplied } from '../../../rules/figure/rules/figure-counts-multiplied.ts';
import { neighboursExchanged } from '../../../rules/figure/rules/figure-neighbours-exchanged.ts';
import { decidingBound } from '../../../target/bounds.ts';
import { resultDirection } from '../../../target/result.ts';
import { boundRefsOf } from '../../../target/gap.ts';
import { isPossibleDemand } from '../../../target/possible-demand.ts';
import { isInPercent } from '../../../target/fraction.ts';
import { isPossibleFormula } from '../../../target/possible.ts';
import { segmentInForce } from '../../../target/series.ts';
import { figureKeyOf } from '../../../observation/key.ts';
import { absoluteAddress } from '../../../sheet/address.ts';
import { sheetReference } from '../../../sheet/draft.ts';
import type { InputSheetLayout, Layout } from '../../../workbook/layout.ts';
import { fractionFigureFormula } from '../../../workbook/percent-rows.ts';
import type { WorkbookRequest } from '../../../workbook/request.ts';
import type { SeriesBlock } from '../series-block.ts';
import { COLUMN, columnOf } from './columns.ts';
import type { CheckLines, FigureLine } from './lines.ts';
import { causeAt } from './causes.ts';
import { multipleAt } from './multiple.ts';

/**
 * Whether the value of a share or rate is computed in its line: the sheet has both its parts, and a rule
 * looks at what they come to. Of years before the last only what was typed is looked at.
 */
export function isComputed({ judged: { figure }, isCompared }: FigureLine): boolean {
  const { context, numerator, denominator } = figure;
  return isCompared && perOf(context.indicator) !== null && numerator !== null && denominator !== null;
}

/** Reference to what was typed for a figure, copied to its line. */
export function typedCell(line: FigureLine): string {
  return absoluteAddress(line.row, isComputed(line) ? COLUMN.published : COLUMN.value);
}

/** Reference to what the cells of a figure come to. */
export function valueCell({ row }: FigureLine): string {
  return absoluteAddress(row, COLUMN.value);
}

/** Whether a line keeps apart what its figure says of others: it may come to what cannot be. */
export function hasReference(line: FigureLine): boolean {
  const { indicator, isOfLastYear } = line.judged.figure.context;
  if (!line.isCompared) return false;
  if (isComputed(line) || (isOfLastYear && isInPercent(indicator))) return true;
  return isPossibleFormula(indicator, valueCell(line)) !== null;
}

/** Where the people of the unit stand, above the lines that imply them. */
function peopleCell(top: number): string {
  return absoluteAddress(top - 1, COLUMN.people);
}

/** Reference to the reason beside a row of an input sheet. */
export function reasonCell(input: InputSheetLayout, key: string): string | null {
  const row = input.rows.find((one) => 'figure' in one && one.figure.key === key);
  return row ? sheetReference(input.sheet, absoluteAddress(row.row, input.reasonColumn)) : null;
}

/**
 * Where the rules find what they look at: figures and reasons in the lines of this sheet, which copy them
 * once, so that the formulas stay short; baselines and plan values on their own sheets.
 */
export function lineAccess(
  request: WorkbookRequest,
  layout: Layout,
  { figures, byFigure, top }: CheckLines,
  blocks: readonly SeriesBlock[],
): FigureAccess<string> {
  const reasons = new Map(
    figures.flatMap((line) => {
      const isRound = line.judged.figure.context.ofRound;
      return isRound ? [[line.key, absoluteAddress(line.row, COLUMN.reason)] as const] : [];
    }),
  );
  const blockOf = new Map(blocks.map((block) => [block.series, block]));
  const exchanging = exchangingRows(figures);
  const baseOf = new Map(blocks.map(({ series, refs }) => [figureKeyOf(series), refs.baseValue]));
  return {
    cell(key, period) {
      const line = byFigure.get(`${key}|${period}`);
      return line && typedCell(line);
    },
    value(key, period) {
      const line = byFigure.get(`${key}|${period}`);
      return line && valueCell(line);
    },
    reference(key, period) {
      const line = byFigure.get(`${key}|${period}`);
      return line && (hasReference(line) ? absoluteAddress(line.row, COLUMN.reference) : valueCell(line));
    },
    isFraction(key, period) {
      const cell = layout.figureCell(key, period);
      return (cell && fractionFigureFormula(request, layout, key, cell)) ?? undefined;
    },
    baseline: (key) => (layout.baselineCells(key) ? baseOf.get(key) : undefined),
    plan(series, year) {
      const block = blockOf.get(series);
      const segment = segmentInForce(series, year);
      if (segment && !isPossibleDemand(series, segment)) return undefined;
      const bounds = block && segment && boundRefsOf(series, segment, block.refs, year);
      return bounds?.[decidingBound(resultDirection(series))];
    },
    multiple(key, period) {
      const line = byFigure.get(`${key}|${period}`);
      const judged = line?.judged.figure;
      if (!line || !judged || !isMultiplied(judged.context)) return undefined;
      const hasEarlier =
        byFigure.has(`${key}|${judged.previousPeriod}`) || layout.baselineCells(key) !== null;
      return hasEarlier ? multipleAt(line, top) : undefined;
    },
    cause(name, key, period) {
      const line = byFigure.get(`${key}|${period}`);
      return line && commonCauses[name].appliesTo(line.judged.figure.context)
        ? causeAt(name, line, top)
        : undefined;
    },
    said(of, keys, period) {
      const rules = of === 'part' ? SAID_OF_PART : SAID_OF_WHOLE;
      const cells = keys.flatMap((key) => {
        const line = byFigure.get(`${key}|${period}`);
        if (!line) return [];
        const about = rulesFor(line.judged.figure.context);
        return rules
          .filter((rule) => about.includes(rule))
          .map(({ code }) => absoluteAddress(line.row, columnOf(code)));
      });
      return cells.length === 0 ? undefined : `COUNT(${cells.join(',')})>0`;
    },
    exchanged(keys, period) {
      const rows = keys.flatMap((key) => exchanging.get(`${key}|${period}`) ?? []);
      if (rows.length === 0) return undefined;
      const cells = [...new Set(rows)].map((row) => absoluteAddress(row, columnOf(neighboursExchanged.code)));
      return `COUNT(${cells.join(',')})>0`;
    },
    // Of years before the round only the form is checked, which asks for no reason.
    reason: (key) => reasons.get(key) ?? '""',
    people: peopleCell(top),
    expected(key, period) {
      const line = byFigure.get(`${key}|${period}`);
      return line?.judged.figure.context.ofRound === true
        ? absoluteAddress(line.row, COLUMN.expected)
        : undefined;
    },
  };
}

/** By figure: the lines in which it may be said to stand in another's place, its own and those of rows above. */
function exchangingRows(figures: readonly FigureLine[]): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const { row, judged } of figures) {
    const { context, neighbours } = judged.figure;
    if (!context.ofRound || !neighboursExchanged.appliesTo(context)) continue;
    for (const key of [context.key, ...neighbours]) {
      const id = `${key}|${context.period}`;
      rows.set(id, [...(rows.get(id) ?? []), row]);
    }
  }
  return rows;
}

/** A text as `measuredFormula` passes it on. */
export function spelledByFormula(text: string): string {
  const trimmed = text.trim();
  return trimmed === '…' ? '...' : trimmed.toLowerCase();
}
