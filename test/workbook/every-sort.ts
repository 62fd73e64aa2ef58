import type { IndicatorStatement } from '../../core/plan/model.ts';
import type { CellModel, WorkbookModel } from '../../core/sheet/model.ts';

/**
 * A part of a plan's targets in which everything by which they differ for a workbook still comes up, each with every
 * kind of target it comes with: less than half of them. What is done to a workbook as a whole, again and again, is done
 * to that of the part; `every-sort.test.ts` holds it to the sorts of cells the whole one has.
 */
export function everySort<Target extends IndicatorStatement>(targets: readonly Target[]): Target[] {
  const open = new Map(targets.map((target) => [target, new Set(traitsOf(target))]));
  const chosen = new Set<Target>();
  for (;;) {
    let best: Target | null = null;
    let most = 0;
    for (const [target, { size }] of open) {
      if (size > most) [best, most] = [target, size];
    }
    if (best === null) return targets.filter((one) => chosen.has(one));
    chosen.add(best);
    const shown = open.get(best) ?? new Set();
    open.delete(best);
    for (const left of open.values()) for (const trait of shown) left.delete(trait);
  }
}

function traitsOf({ indicator, ...target }: IndicatorStatement): string[] {
  const { kind, comparator, average, direction, interpolation, stratum, baseYear, yearBasis, printed } =
    target;
  const { measure, aggregation, cumulative, numerator, denominator, partOf, perThousand, plausible } =
    indicator;
  const { body, level, frequency, afterReform } = indicator.source;
  const asked = `${level} ${afterReform?.level}`;
  const alone = Object.entries({
    comparator,
    average,
    direction,
    interpolation,
    yearBasis,
    measure,
    aggregation,
    cumulative,
    frequency,
    level,
    domain: indicator.domain,
    isOfAll: stratum === null,
    tag: stratum?.tag,
    hasBase: baseYear !== null,
    isPrinted: printed !== null,
    hasParts: `${numerator !== undefined} ${denominator !== undefined}`,
    // Whether a district or a commune is asked for it.
    isPart: `${partOf !== undefined} ${asked}`,
    isUsual: `${perThousand !== undefined} ${asked}`,
    isPlausible: `${plausible !== undefined} ${asked}`,
    concentrated: indicator.concentrated,
    body,
    later: afterReform?.body,
  }).map(([name, value]) => `${name} ${value}`);
  return [kind, ...alone.map((trait) => `${kind}: ${trait}`)];
}

/** What of a workbook differs for whoever reads, checks and repairs it: its sheets, and the sorts of cells on them. */
export function sortsIn({ sheets }: WorkbookModel): Set<string> {
  return new Set(sheets.flatMap(({ name, cells }) => [name, ...[...cells.values()].map(sortOf)]));
}

function sortOf({ style, tag, formula, validation }: CellModel): string {
  return [style, tag, formula === undefined ? '' : 'formula', validation !== undefined].join(' | ');
}
