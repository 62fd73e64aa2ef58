import {
  baselineColumns,
  baselineRowSchema,
  type KnownBaseline,
} from '../../core/planner/baseline/baseline.ts';
import { resolveBaseline } from '../../core/planner/baseline/check.ts';
import { figureKey } from '../../core/observation/key.ts';
import type { ExchangeContext, Loaded } from './context.ts';
import { readRows } from './planner-rows.ts';
import { checkBounds, checkReferences, checkWhole, duplicateCheck, hasError } from './references.ts';

/** Reads a baseline file; every baseline has its value, given or computed of numerator and denominator. */
export async function loadBaselines(
  path: string,
  context: ExchangeContext,
): Promise<Loaded<KnownBaseline[]>> {
  const { rows, findings } = await readRows(path, baselineRowSchema, baselineColumns);
  const isTwice = duplicateCheck();
  const baselines: KnownBaseline[] = [];
  for (const { value: row, line, place, cells } of rows) {
    findings.push(...checkReferences(row, context, place));
    const what = `${row.unit}, ${figureKey(row.indicator, row.stratum)}, ${row.year}`;
    findings.push(...isTwice(what, line, place));
    const indicator = context.catalogue.indicators.get(row.indicator);
    if (!indicator) continue;
    const named = (id: string | undefined) => context.catalogue.indicators.get(id ?? '');
    const notWhole = [
      ...checkWhole(cells, 'value', indicator, place),
      ...checkWhole(cells, 'numerator', named(indicator.numerator), place),
      ...checkWhole(cells, 'denominator', named(indicator.denominator), place),
    ];
    findings.push(...notWhole);
    if (notWhole.length > 0) continue;
    const resolved = resolveBaseline(row, indicator, place);
    findings.push(...resolved.findings);
    if (resolved.value === null) continue;
    findings.push(...checkBounds(resolved.value.value, indicator, place));
    baselines.push(resolved.value);
  }
  return { value: hasError(findings) ? null : baselines, findings };
}
