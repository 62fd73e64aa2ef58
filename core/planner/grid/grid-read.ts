import { type Finding, type Place, reporter } from '../../base/finding.ts';
import { gridMessages } from './messages.ts';
import { compare, round } from '../../base/number.ts';
import { numberText } from '../../base/number-text.ts';
import { parseRowKey } from '../../observation/key.ts';
import type { SheetFacts } from '../../sheet/facts.ts';
import { formatDecimals } from '../../sheet/format-decimals.ts';
import { onScreen, screenText } from '../../sheet/on-screen.ts';
import type { Series } from '../../target/series.ts';
import { seriesFormats } from '../../workbook/formats.ts';
import { checkAssignedFigure, type AssignedValueContext } from '../assignment/assigned-value.ts';
import { type Assignment, assignedKey } from '../assignment/assignment.ts';
import { doubtedValues } from '../assignment/doubted.ts';
import { seriesFor } from '../assignment/value-above.ts';
import { HEAD_COLUMN_KEY, headRowKeys, unitColumnKey, type GridHeadField } from './grid-contract.ts';
import {
  cellId,
  contentText,
  isBlank,
  keyedCells,
  lacksResult,
  type KeyedCell,
  type KeyedCells,
} from './grid-cells.ts';
import { canBeAssigned } from './grid-layout.ts';
import type { GridMeta } from './grid-meta.ts';
import { namesMoved } from './grid-names.ts';
import { pathsUnkept, valuesOutside } from './grid-outside.ts';
import { assignmentInForce, END_OF_TIME, inForceIn } from '../assignment/in-force.ts';
import { dateEntered } from './iso-date.ts';
import { checkSupersession } from '../assignment/supersession.ts';

const report = reporter(gridMessages);

/** Beyond this a double holds no units any more; a cell that says so was not meant. */
const LARGEST = 1e15;

/** A value that differs from what the grid held when it was made. */
interface Change {
  key: string;
  unit: string;
  value: number;
  cell: KeyedCell;
}

/** A grid that came back. */
export interface Grid {
  sheets: readonly SheetFacts[];
  /** The workbook counts days from 1904. */
  date1904: boolean;
  meta: GridMeta;
}

/**
 * Reads the changed values of a filled grid as new assignments of the decision in its head, each
 * superseding the last one for the same unit, figure and year. Nothing is returned unless all of it can be.
 * @param earlier the assignments so far; every one the grid was made from must be among them
 * @param context the plan the grid was made for, and what its values are judged against
 * @returns with the assignments, warnings about those that no workbook uses
 */
export function readGrid(
  grid: Grid,
  earlier: readonly Assignment[],
  context: AssignedValueContext,
): { value: Assignment[] | null; findings: Finding[] } {
  const { sheets, date1904, meta } = grid;
  const cells = keyedCells(sheets);
  const findings = [...checkKeys(meta, cells), ...namesMoved(sheets, meta, context.catalogue)];
  if (findings.length > 0) return { value: null, findings };

  findings.push(...valuesOutside(sheets, meta), ...checkEarlier(meta, earlier));
  const changes: Change[] = [];
  for (const key of meta.rows.keys()) {
    for (const unit of meta.units) {
      const read = readCell(key, unit, grid, cells);
      findings.push(...read.findings);
      if (read.change) changes.push(read.change);
    }
  }
  if (changes.length === 0) return { value: findings.length > 0 ? null : [], findings };
  const head = readHead(cells, date1904);
  findings.push(...head.findings);
  if (head.value === null) return { value: null, findings };

  const warnings: Finding[] = [];
  const placeOf = new Map<Assignment, Place>();
  const added: Assignment[] = [];
  for (const change of changes) {
    const made = assignmentOf(change, head.value, meta, earlier);
    findings.push(...made.findings);
    if (made.value === null) continue;
    for (const found of judged(made.value, change, context))
      (found.severity === 'error' ? findings : warnings).push(atHead(found, cells));
    added.push(made.value);
    placeOf.set(made.value, change.cell.place);
  }
  if (findings.length === 0)
    findings.push(...checkSupersession([...earlier, ...added], (one) => placeOf.get(one) ?? {}));
  if (findings.length > 0) return { value: null, findings };
  const asked = added.map((assignment) => ({ assignment, place: placeOf.get(assignment) ?? {} }));
  const doubted = doubtedValues(asked, inForceIn(meta.year, earlier), context);
  warnings.push(...doubted.map(({ finding }) => finding));
  return { value: added, findings: [...saidOnce(warnings), ...pathsUnkept(sheets, meta)] };
}

