import { round as rounded } from '../base/number.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { decimalsOf } from '../catalogue/decimals.ts';
import { perOf } from '../catalogue/per.ts';
import { parseRowKey } from '../observation/key.ts';
import { isYear } from '../period/period.ts';
import type { NewCell } from './cells.ts';
import { partsOf } from './changes-by-key.ts';
import type { Derived } from './derive.ts';
import { placeOf } from './earlier.ts';

/**
 * A share or rate of the year before the round of which nobody published a value, while numerator and denominator are
 * carried: it is named beside its blank cell, which is one for published values.
 */
export interface ComputedBefore {
  unit: string;
  key: string;
  period: string;
  /** In the indicator's unit, at its decimals. */
  value: number;
}

/** What numerators and denominators of the year before come to, by unit and row. */
export function computedBefore(
  cells: readonly NewCell[],
  filled: ReadonlySet<string>,
  {
    derive,
    catalogue,
  }: { derive: (unit: string, key: string, period: string) => Derived | null; catalogue: Catalogue },
): ComputedBefore[] {
  const ofKeys = new Map<string, { parts: readonly string[]; per: number; decimals: number } | null>();
  const madeOf = (key: string) => {
    let found = ofKeys.get(key);
    if (found === undefined) {
      const indicator = catalogue.indicators.get(parseRowKey(key)?.indicator ?? '');
      const per = indicator ? perOf(indicator) : null;
      const parts = partsOf(key, catalogue);
      found =
        indicator && per !== null && parts.length === 2
          ? { parts, per, decimals: decimalsOf(indicator) }
          : null;
      ofKeys.set(key, found);
    }
    return found;
  };
  const numberAt = (unit: string, key: string | undefined, period: string): number | null => {
    if (key === undefined || !filled.has(placeOf({ unit, key, period }))) return null;
    const derived = derive(unit, key, period);
    if (derived === null) return null;
    return derived.value !== null ? Number(derived.value) : derived.sign === '-' ? 0 : null;
  };
  return cells.flatMap(({ unit, key, period: ofRound, ofRound: isRound, tableOf }): ComputedBefore[] => {
    const of = isRound && isYear(ofRound) && tableOf === undefined ? madeOf(key) : null;
    const period = String(Number(ofRound) - 1);
    if (of === null || filled.has(placeOf({ unit, key, period }))) return [];
    const [top, bottom] = of.parts.map((part) => numberAt(unit, part, period));
    if (top === undefined || top === null || bottom === undefined || bottom === null || bottom === 0)
      return [];
    return [{ unit, key, period, value: rounded((top / bottom) * of.per, of.decimals) }];
  });
}
