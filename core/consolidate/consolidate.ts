import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Level } from '../catalogue/schema.ts';
import { parsePeriod } from '../period/period.ts';
import type { Plan } from '../plan/model.ts';
import { plansOn } from '../plan/on-date.ts';
import { roundOf, type Round } from '../round/round.ts';
import type { ClosingDecision, LateCorrection } from '../store/closing.ts';
import type { CountedOtherwise } from '../store/counted-since.ts';
import type { Decision } from '../store/model.ts';
import type { RegisterLine } from '../store/register.ts';
import { isByCommune } from '../workbook/by-commune.ts';
import type { Unit } from '../unit/unit.ts';
import { cellIn, type FigureCell } from './cells.ts';
import { figuresOf, type CountingRules } from './column-figures.ts';
import type { ColumnFigures } from './figures-in-column.ts';
import { columnsOf, otherwiseDrawn, unitsAt, type FigureColumn } from './columns.ts';
import { owedCells, owedColumns, type OwedCells } from './owed-cells.ts';
import { observationsOf, type FigureTable } from './figure-table.ts';
import { decided, provinceFigures, provincesOf, type Decides, type ProvinceFigures } from './province.ts';
import { totalOf, type Total, type TotalGroup } from './totals.ts';
import { addUnit, noUnits, type UnitSet } from './unit-set.ts';

/** What a consolidation is made from. */
export interface ConsolidateInput extends CountingRules {
  /** SDMX period. */
  round: string;
  /** ISO day whose units and bodies figures are held against; by default that on which the round closes. */
  asOf?: string;
  /** Only what adds up over the year, see {@link columnsOf}. */
  onlySums?: boolean;
  /** Level of the units that are added up; null: the lowest at which units report in the round. */
  level: Level | null;
  /** All live in the round. */
  plans: readonly [Plan, ...Plan[]];
  /** Of all times. */
  catalogue: Catalogue;
  /** Of the round's period; the entries of {@link lookedAt} can be read from it. */
  figures: FigureTable;
  /** The register of the round. */
  lines: readonly RegisterLine[];
  /** The closing of the round with what has changed since; null where it is open. */
  closed: ClosedRound | null;
}

export type GivenDoubt = 'unread' | 'unkept';

/** A round that was closed. */
export interface ClosedRound {
  by: ClosingDecision;
  /** Whether the figures that were in force then are still found as they were. */
  isAsItWas: boolean;
  /**
   * Why what the planner's files gave then is held against nothing: they cannot be read now (`unread`), or the closing
   * is of an earlier version and keeps none (`unkept`). None where it is.
   */
  givenDoubt?: GivenDoubt;
  corrections: readonly LateCorrection[];
  /** Figures that were in force then, and of which different ones are said now: none is counted. */
  disputed: readonly LateCorrection[];
  /** Figures that are there as they were, or corrected, and that count otherwise than then: with all of their return. */
  countedOtherwise: readonly CountedOtherwise[];
}

/** The total of a group in a column, with what is reported for the group itself. */
export interface GroupTotal extends Total, ProvinceFigures {
  /** Whose figure stands for the group, and that figure; null where there is none. */
  decided: { by: Decides; value: number } | null;
  /** Whether the group lacks units that are not even known here, see ofCountry: it is never complete then. */
  isPart?: boolean;
}

/** A unit that is added up. */
export interface UnitRow extends OwedCells {
  unit: Unit;
  /** Its line in the register; null where the register does not know it. */
  line: RegisterLine | null;
}

/** The returns of a round added up. */
export interface Consolidation {
  round: Round;
  level: Level;
  plans: readonly Plan[];
  /** Of the round's day. */
  catalogue: Catalogue;
  acceptedOnly: boolean;
  columns: readonly FigureColumn[];
  rows: readonly UnitRow[];
  /** All units first; then, of several provinces, those of each. */
  groups: readonly TotalGroup[];
  cell: (unit: string, column: string) => FigureCell;
  /** In the order of the groups, and of the columns within each. */
  totals: readonly GroupTotal[];
  /** Figures of the round that none of the plans asks for. */
  outside: number;
  closed: ClosedRound | null;
  /** What somebody said of differences between levels, the latest of each by its place. */
  explained: ReadonlyMap<string, Decision>;
  /** Groups of units that the plans draw otherwise. */
  otherwiseDrawn: ReturnType<typeof otherwiseDrawn>;
}

/** The group of all units. */
export const ALL = '_T';

/**
 * Adds up the returns of a round: counts are summed, a share or rate is the sum of numerators over the sum of
 * denominators and never a mean; what does not add up comes from its source of record alone.
 */
