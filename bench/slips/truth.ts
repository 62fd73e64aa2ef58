import { perOf } from '../../core/catalogue/per.ts';
import type { Indicator } from '../../core/catalogue/schema.ts';
import { figureKey, parseRowKey } from '../../core/observation/key.ts';
import type { Series } from '../../core/target/series.ts';
import { partsOf } from '../../core/workbook/asked.ts';
import type { PlacedRequest } from '../../core/workbook/placed.ts';
import type { Nature } from './nature.ts';
import { randomOf, type Random } from './random.ts';

/**
 * True series of a unit, made without a look at any rule: a population by the unit's size, counts in
 * proportion to it, shares that move towards what the plan wants or not, growth that is noisy. The numbers
 * here are the bench's own idea of a province; the rules take nothing from them.
 */

/** People of the province; a district has its share of them. */
const PROVINCE: Record<string, number> = { VN12: 455_000, VN51: 1_235_000, VN34: 1_788_000 };

/** How many there are to a resident, more or less. */
const PER_RESIDENT: Record<string, number> = {
  population: 1,
  'urban-population': 0.18,
  'rural-population': 0.81,
  'population-15-plus': 0.69,
  households: 0.245,
  'urban-households': 0.048,
  'rural-households': 0.195,
  communes: 0.00024,
  districts: 0.000017,
  villages: 0.0025,
  'ethnic-minority-communes': 0.0001,
  'remote-border-population': 0.3,
  'labour-force': 0.57,
  'urban-labour-force': 0.09,
  'labour-force-working-age': 0.52,
  'workers-15-plus': 0.55,
  'merit-people': 0.009,
  'merit-families': 0.012,
  'assistance-eligible-people': 0.026,
  'sudden-hardship-people': 0.006,
  'care-allowance-eligible-households': 0.008,
  'job-seekers': 0.02,
  'post-retirement-people': 0.09,
  schools: 0.0007,
  'kindergarten-age-children': 0.062,
  'school-age-children': 0.15,
  'primary-care-users': 0.6,
  'live-births': 0.018,
  'children-under-1': 0.0175,
  'children-under-5-measured': 0.09,
  'industrial-workers-needing-housing': 0.02,
  'students-needing-housing': 0.008,
  'health-stations': 0.00024,
  'rural-residential-points': 0.0022,
  'domestic-wastewater': 0.07,
  'commune-post-offices': 0.0002,
  agencies: 0.0011,
  'regular-assistance-recipients': 0.024,
  'compulsory-insurance-participants': 0.06,
  'voluntary-insurance-participants': 0.006,
};
/** The same of a commune, where it is another: most has the commune of the hospital. */
const PER_RESIDENT_OF_COMMUNE: Record<string, number> = {
  doctors: 0.0005,
  'hospital-beds': 0.0012,
  pharmacists: 0.0002,
  nurses: 0.0009,
  'social-housing-units': 0.0005,
};
/** Of a number nobody listed. */
const OTHERWISE = 0.005;

/** What a level, an amount or a share of the plan's is to a unit, and the way it goes. */
export interface Truth {
  /** By key and year; null where the unit has none. */
  figure: (key: string, year: number) => number | null;
}

/**
 * @param siblings how many units of its level the province has
 * @param natureOf how its units and years differ, drawn for the form
 */
