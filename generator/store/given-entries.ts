import type * as z from 'zod';
import { assignmentColumns, assignmentRowSchema } from '../../core/planner/assignment/assignment.ts';
import { baselineColumns, baselineRowSchema } from '../../core/planner/baseline/baseline.ts';
import { knownFigureColumns, knownFigureRowSchema } from '../../core/planner/known-figure.ts';
import type { Entry } from '../../core/store/entry.ts';
import { givenAssignment, givenBaseline, givenFigure } from '../../core/store/given.ts';
import { renderPlace } from '../../core/wording/place.ts';
import { rowsIn } from '../exchange-files/planner-rows.ts';
import type { Original } from './store.ts';

/**
 * Counted up whenever other entries are made of the same bytes: a file that was kept by another form is read again,
 * one of this form need not be.
 */
export const GIVEN_FORM = 1;

/**
 * The entries of a planner's file, of every table in it; what does not fit is left out, as it was refused before
 * anything was made from it.
 */
export async function givenEntries({ name, bytes }: Original): Promise<Entry[]> {
  const rowsOf = async <Schema extends z.ZodType>(
    schema: Schema,
    columns: readonly string[],
    entryOf: (row: z.output<Schema>, place: string) => Entry,
  ) => {
    const { rows } = await rowsIn(bytes, name, schema, columns);
    return rows.map(({ value, place }) => entryOf(value, renderPlace(place, 'vi')));
  };
  return [
    ...(await rowsOf(knownFigureRowSchema, knownFigureColumns, givenFigure)),
    ...(await rowsOf(baselineRowSchema, baselineColumns, givenBaseline)),
    ...(await rowsOf(assignmentRowSchema, assignmentColumns, givenAssignment)),
  ];
}
