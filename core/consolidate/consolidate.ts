import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Level } from '../catalogue/schema.ts';
import { parsePeriod } from '../period/period.ts';
import type { Plan } from '../plan/model.ts';
import { plansOn } from '../plan/on-date.ts';
import { roundOf, type Round } from '../round/round.ts';
import type { ClosingDecision, LateCorrection } from '../store/closing.ts';
import type { Decision, StoredEntry } from '../store/model.ts';
import type { RegisterLine } from '../store/register.ts';
import type { Unit } from '../unit/unit.ts';
import { cellsOf, type CountingRules, type FigureCell } from './cells.ts';
import { columnsOf, otherwiseDrawn, unitsAt, type FigureColumn } from './columns.ts';
import { decided, provinceFigures, provincesOf, type Decides, type ProvinceFigures } from './province.ts';
import { totalOf, type Total, type TotalGroup } from './totals.ts';

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
  /** Of the round's period. */
  entries: readonly StoredEntry[];
  /** The register of the round. */
  lines: readonly RegisterLine[];
  /** The closing of the round with what has changed since; null where it is open. */
  closed: ClosedRound | null;
}

/** A round that was closed. */
export interface ClosedRound {
  by: ClosingDecision;
  /** Whether the figures that were in force then are still found as they were. */
  isAsItWas: boolean;
  corrections: readonly LateCorrection[];
}

/** The total of a group in a column, with what is reported for the group itself. */
export interface GroupTotal extends Total, ProvinceFigures {
  /** Whose figure stands for the group, and that figure; null where there is none. */
  decided: { by: Decides; value: number } | null;
  /** Whether the group lacks units that are not even known here, see ofCountry: it is never complete then. */
  isPart?: boolean;
}

/** A unit that is added up. */
export interface UnitRow {
  unit: Unit;
  /** Its line in the register; null where the register does not know it. */
  line: RegisterLine | null;
  /** Figures it has to give, and those of them that are known and count. */
  owed: number;
  counted: number;
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
  /** Figures that were reported and do not count. */
  left: readonly FigureCell[];
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
  });
  const provinces = provincesOf(plans, { then: catalogue, ever: input.catalogue, date });
  const recordOf = (unit: string, indicator: string) => {
    const record = provinces.find((one) => one.unit.id === unit)?.recordOf.get(indicator);
    return record === undefined ? [] : [record];
  };
  const find = cellsOf(input.entries, recordOf, input);
  const grid = new Map(
    columns.map((column) => [column.key, new Map(units.map(({ id }) => [id, find(id, column)]))]),
  );
  const cell = (unit: string, column: string): FigureCell => {
    const one = grid.get(column)?.get(unit);
    if (!one) throw new RangeError(`${unit} has no figure ${column}.`);
    return one;
  };
  const groups = groupsOf(
    units,
    provinces.map(({ unit }) => unit),
    level,
    plans,
  );
  const province = provinceFigures(input.entries, provinces, input);
  const totals = groups.flatMap((group) =>
    columns.map((column): GroupTotal => {
      const total = totalOf(column, group, cell);
      const of = provinceOf(group, provinces);
      const figures = of === null ? NO_FIGURES : province(of, column);
      return { ...total, ...figures, decided: decided(column, total, figures) };
    }),
  );
  const lines = new Map(input.lines.map((line) => [line.reporter, line]));
  const cells = columns.flatMap(({ key }) => units.map(({ id }) => cell(id, key)));
  const keys = new Set(columns.map(({ key }) => key));
  return {
    round,
    level,
    plans,
    catalogue,
    acceptedOnly: input.acceptedOnly,
    columns,
    rows: units.map((unit) => rowOf(unit, lines.get(unit.id) ?? null, columns, cell)),
    groups,
    cell,
    totals,
    left: cells.filter(({ entry, counts, ofWhole }) => entry !== null && !counts && !ofWhole),
    outside: input.entries.filter(
      ({ table, indicator, stratum }) => table === 'observations' && !keys.has(`${indicator}|${stratum}`),
    ).length,
    closed: input.closed,
    explained: new Map(
      input.standing.decisions.flatMap((one) => (one.difference ? [[one.difference.place, one]] : [])),
    ),
    otherwiseDrawn: otherwiseDrawn(plans),
  };
}

const NO_FIGURES: ProvinceFigures = { department: null, record: null, own: null, beside: [] };

function lowestLevel(plans: readonly Plan[]): Level {
  const order: readonly Level[] = ['commune', 'district', 'province'];
  return order.find((level) => unitsAt(plans, level).length > 0) ?? 'province';
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

function rowOf(
  unit: Unit,
  line: RegisterLine | null,
  columns: readonly FigureColumn[],
  cell: Consolidation['cell'],
): UnitRow {
  // A share that was computed is no figure of its own, and may well be left blank.
  const owed = columns.filter(({ asked, parts }) => asked.has(unit.id) && parts === null);
  const counted = owed.filter(({ key }) => {
    const { counts, sign } = cell(unit.id, key);
    return counts && sign !== '...';
  });
  return { unit, line, owed: owed.length, counted: counted.length };
}
