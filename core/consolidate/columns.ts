import type { Catalogue } from '../catalogue/catalogue.ts';
import { perOf } from '../catalogue/per.ts';
import type { Indicator, Level, Stratum } from '../catalogue/schema.ts';
import { figureKey } from '../observation/key.ts';
import type { Frequency } from '../period/period.ts';
import type { Plan } from '../plan/model.ts';
import { kindOf } from '../target/kinds/index.ts';
import { seriesOf } from '../target/plan-series.ts';
import type { Series } from '../target/series.ts';
import type { Unit } from '../unit/unit.ts';
import { isAskedOf, isCountedBy, partsOf } from '../workbook/asked.ts';

/** A figure of every unit that is added up: an indicator, for the whole or a stratum. */
export interface FigureColumn {
  /** `indicator|stratum`. */
  key: string;
  indicator: Indicator;
  /** Null for the whole. */
  stratum: Stratum | null;
  /** Ids of the units that have to give it; of a group of units its members. */
  asked: ReadonlySet<string>;
  /** Of a share or rate that can be computed: keys of the columns it is made of, and by what it is multiplied. */
  parts: { numerator: string; denominator: string; per: number } | null;
  /** Of a group of units the column of the whole: what a member reports for all of itself is its part of the group. */
  whole: string | null;
  /** Whether it is not the units' own to give: the body of record reports it of each of them. */
  ofBody: boolean;
  /**
   * Where a target asks for it: keys of the columns any of which answers, its own and of a share that of its numerator.
   * None of what is only divided or divided by.
   */
  answeredBy: readonly string[];
  /** Ids of the units that a target asks for it: others only divide by it. */
  owing: ReadonlySet<string>;
}

/** The units whose figures are added up, and what they are asked for. */
export interface ColumnInput {
  /** As they are on the round's day. */
  plans: readonly Plan[];
  catalogue: Catalogue;
  /** Whether the body of record reports a series of each unit of the level, see isByCommune; of none without it. */
  ofBody?: ((series: Series) => boolean) | undefined;
  level: Level;
  frequency: Frequency;
  /** Only what adds up over the year: the returns give it from the start of the year beside their own period. */
  onlySums?: boolean | undefined;
}

/** Units of a level of all plans, each once. */
export function unitsAt(plans: readonly Plan[], level: Level): Unit[] {
  const units = plans.flatMap((plan) => plan.units.filter((unit) => unit.level === level));
  return [...new Map(units.map((unit) => [unit.id, unit])).values()];
}

/**
 * The columns of a consolidation, in the order of the catalogue's domains and of the plans' targets: what each
 * target is judged by, before it the count that is divided, and after all of a domain what others divide by.
 */
export function columnsOf({
  plans,
  catalogue,
  level,
  frequency,
  onlySums = false,
  ofBody = () => false,
}: ColumnInput): FigureColumn[] {
  const columns: Entered = new Map();
  const background: Entered = new Map();
  const members = membersOf(plans);
  const together = joined();
  const enter = entering(together);
  const belowShares = new Set<string>();
  for (const plan of plans) {
    const alike = unitsAlike(plan, level);
    for (const series of seriesOf(plan)) {
      const { indicator, stratum } = series;
      if (!isCountedBy(indicator, frequency) || (onlySums && !kindOf(series).addsUp)) continue;
      const isOfBody = level === 'commune' && ofBody(series);
      const asked = together(
        ...alike.flatMap(({ like, ids }) => (isOfBody || isAskedOf(series, like, catalogue) ? [ids] : [])),
      );
      const { numerator, denominator } = partsOf(indicator, catalogue);
      const [own = '', divided] = [indicator, ...(numerator ? [numerator] : [])].map(({ id }) =>
        figureKey(id, stratum?.id ?? null),
      );
      // As on the form: what already stands below a share is counted with it.
      const answeredBy = belowShares.has(own) ? [] : [own, ...(divided === undefined ? [] : [divided])];
      if (divided !== undefined && !columns.has(divided)) belowShares.add(divided);
      const part = { stratum, asked, ofBody: isOfBody, answeredBy: [], owing: NOBODY };
      const owing = answeredBy.length > 0 ? asked : NOBODY;
      if (numerator) enter(columns, { ...part, indicator: numerator });
      enter(columns, { ...part, indicator, answeredBy, owing });
      if (denominator) enter(background, { ...part, indicator: denominator });
    }
  }
  for (const [key, column] of background) {
    const there = columns.get(key);
    columns.set(key, there ? both(there, column, together) : column);
  }
  const byDomain = [...catalogue.domains.keys()];
  return [...columns.values()]
    .sort((a, b) => byDomain.indexOf(a.indicator.domain) - byDomain.indexOf(b.indicator.domain))
    .map((column) => {
      const { indicator, stratum } = column;
      const whole = stratum?.covers === 'units' ? columns.get(figureKey(indicator.id, null)) : undefined;
      const ofGroup = whole ? [...whole.asked].filter((id) => members.get(stratum?.id ?? '')?.has(id)) : [];
      return {
        ...column,
        asked: ofGroup.length === 0 ? column.asked : new Set([...column.asked, ...ofGroup]),
        parts: partsIn(columns, indicator, stratum, catalogue),
        whole: whole?.key ?? null,
      };
    });
}

