import { compare } from '../../base/number.ts';
import { literal } from '../../target/formula.ts';
import { compared, ifNumbers, numberIn, type RawCell } from './cell.ts';
import { exchanged, exchangedFormula, lastPlace, PAIRS } from './exchanged-digits.ts';
import { portionsOf, wholesOf } from './expected.ts';
import type { FigureContext, FigureSurroundings } from './surroundings.ts';

/** Whether two exchanged digits may as well be those of a part or of the whole, in TypeScript and in Excel side by side. */

/** How far a figure lies from what nearly all of another come to, and what part of that is left with two digits exchanged. */
export const OF_NEARLY_ALL = { from: 0.2, part: 0.5 } as const;
/** Of more parts a formula would be too long. */
const LOOKED_AT = 2;

type Beside<Part> = Pick<FigureSurroundings<Part>, 'portions' | 'denominators'>;

/** Whether the slip may as well be that of a part, or rather of the whole: these say it then. */
export function isOfOthers(
  context: FigureContext,
  { figure, portions, denominators }: { figure: number } & Beside<RawCell>,
): boolean {
  return isOfPart(context, figure, portions) || isOfWhole(context, figure, denominators);
}

/** {@link isOfOthers} in Excel; null where there are none. */
export function ofOthersFormula(
  context: FigureContext,
  { figure, portions, denominators }: { figure: string } & Beside<string>,
): string | null {
  const others = [ofPartFormula(context, figure, portions), ofWholeFormula(context, figure, denominators)];
  const conditions = others.flatMap((is) => is ?? []);
  return conditions.length > 1 ? `OR(${conditions.join(',')})` : (conditions[0] ?? null);
}

/** The first parts of a figure that it is expected by, and the share of it that each is to be. */
function partsOf<Part>(context: FigureContext, portions: readonly Part[]): { part: Part; share: number }[] {
  return portionsOf(context)
    .slice(0, LOOKED_AT)
    .flatMap(({ at, times }) => {
      const part = portions[at];
      return part === undefined ? [] : [{ part, share: Number((1 / times).toPrecision(6)) }];
    });
}

/**
 * Whether the slip may as well be the part's, which says it then: with two of its digits exchanged it would fit. Of two
 * parts that would both have to be wrong neither is, but the whole.
 */
function isOfPart(context: FigureContext, figure: number, portions: readonly RawCell[]): boolean {
  const fitting = partsOf(context, portions).filter(({ part: cell, share }) => {
    const part = numberIn(cell);
    if (part === null || part <= 0) return false;
    const [expected, last] = [share * figure, lastPlace(context)];
    const { from, part: rest } = OF_NEARLY_ALL;
    const near = Math.min(rest * Math.abs(part - expected), from * expected);
    return PAIRS.some((pair) => compare(Math.abs(exchanged(part, pair, last) - expected), near) < 0);
  });
  return fitting.length === 1;
}

/** {@link isOfPart} in Excel; null where it has no parts. */
function ofPartFormula(context: FigureContext, figure: string, portions: readonly string[]): string | null {
  const conditions = partsOf(context, portions).map(({ part, share }) => {
    const [expected, last] = [`${literal(share)}*${figure}`, lastPlace(context)];
    const off = PAIRS.map((pair) => `ABS(${exchangedFormula(part, pair, last)}-${expected})`);
    const { from, part: rest } = OF_NEARLY_ALL;
    const near = `MIN(${literal(rest)}*ABS(${part}-${expected}),${literal(from)}*${expected})`;
    const fits = `${compared(`MIN(${off.join(',')})`, near)}<0`;
    return ifNumbers([part], `IF(${part}>0,${fits},FALSE)`);
  });
  if (conditions.length === 0) return null;
  // One of the two.
  return conditions.length === 1 ? conditions.join('') : `(${conditions.map((is) => `(${is})`).join('<>')})`;
}

/** The wholes that say it themselves where two of their digits exchanged fit both parts, and what part of each is expected. */
function sharedWholes<Part>(
  context: FigureContext,
  denominators: readonly Part[],
): { whole: Part; times: number }[] {
  return wholesOf(context).flatMap(({ at, times, closeness }) => {
    const whole = denominators[at];
    const isShared = closeness === 'nearWhole' && context.shares[at]?.hasSibling === true;
    return isShared && whole !== undefined ? [{ whole, times }] : [];
  });
}

/** Whether the slip is rather of the whole that other figures are parts of: with two of its digits exchanged this one fits. */
function isOfWhole(context: FigureContext, figure: number, denominators: readonly RawCell[]): boolean {
  return sharedWholes(context, denominators).some(({ whole: cell, times }) => {
    const whole = numberIn(cell);
    if (whole === null || whole <= 0) return false;
    const { from } = OF_NEARLY_ALL;
    return PAIRS.some((pair) => {
      const off = Math.abs(times * exchanged(whole, pair, lastPlace(context)) - figure);
      return compare(off, from * figure) < 0;
    });
  });
}

/** {@link isOfWhole} in Excel; null where it shares no whole. */
function ofWholeFormula(
  context: FigureContext,
  figure: string,
  denominators: readonly string[],
): string | null {
  const conditions = sharedWholes(context, denominators).map(({ whole, times }) => {
    const off = PAIRS.map(
      (pair) => `ABS(${literal(times)}*${exchangedFormula(whole, pair, lastPlace(context))}-${figure})`,
    );
    const { from } = OF_NEARLY_ALL;
    const fits = `${compared(`MIN(${off.join(',')})`, `${literal(from)}*${figure}`)}<0`;
    return ifNumbers([whole], `IF(${whole}>0,${fits},FALSE)`);
  });
  if (conditions.length === 0) return null;
  return conditions.length === 1 ? conditions.join('') : `OR(${conditions.join(',')})`;
}
