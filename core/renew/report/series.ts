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
import { derivation, originsBy, wholeLinks, type Derived, type Part } from '../derive.ts';
import type { RollOver } from '../input.ts';
import type { NamedUnit } from '../source-text.ts';
import type { Link } from '../../unit/link.ts';
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
  /** What passed from old units to new ones. */
  links: readonly Link[];
  unitOf: (id: string) => NamedUnit | null;
  language: Language;
}

/**
 * The figures of all years of each unit, with what each plan asked for: a series to a row, so that none runs over a
 * break. What follows a series that was broken off is named beside it. Years of which a figure can be made of earlier
 * ones (another id, another unit of measure, counts that add up, units that became one) go on in the same row, which
 * names what they are made of.
 */
export function seriesRows(input: SeriesInput): SeriesRow[] {
  const { plans, maps, catalogue, units, language } = input;
  const words = reportWords[language];
  const changes = changesByKey(maps, catalogue);
  const figures = yearsInForce(input);
  const ofPlans = plans.map((plan) => ({ plan, figures: figuresOf(plan) }));
  const keys = new Set(ofPlans.flatMap(({ figures: own }) => [...own.keys()]));
  return units.flatMap(({ id, name: unit }) =>
    [...keys].flatMap((key): SeriesRow[] => {
      const { years, parts } = yearsOf(id, key, figures, catalogue);
      if (years.size === 0) return [];
      const name = labelOf(key, catalogue, language);
      const definitions = changes.definitions(key);
      const change = changes.of(key);
      const follows =
        change?.change === 'break'
          ? words.follows(labelOf(change.to, catalogue, language), change.reason)
          : '';
      const made = parts.size === 0 ? '' : words.madeOf(partNames(parts, { unit: id, key }, input));
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
          [made, follows].filter((note) => note !== '').join('. '),
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

/** A figure of a year: the earlier one as it is, or what it can be made of. */
type YearFigure = Pick<EarlierFigure, 'value' | 'sign'> & Partial<Pick<Derived, 'parts'>>;

/** The figures in force of whole years, of the units and of those that they were made of, by unit and key. */
function yearsInForce({
  rolled,
  units,
  links,
  maps,
  catalogue,
}: SeriesInput): (place: Pick<EarlierFigure, 'unit' | 'key'>) => ReadonlyMap<number, YearFigure> {
  const origins = originsBy([...links, ...wholeLinks(maps)]);
  const shown = new Set(units.map(({ id }) => id));
  for (const unit of shown) for (const old of origins(unit) ?? []) shown.add(old);
  const earlier = rolled.lines.flatMap(({ figure, why }) => {
    const { kind, unit, period } = figure;
    const isShown = shown.has(unit) && kind !== 'baseline' && /^\d{4}$/u.test(period);
    return isShown && (why === null || !notInForce.has(why)) ? [figure] : [];
  });
  const own = new Map<string, Map<number, YearFigure>>();
  for (const figure of earlier) {
    const place = `${figure.unit}|${figure.key}`;
    own.set(place, (own.get(place) ?? new Map<number, YearFigure>()).set(Number(figure.period), figure));
  }
  const derive = derivation(earlier, { catalogue, changes: changesByKey(maps, catalogue), origins });
  const all = [...new Set(earlier.map(({ period }) => Number(period)))];
  return ({ unit, key }) => {
    const found = new Map(own.get(`${unit}|${key}`));
    for (const year of all) {
      const made = found.has(year) ? null : derive(unit, key, String(year));
      if (made) found.set(year, made);
    }
    return found;
  };
}

/** What a row is made of that is no figure of its own: "Số giáo viên nam; Số khách × 1000; Tỉnh Thái Bình". */
function partNames(
  parts: ReadonlySet<Part>,
  { unit, key }: Pick<EarlierFigure, 'unit' | 'key'>,
  { catalogue, language, unitOf }: SeriesInput,
): string {
  const ofRow = new Set([key, ...partsOf(key, catalogue)]);
  const names = [...parts].map(({ figure, factor }) => {
    const name = ofRow.has(figure.key) ? [] : [labelOf(figure.key, catalogue, language)];
    const of = figure.unit === unit ? [] : [unitOf(figure.unit)?.name ?? figure.unit];
    return `${[...name, ...of].join(', ')}${factor === '1' ? '' : ` × ${factor}`}`;
  });
  return [...new Set(names)].join('; ');
}

/** The figures of whole years; a share or rate that was left to be computed of its parts. */
function yearsOf(
  unit: string,
  key: string,
  figures: ReturnType<typeof yearsInForce>,
  catalogue: Catalogue,
): { years: Map<number, number | string>; parts: ReadonlySet<Part> } {
  const found = new Map<number, number | string>();
  const parts = new Set<Part>();
  const note = (of: YearFigure) => {
    for (const part of of.parts ?? []) parts.add(part);
  };
  const [numerator, denominator] = partsOf(key, catalogue);
  const indicator = catalogue.indicators.get(parseRowKey(key)?.indicator ?? '');
  const per = indicator ? perOf(indicator) : null;
  const ofYear = (of: string) => figures({ unit, key: of });
  if (per !== null && numerator !== undefined && denominator !== undefined)
    for (const [year, over] of ofYear(numerator)) {
      const under = ofYear(denominator).get(year);
      if (over.value === null || !under?.value) continue;
      const value = quotient(exactOf(over.value), exactOf(under.value), per);
      if (value === null) continue;
      found.set(year, value);
      [over, under].forEach(note);
    }
  for (const [year, of] of ofYear(key)) {
    found.set(year, of.value === null ? (of.sign ?? '') : Number(of.value));
    note(of);
  }
  return { years: new Map([...found].sort(([a], [b]) => a - b)), parts };
}
