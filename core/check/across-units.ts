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

/** What a return has for its unit in its round. */
export interface UnitFigures {
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
    const peers = groupedBy(this.#returns, ({ level, round }) => `${level}|${round}`);
    return [...peers.values()].flatMap((alike) => farAmong(alike));
  }
}

function farAmong<Whose>(returns: readonly (UnitFigures & { whose: Whose })[]): FarFromOthers<Whose>[] {
  if (returns.length <= FEWEST_OTHERS) return [];
  const sizes = sizesOf(returns);
  const perSize = ({ value, adds }: ComparedFigure, at: number): number | null => {
    const size = sizes[at] ?? null;
    if (!adds) return value;
    return size === null ? null : value / size;
  };
  const all = returns.map(({ figures }, at) =>
    figures.flatMap((figure) => {
      const compared = perSize(figure, at);
      return compared === null ? [] : [{ at, figure, compared }];
    }),
  );
  const byKey = groupedBy(all.flat(), ({ figure }) => figure.key);
  return all.flat().flatMap(({ at, figure, compared }): FarFromOthers<Whose>[] => {
    const others = (byKey.get(figure.key) ?? []).flatMap((one) => (one.at === at ? [] : [one.compared]));
    const [whose, usual] = [returns[at]?.whose, median(others)];
    if (whose === undefined || usual === null || others.length < FEWEST_OTHERS) return [];
    const nearest = Math.min(...others.map((other) => timesApart(compared, other)));
    if (timesApart(compared, usual) < FAR || nearest < FAR_FROM_NEAREST) return [];
    const scaled = (usual * figure.value) / compared;
    if (figure.adds && Math.max(figure.value, scaled) < SMALLEST_COUNT) return [];
    return [{ whose, figure, usual: scaled, others: others.length }];
  });
}

/**
 * How large each unit is beside the others, by all its counts together: the median of what each count says, which
 * one that slipped does not move.
 */
function sizesOf(returns: readonly UnitFigures[]): (number | null)[] {
  const counts = returns.map(({ figures }) => figures.filter(({ adds }) => adds));
  const byKey = groupedBy(counts.flat(), ({ key }) => key);
  const middle = new Map([...byKey].map(([key, list]) => [key, median(list.map(({ value }) => value))]));
  return counts.map((own) =>
    own.length < FEWEST_COUNTS
      ? null
      : median(
          own.flatMap(({ key, value }) => {
            const usual = middle.get(key) ?? null;
            return usual === null ? [] : [value / usual];
          }),
        ),
  );
}

function groupedBy<One>(all: readonly One[], keyOf: (one: One) => string): Map<string, One[]> {
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

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}
