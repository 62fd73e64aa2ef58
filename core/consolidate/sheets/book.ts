import type { SheetModel, WorkbookModel } from '../../sheet/model.ts';
import type { Vintage } from '../../observation/vintage.ts';
import { figureText } from '../../store/entry.ts';
import { vietnameseDate } from '../../round/round.ts';
import { returnName } from '../../store/model.ts';
import { stateSaid } from '../../store/words.ts';
import { figureFormat } from '../../workbook/formats.ts';
import type { Consolidation } from '../consolidate.ts';
import { entrySaid, reasonsSaid, timeSaid, uncountedSaid } from '../late-correction.ts';
import type { FigureSource } from '../sources.ts';
import { unitNames } from '../unit-names.ts';
import type { ConsolidationWords } from '../words.ts';
import { bookMeta } from './book-meta.ts';
import { decisionText } from './decision-text.ts';
import { domainSheet } from './domain-sheet.ts';
import { gridOf } from './grid.ts';
import { levelsSheet } from './levels-sheet.ts';
import { listSheet, type ListCell } from './list-sheet.ts';
import { provincesSheets } from './provinces-sheet.ts';
import type { BookRequest } from './request.ts';

/** The consolidated workbook: units, a sheet per domain, what does not count, where every figure comes from. */
export function consolidatedBook(request: BookRequest): WorkbookModel {
  const { found, title, words } = request;
  const grid = gridOf(found);
  const sources = sourceSheet(request);
  const links = { sheet: words.sheets.sources, rowOf: sources.rowOf };
  const sheets = [
    ...provincesSheets(request),
    overviewSheet(request),
    ...grid.sheets.map((one) => domainSheet(request, grid, one, links)),
    ...(request.isPiece ? [] : [levelsSheet(request, grid)]),
    leftSheet(request),
    ...correctionSheets(request),
    sources.sheet,
  ];
  return {
    title,
    created: found.round.cutOff,
    sheets: [...sheets, bookMeta(sheets)],
  };
}

/** What is to be known of a round before its figures are used. */
export function roundNotes({
  found,
  words,
  language,
}: Pick<BookRequest, 'found' | 'words' | 'language'>): string[] {
  return [
    ...(found.acceptedOnly ? [words.acceptedOnly] : []),
    ...closedNotes(found, words),
    ...(found.outside > 0 ? [words.outside(found.outside)] : []),
    ...found.otherwiseDrawn.map(({ stratum, by, otherwise }) =>
      words.otherwiseDrawn(
        found.catalogue.strata.get(stratum.id)?.name[language] ?? stratum.id,
        by,
        otherwise.join(', '),
      ),
    ),
  ];
}

function overviewSheet(request: BookRequest): SheetModel {
  const { found, words, language, title, line, paper } = request;
  const notes = roundNotes(request);
  const lines = found.rows.map(({ unit, line: registered, owed, counted }): ListCell[] => [
    unit.id,
    unit.name,
    registered ? stateSaid(registered, language) : '',
    registered?.return ? returnName(registered.return.number) : '',
    registered?.return?.received.slice(0, 10) ?? '',
    counted,
    owed,
  ]);
  const heads = words.unitHeads;
  const widths = [17, 34, 18, 10, 13, 12, 12];
  return listSheet(words.sheets.overview, { title, line, notes, heads, widths, paper }, lines).sheet;
}

/** Figures that were reported and do not count, one a line, so that somebody can decide about each. */
function leftSheet({ found, sources, words, language, title, line, paper }: BookRequest): SheetModel {
  const names = unitNames(found);
  const lines = sources
    .filter(({ cell }) => !cell.counts)
    .map(({ column, cell, file }): ListCell[] => [
      cell.unit,
      names.get(cell.unit) ?? cell.unit,
      column.indicator.name[language],
      column.stratum?.name[language] ?? words.whole,
      figureCell(column.indicator, cell.entry),
      words.states[cell.state],
      returnName(cell.entry.return),
      file?.name ?? '',
      cell.entry.place ?? '',
    ]);
  const notes = lines.length === 0 ? [words.leftNone] : [];
  const heads = words.leftHeads;
  const widths = [17, 26, 40, 22, 14, 18, 8, 34, 30];
  return listSheet(
    words.sheets.left,
    { title: `${title}: ${words.sheets.left}`, line, notes, heads, widths, paper },
    lines,
  ).sheet;
}

