import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Language } from '../../base/finding.ts';
import type { ChangeMap } from '../../changes/change-map.ts';
import { figuresOf, type PlanFigure } from '../../changes/diff-plans.ts';
import { exactOf, quotient } from '../../consolidate/exact.ts';
import { perOf } from '../../catalogue/per.ts';
import { parseRowKey } from '../../observation/key.ts';
import type { Plan } from '../../plan/model.ts';
import { figureText, shownFigure } from '../../target/figure-text.ts';
import { labelOf } from '../../workbook/key-label.ts';
import { changesByKey, partsOf } from '../changes-by-key.ts';
import type { EarlierFigure } from '../earlier.ts';
import type { RollOver } from '../input.ts';
import { notInForce } from '../line.ts';
import { reportWords } from './words.ts';

/** Drawn where a series is broken off. */
const BREAK = '//';

/** A row of the sheet of series: one unbroken series, or what one plan asks of it. */
export interface SeriesRow {
  key: string;
  name: string;
  unit: string;
  row: string;
  /** By year: a number, or a sign or target as text. */
  years: ReadonlyMap<number, number | string>;
  note: string;
}

/** What the series are drawn from. */
export interface SeriesInput {
  rolled: Omit<RollOver, 'figures'>;
  /** Every plan of the province, the earliest first. */
  plans: readonly Plan[];
  maps: readonly ChangeMap[];
  catalogue: Catalogue;
  /** The units whose series are shown. */
  units: readonly { id: string; name: string }[];
  language: Language;
}

/**
 * The figures of all years of each unit, with what each plan asked for: a series to a row, so that none runs over a
 * break. What follows a series that was broken off is named beside it.
 */
export function seriesRows(input: SeriesInput): SeriesRow[] {
  const { rolled, plans, maps, catalogue, units, language } = input;
  const words = reportWords[language];
  const changes = changesByKey(maps, catalogue);
  const figures = yearsInForce(rolled, new Set(units.map(({ id }) => id)));
  const ofPlans = plans.map((plan) => ({ plan, figures: figuresOf(plan) }));
  const keys = new Set(ofPlans.flatMap(({ figures: own }) => [...own.keys()]));
  return units.flatMap(({ id, name: unit }) =>
    [...keys].flatMap((key): SeriesRow[] => {
      const years = yearsOf(id, key, figures, catalogue);
      if (years.size === 0) return [];
      const name = labelOf(key, catalogue, language);
      const definitions = changes.definitions(key);
      const change = changes.of(key);
      const follows =
        change?.change === 'break'
          ? words.follows(labelOf(change.to, catalogue, language), change.reason)
          : '';
      const row = (label: string, of: SeriesRow['years'], note = ''): SeriesRow[] =>
        of.size === 0 ? [] : [{ key, name, unit, row: label, years: of, note }];
      const broken = (of: SeriesRow['years']) => (of.size === 0 ? of : withBreak(of));
      const [first, ...others] = definitions;
      const last = definitions.at(-1)?.since ?? -Infinity;
      const between = (from: number, to: number) =>
        new Map([...years].filter(([year]) => from <= year && year < to));
      const before = (label: string, from: number, next: (typeof definitions)[number]) =>
        row(label, broken(between(from, next.since)), words.broken(next.since, next.reason));
      const now = between(last, Infinity);
      return [
        ...(first === undefined ? [] : before(words.actualBefore(first.since), -Infinity, first)),
        ...others.flatMap((next, at) => {
          const { since } = definitions[at] ?? next;
          return before(words.actualBetween(since, next.since), since, next);
        }),
        ...row(
          first === undefined ? words.actual : words.actualFrom(last),
          follows === '' ? now : broken(now),
          follows,
        ),
        ...ofPlans.flatMap(({ plan, figures: own }) => {
          const asked = own.get(key);
          return asked && plan.file.province === id
            ? row(words.plan(plan.file.id), targetsOf(asked, language))
            : [];
        }),
      ];
    }),
  );
}

/** A series that ends: the sign of a break stands in the year after its last figure. */
function withBreak(years: SeriesRow['years']): SeriesRow['years'] {
  return new Map([...years, [Math.max(...years.keys()) + 1, BREAK]]);
}

/** What a plan prints, by the year it is for; of a value for several years by each of them. */
function targetsOf({ series }: PlanFigure, language: Language): Map<number, string> {
  const found = new Map<number, string>();
  for (const { segments } of series)
    for (const { statement, start, end, yearTo } of segments) {
      const text = figureText(shownFigure(statement), language);
      for (let year = start; year <= Math.min(end ?? yearTo, yearTo); year += 1) found.set(year, text);
    }
  return found;
}

/** The figures in force of whole years, of some units by unit and key. */
function yearsInForce(
  { lines }: Pick<RollOver, 'lines'>,
  units: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlyMap<number, EarlierFigure>> {
  const found = new Map<string, Map<number, EarlierFigure>>();
  for (const { figure, why } of lines) {
    const { kind, unit, key, period } = figure;
    if (!units.has(unit) || kind === 'baseline' || !/^\d{4}$/u.test(period)) continue;
    if (why !== null && notInForce.has(why)) continue;
    const years = found.get(`${unit}|${key}`) ?? new Map<number, EarlierFigure>();
    found.set(`${unit}|${key}`, years.set(Number(period), figure));
  }
  return found;
}

/** The figures of whole years; a share or rate that was left to be computed of its parts. */
function yearsOf(
  unit: string,
  key: string,
  figures: ReturnType<typeof yearsInForce>,
  catalogue: Catalogue,
): Map<number, number | string> {
  const found = new Map<number, number | string>();
  const [numerator, denominator] = partsOf(key, catalogue);
  const indicator = catalogue.indicators.get(parseRowKey(key)?.indicator ?? '');
  const per = indicator ? perOf(indicator) : null;
  const ofYear = (of: string) => figures.get(`${unit}|${of}`) ?? new Map<number, EarlierFigure>();
  if (per !== null && numerator !== undefined && denominator !== undefined)
    for (const [year, over] of ofYear(numerator)) {
      const under = ofYear(denominator).get(year);
      if (over.value === null || !under?.value) continue;
      const value = quotient(exactOf(over.value), exactOf(under.value), per);
      if (value !== null) found.set(year, value);
    }
  for (const [year, { value, sign }] of ofYear(key))
    found.set(year, value === null ? (sign ?? '') : Number(value));
  return new Map([...found].sort(([a], [b]) => a - b));
}
