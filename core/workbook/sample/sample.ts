import type { Catalogue } from '../../catalogue/catalogue.ts';
import { perOf } from '../../catalogue/per.ts';
import type { Indicator } from '../../catalogue/schema.ts';
import type { Figure } from '../../observation/figure.ts';
import type { LivePlan } from '../../plan/model.ts';
import { lastMonth, parsePeriod, shareOfYear, type Period } from '../../period/period.ts';
import type { Series } from '../../target/series.ts';
import { seriesOf } from '../../target/plan-series.ts';
import { figureKey, parseRowKey } from '../../observation/key.ts';
import type { Unit } from '../../unit/unit.ts';
import { partsOf } from '../asked.ts';
import type { Baseline, KnownFigures } from '../request.ts';
import { wholeKeys, withinWholes } from './within-wholes.ts';
import { kindOf } from '../../target/kinds/index.ts';

const SOURCE = 'Số liệu mẫu';

/**
 * Made-up figures for trying a workbook out: the same for the same plan and unit, plausible in size, with
 * falling and rising indicators, zeros, signs and gaps. They are never meant to be taken for real ones.
 * @param gaps leave some cells blank, as a workbook that is not finished yet; else those hold `...`
 */
export function sampleFigures(
  plans: readonly LivePlan[],
  catalogue: Catalogue,
  { id: unitId, level }: Pick<Unit, 'id' | 'level'>,
  { gaps }: { gaps: boolean } = { gaps: true },
): KnownFigures {
  const series = plans.flatMap(seriesOf);
  const scale = level === 'commune' ? OF_COMMUNE : 1;
  const start = Math.min(...plans.map((plan) => plan.file.period.from));
  const bySeriesKey = new Map<string, Series>();
  const numerators = new Map<string, Series>();
  const denominators = new Map<string, Indicator>();
  const divided = new Map<string, Set<string>>();
  for (const one of series) {
    const stratum = one.stratum?.id ?? null;
    const key = figureKey(one.indicator.id, stratum);
    if (!bySeriesKey.has(key)) bySeriesKey.set(key, one);
    const { numerator, denominator } = partsOf(one.indicator, catalogue);
    if (denominator) denominators.set(figureKey(denominator.id, stratum), denominator);
    if (numerator && denominator) {
      const counted = figureKey(numerator.id, stratum);
      divided.set(counted, (divided.get(counted) ?? new Set()).add(figureKey(denominator.id, stratum)));
    }
    if (numerator && !numerators.has(figureKey(numerator.id, stratum))) {
      numerators.set(figureKey(numerator.id, stratum), one);
    }
  }
  const part = (key: string) => 0.3 + 0.5 * fraction(`${unitId}|${key}|part`);
  const size = (key: string): number => {
    const indicator = denominators.get(key);
    const own = Math.ceil(sizeOf(indicator, key, unitId) * scale);
    if (!indicator) return own;
    const stratum = parseRowKey(key)?.stratum ?? null;
    const wholes = [...(divided.get(key) ?? []), ...wholeKeys(indicator, stratum, catalogue)]
      .filter((whole) => denominators.has(whole))
      .map(size);
    const limit = Math.min(...wholes, indicator.hard?.[1] ?? Infinity);
    return own < 0.8 * limit ? own : Math.round(limit * part(key));
  };
  const share = (one: Series, year: number) => {
    const value = courseOf(one, unitId, year);
    return one.indicator.measure === 'count' && value >= SMALL ? value * scale : value;
  };

  const ofYear = (key: string, year: number): Figure => {
    const chance = fraction(`${unitId}|${key}|${year}`);
    if (denominators.has(key)) return Math.round(size(key) * (1 + 0.008 * (year - start)));
    const sign = signFor(chance, gaps);
    if (sign !== undefined) return sign;
    const own = bySeriesKey.get(key);
    const counted = numerators.get(key);
    if (counted) {
      const stratum = counted.stratum?.id ?? null;
      const { denominator } = partsOf(counted.indicator, catalogue);
      const per = perOf(counted.indicator) ?? 1;
      const under = denominator ? size(figureKey(denominator.id, stratum)) : 1;
      return Math.round((share(counted, year) / per) * under);
    }
    if (!own) return null;
    // Only a few units know nothing but the published rate.
    if (perOf(own.indicator) !== null && fraction(`${unitId}|${key}|published`) > 0.15) return null;
    return rounded(own, share(own, year));
  };

  const known: KnownFigures = {
    figure(key, period) {
      const asked = parsePeriod(String(period));
      if (asked?.frequency === 'year') return ofYear(key, asked.year);
      const sign = signFor(fraction(`${unitId}|${key}|${period}`), gaps);
      if (asked === null || sign !== undefined) return asked === null ? null : (sign ?? null);
      const [before, whole] = [ofYear(key, asked.year - 1), ofYear(key, asked.year)];
      if (typeof whole !== 'number') return whole;
      const one = bySeriesKey.get(key) ?? numerators.get(key);
      return partOf(asked, one, typeof before === 'number' ? before : whole, whole);
    },
    source: (key, period) => (known.figure(key, period) === null ? null : SOURCE),
    baseline(key): Baseline {
      const own = bySeriesKey.get(key);
      if (!own || fraction(`${unitId}|${key}|base`) < 0.1) return { year: null, value: null, source: null };
      const year = own.segments[0].statement.baseYear ?? start - 1;
      return { year, value: rounded(own, share(own, year)), source: SOURCE };
    },
  };
  return withinWholes(known, catalogue, divided, part);
}

