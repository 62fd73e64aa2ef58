import type { Place } from '../base/finding.ts';
import { numberTextOf } from '../exchange/number-text.ts';
import type { CsvReturn } from '../exchange/read-tables.ts';
import { NO_PERIOD, type ReturnFigures } from '../exchange/return-figures.ts';
import { textOf } from '../exchange/row-cells.ts';
import { NO_VINTAGE, WHOLE, type Cell, type TableId, type TableRow } from '../exchange/tables.ts';
import { filledTables } from '../exchange/tidy.ts';
import { figureKey } from '../observation/key.ts';
import { entryFields } from '../workbook/entry-fields.ts';
import type { KeyedCell } from '../returned/keyed-cells.ts';
import type { ReturnedWorkbook } from '../returned/read.ts';

/** Stands as the reporter of what the planner gave; no unit has such an id. */
export const PLANNER = 'planner';

/** The tables of a return, and what only the planner gives. */
export type EntryTable = TableId | 'assignments';

/**
 * One entry of a return, as a row of the exchange tables says it: a figure, a sign or what was typed instead of
 * one, or only what stands beside a blank; a baseline; an officer's own verdict.
 */
export interface Entry {
  table: EntryTable;
  unit: string;
  reporter: string;
  /** Id, and `_T` for the whole in `stratum`, as in the exchange. */
  indicator: string;
  stratum: string;
  /** SDMX period; `_` for a baseline. */
  period: string;
  /** `_` where there is no figure. */
  vintage: string;
  /** The number in decimal digits, none of them lost; null for everything else. */
  value: string | null;
  /** `-`, `...` or `x`. */
  sign: string | null;
  /** What was typed where a figure was asked for, and is none. */
  unread: string | null;
  /** Of an own verdict the plan and kind of target, and what it says. */
  plan: string | null;
  kind: string | null;
  verdict: string | null;
  /** Of a baseline its year; its source, and that of a figure which came back as it was filled in beforehand. */
  year: string | null;
  source: string | null;
  mark: string | null;
  reason: string | null;
  /** Where it stands in the file: `Nhập liệu!F12`, `x.observations.csv:12`; null where nobody knows. */
  place: string | null;
}

/** What an entry says of nothing but whose and which figure it is. */
export const SAYS_NOTHING = {
  value: null,
  sign: null,
  unread: null,
  plan: null,
  kind: null,
  verdict: null,
  year: null,
  source: null,
  mark: null,
  reason: null,
  place: null,
} as const satisfies Partial<Entry>;

/** Where entries stand, by {@link placeKey}; of another unit than the return's own its id stands before. */
export type EntryPlaces = ReadonlyMap<string, string>;

/**
 * The entries of a return in the order of the exchange tables.
 * @param places where they stand in the file
 */
export function entriesOf(figures: ReturnFigures, places: EntryPlaces): Entry[] {
  // Of communes nothing was filled in beforehand.
  const sources = new Map(
    figures.observations.flatMap(({ unit, indicator, stratum, period, vintage, source }) =>
      source === undefined ? [] : [[`${unit}|${figureKey(indicator, stratum)}|${period}|${vintage}`, source]],
    ),
  );
  return filledTables(figures, null).flatMap(({ table, rows }) =>
    rows.map((row): Entry => {
      const entry = entryOf(table.id, row);
      const { unit, indicator, stratum, period, vintage } = entry;
      const source = sources.get(`${unit}|${indicator}|${stratum}|${period}|${vintage}`) ?? entry.source;
      const key = placeKey(table.id, entry);
      const place = places.get(unit === figures.unit ? key : `${unit}|${key}`) ?? null;
      return { ...entry, source, place };
    }),
  );
}

function entryOf(table: TableId, row: TableRow): Omit<Entry, 'place'> {
  return {
    table,
    unit: textOf(row.unit),
    reporter: textOf(row.reporter),
    indicator: textOf(row.indicator),
    stratum: textOf(row.stratum),
    period: textOf(row.period) || NO_PERIOD,
    vintage: textOf(row.vintage) || NO_VINTAGE,
    value: numberIn(row.value),
    sign: textIn(row.sign),
    unread: textIn(row.unread),
    plan: textIn(row.plan),
    kind: textIn(row.kind),
    verdict: textIn(row.verdict),
    year: numberIn(row.year),
    source: textIn(row.source),
    mark: textIn(row.mark),
    reason: textIn(row.reason),
  };
}

function textIn(cell: Cell | undefined): string | null {
  return typeof cell === 'string' ? cell : null;
}

