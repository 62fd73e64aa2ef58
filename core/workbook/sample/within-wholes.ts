import type { Catalogue } from '../../catalogue/catalogue.ts';
import { limitOf } from '../../catalogue/limit.ts';
import type { Indicator } from '../../catalogue/schema.ts';
import { judgedNumber, type Figure } from '../../observation/figure.ts';
import { measured } from '../../observation/measured.ts';
import { figureKey, parseRowKey } from '../../observation/key.ts';
import { partsOf } from '../asked.ts';
import type { KnownFigures } from '../request.ts';

/**
 * Made-up figures of which no part is above its whole: what is above becomes a part of it.
 * @param divided the keys each count is divided by
 * @param part the size of a part, from 0 to 1, always the same for a key
 */
export function withinWholes(
  known: KnownFigures,
  catalogue: Catalogue,
  divided: ReadonlyMap<string, ReadonlySet<string>>,
  part: (key: string) => number,
): KnownFigures {
  const rowOf = (key: string) => {
    const row = parseRowKey(key);
    const indicator = row && catalogue.indicators.get(row.indicator);
    return row && indicator ? { indicator, stratum: row.stratum } : null;
  };
  const wholeValue = (key: string, period: number | string): Figure => {
    const row = rowOf(key);
    if (!row) return null;
    const { numerator, denominator } = partsOf(row.indicator, catalogue);
    const ofPart = (of: Indicator | null) => (of ? figure(figureKey(of.id, row.stratum), period) : null);
    return measured(row.indicator, {
      published: figure(key, period),
      numerator: ofPart(numerator),
      denominator: ofPart(denominator),
    });
  };
  const figure: KnownFigures['figure'] = (key, period) => {
    const value = known.figure(key, period);
    const row = rowOf(key);
    if (typeof value !== 'number' || !row) return value;
    const wholes = [...(divided.get(key) ?? []), ...wholeKeys(row.indicator, row.stratum, catalogue)];
    const limits = wholes.flatMap((whole) => judgedNumber(wholeValue(whole, period)) ?? []);
    const limit = Math.min(...limits);
    if (value <= limit) return value;
    const reduced = limit * part(key);
    return row.indicator.measure === 'count' ? Math.floor(reduced) : Math.floor(reduced * 100) / 100;
  };
  return { ...known, figure };
}

/** Keys of every whole an indicator is part of and of what it is never above, whether or not they have figures. */
export function wholeKeys(indicator: Indicator, stratum: string | null, catalogue: Catalogue): string[] {
  const keys: string[] = [];
  let isPart = indicator.partOf !== undefined;
  for (
    let whole = limitOf(indicator);
    whole !== undefined && !keys.includes(figureKey(whole, stratum));
    whole = limitOf(catalogue.indicators.get(whole))
  ) {
    keys.push(figureKey(whole, stratum));
    if (!isPart && stratum !== null) keys.push(figureKey(whole, null));
    isPart &&= catalogue.indicators.get(whole)?.partOf !== undefined;
  }
  if (stratum !== null && indicator.aggregation === 'sum') keys.push(figureKey(indicator.id, null));
  return keys;
}
