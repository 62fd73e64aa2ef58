import { compare } from '../base/number.ts';
import { groupedBy, type ComparedFigure, type UnitFigures } from './across-units.ts';

/**
 * Returns of a folder that hold the same digits: a sheet was copied from another unit, or from another round of the
 * same one. Nobody's figures are another's to the last digit, but for small and round ones.
 */

/** Fewer figures alike are chance. A convention. */
const FEWEST_ALIKE = 5;
/** Of the figures that both have, so many are alike. A convention. */
const PART_ALIKE = 0.6;
/** Figures of fewer digits are alike by chance. A convention. */
const FEWEST_DIGITS = 3;
/** What so many returns have alike says nothing of any two. A convention. */
const MOST_SHARING = 6;

/** Two returns that are not of one unit and round, and hold the same figures. */
export interface CopiedFigures<Whose> {
  one: Whose;
  other: Whose;
  /** Figures alike, of those with digits enough that both have. */
  alike: number;
  both: number;
  example: ComparedFigure;
}

interface Return<Whose> extends UnitFigures {
  whose: Whose;
  telling: ReadonlyMap<string, ComparedFigure>;
}

/** Gathers returns, and finds those that hold each other's figures. */
export class CopiedReturns<Whose> {
  readonly #returns: Return<Whose>[] = [];

  add(whose: Whose, figures: UnitFigures): void {
    const telling = new Map(
      figures.figures.flatMap((one) => (isTelling(one.value) ? [[one.key, one] as const] : [])),
    );
    this.#returns.push({ ...figures, whose, telling });
  }

  /** In the order in which the returns came. */
  get found(): CopiedFigures<Whose>[] {
    const held = this.#returns.flatMap(({ telling }, at) =>
      [...telling].map(([key, { value }]) => ({ at, id: `${key}|${value.toPrecision(12)}` })),
    );
    const holders = groupedBy(held, ({ id }) => id);
    const alike = new Map<string, number>();
    for (const holding of holders.values()) {
      if (holding.length > MOST_SHARING) continue;
      for (const [place, { at: one }] of holding.entries())
        for (const { at: other } of holding.slice(place + 1))
          alike.set(`${one}|${other}`, (alike.get(`${one}|${other}`) ?? 0) + 1);
    }
    return [...alike.keys()]
      .map((pair) => pair.split('|').map(Number) as [number, number])
      .sort(([a, b], [c, d]) => a - c || b - d)
      .flatMap(([one, other]) => this.#pair(one, other, alike.get(`${one}|${other}`) ?? 0));
  }

  #pair(at: number, otherAt: number, alike: number): CopiedFigures<Whose>[] {
    const [one, other] = [this.#returns[at], this.#returns[otherAt]];
    if (!one || !other || alike < FEWEST_ALIKE) return [];
    // Two plans ask one unit for the same figure, and two files may be the same return.
    if (one.unit === other.unit && one.round === other.round) return [];
    const both = [...one.telling.keys()].filter((key) => other.telling.has(key));
    if (compare(alike, PART_ALIKE * both.length) < 0) return [];
    const key = both.find(
      (of) => compare(one.telling.get(of)?.value ?? 0, other.telling.get(of)?.value ?? 1) === 0,
    );
    const example = key === undefined ? undefined : one.telling.get(key);
    return example ? [{ one: one.whose, other: other.whose, alike, both: both.length, example }] : [];
  }
}

/** Whether a number has digits enough to be one unit's alone: 4 213 and 45,3 have, 100 and 4 200 have not. */
function isTelling(value: number): boolean {
  const digits = (value.toPrecision(12).split('e', 1)[0] ?? '').replace('.', '').replace(/^0+/u, '');
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return end >= FEWEST_DIGITS;
}
