import { median } from '../base/number.ts';
import type { WorkbookRequest } from '../workbook/request.ts';
import { placed } from '../workbook/placed.ts';
import { figureName } from '../workbook/wording.ts';

/**
 * Units of one level and round hold each other's figures: rates are of a size, and so are counts once the units are
 * made alike large. It is done over a folder of returns, where a cell can see its own workbook only.
 */

/** Further than this from what the others have, a figure is in a wrong unit or lacks digits. A convention. */
const FAR = 30;
/** And from the nearest of them: where units differ that much by nature, some other one is near. A convention. */
const FAR_FROM_NEAREST = 10;
/** Fewer other units say nothing. */
const FEWEST_OTHERS = 4;
/** Fewer counts do not say how large a unit is. */
const FEWEST_COUNTS = 3;
/** A count below this, where the others would have it no larger, is too small to tell. A convention. */
const SMALLEST_COUNT = 50;

/** A figure of the round, as the units are compared by it. */
export interface ComparedFigure {
  key: string;
  name: { vi: string; en: string };
  unit: string;
  value: number;
  /** A count or amount, which is larger in a larger unit. */
  adds: boolean;
}

/**
 * Units of a level differ in size by a few times; all counts of one that are so many times the usual unit's, and so many
 * times the nearest unit's, were typed in another unit of measure. Conventions.
 */
const OTHER_SIZE = { fromUsual: 6, fromNearest: 4 } as const;

/** What a return has for its unit in its round. */
export interface UnitFigures {
  /** Id of the unit; what several returns have for one is no measure of another unit twice. */
  unit: string;
  level: string;
  round: string;
  figures: readonly ComparedFigure[];
}

/** A figure that is far from what the other units have. */
export interface FarFromOthers<Whose> {
  whose: Whose;
  figure: ComparedFigure;
  /** What it would be as in the other units. */
  usual: number;
  others: number;
}

/** A return all of whose counts are far from those of the other units. */
export interface OtherSize<Whose> {
  whose: Whose;
  /** How many times the usual unit it is. */
  times: number;
  others: number;
}

/** The typed numbers of a return that other units have too; made-up figures say nothing of anybody. */
export function unitFigures(request: WorkbookRequest): UnitFigures | null {
  const { unit, reporter, reporting, known, sample } = request;
  if (sample || reporter.id !== unit.id) return null;
  const figures = placed(request).asked.figures.flatMap(({ key, indicator, stratum }): ComparedFigure[] => {
    const value = known.figure(key, reporting.period);
    const { measure } = indicator;
    if (typeof value !== 'number' || value <= 0 || measure === 'ordinal' || measure === 'yes-no') return [];
    const adds = indicator.aggregation === 'sum' && (measure === 'count' || measure === 'amount');
    const { en } = indicator.name;
    const name = {
      vi: figureName(indicator, stratum),
      en: stratum ? `${en} – ${stratum.name.en}` : en,
    };
    return [{ key, name, unit: indicator.unit, value, adds }];
  });
  return { unit: unit.id, level: unit.level, round: reporting.period, figures };
}

/** Gathers the figures of returns, and finds those that are far from everybody else's. */
export class AcrossUnits<Whose> {
  readonly #returns: (UnitFigures & { whose: Whose })[] = [];

  add(whose: Whose, figures: UnitFigures): void {
    this.#returns.push({ ...figures, whose });
  }

  /** In the order in which the returns came. */
  get found(): FarFromOthers<Whose>[] {
    return this.#peers.flatMap((alike) => farAmong(alike));
  }

  /** Returns whose figures all fit each other, and a unit many times as large or small as the others. */
  get ofOtherSize(): OtherSize<Whose>[] {
    return this.#peers.flatMap((alike) => otherSizesAmong(alike));
  }

