import { compare } from '../../base/number.ts';
import { compared, ifJudged, judgedIn, judgedNumberOf, type RawCell } from './cell.ts';
import { failedWith, notEvaluable, type FigureOutcome } from './figure-rule.ts';
import { timesPrevious, type TimesPrevious } from './too-many-digits.ts';
import type { Named } from './surroundings.ts';

/** A figure above one it cannot exceed. */
export interface Above {
  figure: number;
  limit: number;
  name: Named;
  unit: string;
  /** Whether the period before tells that it is the figure that slipped, and how far. */
  slipped: TimesPrevious | null;
}

/** Fails at the first limit the figure lies above; not evaluable while it can be compared with none. */
export function checkNotAbove(
  figure: RawCell,
  limits: readonly RawCell[],
  names: readonly Named[],
  { unit, previous }: { unit: string; previous: RawCell | null },
): FigureOutcome<Above> {
  const number = judgedIn(figure);
  const known = limits.flatMap((cell, at): { limit: number; name: Named }[] => {
    const [limit, name] = [judgedIn(cell), names[at]];
    return limit === null || name === undefined ? [] : [{ limit, name }];
  });
  if (number === null || known.length === 0) return notEvaluable;
  const exceeded = known.find(({ limit }) => compare(number, limit) > 0);
  return failedWith(
    exceeded ? { figure: number, unit, slipped: timesPrevious(number, previous), ...exceeded } : null,
  );
}

/** {@link checkNotAbove} in Excel; null where there is no limit. */
export function notAboveFormula(figure: string, limits: readonly string[]): string | null {
  if (limits.length === 0) return null;
  const conditions = limits.map((limit) =>
    ifJudged([figure, limit], `${compared(judgedNumberOf(figure), judgedNumberOf(limit))}>0`),
  );
  return conditions.length === 1 ? conditions.join('') : `OR(${conditions.join(',')})`;
}
