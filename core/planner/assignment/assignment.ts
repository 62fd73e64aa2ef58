import * as z from 'zod';
import { slug, text, year } from '../../base/fields.ts';
import { comparatorOfWord } from '../../plan/comparator.ts';
import type { Comparator } from '../../plan/model.ts';
import { figureKey } from '../../observation/key.ts';
import { isoDate } from '../grid/iso-date.ts';
import { figureValue, optionalStratum, optionalText, unitId } from '../../unit/row-fields.ts';

/** Comparators of an assigned value, by the words of plan files; an assignment is one value, never a range. */
export const assignedComparators = ['above', 'atLeast', 'below', 'atMost', 'about', 'equal'] as const;
export type AssignedComparator = (typeof assignedComparators)[number];

/** One row of an assignments file (giao chỉ tiêu): the value a decision gave a unit for a year. */
export const assignmentRowSchema = z.strictObject({
  unit: unitId,
  indicator: slug,
  /** Empty for the whole. */
  stratum: optionalStratum,
  year,
  comparator: z.enum(assignedComparators),
  /** In the unit of the target it assigns: points a year for a change, per cent for a growth. */
  value: figureValue,
  /** Number of the decision. */
  decision: text,
  decisionDate: isoDate,
  /** First day on which the value holds. */
  validFrom: isoDate,
  /** Number of the earlier decision whose value for the same unit, indicator, stratum and year this replaces. */
  supersedes: optionalText,
  note: optionalText,
});

/** Columns of an assignments file, in order. */
export const assignmentColumns = Object.keys(assignmentRowSchema.shape) as (keyof Assignment)[];

/** What a decision gave a unit. */
export type Assignment = z.output<typeof assignmentRowSchema>;

/** The figure key (`indicator|stratum`) an assignment speaks of. */
export function assignedKey(assignment: Pick<Assignment, 'indicator' | 'stratum'>): string {
  return figureKey(assignment.indicator, assignment.stratum);
}

/** The comparator of an assignment as the rest of core has it. */
export function comparatorOf(word: AssignedComparator): Comparator {
  return comparatorOfWord(word);
}

/** The word for a comparator; null for a range, which cannot be assigned. */
export function comparatorWord(comparator: Comparator): AssignedComparator | null {
  return assignedComparators.find((word) => comparatorOfWord(word) === comparator) ?? null;
}