/** When and by whom the round was closed, and how much has changed since; nothing where it is open. */
export function closedNotes({ closed }: Pick<Consolidation, 'closed'>, words: ConsolidationWords): string[] {
  if (closed === null) return [];
  const { by, isAsItWas, givenDoubt } = closed;
  return [
    words.closed(vietnameseDate(by.at.slice(0, 10)), by.by, closed),
    ...(givenDoubt === undefined ? [] : [words.givenDoubt[givenDoubt]]),
    ...(isAsItWas ? [] : [words.notAsItWas]),
  ];
}

/** Figures that changed after the round was closed, old and new; no sheet where none did. */
export function correctionSheets(request: BookRequest): SheetModel[] {
  const { found, provinces = [], words, language, title, line, paper } = request;
  const { closed, catalogue } = found;
  // What a province has corrected since it closed its round, and what has changed since the round was closed here.
  const here = closed?.corrections ?? [];
  const ofProvinces = provinces.flatMap(({ corrections }) => corrections);
  const corrections = [...here, ...ofProvinces.filter(({ key }) => !here.some((one) => one.key === key))];
  if (corrections.length === 0) return [];
  const names = unitNames(found);
  const lines = corrections.map((one): ListCell[] => {
    const { key, before, after, given } = one;
    const [unit = '', indicatorId = '', stratum = '', period = ''] = key.split('|');
    const indicator = catalogue.indicators.get(indicatorId);
    const time = timeSaid(period, found.round.period, language);
    const shown = (entry: typeof before) => {
      if (entry?.table === 'assignments') return entrySaid(entry, language);
      return entry === null || indicator === undefined ? null : figureCell(indicator, entry);
    };
    // What the planner's files say is of no return.
    const of = (entry: typeof before) =>
      entry === null || given !== undefined ? '' : returnName(entry.return);
    return [
      unit,
      names.get(unit) ?? unit,
      `${indicator?.name[language] ?? indicatorId}${time === '' ? '' : ` (${time})`}`,
      catalogue.strata.get(stratum)?.name[language] ?? words.whole,
      shown(before),
      shown(after),
      uncountedSaid(one, language),
      of(before),
      of(after),
      reasonsSaid(one, language).join('; '),
    ];
  });
  const heads = words.correctionHeads;
  const widths = [17, 26, 40, 22, 14, 14, 14, 10, 10, 40];
  return [
    listSheet(
      words.sheets.corrections,
      { title: `${title}: ${words.sheets.corrections}`, line, heads, widths, paper },
      lines,
    ).sheet,
  ];
}

/** Every figure, and where a column begins. */
export function sourceSheet({ found, sources, words, language, title, line, paper }: BookRequest) {
  const names = unitNames(found);
  const lines = sources.map(({ column, cell, of, file, decisions }): ListCell[] => [
    column.indicator.name[language],
    column.stratum?.name[language] ?? words.whole,
    cell.unit,
    names.get(cell.unit) ?? cell.unit,
    cell.entry.reporter,
    figureCell(column.indicator, cell.entry),
    words.vintages[cell.entry.vintage as Vintage],
    words.states[cell.state],
    returnName(cell.entry.return),
    file?.name ?? '',
    cell.entry.place ?? '',
    of?.received ?? '',
    cell.entry.reason ?? '',
    decisions.map((one) => decisionText(one, language)).join('; '),
    file?.sha256 ?? '',
  ]);
  const heads = words.sourceHeads;
  const widths = [40, 20, 17, 26, 16, 14, 12, 16, 8, 34, 30, 26, 30, 40, 68];
  const { sheet, firstRow } = listSheet(
    words.sheets.sources,
    { title: `${title}: ${words.sheets.sources}`, line, heads, widths, paper },
    lines,
  );
  const places = new Map<string, { row: number; count: number }>();
  for (const [at, { column }] of sources.entries()) {
    const place = places.get(column.key);
    if (place) place.count += 1;
    else places.set(column.key, { row: firstRow + at, count: 1 });
  }
  return { sheet, rowOf: (column: string) => places.get(column) ?? null };
}

function figureCell(
  indicator: FigureSource['column']['indicator'],
  entry: Pick<FigureSource['cell']['entry'], 'value' | 'sign'>,
): ListCell {
  return entry.value === null
    ? figureText(entry)
    : { value: Number(entry.value), format: figureFormat(indicator) };
}
