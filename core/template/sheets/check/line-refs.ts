import { perOf } from '../../../catalogue/per.ts';
import type { FigureAccess } from '../../../rules/figure/checked-figures.ts';
import { decidingBound } from '../../../target/bounds.ts';
import { resultDirection } from '../../../target/result.ts';
import { boundRefsOf } from '../../../target/gap.ts';
import { segmentInForce } from '../../../target/series.ts';
import { absoluteAddress } from '../../../sheet/address.ts';
import { sheetReference } from '../../../sheet/draft.ts';
import type { InputSheetLayout, Layout } from '../../../workbook/layout.ts';
import type { SeriesBlock } from '../series-block.ts';
import { COLUMN } from './columns.ts';
import type { CheckLines, FigureLine } from './lines.ts';

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

/** Where the people of the unit stand, above the lines that imply them. */
export function peopleCell(top: number): string {
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
  return {
    cell(key, period) {
      const line = byFigure.get(`${key}|${period}`);
      return line && typedCell(line);
    },
    value(key, period) {
      const line = byFigure.get(`${key}|${period}`);
      return line && absoluteAddress(line.row, COLUMN.value);
    },
    baseline: (key) => layout.baselineCells(key)?.value,
    plan(series, year) {
      const block = blockOf.get(series);
      const segment = segmentInForce(series, year);
      const bounds = block && segment && boundRefsOf(series, segment, block.refs, year);
      return bounds?.[decidingBound(resultDirection(series))];
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

/** A text as `measuredFormula` passes it on. */
export function spelledByFormula(text: string): string {
  const trimmed = text.trim();
  return trimmed === '…' ? '...' : trimmed.toLowerCase();
}