/** What is wrong with a date of the head is said there: all values have it in common. */
const OF_HEAD: Readonly<Record<string, GridHeadField>> = {
  'assignment-after-year': 'validFrom',
  'assignment-decided-after-year': 'decisionDate',
};

function atHead(finding: Finding, cells: KeyedCells): Finding {
  const field = OF_HEAD[finding.code];
  const place = field && cells.get(cellId(headRowKeys[field], HEAD_COLUMN_KEY))?.[0]?.place;
  return place ? { ...finding, place } : finding;
}

function saidOnce(findings: readonly Finding[]): Finding[] {
  const first = (code: string) => findings.findIndex((one) => one.code === code);
  return findings.filter(({ code }, at) => !(code in OF_HEAD) || first(code) === at);
}

/** What is said of a value by itself, as of a row of an assignments file; and where the grid has no cell for it. */
function judged(
  assignment: Assignment,
  { key, unit, cell }: Change,
  context: AssignedValueContext,
): Finding[] {
  const { plans, units, catalogue } = context;
  const when = { ever: catalogue, year: assignment.year };
  const at = units.find(({ id }) => id === unit);
  const series = seriesFor(plans, unit, key, assignment.year);
  if (at && series.length > 0 && !series.some((one) => canBeAssigned(one, at, when)))
    return [report('grid-cell-not-asked', cell.place, { key, unit })];
  const shown = shownCoarsely(cell, series[0]);
  if (shown !== null) return [report('grid-cell-format', cell.place, { value: assignment.value, shown })];
  return checkAssignedFigure({ ...assignment, explained: false }, context, cell.place);
}

/** What a cell shows whose format leaves out decimals that the grid's own would show: 96 for 95,6. */
function shownCoarsely({ value, shownDecimals }: KeyedCell, series: Series | undefined): string | null {
  if (typeof value !== 'number' || shownDecimals === undefined || !series) return null;
  const made = formatDecimals(seriesFormats(series).target);
  return made === null || shownDecimals >= made ? null : numberText(round(value, shownDecimals), 'vi');
}

/** A row or a column that is gone takes all its cells with it, and the keys all of them: said once, whatever is gone. */
function checkKeys(meta: GridMeta, cells: KeyedCells): Finding[] {
  if (cells.size === 0) return [report('grid-keys-gone', {}, {})];
  const has = (row: string, column: string) => cells.has(cellId(row, column));
  const columns = [HEAD_COLUMN_KEY, ...meta.units.map(unitColumnKey)];
  const rows = [...Object.values(headRowKeys), ...meta.rows.keys()];
  const goneRows = rows.filter((row) => !columns.some((column) => has(row, column)));
  const goneColumns = columns.filter((column) => !rows.some((row) => has(row, column)));
  const keys = [...goneRows, ...goneColumns];
  if (goneRows.length === rows.length) return [report('grid-keys-gone', {}, {})];
  return keys.length === 0 ? [] : [report('grid-key-missing', {}, { keys })];
}

/** What the grid was made from has to be there, or it would be lost from the file that is written. */
function checkEarlier(meta: GridMeta, earlier: readonly Assignment[]): Finding[] {
  const known = new Set(
    earlier
      .filter(({ year }) => year === meta.year)
      .map((one) => `${assignedKey(one)}|${one.unit}|${one.decision}`),
  );
  const missing = [...meta.prefilled].flatMap(([id, { decision }]) =>
    decision === null || known.has(`${id}|${decision}`) ? [] : [decision],
  );
  if (missing.length === 0) return [];
  return [report('grid-earlier-missing', {}, { decisions: [...new Set(missing)], count: missing.length })];
}

