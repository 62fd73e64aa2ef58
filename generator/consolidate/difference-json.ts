import type { LevelDifference } from '../../core/consolidate/levels.ts';
import { decisionJson } from '../commands/decide.ts';

/** A difference between levels for programs. */
export function differenceJson(one: LevelDifference) {
  const { id, group, column, between, values, difference, share, isComplete, coverage, reasons } = one;
  return {
    id,
    group,
    key: column.key,
    between,
    values,
    difference,
    share,
    complete: isComplete,
    entered: coverage.entered,
    of: coverage.of,
    reasons,
    decision: one.decision && decisionJson(one.decision),
    open: one.isOpen,
  };
}