/**
 * A figure for a part of a year: of what is counted anew each year a part, of everything else the way from
 * last year's figure to this year's.
 */
function partOf(period: Period, series: Series | undefined, before: number, whole: number): number {
  const rounded = (value: number) => (Number.isInteger(whole) ? Math.round(value) : Number(value.toFixed(2)));
  const until = lastMonth(period) / 12;
  if (!series || !kindOf(series).addsUp) return rounded(before + (whole - before) * until);
  // Of sums from the start of the year, so that periods add up to them.
  return rounded(rounded(whole * until) - rounded(whole * (until - shareOfYear(period))));
}

/** About one figure in eight is a gap or a sign. */
function signFor(chance: number, gaps: boolean): Figure | undefined {
  if (chance < 0.04) return gaps ? null : '...';
  if (chance < 0.06) return '-';
  if (chance < 0.09) return '...';
  if (chance < 0.11) return 'x';
  if (chance < 0.13) return 0;
  return undefined;
}

/** A course towards the target: some series lie ahead of it, some behind. */
function courseOf(series: Series, unitId: string, year: number): number {
  const { indicator, segments } = series;
  const seed = `${unitId}|${series.indicator.id}|${series.stratum?.id ?? ''}`;
  const drive = 0.5 + fraction(`${seed}|drive`);
  const last = segments.at(-1) ?? segments[0];
  const sign = series.direction === 'down' ? -1 : 1;
  const goal = last.low ?? 1;
  const { hasValue, isRate, isRelative, isSinceBase, addsUp, isOfPeriod } = kindOf(series);
  if (!hasValue || indicator.measure === 'yes-no') return drive > 0.9 ? 1 : 0;
  if (indicator.measure === 'ordinal') return Math.max(1, Math.round(goal + (drive < 0.8 ? 1 : 0)));
  if (isRate && !isRelative) {
    const start = 12 + 25 * fraction(`${seed}|start`);
    return bounded(indicator, start + sign * goal * drive * (year - (last.yearFrom - 1)));
  }
  if (isRelative) {
    const chance = fraction(`${seed}|start`);
    const start = (indicator.hard?.[1] ?? Infinity) <= 100 ? 5 + 25 * chance : 1_000 + 9_000 * chance;
    const since = last.statement.baseYear ?? last.yearFrom - 1;
    const years = isSinceBase ? (year - since) / (last.yearTo - since) : year - (last.yearFrom - 1);
    return bounded(indicator, start * Math.max(0.1, 1 + (sign * goal * drive) / 100) ** years);
  }
  if (isOfPeriod)
    return (goal / (last.yearTo - last.yearFrom + 1)) * (0.6 + 0.8 * fraction(`${seed}|${year}`));
  if (addsUp) return goal * (0.85 + 0.3 * fraction(`${seed}|${year}`));
  const from = goal === 0 ? 8 : goal * (1 - sign * 0.35);
  const years = Math.max(1, last.yearTo - (last.yearFrom - 6));
  const progress = (drive * (year - (last.yearTo - years))) / years;
  const noise = 1 + 0.02 * (fraction(`${seed}|${year}`) - 0.5);
  return bounded(indicator, (from + (goal - from) * progress) * noise);
}

function bounded(indicator: Indicator, value: number): number {
  const [low, high] = indicator.hard ?? [0, Number.MAX_SAFE_INTEGER];
  return Math.min(high, Math.max(low, value));
}

function rounded(series: Series, value: number): number {
  const whole =
    series.indicator.measure === 'count' ||
    series.indicator.measure === 'ordinal' ||
    series.indicator.measure === 'yes-no';
  return whole ? Math.round(value) : Number(value.toFixed(2));
}

/** What a commune has of the counts of a district: a district had about twenty. */
const OF_COMMUNE = 0.05;

/** Counts below it may be a commune's own as they are. */
const SMALL = 100;

/** Sizes of the counts that shares divide by: hundreds of villages, tens of thousands of people. */
function sizeOf(indicator: Indicator | undefined, key: string, unitId: string): number {
  const chance = fraction(`${unitId}|${key}|size`);
  const people = indicator?.unit === 'người' || indicator?.unit === 'hộ';
  // Residents, of whom all others are some.
  if (indicator?.perThousand?.[0] === 1_000) return Math.round(120_000 + 80_000 * chance);
  return Math.round(people ? 20_000 + 80_000 * chance : 60 + 200 * chance);
}

/** A number from 0 to 1 that depends on nothing but the text (FNV-1a, 32 bit). */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return ((hash ^ (hash >>> 15)) >>> 0) / 0xffff_ffff;
}