type Entered = Map<string, FigureColumn>;

const NOBODY: ReadonlySet<string> = new Set();

type Together = ReturnType<typeof joined>;

function entering(together: Together) {
  return (columns: Entered, entered: Omit<FigureColumn, 'key' | 'parts' | 'whole'>): void => {
    const key = figureKey(entered.indicator.id, entered.stratum?.id ?? null);
    const column = { ...entered, key, parts: null, whole: null };
    const before = columns.get(key);
    columns.set(key, before ? both(before, column, together) : column);
  };
}

/** What two targets ask of the same figure. */
function both(one: FigureColumn, other: FigureColumn, together: Together): FigureColumn {
  return {
    ...one,
    asked: together(one.asked, other.asked),
    ofBody: one.ofBody && other.ofBody,
    answeredBy: one.answeredBy.length > 0 ? one.answeredBy : other.answeredBy,
    owing: together(one.owing, other.owing),
  };
}

/**
 * Units of a plan of which the same is asked, see {@link isAskedOf}: thousands of communes are of a few sorts, and
 * whom a column asks is found once for each.
 */
function unitsAlike({ units }: Plan, level: Level): { like: Unit; ids: ReadonlySet<string> }[] {
  const alike = new Map<string, { like: Unit; ids: Set<string> }>();
  for (const unit of units) {
    if (unit.level !== level) continue;
    const sort = unit.tags.join(' ');
    const before = alike.get(sort);
    if (before) before.ids.add(unit.id);
    else alike.set(sort, { like: unit, ids: new Set([unit.id]) });
  }
  return [...alike.values()];
}

/** Joins sets of ids; the same sets give the same set again, so that columns that ask the same units share one. */
function joined(): (...sets: readonly ReadonlySet<string>[]) => ReadonlySet<string> {
  const numbers = new Map<ReadonlySet<string>, number>();
  const made = new Map<string, ReadonlySet<string>>();
  const numberOf = (set: ReadonlySet<string>) => {
    const number = numbers.get(set) ?? numbers.size;
    numbers.set(set, number);
    return number;
  };
  return (...sets) => {
    const different = [...new Set(sets)].filter(({ size }) => size > 0);
    const [only] = different;
    if (only && different.length === 1) return only;
    const key = different
      .map(numberOf)
      .sort((a, b) => a - b)
      .join(' ');
    const known = made.get(key);
    if (known) return known;
    const all = new Set(different.flatMap((set) => [...set]));
    made.set(key, all);
    return all;
  };
}

function partsIn(
  columns: Entered,
  indicator: Indicator,
  stratum: Stratum | null,
  catalogue: Catalogue,
): FigureColumn['parts'] {
  const per = perOf(indicator);
  const { numerator, denominator } = partsOf(indicator, catalogue);
  if (indicator.aggregation !== 'ratio-of-sums' || per === null || !numerator || !denominator) return null;
  const keys = [numerator, denominator].map(({ id }) => figureKey(id, stratum?.id ?? null));
  const [above = '', below = ''] = keys;
  return columns.has(above) && columns.has(below) ? { numerator: above, denominator: below, per } : null;
}

/**
 * Members of the groups of units, by stratum. Plans of a province may draw a group otherwise; the first one that
 * speaks of it decides, see {@link otherwiseDrawn}.
 */
function membersOf(plans: readonly Plan[]): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  const drawn = new Set<string>();
  for (const plan of plans)
    for (const { stratum } of seriesOf(plan)) {
      if (stratum?.covers !== 'units' || drawn.has(`${plan.file.province}|${stratum.id}`)) continue;
      drawn.add(`${plan.file.province}|${stratum.id}`);
      const group = members.get(stratum.id) ?? new Set<string>();
      for (const id of taggedBy(plan, stratum)) group.add(id);
      members.set(stratum.id, group);
    }
  return members;
}

/** Groups of units that plans draw otherwise: their totals go by the first plan. */
export function otherwiseDrawn(
  plans: readonly Plan[],
): { stratum: Stratum; by: string; otherwise: string[] }[] {
  const used = plans.map((plan) => ({
    plan,
    strata: new Map(
      seriesOf(plan).flatMap(({ stratum }) =>
        stratum?.covers === 'units' ? [[stratum.id, stratum] as const] : [],
      ),
    ),
  }));
  const all = new Map(used.flatMap(({ strata }) => [...strata]));
  return [...all.values()].flatMap((stratum) => {
    const [first, ...others] = used.filter(({ strata }) => strata.has(stratum.id)).map(({ plan }) => plan);
    if (!first) return [];
    const drawn = taggedBy(first, stratum).join(' ');
    const otherwise = others.filter(
      (plan) => plan.file.province === first.file.province && taggedBy(plan, stratum).join(' ') !== drawn,
    );
    return otherwise.length === 0
      ? []
      : [{ stratum, by: first.file.id, otherwise: otherwise.map(({ file }) => file.id) }];
  });
}

function taggedBy({ units }: Plan, { tag }: Stratum): string[] {
  return units.flatMap((unit) => (tag !== undefined && unit.tags.includes(tag) ? [unit.id] : [])).sort();
}
