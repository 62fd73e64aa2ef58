import { compare } from '../base/number.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Indicator } from '../catalogue/schema.ts';
import { figureKey, parseRowKey } from '../observation/key.ts';
import { difference, literal } from '../target/formula.ts';
import { CLEAR_PERCENT, isFraction, isFractionFormula, isInPercent } from '../target/fraction.ts';
import { partsOf } from './asked.ts';
import type { Layout } from './layout.ts';
import type { Baseline, WorkbookRequest } from './request.ts';
import type { Spans } from './spans.ts';

/** Percentages of a workbook that were stored as fractions: in which of its cells the figures stand that say so. */

/** A row in per cent and its parts. */
interface PercentRow {
  key: string;
  indicator: Indicator;
  numerator: string | null;
  denominator: string | null;
}

type Asking = Pick<WorkbookRequest, 'catalogue' | 'round'>;

/**
 * Whether a baseline was stored as a fraction. It was not where its source says so many per cent itself.
 * @param spans of the request
 */
export function isFractionBase(
  request: Pick<WorkbookRequest, 'catalogue' | 'round' | 'known'>,
  spans: Spans,
  key: string,
  { value, source }: Pick<Baseline, 'value' | 'source'>,
): boolean {
  if (value === null || (source !== null && saysPercent(source, value))) return false;
  return isFractionFigure(request, spans, key, value);
}

/** A baseline as far as it is a percentage where it should be; nothing for a figure without one. */
export function soundBaseline(
  request: Pick<WorkbookRequest, 'catalogue' | 'round' | 'known'>,
  spans: Spans,
  key: string,
): Pick<Baseline, 'year' | 'value'> {
  if (!spans.hasBaseline(key)) return { year: null, value: null };
  const baseline = request.known.baseline(key);
  const { year, value } = baseline;
  return { year, value: isFractionBase(request, spans, key, baseline) ? null : value };
}

/** Whether a figure of a row was stored as a fraction. */
export function isFractionFigure(
  { catalogue, round, known }: Pick<WorkbookRequest, 'catalogue' | 'round' | 'known'>,
  { inputYears, fractionsUpTo }: Spans,
  key: string,
  value: number,
): boolean {
  const row = percentRow(catalogue, key);
  if (row === null) return false;
  const number = (of: string | null, year: number) => {
    const figure = of === null ? null : known.figure(of, year);
    return typeof figure === 'number' ? figure : null;
  };
  const [over, under] = [number(row.numerator, round), number(row.denominator, round)];
  const isLarge =
    inputYears.some((year) => compare(number(key, year) ?? 0, CLEAR_PERCENT) >= 0) ||
    (over !== null && under !== null && under > 0 && compare(100 * over, CLEAR_PERCENT * under) >= 0);
  return isFraction(row.indicator, value, { upTo: fractionsUpTo(key), isLarge });
}

/** {@link isFractionFigure} in Excel; null where it never is. */
export function fractionFigureFormula(
  { catalogue, round }: Asking,
  layout: Layout,
  key: string,
  value: string,
): string | null {
  const row = percentRow(catalogue, key);
  if (row === null) return null;
  const large = layout.inputYears.flatMap((year) => {
    const cell = layout.figureCell(key, year);
    return cell === null
      ? []
      : [`IF(ISNUMBER(${cell}),${difference(cell, literal(CLEAR_PERCENT))}>=0,FALSE)`];
  });
  const at = (of: string | null) => (of === null ? null : layout.figureCell(of, round));
  const [over, under] = [at(row.numerator), at(row.denominator)];
  if (over !== null && under !== null) {
    const isLarge = `${difference(`100*${over}`, `${literal(CLEAR_PERCENT)}*${under}`)}>=0`;
    large.push(`IF(AND(ISNUMBER(${over}),ISNUMBER(${under})),IF(${under}>0,${isLarge},FALSE),FALSE)`);
  }
  return isFractionFormula(row.indicator, value, { upTo: layout.fractionsUpTo(key), large });
}

/**
 * {@link isFractionBase} in Excel, over a cell that holds a number; null where it never is.
 * @param refs the cells of the baseline
 */
export function fractionBaseFormula(
  request: Asking,
  layout: Layout,
  key: string,
  { value, source }: { value: string; source: string },
): string | null {
  const fraction = fractionFigureFormula(request, layout, key, value);
  if (fraction === null) return null;
  const written = `SUBSTITUTE(${value}&"",".",",")&"%"`;
  const text = `SUBSTITUTE(SUBSTITUTE(${source}," ",""),".",",")`;
  return `IF(${fraction},NOT(ISNUMBER(FIND(${written},${text}))),FALSE)`;
}

/** Whether a source gives a value in so many words: "0,25 %". */
function saysPercent(source: string, value: number): boolean {
  const bare = source.replaceAll(' ', '').replaceAll('.', ',');
  return bare.includes(`${String(value).replace('.', ',')}%`);
}

function percentRow(catalogue: Catalogue, key: string): PercentRow | null {
  const row = parseRowKey(key);
  const indicator = row && catalogue.indicators.get(row.indicator);
  if (!row || !indicator || !isInPercent(indicator)) return null;
  const { numerator, denominator } = partsOf(indicator, catalogue);
  const keyOf = (of: Indicator | null) => of && figureKey(of.id, row.stratum);
  return { key, indicator, numerator: keyOf(numerator), denominator: keyOf(denominator) };
}
