import type { Catalogue } from '../../catalogue/catalogue.ts';
import { resultDirection } from '../../target/result.ts';
import { governingSegment, type Series } from '../../target/series.ts';
import { figureKey, figureKeyOf } from '../../observation/key.ts';
import type { Unit } from '../../unit/unit.ts';
import { assignedComparators, comparatorWord, type AssignedComparator } from '../assignment/assignment.ts';
import { knownOfYear } from '../known-of-year.ts';
import { firstYear } from '../../period/first-year.ts';
import type { Prefilled } from './grid-contract.ts';
import type { GridRequest } from './grid-request.ts';
import { assignmentInForce, END_OF_TIME } from '../assignment/in-force.ts';
import { existsFor, membersOf } from '../assignment/members.ts';
import { assignableSeries, printedValue } from '../assignment/value-above.ts';
import { kindOf } from '../../target/kinds/index.ts';
import { isAskedOf, partsOf } from '../../workbook/asked.ts';
import { perOf } from '../../catalogue/per.ts';
import { byFormerUnit } from './grid-groups.ts';

/** A figure that units can be assigned: one row. */
export interface GridRow {
  row: number;
  key: string;
  series: Series;
  /** How a value entered in this row is compared. */
  comparator: AssignedComparator;
  /** Row below with the figures of the year before; null where none is known. */
  lastYearRow: number | null;
}

/** Columns of units side by side, and of their sum after them where the grid has several groups. */
export interface GridGroup {
  name: string | null;
  units: Unit[];
  firstColumn: number;
  sumColumn: number | null;
}

/** Where everything stands. */
export interface GridLayout {
  rows: ({ row: number; heading: string } | GridRow)[];
  province: Unit;
  /** In the order of their columns. */
  members: Unit[];
  provinceColumn: number;
  groups: GridGroup[];
  /** Bodies of record whose figures the grid assigns. */
  departments: { unit: Unit; column: number }[];
  pathColumn: number;
  totalColumn: number;
  differenceColumn: number;
  bodyColumn: number;
  wordsColumn: number;
  /** First of the hidden columns with weights, one for each column from the first unit's to the last one's. */
  weightColumn: number;
  /** First of the hidden columns with the decimals of the province's and each unit's value. */
  decimalsColumn: number;
  headRows: { decision: number; decisionDate: number; validFrom: number };
  headColumn: number;
  headerRow: number;
}

/**
 * Lays out the grid: a row for each figure of the plan that has a value to assign in the year, by policy domain in
 * the catalogue's order; a column for the province and for each unit, communes by their former district. The target
 * of a group of units, and what exists for the province only, is assigned in the province's column alone
 * ({@link canBeAssigned}); the columns of the bodies of record only show it.
 * @returns null when the unit list has no province of the plan with units below it in that year
 */
export function layOutGrid(request: GridRequest): GridLayout | null {
  const { plan, catalogue, units, year } = request;
  const province = units.find(({ id }) => id === plan.file.province);
  const below = province ? membersOf(province, units, year) : [];
  if (!province || below.length === 0) return null;
  const byKey = new Map<string, Series>();
  for (const series of assignableSeries([plan], year)) {
    const key = figureKeyOf(series);
    if (!byKey.has(key)) byKey.set(key, series);
  }
  const headerRow = 9;
  const pathColumn = 6;
  const provinceColumn = pathColumn + 1;
  const groups = groupsFrom(provinceColumn + 1, below, request.unitsEver);
  const members = groups.flatMap((group) => group.units);
  const span = members.length + groups.filter(({ sumColumn }) => sumColumn !== null).length;
  const totalColumn = provinceColumn + 1 + span;
  const rows: GridLayout['rows'] = [];
  // One row below the header carries the letters and numbers of the form's columns.
  let row = headerRow + 2;
  for (const domain of catalogue.domains.values()) {
    const own = [...byKey].filter(([, series]) => series.indicator.domain === domain.id);
    if (own.length > 0) rows.push({ row: row++, heading: domain.name.vi });
    for (const [key, series] of own) {
      const at = row++;
      const isKnown = [province, ...members].some(
        ({ id }) => lastYear(request, { key, series }, id) !== null,
      );
      const lastYearRow = isKnown ? row++ : null;
      rows.push({ row: at, key, series, comparator: comparatorFor(series, year), lastYearRow });
    }
  }
  const departments = request.departments
    .filter((unit) => rows.some((at) => 'key' in at && isAskedOf(at.series, unit, catalogue)))
    .map((unit, at) => ({ unit, column: totalColumn + 2 + at }));
  const bodyColumn = totalColumn + 2 + departments.length;
  return {
    rows,
    province,
    members,
    provinceColumn,
    groups,
    departments,
    pathColumn,
    totalColumn,
    differenceColumn: totalColumn + 1,
    bodyColumn,
    wordsColumn: bodyColumn + 1,
    weightColumn: bodyColumn + 2,
    decimalsColumn: bodyColumn + 2 + span,
    headRows: { decision: 5, decisionDate: 6, validFrom: 7 },
    headColumn: 4,
    headerRow,
  };
}

