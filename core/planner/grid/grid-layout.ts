import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { KnownFigure } from '../known-figure.ts';
import type { Plan } from '../../plan/model.ts';
import { resultDirection } from '../../target/result.ts';
import { governingSegment, type Series } from '../../target/series.ts';
import { figureKey } from '../../observation/key.ts';
import type { Unit } from '../../unit/unit.ts';
import {
  assignedComparators,
  comparatorWord,
  type AssignedComparator,
  type Assignment,
} from '../assignment/assignment.ts';
import { knownOfYear } from '../known-of-year.ts';
import { firstYear } from '../../workbook/layout.ts';
import type { Prefilled } from './grid-contract.ts';
import { assignmentInForce, END_OF_TIME } from '../assignment/in-force.ts';
import { existsFor, membersOf } from '../assignment/members.ts';
import { assignableSeries, printedValue } from '../assignment/value-above.ts';
import { kindOf } from '../../target/kinds/index.ts';

/** What a grid is made from. */
export interface GridRequest {
  plan: Plan;
  catalogue: Catalogue;
  /** The plan's province and the units below it. */
  units: readonly Unit[];
  year: number;
  /** What has been assigned so far. */
  assignments: readonly Assignment[];
  /** Known figures: last year's, and the weights of means. */
  figures: readonly KnownFigure[];
  /** The province's baseline of a figure key, from which reference paths start. */
  baseline: (key: string) => { year: number | null; value: number | null };
}

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

/** Where everything stands. */
export interface GridLayout {
  rows: ({ row: number; heading: string } | GridRow)[];
  province: Unit;
  members: Unit[];
  provinceColumn: number;
  firstMemberColumn: number;
  pathColumn: number;
  totalColumn: number;
  differenceColumn: number;
  bodyColumn: number;
  wordsColumn: number;
  /** First of the hidden columns with the weight of each unit. */
  weightColumn: number;
  /** First of the hidden columns with the decimals of the province's and each unit's value. */
  decimalsColumn: number;
  headRows: { decision: number; decisionDate: number; validFrom: number };
  headColumn: number;
  headerRow: number;
}

/**
 * Lays out the grid: a row for each figure of the plan that has a value to assign in the year, by policy domain in
 * the catalogue's order; a column for the province and for each unit. The target of a group of units, and what
 * exists for the province only, is assigned in the province's column alone ({@link canBeAssigned}).
 * @returns null when the unit list has no province of the plan with units below it in that year
 */
export function layOutGrid(request: GridRequest): GridLayout | null {
  const { plan, catalogue, units, year } = request;
  const province = units.find(({ id }) => id === plan.file.province);
  const members = province ? membersOf(province, units, year) : [];
  if (!province || members.length === 0) return null;
  const byKey = new Map<string, Series>();
  for (const series of assignableSeries([plan], year)) {
    const key = figureKey(series.indicator.id, series.stratum?.id ?? null);
    if (!byKey.has(key)) byKey.set(key, series);
  }
  const headerRow = 9;
  const pathColumn = 6;
  const provinceColumn = pathColumn + 1;
  const totalColumn = provinceColumn + 1 + members.length;
  const rows: GridLayout['rows'] = [];
  // One row below the header carries the letters and numbers of the form's columns.
  let row = headerRow + 2;
  for (const domain of catalogue.domains.values()) {
    const own = [...byKey].filter(([, series]) => series.indicator.domain === domain.id);
    if (own.length > 0) rows.push({ row: row++, heading: domain.name.vi });
    for (const [key, series] of own) {
      const at = row++;
      const isKnown = [province, ...members].some(({ id }) => lastYear(request, key, id) !== null);
      const lastYearRow = isKnown ? row++ : null;
      rows.push({ row: at, key, series, comparator: comparatorFor(series, year), lastYearRow });
    }
  }
  return {
    rows,
    province,
    members,
    provinceColumn,
    firstMemberColumn: provinceColumn + 1,
    pathColumn,
    totalColumn,
    differenceColumn: totalColumn + 1,
    bodyColumn: totalColumn + 2,
    wordsColumn: totalColumn + 3,
    weightColumn: totalColumn + 4,
    decimalsColumn: totalColumn + 4 + members.length,
    headRows: { decision: 5, decisionDate: 6, validFrom: 7 },
    headColumn: 4,
    headerRow,
  };
}

/** Whether a unit can be assigned a value of a series: no unit of a group has the group's, nor what it has no figure of. */
export function canBeAssigned({ indicator, stratum }: Series, unit: Unit): boolean {
  if (unit.level === 'province') return true;
  return stratum?.covers !== 'units' && existsFor(indicator, unit);
}

/** The known figure of a unit in the year before the grid's. */
export function lastYear({ year, figures }: GridRequest, key: string, unit: string): number | null {
  return knownOfYear(unit, key, year - 1, figures);
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
function comparatorFor(series: Series, year: number): AssignedComparator {
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
