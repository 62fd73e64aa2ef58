import {
  knownFigureColumns,
  knownFigureRowSchema,
  type KnownFigure,
} from '../../core/planner/known-figure.ts';
import { figureKey } from '../../core/observation/key.ts';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { rowMessages } from '../../core/planner/messages.ts';
import type { ExchangeContext, Loaded } from './context.ts';
import { figureFiles } from './figure-files.ts';
import { readRows } from './planner-rows.ts';
import { checkBounds, checkReferences, checkWhole, hasError } from './references.ts';

const report = reporter(rowMessages);

/**
 * Reads figures that are known before a workbook is made: a file, or a folder of exports. Of several exports two may
 * have the same figure, a province's and a department's; what differs is nobody's to choose here.
 */
export async function loadFigures(path: string, context: ExchangeContext): Promise<Loaded<KnownFigure[]>> {
  const findings: Finding[] = [];
  const figures = new Map<string, { row: KnownFigure; file: string; line: number }>();
  for (const file of await figureFiles(path)) {
    const read = await readRows(file, knownFigureRowSchema, knownFigureColumns);
    findings.push(...read.findings);
    for (const { value: row, line, place, cells } of read.rows) {
      findings.push(...checkReferences(row, context, place));
      const what = `${row.unit}, ${figureKey(row.indicator, row.stratum)}, ${row.period}, ${row.vintage}`;
      const before = figures.get(what);
      if (before?.file === file) findings.push(report('row-twice', place, { what, firstLine: before.line }));
      else if (before && before.row.value !== row.value)
        findings.push(report('figures-differ', place, { what, file: before.file, line: before.line }));
      if (!before) figures.set(what, { row, file, line });
      if (typeof row.value !== 'number') continue;
      const indicator = context.catalogue.indicators.get(row.indicator);
      const notWhole = checkWhole(cells, 'value', indicator, place);
      findings.push(...(notWhole.length > 0 ? notWhole : checkBounds(row.value, indicator, place)));
    }
  }
  return { value: hasError(findings) ? null : [...figures.values()].map(({ row }) => row), findings };
}