function numberIn(cell: Cell | undefined): string | null {
  return typeof cell === 'number' ? numberTextOf(cell, 'machine') : null;
}

type Placed = Pick<Entry, 'indicator' | 'stratum' | 'period' | 'vintage' | 'plan' | 'kind'>;

function placeKey(table: TableId, { indicator, stratum, period, vintage, plan, kind }: Placed): string {
  const series = `${indicator}|${stratum}`;
  switch (table) {
    case 'observations':
      return [table, series, period, vintage].join('|');
    case 'baselines':
      return [table, series].join('|');
    case 'verdicts':
      return [table, plan, series, kind, period].join('|');
  }
}

/** Where the entries of a workbook stand; a mark or reason beside a blank by its own cell. */
export function placesInWorkbook({
  entries,
  byUnit,
}: Pick<ReturnedWorkbook, 'entries' | 'byUnit'>): EntryPlaces {
  const ofUnits = byUnit.flatMap((one) =>
    [...placesOfCells(one.entries)].map(([key, place]) => [`${one.unit}|${key}`, place] as const),
  );
  return new Map([...placesOfCells(entries), ...ofUnits]);
}

function placesOfCells(cells: readonly KeyedCell[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const { sheet, address, rowKey, period, vintage, field } of cells) {
    const { table } = entryFields[field].exchange;
    const key =
      table === 'observations'
        ? [table, rowKey, period, vintage]
        : table === 'baselines'
          ? [table, rowKey]
          : [table, rowKey, period];
    const isMain = field === 'value' || field === 'baseValue' || field === 'ownVerdict';
    if (isMain || !places.has(key.join('|'))) places.set(key.join('|'), `${sheet}!${address}`);
  }
  return places;
}

/** Where the entries of a return in CSV files stand. */
export function placesInCsv({ places, byUnit }: Pick<CsvReturn, 'places' | 'byUnit'>): EntryPlaces {
  const found = new Map<string, string>();
  const unitOf = new Map<object, string>(
    byUnit.flatMap(({ unit, observations, remarks, unread }) =>
      [...observations, ...remarks, ...unread].map((one) => [one, unit] as const),
    ),
  );
  for (const [said, place] of places) {
    const unit = unitOf.get(said);
    const parts =
      'series' in said
        ? ['verdicts', said.series, said.period]
        : 'figure' in said
          ? ['observations', figureKey(said.indicator, said.stratum), said.period, said.vintage]
          : 'text' in said
            ? said.period === NO_PERIOD && 'vintage' in said
              ? ['baselines', said.key]
              : ['observations', said.key, said.period, 'vintage' in said ? said.vintage : NO_VINTAGE]
            : ['baselines', figureKey(said.indicator, said.stratum)];
    const key = [...(unit === undefined ? [] : [unit]), ...parts].join('|');
    if (!found.has(key)) found.set(key, lineOf(place));
  }
  return found;
}

function lineOf({ file, line }: Place): string {
  return [file, line].filter((part) => part !== undefined).join(':');
}

/** Whether an entry is a figure or a baseline: a number or a sign, which may be in force. */
export function isFigure({ table, value, sign }: Entry): boolean {
  return (table === 'observations' || table === 'baselines') && (value !== null || sign !== null);
}

/** What a figure says: the digits of its number, or its sign. */
export function figureText({ value, sign }: Pick<Entry, 'value' | 'sign'>): string {
  return value ?? sign ?? '';
}

/** Same unit, indicator, stratum, period, vintage and reporter: there can be only one figure of it. */
export function entryKey(entry: Entry): string {
  return [figurePlace(entry), entry.vintage, entry.reporter].join('|');
}

/** Same unit, indicator, stratum and period, of a baseline the year: all figures of it are about the same. */
export function figurePlace({ table, unit, indicator, stratum, period, year }: Entry): string {
  return [unit, indicator, stratum, table === 'baselines' ? `${period}${year ?? ''}` : period].join('|');
}

/**
 * What a return says, whatever file it came in: the same text for the same figures, baselines, own verdicts and
 * reasons.
 */
export function contentOf(entries: readonly Entry[]): string {
  return entries
    .map((entry) => {
      // CSV files have no column for the source of a figure.
      const isReported = entry.table === 'observations' && entry.reporter !== PLANNER;
      const source = isReported ? null : entry.source;
      return JSON.stringify(Object.values({ ...entry, source, place: null }));
    })
    .sort()
    .join('\n');
}

/** The stratum of an entry as the catalogue has it. */
export function stratumOf({ stratum }: Pick<Entry, 'stratum'>): string | null {
  return stratum === WHOLE ? null : stratum;
}
