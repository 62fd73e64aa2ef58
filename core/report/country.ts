import type { Language } from '../base/finding.ts';
import { asReported } from '../base/number.ts';
import { numberText } from '../base/number-text.ts';
import { decimalsOf } from '../catalogue/decimals.ts';
import type { FigureColumn } from '../consolidate/columns.ts';
import { ALL, type Consolidation, type GroupTotal } from '../consolidate/consolidate.ts';
import { addsUp } from '../consolidate/totals.ts';
import { unitNames } from '../consolidate/unit-names.ts';
import { periodName } from '../period/period.ts';
import { periodOf } from '../round/round.ts';
import { closedDay, coverageSentences } from '../store/provinces-said.ts';
import type { ProvinceLine } from '../store/provinces.ts';
import { provinceStateWords } from '../store/words.ts';
import { correctionViews, type CorrectionView } from './changes.ts';
import type { CountView } from './counts.ts';
import { nameOfFigure } from './targets.ts';
import type { ReportView } from './view.ts';

/** A province in the report on the country. */
export interface CountryRow {
  id: string;
  name: string;
  /** What its round is. */
  word: string;
  /** Day on which it closed the round; '' while it has not. */
  closed: string;
  /** Units with a return that counts, of those that owe one: "7/9". */
  units: string;
  daysLate: string;
  /** How many of its targets have which verdict. */
  counts: readonly CountView[];
  /** File of the report on it, with its units. */
  page: string;
}

/** A figure of all provinces that are here, and of each. */
export interface CountryTotal {
  key: string;
  name: string;
  unit: string;
  /** With its coverage: "1.250 (9/25)"; the first is all, then a province each, in the order of the rows. */
  values: readonly string[];
}

/** Everything a report on the round of the country says. */
export interface CountryView {
  language: Language;
  round: { period: string; name: string };
  /** ISO day. */
  today: string;
  /** Which provinces are here, and by name which are not. */
  sentences: readonly string[];
  rows: readonly CountryRow[];
  totals: readonly CountryTotal[];
  /** Figures that provinces have corrected since they closed the round. */
  corrections: readonly CorrectionView[];
}

/** What a report on the country is made from. */
export interface CountryInput {
  /** All plans of the round added up. */
  found: Consolidation;
  provinces: readonly ProvinceLine[];
  /** The reports on each province, with the file each is in. */
  reports: readonly { view: ReportView; page: string }[];
  /** ISO day. */
  today: string;
  language: Language;
}

/** Draws up the report on the country over those on its provinces. */
export function countryView({ found, provinces, reports, today, language }: CountryInput): CountryView {
  const byProvince = new Map(provinces.map((one) => [one.province, one]));
  const rows = reports.flatMap(({ view, page }): CountryRow[] => {
    const line = byProvince.get(view.province.id);
    if (!line) return [];
    return [
      {
        id: line.province,
        name: view.province.name,
        word: provinceStateWords[line.state][language],
        closed: closedDay(line.closed, language),
        units: `${line.received}/${line.units}`,
        daysLate: line.daysLate ? String(line.daysLate) : '',
        counts: view.counts,
        page,
      },
    ];
  });
  const names = new Map(unitNames(found));
  for (const { province, name } of provinces) names.set(province, name);
  return {
    language,
    round: { period: found.round.period, name: periodName(periodOf(found.round), language) },
    today: today.slice(0, 10),
    sentences: coverageSentences(provinces, language),
    rows,
    totals: totalsOf(
      found,
      rows.map(({ id }) => id),
      language,
    ),
    corrections: provinces.flatMap(({ corrections }) =>
      correctionViews(corrections, (id) => names.get(id) ?? id, { ...found, language }),
    ),
  };
}

/** What adds up over provinces, where anything was reported. */
function totalsOf(found: Consolidation, provinces: readonly string[], language: Language): CountryTotal[] {
  const byPlace = new Map(found.totals.map((total) => [`${total.group}|${total.column}`, total]));
  // With one province its units are all units.
  const groups = [ALL, ...(found.groups.length > 1 ? provinces : [])];
  return found.columns.filter(addsUp).flatMap((column): CountryTotal[] => {
    const all = byPlace.get(`${ALL}|${column.key}`);
    if (!all || all.value === null) return [];
    const values = groups.map((group) => said(column, byPlace.get(`${group}|${column.key}`), language));
    const { key, indicator } = column;
    return [{ key, name: nameOfFigure(column, language), unit: indicator.unit, values }];
  });
}

function said(column: FigureColumn, total: GroupTotal | undefined, language: Language): string {
  if (!total || total.coverage.of === 0) return '';
  const { value, coverage } = total;
  const share = `${coverage.entered}/${coverage.of}`;
  if (value === null) return `– (${share})`;
  return `${numberText(asReported(value, decimalsOf(column.indicator)), language)} (${share})`;
}
