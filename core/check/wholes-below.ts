import { numberIn } from '../rules/figure/cell.ts';
import type { JudgedFigure } from '../rules/judge-all.ts';
import { idOf } from '../rules/together.ts';

/** Ids of the wholes of a figure that it lies above, what it is divided by first. */
export function wholesBelow(
  { figure: { context, denominators, wholes }, value }: JudgedFigure,
  byId: ReadonlyMap<string, JudgedFigure>,
): string[] {
  const part = numberIn(value);
  if (part === null) return [];
  return [...denominators.filter((_, at) => context.shares[at]?.isPart), ...wholes]
    .map((key) => idOf({ key, period: context.period }))
    .filter((id) => (numberIn(byId.get(id)?.reference ?? null) ?? part) < part);
}