function groupsFrom(first: number, members: readonly Unit[], ever: readonly Unit[]): GridGroup[] {
  const groups = byFormerUnit(members, ever);
  let column = first;
  return groups.map(({ name, units }) => {
    const firstColumn = column;
    column += units.length + (name === null ? 0 : 1);
    return { name, units, firstColumn, sumColumn: name === null ? null : column - 1 };
  });
}

/** The province and the units below it, each with its column. */
export function unitColumns({
  province,
  provinceColumn,
  groups,
}: GridLayout): { unit: Unit; column: number }[] {
  const below = groups.flatMap(({ units, firstColumn }) =>
    units.map((unit, at) => ({ unit, column: firstColumn + at })),
  );
  return [{ unit: province, column: provinceColumn }, ...below];
}

/** Whether a unit can be assigned a value of a series: no unit of a group has the group's, nor what there is no figure of. */
export function canBeAssigned(
  { indicator, stratum }: Series,
  unit: Unit,
  when: { ever: Catalogue; year: number },
): boolean {
  if (unit.level === 'province') return true;
  return stratum?.covers !== 'units' && existsFor(indicator, unit, when);
}

/**
 * The figure of a unit in the year before the grid's: the known one, else of a share or rate the quotient of its known
 * parts, in its unit.
 */
export function lastYear(
  { year, figures, catalogue }: GridRequest,
  { key, series: { indicator, stratum } }: Pick<GridRow, 'key' | 'series'>,
  unit: string,
): number | null {
  const known = (of: string) => knownOfYear(unit, of, year - 1, figures);
  const own = known(key);
  const per = perOf(indicator);
  if (own !== null || per === null) return own;
  const { numerator, denominator } = partsOf(indicator, catalogue);
  const [above, below] = [numerator, denominator].map((part) =>
    part === null ? null : known(figureKey(part.id, stratum?.id ?? null)),
  );
  return typeof above === 'number' && typeof below === 'number' && below > 0 ? (per * above) / below : null;
}

/** The plan's reference path of the province in the year, in the unit of the figure; of a sum accumulated. */
export function referencePath(request: GridRequest, { key, series }: GridRow): number | null {
  const { plan, year, baseline } = request;
  const figure = (of: number) => knownOfYear(plan.file.province, key, of, request.figures);
  const values = {
    round: year,
    firstYear: firstYear(plan.file.firstRound),
    assigned: true,
    base: baseline(key),
    figure,
    unsound: () => false,
  };
  return kindOf(series).path(series, values, year, 'low');
}

/** What a cell of the grid holds when it is made: the last value assigned, for the province else the printed one. */
export function prefilled(request: GridRequest, { key, series }: GridRow, unit: Unit): Prefilled | null {
  const { assignments, year, plan } = request;
  const assigned = assignmentInForce(assignments, unit.id, key, year, END_OF_TIME);
  if (assigned) return { value: assigned.value, decision: assigned.decision };
  const printed = unit.id === plan.file.province ? printedValue(series, year) : null;
  return printed === null ? null : { value: printed, decision: null };
}

/** The comparator of the target the year leads to; a range asks for its bound that decides. */
export function comparatorFor(series: Series, year: number): AssignedComparator {
  const comparator = governingSegment(series, year)?.comparator ?? '=';
  const word = comparatorWord(comparator);
  if (word !== null) return word;
  const direction = resultDirection(series);
  return direction === 'neutral' ? 'about' : direction === 'up' ? 'atLeast' : 'atMost';
}

/** Whether the units' values of a row add up. A growth in per cent does not, whatever it is the growth of. */
export function addsUp(series: Series): boolean {
  return series.indicator.aggregation === 'sum' && !kindOf(series).isRelative;
}

/** Reads a comparator word as `_meta` keeps it. */
export function parseComparator(word: string): AssignedComparator | null {
  return assignedComparators.find((known) => known === word) ?? null;
}

/** Where the weight of a unit's column stands. */
export function weightColumnOf({ weightColumn, provinceColumn }: GridLayout, column: number): number {
  return weightColumn + column - provinceColumn - 1;
}
