import type { Language } from '../base/finding.ts';
import type { Domain } from '../catalogue/schema.ts';
import { kindOf } from '../target/kinds/index.ts';
import type { JudgedTarget, Judging, ReportVerdict } from './judge.ts';
import type { Place } from './rank.ts';
import { figureSaid, shareSaid, targetSentence, type NameOf } from './sentences.ts';
import { nameOfFigure } from './targets.ts';
import { verdictWord } from './words.ts';

/** A target of a unit in the table of all units. */
export interface GridCell {
  verdict: ReportVerdict;
  word: string;
  /** What is compared, or reported where nothing is. */
  figure: string;
  /** Share of the required or assigned change, and place among the units; null where no share is known. */
  share: string | null;
  place: string | null;
}

/** Units down, the targets of a domain across. */
export interface GridTable {
  domain: string;
  name: string;
  /** `unit` is that of all figures below; '' where they differ, and each has its own. */
  columns: { key: string; name: string; unit: string }[];
  /** A cell is null where the unit is not asked for the target. */
  rows: { unit: string; name: string; cells: (GridCell | null)[] }[];
}

/** Units ranked on a target. */
export interface RankingView {
  key: string;
  name: string;
  unit: string;
  /** Best first. */
  places: { place: number; unit: string; name: string; share: string; word: string; sentence: string }[];
}

/** What tables of units are made from. */
export interface UnitTables {
  language: Language;
  nameOf: NameOf;
  units: readonly Judging[];
  ofUnits: ReadonlyMap<string, readonly JudgedTarget[]>;
  /** Places by target key. */
  places: ReadonlyMap<string, readonly Place[]>;
  domains: ReadonlyMap<string, Domain>;
}

/** Units × targets, a table for each domain in which any unit has a target. */
export function gridOf({ language, units, ofUnits, places, domains }: UnitTables): GridTable[] {
  const targets = targetsOf(ofUnits);
  const byUnit = new Map([...ofUnits].map(([id, own]) => [id, new Map(own.map((one) => [one.key, one]))]));
  const placeOf = new Map(
    [...places].map(([key, all]) => [
      key,
      { of: all.length, byUnit: new Map(all.map((one) => [one.unit, one.place])) },
    ]),
  );
  return [...domains.values()].flatMap((domain): GridTable[] => {
    const own = targets.filter(({ series }) => series.indicator.domain === domain.id);
    if (own.length === 0) return [];
    const columns = own.map(({ key, series }) => {
      const shown = [...byUnit.values()].flatMap((of) => shownOf(of.get(key), language)?.unit ?? []);
      const [unit = demandUnitOf(series, language), ...others] = new Set(shown);
      return { key, name: nameOfFigure(series, language), unit: others.length === 0 ? unit : '' };
    });
    return [
      {
        domain: domain.id,
        name: domain.name[language],
        columns,
        rows: units.map(({ unit }) => ({
          unit: unit.id,
          name: unit.name,
          cells: own.map(({ key }, at) => {
            const one = byUnit.get(unit.id)?.get(key);
            if (!one) return null;
            const ranked = placeOf.get(key);
            const place = ranked?.byUnit.get(unit.id);
            const said = place === undefined ? null : `${place}/${ranked?.of ?? 0}`;
            return cellOf(one, { place: said, hasUnit: columns[at]?.unit === '' }, language);
          }),
        })),
      },
    ];
  });
}

/** The unit in which the value of a target is given. */
function demandUnitOf(series: JudgedTarget['series'], language: Language): string {
  return kindOf(series).unitOf(series.indicator)[language];
}

/** What is shown of a target, with its unit: a figure that is not compared has its own, as a level beside a change. */
function shownOf(
  one: JudgedTarget | undefined,
  language: Language,
): { value: JudgedTarget['gap']['figure']; unit: string | null } | null {
  if (!one) return null;
  const { series, gap, verdict, held } = one;
  const [reported] = held.cells;
  const isResult = verdict !== 'open' && gap.result !== null;
  const stopped = reported?.value ?? reported?.sign ?? null;
  const number = stopped !== null && Number.isFinite(Number(stopped)) ? Number(stopped) : null;
  const value = isResult ? gap.result : verdict === 'open' ? number : gap.figure;
  const unit = isResult ? demandUnitOf(series, language) : series.indicator.unit;
  return { value, unit: typeof value === 'number' ? unit : null };
}

function cellOf(
  one: JudgedTarget,
  { place, hasUnit }: { place: string | null; hasUnit: boolean },
  language: Language,
): GridCell {
  const { series, verdict, done } = one;
  const { value = null, unit = null } = shownOf(one, language) ?? {};
  const said = figureSaid(value, series.resultDecimals, language);
  return {
    verdict,
    word: verdictWord(verdict, language),
    figure: hasUnit && unit !== null ? `${said} ${unit}` : said,
    share: done === null ? null : shareSaid(done.share, language),
    place,
  };
}

/** Targets on which at least two units have a place, each with its units, best first. */
export function rankingOf({ language, nameOf, ofUnits, places }: UnitTables): RankingView[] {
  const byUnit = new Map([...ofUnits].map(([id, own]) => [id, new Map(own.map((one) => [one.key, one]))]));
  return targetsOf(ofUnits).flatMap(({ key, series }): RankingView[] => {
    const all = places.get(key) ?? [];
    if (all.length < 2) return [];
    return [
      {
        key,
        name: nameOfFigure(series, language),
        unit: demandUnitOf(series, language),
        places: all.flatMap(({ unit, place, share }) => {
          const one = byUnit.get(unit)?.get(key);
          if (!one) return [];
          return [
            {
              place,
              unit,
              name: nameOf(unit),
              share: shareSaid(share, language),
              word: verdictWord(one.verdict, language),
              sentence: targetSentence(one, nameOf, language),
            },
          ];
        }),
      },
    ];
  });
}

/** The targets that any unit has, in the order in which they are first met. */
function targetsOf(ofUnits: ReadonlyMap<string, readonly JudgedTarget[]>): JudgedTarget[] {
  const found = new Map<string, JudgedTarget>();
  for (const own of ofUnits.values()) for (const one of own) if (!found.has(one.key)) found.set(one.key, one);
  return [...found.values()];
}
