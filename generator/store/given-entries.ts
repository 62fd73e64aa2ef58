import type * as z from 'zod';
import { assignmentColumns, assignmentRowSchema } from '../../core/planner/assignment/assignment.ts';
import { baselineColumns, baselineRowSchema } from '../../core/planner/baseline/baseline.ts';
import { knownFigureColumns, knownFigureRowSchema } from '../../core/planner/known-figure.ts';
import type { Entry } from '../../core/store/entry.ts';
import { givenAssignment, givenBaseline, givenFigure } from '../../core/store/given.ts';
import { parseRows } from '../csv-rows.ts';
import type { Original } from './store.ts';

/**
 * The entries of a planner's file, by the columns it has; what does not fit them is left out, as it was refused
 * before anything was made from it.
 */
export function givenEntries({ name, bytes }: Original): Entry[] {
  const text = new TextDecoder().decode(bytes);
  const rowsOf = <Schema extends z.ZodType>(
    schema: Schema,
    columns: readonly string[],
    entryOf: (row: z.output<Schema>, place: string) => Entry,
  ) =>
    parseRows(text, name, schema, columns).rows.map(({ value, line }) => entryOf(value, `${name}:${line}`));
  return [
    ...rowsOf(knownFigureRowSchema, knownFigureColumns, givenFigure),
    ...rowsOf(baselineRowSchema, baselineColumns, givenBaseline),
    ...rowsOf(assignmentRowSchema, assignmentColumns, givenAssignment),
  ];
}
