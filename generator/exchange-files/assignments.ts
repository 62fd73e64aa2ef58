import {
  assignedKey,
  assignmentColumns,
  assignmentRowSchema,
  type Assignment,
} from '../../core/planner/assignment/assignment.ts';
import { unitsOfTargets } from '../../core/planner/assignment/check.ts';
import { checkSupersession } from '../../core/planner/assignment/supersession.ts';
import { seriesFor } from '../../core/planner/assignment/value-above.ts';
import { type Finding, type Place, reporter } from '../../core/base/finding.ts';
import { assignmentMessages } from '../../core/planner/assignment/messages.ts';
import type { ExchangeContext, Loaded } from './context.ts';
import { readRows, type Row } from '../csv-rows.ts';
import { checkBounds, checkReferences, hasError } from './references.ts';
import { kindOf } from '../../core/target/kinds/index.ts';

const report = reporter(assignmentMessages);

/** Reads an assignments file and checks it against units, catalogue and plans. */
export async function loadAssignments(path: string, context: ExchangeContext): Promise<Loaded<Assignment[]>> {
  const { value, rows, findings } = await readAssignments(path);
  for (const row of rows) findings.push(...checkRow(row, { file: path, line: row.line }, context));
  return { value: hasError(findings) ? null : value, findings };
}

/**
 * Reads an assignments file and checks only what it says by itself: the form of its rows, and that its
 * decisions follow each other.
 */
export async function readAssignments(
  path: string,
): Promise<Loaded<Assignment[]> & { text: string | null; rows: Row<Assignment>[] }> {
  const { text, rows, findings } = await readRows(path, assignmentRowSchema, assignmentColumns);
  const assignments = rows.map(({ value }) => value);
  const lineOf = new Map(rows.map(({ value, line }) => [value, line]));
  // A decision may stand on a row that could not be read; what is said of links then would mislead.
  if (findings.length === 0)
    findings.push(
      ...checkSupersession(assignments, (one): Place => {
        const line = lineOf.get(one);
        return { file: path, ...(line === undefined ? {} : { line }) };
      }),
    );
  return { text, rows, value: hasError(findings) ? null : assignments, findings };
}

function checkRow({ value: row }: Row<Assignment>, place: Place, context: ExchangeContext): Finding[] {
  const findings = checkReferences(row, context, place);
  if (findings.length > 0) return findings;
  const { year } = row;
  const key = assignedKey(row);
  const series = seriesFor(context.plans, row.unit, key, year);
  const indicator = row.stratum === null ? row.indicator : key;
  if (series.length === 0) return [report('assignment-without-target', place, { indicator, year })];
  const units = unitsOfTargets(series);
  if (units.length > 1) return [report('assignment-kinds-differ', place, { indicator, year, units })];
  // A yearly change or growth is not bounded by what the indicator itself can be.
  const isStanding = series.every((one) => kindOf(one).isStanding);
  return isStanding ? checkBounds(row.value, context.catalogue.indicators.get(row.indicator), place) : [];
}
