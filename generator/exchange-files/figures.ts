import {
  knownFigureColumns,
  knownFigureRowSchema,
  type KnownFigure,
} from '../../core/planner/known-figure.ts';
import { figureKey } from '../../core/observation/key.ts';
import type { ExchangeContext, Loaded } from './context.ts';
import { readRows } from './planner-rows.ts';
import { checkBounds, checkReferences, checkWhole, duplicateCheck, hasError } from './references.ts';

/** Reads a file of figures that are known before a workbook is made. */
export async function loadFigures(path: string, context: ExchangeContext): Promise<Loaded<KnownFigure[]>> {
  const { rows, findings } = await readRows(path, knownFigureRowSchema, knownFigureColumns);
  const isTwice = duplicateCheck();
  for (const { value: row, line, place, cells } of rows) {
    findings.push(...checkReferences(row, context, place));
    const what = `${row.unit}, ${figureKey(row.indicator, row.stratum)}, ${row.period}, ${row.vintage}`;
    findings.push(...isTwice(what, line, place));
    if (typeof row.value !== 'number') continue;
    const indicator = context.catalogue.indicators.get(row.indicator);
    const notWhole = checkWhole(cells, 'value', indicator, place);
    findings.push(...(notWhole.length > 0 ? notWhole : checkBounds(row.value, indicator, place)));
  }
  return { value: hasError(findings) ? null : rows.map(({ value }) => value), findings };
}
