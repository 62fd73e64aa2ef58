import type { FigureOutcome } from '../../../rules/figure/figure-rule.ts';
import type { Explanation } from '../../../rules/explained.ts';
import { rankWithin, WEIGHT, WEIGHT_STEP, type Weight } from './columns.ts';

/** What is found in a line. */
export interface Found {
  /** Counts from 1: the place of the line among all. */
  line: number;
  /** Ranks of the rules that fail, by their codes. */
  ranks: ReadonlyMap<string, number>;
}

/** What is found in a line about a figure. */
export interface FoundInFigure extends Found {
  /** The form rule the cell breaks. */
  broken: string | null;
}

/** All ranks of findings, worst first. */
export function ranksOf({
  figures,
  series,
}: {
  figures: readonly FoundInFigure[];
  series: readonly Found[];
}): number[] {
  const ranks: number[] = [];
  const add = (rank: number | null) => {
    if (rank !== null && rank > 0) ranks.push(rank);
  };
  for (const one of figures) {
    add(formRank(one));
    for (const rank of one.ranks.values()) add(rank);
  }
  for (const one of series) for (const rank of one.ranks.values()) add(rank);
  return ranks.sort((a, b) => a - b);
}

/** The weight of a rank. */
export function weightOf(rank: number): Weight {
  return Math.floor(rank / WEIGHT_STEP) as Weight;
}

/** Rank of the form rule a figure breaks; null where it breaks none. */
export function formRank({ broken, line }: Pick<FoundInFigure, 'broken' | 'line'>): number | null {
  return broken === null ? null : WEIGHT.error * WEIGHT_STEP + rankWithin(line, broken);
}

/**
 * Rank of what a rule that fails says of a line; 0 where another rule has said it.
 * @param result what it says beside the others
 */
export function rankOf(
  { code, severity }: { code: string; severity: string },
  result: FigureOutcome<unknown>,
  { reason }: Explanation,
  { line }: Pick<Found, 'line'>,
): number {
  if (result.outcome !== 'failed') return 0;
  const warning = reason === null ? WEIGHT.open : WEIGHT.explained;
  return (severity === 'error' ? WEIGHT.error : warning) * WEIGHT_STEP + rankWithin(line, code);
}