  get #peers(): (UnitFigures & { whose: Whose })[][] {
    return [...groupedBy(this.#returns, ({ level, round }) => `${level}|${round}`).values()];
  }
}

function farAmong<Whose>(returns: readonly (UnitFigures & { whose: Whose })[]): FarFromOthers<Whose>[] {
  const measures = [...groupedBy(returns, ({ unit }) => unit).values()].flatMap((of) => onceOf(of) ?? []);
  if (measures.length < FEWEST_OTHERS) return [];
  const middle = middleOf(measures);
  const byKey = groupedBy(measures.flatMap(comparedBy(middle)), ({ figure }) => figure.key);
  return returns.flatMap((one) =>
    comparedBy(middle)(one).flatMap(({ figure, compared }): FarFromOthers<Whose>[] => {
      const others = (byKey.get(figure.key) ?? []).flatMap((other) =>
        other.unit === one.unit ? [] : [other.compared],
      );
      const usual = medianOf(others);
      if (usual === null || others.length < FEWEST_OTHERS) return [];
      const nearest = Math.min(...others.map((other) => timesApart(compared, other)));
      if (timesApart(compared, usual) < FAR || nearest < FAR_FROM_NEAREST) return [];
      const scaled = (usual * figure.value) / compared;
      if (figure.adds && Math.max(figure.value, scaled) < SMALLEST_COUNT) return [];
      return [{ whose: one.whose, figure, usual: scaled, others: others.length }];
    }),
  );
}

function otherSizesAmong<Whose>(returns: readonly (UnitFigures & { whose: Whose })[]): OtherSize<Whose>[] {
  const measures = [...groupedBy(returns, ({ unit }) => unit).values()].flatMap((of) => onceOf(of) ?? []);
  const middle = middleOf(measures);
  const sizes = measures.flatMap(({ unit, figures }) => {
    const size = sizeOf(figures, middle);
    return size === null ? [] : [{ unit, size }];
  });
  return returns.flatMap(({ whose, unit, figures }): OtherSize<Whose>[] => {
    const others = sizes.flatMap((other) => (other.unit === unit ? [] : [other.size]));
    const [own, usual] = [sizeOf(figures, middle), medianOf(others)];
    if (own === null || usual === null || others.length < FEWEST_OTHERS) return [];
    const nearest = Math.min(...others.map((other) => timesApart(own, other)));
    const isOther = timesApart(own, usual) >= OTHER_SIZE.fromUsual && nearest >= OTHER_SIZE.fromNearest;
    return isOther ? [{ whose, times: own / usual, others: others.length }] : [];
  });
}

/** The figures of all returns of a unit, each once; null where two say different things: nobody knows which is right. */
function onceOf(returns: readonly UnitFigures[]): UnitFigures | null {
  const [first] = returns;
  if (!first) return null;
  const byKey = new Map<string, ComparedFigure>();
  for (const figure of returns.flatMap(({ figures }) => figures)) {
    const known = byKey.get(figure.key);
    if (known && known.value !== figure.value) return null;
    byKey.set(figure.key, figure);
  }
  return { ...first, figures: [...byKey.values()] };
}

/** Figures of a unit as they are compared: counts for its size, which is not known of every unit. */
function comparedBy(middle: ReadonlyMap<string, number | null>) {
  return ({ unit, figures }: UnitFigures) => {
    const size = sizeOf(figures, middle);
    return figures.flatMap((figure) => {
      const compared = !figure.adds ? figure.value : size === null ? null : figure.value / size;
      return compared === null ? [] : [{ unit, figure, compared }];
    });
  };
}

/** What the unit in the middle has, of every count. */
function middleOf(units: readonly UnitFigures[]): Map<string, number | null> {
  const counts = units.flatMap(({ figures }) => figures.filter(({ adds }) => adds));
  const byKey = groupedBy(counts, ({ key }) => key);
  return new Map([...byKey].map(([key, list]) => [key, medianOf(list.map(({ value }) => value))]));
}

/**
 * How large a unit is beside the others, by all its counts together: the median of what each count says, which
 * one that slipped does not move.
 */
function sizeOf(
  figures: readonly ComparedFigure[],
  middle: ReadonlyMap<string, number | null>,
): number | null {
  const own = figures.filter(({ adds }) => adds);
  if (own.length < FEWEST_COUNTS) return null;
  return medianOf(
    own.flatMap(({ key, value }) => {
      const usual = middle.get(key) ?? null;
      return usual === null ? [] : [value / usual];
    }),
  );
}

/** In order of first appearance. */
export function groupedBy<One>(all: readonly One[], keyOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

function timesApart(one: number, other: number): number {
  return one > other ? one / other : other / one;
}

/** Null of none. */
function medianOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : median(values);
}
