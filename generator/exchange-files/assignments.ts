import {
  assignedKey,
  assignmentColumns,
  assignmentRowSchema,
  type Assignment,
} from '../../core/planner/assignment/assignment.ts';
import { checkAssignedFigure } from '../../core/planner/assignment/assigned-value.ts';
import { ownerOf } from '../../core/planner/assignment/owner.ts';
import type { KnownFigure } from '../../core/planner/known-figure.ts';
import { checkSupersession } from '../../core/planner/assignment/supersession.ts';
import { seriesFor } from '../../core/planner/assignment/value-above.ts';
import { kindOf } from '../../core/target/kinds/index.ts';
import type { Finding, Place } from '../../core/base/finding.ts';
import type { ExchangeContext, Loaded } from './context.ts';
import type { Row } from '../csv-rows.ts';
import { readRows } from './planner-rows.ts';
import { checkReferences, checkWhole, hasError } from './references.ts';

/**
 * Reads an assignments file and checks it against units, catalogue and plans. A row of the body of record of its
 * indicator is given as its province's, whose figure it is.
 * @param figures known figures, with which assigned values are compared
 */
export async function loadAssignments(
  path: string,
  context: ExchangeContext,
  figures: readonly KnownFigure[] = [],
): Promise<Loaded<Assignment[]>> {
  const { value, rows, findings } = await readAssignments(path, context);
  for (const row of rows) findings.push(...checkRow(row, row.place, context, figures));
  return { value: hasError(findings) ? null : value, findings };
}

/**
 * Reads an assignments file and checks only what it says by itself: the form of its rows, and that its
 * decisions follow each other. Units are those whose figures the rows assign ({@link ownerOf}).
 */
export async function readAssignments(
  path: string,
  { catalogue, units }: Pick<ExchangeContext, 'catalogue' | 'units'>,
): Promise<Loaded<Assignment[]> & { text: string | null; rows: Row<Assignment>[] }> {
  const { text, rows, findings } = await readRows(path, assignmentRowSchema, assignmentColumns);
  const assignments = rows.map(({ value }) => ({ ...value, unit: ownerOf(value, catalogue, units) }));
  const placeOf = new Map(assignments.map((one, at) => [one, rows[at]?.place]));
  // A decision may stand on a row that could not be read; what is said of links then would mislead.
  if (findings.length === 0)
    findings.push(...checkSupersession(assignments, (one): Place => placeOf.get(one) ?? { file: path }));
  return { text, rows, value: hasError(findings) ? null : assignments, findings };
}

function checkRow(
  { value: row, cells }: Row<Assignment>,
  place: Place,
  context: ExchangeContext,
  figures: readonly KnownFigure[],
): Finding[] {
  const findings = checkReferences(row, context, place);
  if (findings.length > 0) return findings;
  const { catalogue, plans } = context;
  const unit = ownerOf(row, catalogue, context.units);
  // A growth in per cent has fractions whatever it is the growth of.
  const series = seriesFor(plans, unit, assignedKey(row), row.year);
  const isPercent = series.some((one) => kindOf(one).isRelative);
  const indicator = catalogue.indicators.get(row.indicator);
  const notWhole = isPercent ? [] : checkWhole(cells, 'value', indicator, place);
  if (notWhole.length > 0) return notWhole;
  return checkAssignedFigure({ ...row, unit, explained: row.note !== null }, { ...context, figures }, place);
}