export function truthOf(
  { request, asked, layout }: PlacedRequest,
  siblings: number,
  seed: string,
  natureOf: (drawn: Random) => Nature,
): Truth {
  const random = randomOf(seed);
  const nature = natureOf(randomOf(`${seed} nature`));
  const { catalogue, unit, plans, round } = request;
  const isProvince = unit.level === 'province';
  const isCommune = unit.level === 'commune';
  const part = isProvince ? 1 : Math.exp(nature.size(random)) / siblings;
  const people = (PROVINCE[plans[0].file.province] ?? 800_000) * part;
  const first = Math.min(layout.years[0] ?? round, ...layout.inputYears) - 1;
  const years = Array.from({ length: round - first + 1 }, (_, at) => first + at);
  const found = new Map<string, Map<number, number>>();
  const seriesByKey = new Map<string, Series>();
  const isAsked = new Set(asked.figures.map(({ key }) => key));
  for (const one of asked.series) {
    const key = keyOf(one.indicator, one.stratum?.id ?? null);
    if (!seriesByKey.has(key)) seriesByKey.set(key, one);
  }
  const get = (key: string): Map<number, number> => {
    const known = found.get(key);
    if (known) return known;
    const made = withinWhole(key, make(key));
    found.set(key, made);
    return made;
  };
  /** A part is a part: never more than the indicator it is of, a group's count never more than the whole count. */
  const withinWhole = (key: string, made: Map<number, number>): Map<number, number> => {
    const row = parseRowKey(key);
    const indicator = row && catalogue.indicators.get(row.indicator);
    if (!row || !indicator) return made;
    const wholes: string[] = [];
    for (let whole = indicator.partOf; whole !== undefined; whole = catalogue.indicators.get(whole)?.partOf)
      wholes.push(figureKey(whole, row.stratum));
    if (row.stratum !== null && indicator.aggregation === 'sum') wholes.push(figureKey(indicator.id, null));
    const limits = wholes.filter((whole) => isAsked.has(whole)).map(get);
    // The whole series is made smaller: a part does not jump because its whole is near.
    const room = Math.min(
      ...[...made].flatMap(([year, value]) => limits.map((limit) => (limit.get(year) ?? Infinity) / value)),
    );
    if (room >= 1) return made;
    const part = room * random.between(0.3, 0.9);
    const digits = indicator.measure === 'count' ? 0 : 2;
    return new Map([...made].map(([year, value]) => [year, Number((value * part).toFixed(digits))] as const));
  };
  const make = (key: string): Map<number, number> => {
    const row = parseRowKey(key);
    const indicator = row && catalogue.indicators.get(row.indicator);
    if (!row || !indicator) return new Map();
    const own = seriesByKey.get(key);
    const { numerator, denominator } = partsOf(indicator, catalogue);
    if (own && denominator && numerator) {
      return shareCourse(own, years, random, nature);
    }
    const share = asked.series.find(
      (one) => one.indicator.numerator === indicator.id && (one.stratum?.id ?? null) === row.stratum,
    );
    const under = share && partsOf(share.indicator, catalogue).denominator;
    if (share && under) {
      const rates = get(keyOf(share.indicator, row.stratum));
      const below = get(keyOf(under, row.stratum));
      const per = perOf(share.indicator) ?? 1;
      return new Map(
        years.map((year) => [year, Math.round(((rates.get(year) ?? 0) * (below.get(year) ?? 0)) / per)]),
      );
    }
    // A commune is one commune, and one of those of any sort.
    if (isCommune && indicator.unit === 'xã') return new Map(years.map((year) => [year, 1] as const));
    if (own) return ownCourse(own, years, random, { part, people, nature });
    const ratio =
      (isCommune ? PER_RESIDENT_OF_COMMUNE[indicator.id] : undefined) ??
      PER_RESIDENT[indicator.id] ??
      OTHERWISE;
    const size = people * ratio * (row.stratum === null ? 1 : random.between(...nature.groupPart));
    return growing(size * Math.exp(random.noise(nature.ratioDeviation)), years, random, indicator, nature);
  };
  return { figure: (key, year) => get(key).get(year) ?? null };
}

function keyOf({ id }: { id: string }, stratum: string | null): string {
  return figureKey(id, stratum);
}

/** A share or rate goes towards its target, or the other way, and is rounded as it is published. */
function shareCourse(
  series: Series,
  years: readonly number[],
  random: Random,
  nature: Nature,
): Map<number, number> {
  const top = series.indicator.hard?.[1] ?? 100;
  const target = series.segments.at(-1)?.high ?? 50;
  const [start, step] = startOf(series, target, top, years[0] ?? 0, random, nature);
  const decimals = random.pick([1, 2, 2]) ?? 2;
  let value = start;
  return new Map(
    years.map((year) => {
      value += nature.shareMove(random, step, value);
      value = Math.min(top === 100 ? 100 : top, Math.max(0, value));
      return [year, Number(value.toFixed(decimals))] as const;
    }),
  );
}

