import { suppress } from '../../suppress/suppress.ts';
import type { Consolidation } from '../consolidate.ts';
import { ownColumn, publicationOf, sumGroup } from './publication.ts';
import { DEFAULT_THRESHOLD } from './threshold.ts';

/** Which figures of a consolidation may be published. */
export interface PublicFigures {
  threshold: number;
  /** Whether a unit's figure in a column must not be shown, by itself or by anything that is made of it. */
  hidesUnit: (unit: string, column: string) => boolean;
  /**
   * The same of the total of a group in a column, and of what departments and the province report for it.
   * @param group of a province its id; of a round of one province all units are its
   */
  hidesTotal: (column: string, group: string) => boolean;
  /**
   * Figures of units hidden for being small, figures hidden so that those cannot be computed, columns without totals,
   * and totals of provinces hidden in other columns.
   */
  hidden: { small: number; beside: number; totals: number; ofProvinces: number };
}

/**
 * What of a round may be published, all tables of it together: whoever publishes several things of one round
 * (`consolidate --public`, `report --public`) asks once, for the widest consolidation of them (all plans, every unit),
 * and shows in none of them a figure that is hidden, nor anything that is computed from it: share, gap, per cent of
 * plan, verdict, rank, bar, sentence, reason, change against last year. Figures of an earlier round need their own
 * consolidation, and are hidden where either hides them.
 * @param threshold counts from 1 to threshold − 1 are small
 */
export function publicFigures(found: Consolidation, threshold = DEFAULT_THRESHOLD): PublicFigures {
  const { cell, sum, small, beside } = suppress(publicationOf(found), threshold);
  const own = new Map(
    found.columns.map((column) => [column.key, column.parts === null ? ownColumn(column) : column.key]),
  );
  const columns = new Map(found.columns.map((column) => [column.key, column]));
  const of = (column: string) => own.get(column) ?? column;
  const ids = found.groups.map(({ id }) => id);
  const hides = (column: string, group: string) => {
    const one = columns.get(column);
    return sum(of(column), one ? sumGroup(one, group) : group);
  };
  const totals = found.columns.filter(({ key }) => ids.every((id) => hides(key, id)));
  const others = found.columns.filter((column) => !totals.includes(column));
  return {
    threshold,
    hidesUnit: (unit, column) => cell(of(column), unit),
    hidesTotal: (column, group) => {
      if (ids.includes(group)) return hides(column, group);
      // Of one province all units are its; a group that is not known here may be made of any that are.
      return ids.some((id) => hides(column, id));
    },
    hidden: {
      small,
      beside,
      totals: totals.length,
      ofProvinces: others.reduce((count, { key }) => count + ids.filter((id) => hides(key, id)).length, 0),
    },
  };
}
