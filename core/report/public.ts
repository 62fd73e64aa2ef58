import type { PublicFigures } from '../consolidate/public/public.ts';
import { isOfPeople } from '../consolidate/public/people.ts';
import { figureKey } from '../observation/key.ts';
import { isSmall } from '../suppress/family.ts';
import { NOTHING } from './figures.ts';
import type { JudgedTarget } from './judge.ts';

/** What is published of a round and of the years before, all of it together. */
export interface Published {
  threshold: number;
  /** A figure is hidden where any of these hides it. */
  figures: readonly PublicFigures[];
}

/** Whether a column must not be shown, of a province or of a unit. */
type Hides = (figures: PublicFigures, column: string) => boolean;

/** Targets of a province as they may be published. */
export function publicOfProvince(
  judged: readonly JudgedTarget[],
  province: string,
  published: Published,
): JudgedTarget[] {
  return judged.map((one) =>
    publicTarget(one, published, (figures, key) => figures.hidesTotal(key, province)),
  );
}

/** Targets of a unit as they may be published. */
export function publicOfUnit(
  judged: readonly JudgedTarget[],
  unit: string,
  published: Published,
): JudgedTarget[] {
  return judged.map((one) => publicTarget(one, published, (figures, key) => figures.hidesUnit(unit, key)));
}

/**
 * A target of which any figure is hidden in any year says nothing at all: verdict, gap, share, path, change and rank
 * are computed from it, and counts of verdicts would tell it.
 */
function publicTarget(one: JudgedTarget, { threshold, figures }: Published, hides: Hides): JudgedTarget {
  const { series, gap, base } = one;
  const { indicator, stratum } = series;
  const keys = [indicator.id, indicator.numerator, indicator.denominator].flatMap((id) =>
    id === undefined ? [] : [figureKey(id, stratum?.id ?? null)],
  );
  const isSmallBaseline = isOfPeople(indicator) && base !== null && isSmall(base, threshold);
  if (!isSmallBaseline && !figures.some((each) => keys.some((key) => hides(each, key)))) return one;
  return {
    ...one,
    verdict: 'hidden',
    gap: {
      ...gap,
      verdict: 'noFigure',
      figure: null,
      result: null,
      gap: null,
      pathGap: null,
      missing: null,
      shortfall: null,
      pace: null,
      path: [],
      reached: [],
    },
    base: null,
    done: null,
    held: NOTHING,
    open: null,
    before: null,
  };
}