function readCell(
  key: string,
  unit: string,
  { meta, date1904 }: Grid,
  cells: KeyedCells,
): { change: Change | null; findings: Finding[] } {
  const [cell, ...copies] = cells.get(cellId(key, unitColumnKey(unit))) ?? [];
  if (!cell) return { change: null, findings: [] };
  const other = copies.find((copy) => copy.value !== cell.value);
  if (other) {
    const otherCell = `${other.place.sheet ?? ''}!${other.place.cell ?? ''}`;
    return {
      change: null,
      findings: [report('grid-cell-twice', cell.place, { key, unit, otherCell })],
    };
  }
  const held = meta.prefilled.get(`${key}|${unit}`) ?? null;
  const { value, shownAs, rendered } = cell;
  const data = { key, unit };
  const refuse = (finding: Finding) => ({ change: null, findings: [finding] });
  if (lacksResult(cell)) return refuse(report('grid-formula-without-result', cell.place, {}));
  if (isBlank(cell)) {
    // A printed value left out assigns nothing; an assigned one cannot be taken back by a blank.
    if (held === null || held.decision === null) return { change: null, findings: [] };
    return refuse(report('grid-cell-emptied', cell.place, { ...data, before: held.value }));
  }
  if (cell.doubt) return refuse(report('grid-formula-doubted', cell.place, { doubt: cell.doubt }));
  if (typeof value !== 'number' || Math.abs(value) >= LARGEST)
    return refuse(report('grid-cell-not-number', cell.place, { ...data, found: contentText(value) }));
  const shown = (shownAs === undefined ? null : onScreen({ value, shownAs }, date1904)) ?? rendered ?? null;
  // Also of what stands there as before: whoever signs the grid reads what it shows.
  if (shown !== null) return refuse(report('grid-cell-format', cell.place, { value, shown }));
  if (held !== null && compare(held.value, value) === 0) return { change: null, findings: [] };
  if (cell.isMerged) return refuse(report('grid-cell-merged', cell.place, { ...data, value }));
  if (cell.isHidden) return refuse(report('grid-cell-hidden', cell.place, { ...data, value }));
  return { change: { key, unit, value, cell }, findings: [] };
}

type Head = Record<GridHeadField, string>;

function readHead(cells: KeyedCells, date1904: boolean): { value: Head | null; findings: Finding[] } {
  const head: Head = { decision: '', decisionDate: '', validFrom: '' };
  const findings: Finding[] = [];
  for (const field of ['decision', 'decisionDate', 'validFrom'] as const) {
    const cell = cells.get(cellId(headRowKeys[field], HEAD_COLUMN_KEY))?.[0];
    const place = cell?.place ?? {};
    if (cell && lacksResult(cell)) {
      findings.push(report('grid-formula-without-result', place, {}));
      continue;
    }
    if (!cell || isBlank(cell)) {
      findings.push(report('grid-head-missing', place, { field }));
      continue;
    }
    const read = headText(field, cell, date1904);
    if (read !== null) head[field] = read;
    else findings.push(report('grid-head-invalid', place, { field, found: foundInHead(cell, date1904) }));
  }
  return { value: findings.length > 0 ? null : head, findings };
}

/** What a cell of the head says; a decision that became a day on the screen is no number of a decision. */
function headText(field: GridHeadField, { value, shownAs }: KeyedCell, date1904: boolean): string | null {
  if (typeof value === 'number') {
    if (shownAs === 'percent' || (field === 'decision' && shownAs !== undefined)) return null;
    return field === 'decision' ? String(value) : dateEntered(value, date1904);
  }
  if (typeof value !== 'string') return null;
  const text = value.replaceAll(/\s+/gu, ' ').trim();
  if (field !== 'decision') return dateEntered(text, date1904);
  // A dot or a dash that keeps a place is no number of a decision.
  return /[\p{L}\p{N}]/u.test(text) ? text : null;
}

/** As it stands on the screen. */
function foundInHead(cell: KeyedCell, date1904: boolean): string {
  const shown = onScreen({ value: cell.value, ...(cell.shownAs && { shownAs: cell.shownAs }) }, date1904);
  return shown === null ? contentText(cell.value) : screenText(shown, 'vi');
}

function assignmentOf(
  { key, unit, value, cell }: Change,
  head: Head,
  meta: GridMeta,
  earlier: readonly Assignment[],
): { value: Assignment | null; findings: Finding[] } {
  const { year } = meta;
  const named = parseRowKey(key);
  const comparator = meta.rows.get(key);
  if (!named || !comparator) return { value: null, findings: [] };
  const last = assignmentInForce(earlier, unit, key, year, END_OF_TIME);
  const before = meta.prefilled.get(`${key}|${unit}`)?.decision ?? null;
  const now = last?.decision ?? null;
  if (before !== now)
    return {
      value: null,
      findings: [report('grid-outdated', cell.place, { key, unit, before, now })],
    };
  if (last !== null && last.validFrom > head.validFrom) {
    const { decision, validFrom: laterFrom } = last;
    const data = { key, unit, validFrom: head.validFrom, decision, laterFrom };
    return { value: null, findings: [report('grid-valid-from-early', cell.place, data)] };
  }
  const assignment: Assignment = {
    unit,
    ...named,
    year,
    comparator: last?.comparator ?? comparator,
    value,
    ...head,
    supersedes: now,
    note: null,
  };
  return { value: assignment, findings: [] };
}
