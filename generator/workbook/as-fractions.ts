import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { baselineMessages, type NamedFraction } from '../../core/planner/baseline/messages.ts';
import { figureKey } from '../../core/observation/key.ts';
import { isFractionBase, isFractionFigure } from '../../core/workbook/percent-rows.ts';
import { placed } from '../../core/workbook/placed.ts';
import { requestOf, type WorkbookJob } from './jobs.ts';
import { givenTo } from './known.ts';

const report = reporter(baselineMessages);

/**
 * The planner's percentages that stand in a workbook as fractions, 0,25 for 25 %: baselines, and last year's figures.
 * Nothing is judged from them, and every unit would be told so.
 * @param paths of the planner's files, for the places of the findings
 * @returns a finding for each file
 */
export function asFractions(
  jobs: readonly WorkbookJob[],
  catalogue: Catalogue,
  paths: { baselines?: string | undefined; figures?: string | undefined },
): Finding[] {
  const found = { baselines: new Map<string, NamedFraction>(), figures: new Map<string, NamedFraction>() };
  for (const job of jobs) {
    const { unit, files } = job;
    const given = givenTo(unit.id, files);
    if (given.baselines.length === 0 && given.figures.length === 0) continue;
    const request = requestOf(job, catalogue);
    const { layout } = placed(request);
    const add = (into: Map<string, NamedFraction>, key: string, year: number, value: number) =>
      into.set(`${unit.id}|${key}|${year}`, { unit: unit.id, figure: key, year, value });
    for (const { key } of layout.baselines.rows) {
      const { year, value, source } = request.known.baseline(key);
      if (year !== null && value !== null && isFractionBase(request, layout, key, { value, source }))
        add(found.baselines, key, year, value);
    }
    const before = request.round - 1;
    for (const key of new Set(given.figures.map((row) => figureKey(row.indicator, row.stratum)))) {
      const value = request.known.figure(key, before);
      const isThere = typeof value === 'number' && layout.figureCell(key, before) !== null;
      if (isThere && isFractionFigure(request, layout, key, value)) add(found.figures, key, before, value);
    }
  }
  return (['baselines', 'figures'] as const).flatMap((name) => {
    const [rows, file] = [[...found[name].values()], paths[name]];
    return rows.length === 0 ? [] : [report('as-fractions', file === undefined ? {} : { file }, { rows })];
  });
}