export function consolidate(input: ConsolidateInput): Consolidation {
  const period = parsePeriod(input.round);
  if (!period) throw new RangeError(`"${input.round}" is no period.`);
  const rounds = input.plans.map((plan) => roundOf(period, plan.roundRules));
  const [round = roundOf(period, [])] = [...rounds].sort((a, b) => (a.cutOff < b.cutOff ? 1 : -1));
  const date = input.asOf ?? round.cutOff;
  const { plans, catalogue } = plansOn(input.plans, input.catalogue, date);
  const level = input.level ?? lowestLevel(plans);
  const units = unitsAt(plans, level);
  const columns = columnsOf({
    plans,
    catalogue,
    level,
    frequency: period.frequency,
    onlySums: input.onlySums,
    ofBody: (series) => isByCommune(series, input.catalogue, date),
  });
  const provinces = provincesOf(plans, { then: catalogue, ever: input.catalogue, date });
  const recordOf = (unit: string, indicator: string) => {
    const record = provinces.find((one) => one.unit.id === unit)?.recordOf.get(indicator);
    return record === undefined ? [] : [record];
  };
  const ids = units.map(({ id }) => id);
  const find = figuresOf(input.figures, recordOf, input, ids);
  const grid = new Map(columns.map((column) => [column.key, find(column)]));
  const places = new Map(ids.map((id, at) => [id, at]));
  const figures = (column: string): ColumnFigures => {
    const one = grid.get(column);
    if (!one) throw new RangeError(`There is no column ${column}.`);
    return one;
  };
  const cell = (unit: string, column: string): FigureCell => {
    const at = places.get(unit);
    if (at === undefined) throw new RangeError(`${unit} has no figure ${column}.`);
    return cellIn(figures(column), at);
  };
  const groups = groupsOf(
    units,
    provinces.map(({ unit }) => unit),
    level,
    plans,
  );
  const province = provinceFigures(input.figures, provinces, input);
  const totals = groups.flatMap((group) => {
    const members = noUnits(ids.length);
    for (const id of group.members) addUnit(members, places.get(id) ?? 0);
    const of = provinceOf(group, provinces);
    return columns.map((column): GroupTotal => {
      const total = totalOf(column, { id: group.id, members }, figures);
      const reported = of === null ? NO_FIGURES : province(of, column);
      return { ...total, ...reported, decided: decided(column, total, reported) };
    });
  });
  const lines = new Map(input.lines.map((line) => [line.reporter, line]));
  const owed = owedCells(owedColumns(columns, figures, unitSets(places)), units.length);
  return {
    round,
    level,
    plans,
    catalogue,
    acceptedOnly: input.acceptedOnly,
    columns,
    rows: units.map((unit, at) => ({ unit, line: lines.get(unit.id) ?? null, ...owed(at) })),
    groups,
    cell,
    totals,
    outside: observationsOf(
      input.figures,
      new Set(input.figures.keys.flatMap((key, at) => (grid.has(key) ? [] : [at]))),
    ),
    closed: input.closed,
    explained: new Map(
      input.standing.decisions.flatMap((one) => (one.difference ? [[one.difference.place, one]] : [])),
    ),
    otherwiseDrawn: otherwiseDrawn(plans),
  };
}

/** Sets of units by ids; the same ids give the same set, as columns share them. */
function unitSets(places: ReadonlyMap<string, number>): (ids: ReadonlySet<string>) => UnitSet {
  const made = new Map<ReadonlySet<string>, UnitSet>();
  return (ids) => {
    const known = made.get(ids);
    if (known) return known;
    const set = noUnits(places.size);
    for (const id of ids) {
      const at = places.get(id);
      if (at !== undefined) addUnit(set, at);
    }
    made.set(ids, set);
    return set;
  };
}

const NO_FIGURES: ProvinceFigures = { department: null, record: null, own: null, beside: [] };

function lowestLevel(plans: readonly Plan[]): Level {
  const order: readonly Level[] = ['commune', 'district', 'province'];
  const isThere = (level: Level) => plans.some(({ units }) => units.some((unit) => unit.level === level));
  return order.find(isThere) ?? 'province';
}

/** All units; with several provinces also those of each, in their order. */
function groupsOf(
  units: readonly Unit[],
  provinces: readonly Unit[],
  level: Level,
  plans: readonly Plan[],
): TotalGroup[] {
  const [only] = provinces;
  const all = {
    id: ALL,
    name: provinces.length === 1 && only ? only.name : '',
    members: units.map(({ id }) => id),
  };
  if (provinces.length < 2 || level === 'province') return [all];
  const own = provinces.map((province) => ({
    id: province.id,
    name: province.name,
    members: units.filter((unit) => isListedFor(unit, province.id, plans)).map((unit) => unit.id),
  }));
  return [all, ...own];
}

/** Whether plans of a province list a unit: after a merger neither its id nor its parent names their province. */
function isListedFor({ id }: Unit, province: string, plans: readonly Plan[]): boolean {
  return plans.some(({ file, units }) => file.province === province && units.some((one) => one.id === id));
}

/** The province whose own figures stand beside a group's. */
function provinceOf({ id }: TotalGroup, provinces: readonly { unit: Unit }[]): string | null {
  const [first] = provinces;
  return id === ALL ? (provinces.length === 1 && first ? first.unit.id : null) : id;
}
