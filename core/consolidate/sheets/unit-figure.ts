import { storedResult } from '../../base/number.ts';
import { measured } from '../../observation/measured.ts';
import type { CellExtra } from '../../sheet/draft.ts';
import type { FigureColumn } from '../columns.ts';
import { figureIn } from '../province.ts';
import type { BookRequest } from './request.ts';
import type { Grid } from './grid.ts';
import { markOf } from './marks.ts';

/**
 * The cell of a unit: the figure as it was reported; a share that the unit did not report as a formula over its
 * parts; of a member of a group what stands in the column of the whole.
 */
export function unitFigure(
  column: FigureColumn,
  unit: string,
  { request, grid }: { request: BookRequest; grid: Grid },
): CellExtra & { mark: string } {
  const { cell } = request.found;
  const row = grid.unitRow(unit);
  const { sheet: from } = grid.place(column.key);
  const own = cell(unit, column.key);
  const mark = markOf(own, request);
  if (own.counts) {
    const value = figureIn(own) ?? '';
    if (!own.ofWhole || column.whole === null) return { value, mark };
    return { formula: grid.reference(column.whole, row, from), result: stored(value), mark };
  }
  if (column.parts === null) return { mark };
  const [over, under] = [cell(unit, column.parts.numerator), cell(unit, column.parts.denominator)];
  const result = measured(column.indicator, {
    published: null,
    numerator: figureIn(over),
    denominator: figureIn(under),
  });
  if (result === null || result === '...') return { mark };
  const [above, below] = [column.parts.numerator, column.parts.denominator].map((key) =>
    grid.reference(key, row, from),
  );
  const isUnexplained = [over, under].some(({ state }) => state === 'to-explain');
  return {
    formula: `IF(SUM(${below})>0,IF(OR(${above}="x",${below}="x"),"x",${column.parts.per}*SUM(${above})/SUM(${below})),"x")`,
    result: stored(result),
    mark: mark === '' && isUnexplained ? '*' : mark,
  };
}

function stored(result: number | string): number | string {
  return typeof result === 'number' ? storedResult(result) : result;
}