/** Where it stands in the beginning, and how it goes on a year; what is nearly reached moves little. */
function startOf(
  series: Series,
  target: number,
  top: number,
  first: number,
  random: Random,
  { start: parts }: Nature,
): [number, number] {
  const years = Math.max(4, (series.segments.at(-1)?.yearTo ?? first) - first);
  if (series.kind === 'change') {
    return [Math.min(target * random.between(4, 10), 60), -target * random.between(0.5, 1.1)];
  }
  if (series.direction === 'down') {
    const start = target * random.between(1, 1.8);
    return [start, ((target - start) * random.between(0.4, 1.3)) / years];
  }
  if (series.kind === 'maintain') return [Math.min(top, target * random.between(0.93, 1.01)), 0];
  const start = Math.min(top, target * random.between(...(target > 80 ? parts.nearWhole : parts.other)));
  return [start, ((target - start) * random.between(0.3, 1.2)) / years];
}

interface Size {
  part: number;
  people: number;
  nature: Nature;
}

/** What is counted or measured itself: flows, totals, levels, growth, ends without digits. */
function ownCourse(
  series: Series,
  years: readonly number[],
  random: Random,
  size: Size,
): Map<number, number> {
  const { indicator, kind } = series;
  const { measure, aggregation } = indicator;
  const segment = series.segments.at(-1) ?? series.segments[0];
  const target = segment.low ?? 1;
  const adds = (measure === 'count' || measure === 'amount') && aggregation === 'sum';
  const part = adds ? size.part : 1;
  if (measure === 'yes-no' || kind === 'milestone') return new Map(years.map((year) => [year, 1]));
  if (measure === 'ordinal') return new Map(years.map((year) => [year, Math.max(1, Math.round(target))]));
  if (kind === 'flow' || kind === 'total') {
    const yearly = kind === 'total' ? target / (segment.yearTo - segment.yearFrom + 1) : target;
    const level = yearly * part * random.between(0.75, 1.15);
    return new Map(
      years.map((year) => [
        year,
        whole(
          level * Math.exp(random.noise(size.nature.flowDeviation[kind === 'total' ? 'total' : 'year'])),
          indicator,
        ),
      ]),
    );
  }
  if (kind === 'growth') {
    const ratio = PER_RESIDENT[indicator.id] ?? OTHERWISE;
    const start = size.people * ratio * Math.exp(random.noise(0.2));
    return growing(start, years, random, indicator, size.nature, target / 100);
  }
  if (target === 0) {
    const start = size.people * 0.0015 * Math.exp(random.noise(0.7));
    let value = start;
    return new Map(
      years.map((year) => {
        value *= random.between(0.65, 0.9);
        return [year, whole(value, indicator)] as const;
      }),
    );
  }
  if (kind === 'change' || measure === 'index') return shareCourse(series, years, random, size.nature);
  if (indicator.cumulative === 'yes') {
    let value = target * part * random.between(0.2, 0.5);
    const step = ((target * part - value) * random.between(0.6, 1.1)) / years.length;
    return new Map(years.map((year) => [year, whole((value += step * random.between(0.3, 1.7)), indicator)]));
  }
  const start = target * part * (measure === 'amount' ? random.between(0.9, 1) : random.between(0.75, 1));
  return growing(start, years, random, indicator, size.nature);
}

function growing(
  start: number,
  years: readonly number[],
  random: Random,
  indicator: Indicator,
  nature: Nature,
  mean = 0.01,
): Map<number, number> {
  let value = start;
  return new Map(
    years.map((year) => {
      value *= nature.growth(random, mean, value, indicator.measure === 'amount');
      return [year, whole(value, indicator)] as const;
    }),
  );
}

function whole(value: number, { measure }: Indicator): number {
  return measure === 'count' ? Math.max(0, Math.round(value)) : Number(value.toFixed(1));
}
