import type { Indicator, Stratum } from '../../catalogue/schema.ts';
import { figureKey } from '../../observation/key.ts';
import type { AskedFigure } from '../../workbook/asked.ts';
import type { FigureRow } from '../../workbook/input-rows.ts';
import type { InputSheetLayout } from '../../workbook/layout.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import type { Divisions } from './divisions.ts';
import { closenessWithout, NEAR_WHOLE } from './expected.ts';
import { printedValues, type PrintedValue } from './printed.ts';
import type { Closeness, DividedShare, Named } from './surroundings.ts';
import { countsWholeThings } from '../../catalogue/whole-things.ts';
import { limitOf } from '../../catalogue/limit.ts';
import { kindOf } from '../../target/kinds/index.ts';

/** A row of the workbook that a figure is looked at beside. */
export interface NamedKey {
  key: string;
  name: Named;
}

/** The counts that shares and rates of the workbook divide a count by. */
export function dividingBy(
  { key, indicator, stratum }: AskedFigure,
  { dividing, dividedBy }: Divisions,
  { unit }: Pick<WorkbookRequest, 'unit'>,
): (NamedKey & { share: DividedShare })[] {
  const found = new Map<string, NamedKey & { share: DividedShare }>();
  for (const { series, denominator, isPart } of dividing(key)) {
    if (!denominator) continue;
    const named = namedKey(denominator, stratum);
    const printed = [...(found.get(named.key)?.share.printed ?? []), ...printedValues([series], unit)];
    const hasSibling = dividedBy(named.key).some(
      (other) =>
        other.numerator?.id !== indicator.id &&
        other.isPart &&
        isOfNearlyAll(printedValues([other.series], unit)),
    );
    found.set(named.key, { ...named, share: { indicator: series.indicator, isPart, hasSibling, printed } });
  }
  return [...found.values()];
}

/** Whether a plan asks for nearly everybody. */
function isOfNearlyAll(printed: readonly PrintedValue[]): boolean {
  return printed.some(({ of, low, high }) => of === 'standing' && (low + high) / 2 >= NEAR_WHOLE);
}

/** The counts that shares divide by this one, and those the catalogue calls parts of it. */
export function portionsOf(
  { key, stratum }: AskedFigure,
  { dividedBy, partsIn }: Divisions,
  { unit }: Pick<WorkbookRequest, 'unit'>,
): (NamedKey & { share: DividedShare | null })[] {
  const found = new Map<string, NamedKey & { share: DividedShare | null }>();
  for (const { series, numerator, isPart } of dividedBy(key)) {
    if (!numerator || !isPart) continue;
    const named = namedKey(numerator, stratum);
    const printed = [...(found.get(named.key)?.share?.printed ?? []), ...printedValues([series], unit)];
    found.set(named.key, { ...named, share: { indicator: series.indicator, isPart, printed } });
  }
  for (const { indicator } of partsIn(key)) {
    const named = namedKey(indicator, stratum);
    if (!found.has(named.key)) found.set(named.key, { ...named, share: null });
  }
  return [...found.values()];
}

/**
 * The wholes of a figure that the workbook has: the nearest one up the chain of `partOf` and `notAbove`, and for a
 * stratum of what adds up the figure without stratum. Of shares and averages a stratum may lie above the whole.
 */
export function wholesOf(
  { indicator, stratum }: AskedFigure,
  { catalogue }: WorkbookRequest,
  hasCell: (key: string) => boolean,
): NamedKey[] {
  const wholes: NamedKey[] = [];
  const next = (of: Indicator) => catalogue.indicators.get(limitOf(of) ?? '');
  const seen = new Set<string>([indicator.id]);
  let isPart = indicator.partOf !== undefined;
  let whole = next(indicator);
  while (whole && !seen.has(whole.id)) {
    seen.add(whole.id);
    // A count of a group of people is not above a count of everybody either.
    const named = (isPart ? [stratum] : [stratum, null])
      .map((of) => namedKey(whole as Indicator, of))
      .find(({ key }) => hasCell(key));
    if (named) {
      wholes.push(isPart ? named : { ...named, name: { ...named.name, limitUnit: whole.unit } });
      break;
    }
    isPart &&= whole.partOf !== undefined;
    whole = next(whole);
  }
  const isCounted = indicator.measure === 'count' || indicator.measure === 'amount';
  if (stratum && isCounted && indicator.aggregation === 'sum') {
    const named = namedKey(indicator, null);
    if (hasCell(named.key)) wholes.push(named);
  }
  return wholes;
}

/** Rows that are typed the same way are looked at as far as this, over such as were left blank. A convention. */
const LOOKED_AT = 2;

/** A row below a figure's that it may change places with. */
export interface Below extends NamedKey {
  closeness: Closeness;
  isCounted: boolean;
  /** Keys of the rows between them that are typed the same way. */
  between: readonly string[];
}

/**
 * The rows a figure may change places with: the next one, and the next ones that are typed the same way, as of a share
 * either the published figure or its numerator is.
 */
export function neighboursOf(
  { rows }: InputSheetLayout,
  { row, figure }: FigureRow,
  divisions: Divisions,
  request: WorkbookRequest,
  countsOfPeople: number,
): Below[] {
  const below = rows.flatMap((one) => ('figure' in one && one.row > row ? [one.figure] : []));
  const alike = below.filter(({ part }) => part === figure.part).slice(0, LOOKED_AT);
  const found = new Set([...below.slice(0, 1), ...alike]);
  return [...found].map((one) => {
    const { key, indicator, stratum } = one;
    const series = divisions.seriesOf(key);
    const known = {
      indicator,
      stratum,
      kinds: series.map(kindOf),
      printed: printedValues(series, request.unit),
      shares: dividingBy(one, divisions, request).map(({ share }) => share),
      countsOfPeople,
    };
    return {
      ...namedKey(indicator, stratum),
      closeness: closenessWithout(known),
      isCounted: countsWholeThings(indicator),
      between: alike.slice(0, Math.max(0, alike.indexOf(one))).map((other) => other.key),
    };
  });
}

function namedKey(indicator: Indicator, stratum: Stratum | null): NamedKey {
  const { vi, en } = indicator.name;
  return {
    key: figureKey(indicator.id, stratum?.id ?? null),
    name: stratum ? { vi: `${vi} – ${stratum.name.vi}`, en: `${en} – ${stratum.name.en}` } : { vi, en },
  };
}
