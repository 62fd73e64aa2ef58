import type { Catalogue } from '../../catalogue/catalogue.ts';
import { listSheet, type ListCell } from '../../consolidate/sheets/list-sheet.ts';
import { bookMeta } from '../../consolidate/sheets/book-meta.ts';
import { cellAddress } from '../../sheet/address.ts';
import type { SheetModel, WorkbookModel } from '../../sheet/model.ts';
import { figureFormat } from '../../workbook/formats.ts';
import { labelOf } from '../../workbook/key-label.ts';
import { parseRowKey } from '../../observation/key.ts';
import type { ChangedSince } from '../changed-since.ts';
import { doubtSaid, type DoubtfulFigure } from '../doubts.ts';
import type { LateCorrection } from '../../store/closing.ts';
import type { RollOver } from '../input.ts';
import type { Outcome, RollOverLine, Why } from '../line.ts';
import { sumsAgree, type EarlierSums, type RollOverSums } from '../sums.ts';
import { changedSaid, changedSheets, givenSheets } from './changed.ts';
import { figuresSheet, named, valueCell, type FiguresPart, type ListedFigures } from './figures.ts';
import type { SeriesRow } from './series.ts';
import { outcomeWords, reportWords, whyWords } from './words.ts';

/** A roll-over as its report shows it. */
export interface ReportInput extends ListedFigures {
  rolled: Omit<RollOver, 'figures'>;
  sums: RollOverSums;
  series: readonly SeriesRow[];
  /** Workbooks of their own that list the figures, where these are too many for one sheet. */
  parts: readonly FiguresPart[];
  dryRun: boolean;
  left: { reasons: number; marks: number; verdicts: number };
  /** Estimates that came back as they had been filled in. */
  unchanged: number;
  /** Figures of the year before that are filled in and that the check doubts. */
  doubts: readonly DoubtfulFigure[];
  /** Closed rounds of which figures are others since. */
  changed: readonly ChangedSince[];
  /** Baselines and assigned values of the planner that are others than in the last round. */
  given: readonly LateCorrection[];
  /** Which units get no workbook as nothing is asked of them, sentences; none where all get one. */
  nothingAsked: readonly string[];
  /** Files that were not read, and why. */
  notRead: readonly { file: string; why: string }[];
}

/** The report of a roll-over as a workbook: counts, what is to be decided, sums, series, every figure. */
export function reportBook(input: ReportInput): WorkbookModel {
  const words = reportWords[input.language];
  const sheets = [
    summarySheet(input),
    openSheet(input),
    earlierSheet(input),
    nowSheet(input),
    seriesSheet(input),
    ...changedSheets(input.changed, input),
    ...givenSheets(input.given, input),
    input.parts.length === 0 ? figuresSheet(input, input.rolled.lines) : partsSheet(input),
  ];
  return { title: words.title, created: input.created, sheets: [...sheets, bookMeta(sheets)] };
}

/** How many figures came to what, for what reason, in the order of the lines. */
export function countsOf(
  lines: readonly RollOverLine[],
): { outcome: Outcome; why: Why | null; count: number }[] {
  const counts = new Map<string, { outcome: Outcome; why: Why | null; count: number }>();
  for (const { outcome, why } of lines) {
    const id = `${outcome}|${why ?? ''}`;
    const one = counts.get(id) ?? { outcome, why, count: 0 };
    counts.set(id, { ...one, count: one.count + 1 });
  }
  const order = Object.keys(outcomeWords);
  return [...counts.values()].sort(
    (a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || b.count - a.count,
  );
}

function summarySheet(input: ReportInput): SheetModel {
  const { rolled, sums, language, line, dryRun, left, unchanged, notRead, doubts } = input;
  const words = reportWords[language];
  const notes = [
    ...(dryRun ? [words.dryRun] : []),
    sumsAgree(sums.now) ? words.agrees : words.differs,
    ...(doubts.length > 0 ? [words.doubts(doubts.length)] : []),
    ...(unchanged > 0 ? [words.unchanged(unchanged)] : []),
    ...changedSaid(input.changed, language),
    ...(input.given.length > 0 ? [words.given(input.given.length)] : []),
    ...input.nothingAsked,
    words.left(left),
  ];
  const lines = countsOf(rolled.lines).map(({ outcome, why, count }): ListCell[] => [
    outcomeWords[outcome][language],
    why === null ? '' : whyWords[why][language],
    count,
  ]);
  const ofFiles = notRead.map(({ file, why }): ListCell[] => [words.notRead, `${file}: ${why}`, 1]);
  const heads = words.heads.summary;
  const shape = { title: words.title, line, notes, heads, widths: [26, 80, 12], paper: 'A4' as const };
  return listSheet(words.sheets.summary, shape, [...lines, ...ofFiles]).sheet;
}

function openSheet(input: ReportInput): SheetModel {
  const { rolled, language, line, notRead } = input;
  const words = reportWords[language];
  const lines = rolled.lines
    .filter(({ outcome }) => outcome === 'needs-decision')
    .map(({ figure, why, detail }): ListCell[] => [
      ...named(figure.unit, input),
      labelOf(figure.key, input.catalogue, language),
      figure.period,
      valueCell(figure, input),
      why === null ? '' : whyWords[why][language],
      detail,
      figure.source,
    ]);
  const baselines = rolled.openBaselines.map(({ unit, key, year }): ListCell[] => [
    ...named(unit, input),
    labelOf(key, input.catalogue, language),
    String(year),
    '',
    words.openBaseline(year),
    '',
    '',
  ]);
  const doubted = input.doubts.map((one): ListCell[] => {
    const { title, message } = doubtSaid(one, input);
    return [
      ...named(one.unit, input),
      labelOf(one.key, input.catalogue, language),
      one.period,
      one.value === null ? '' : valueCell({ ...one, sign: null }, input),
      words.doubted(title),
      message,
      one.source,
    ];
  });
  const files = notRead.map(({ file, why }): ListCell[] => ['', '', '', '', '', words.notRead, why, file]);
  const heads = words.heads.open;
  const widths = [16, 24, 36, 8, 12, 34, 44, 40];
  const shape = { title: words.sheets.open, line, heads, widths, paper: 'A4' as const };
  return listSheet(words.sheets.open, shape, [...files, ...lines, ...doubted, ...baselines]).sheet;
}

/** Earlier figures by what became of them; the last column is the sum before less its parts. */
function earlierSheet(input: ReportInput): SheetModel {
  const { language, line } = input;
  const words = reportWords[language];
  const { earlier } = input.sums;
  const heads = words.heads.earlier;
  const widths = [44, 26, 9, 10, 14, 14, 14, 14, 14, 12];
  const name = words.sheets.sums;
  return listSheet(name, { title: name, line, heads, widths, paper: 'A4' }, (firstRow) =>
    earlier.map((one, at): ListCell[] => {
      const row = firstRow + at;
      const [before, first, last] = [6, 7, 10].map((column) => cellAddress(row, column));
      return [
        ...groupCells(one, input),
        one.before.count,
        Number(one.before.sum),
        ...(['carried', 'converted', 'kept-aside', 'needs-decision'] as const).map((outcome) =>
          Number(one.by[outcome].sum),
        ),
        { formula: `ROUND(${before}-SUM(${first}:${last}),6)`, result: 0 },
      ];
    }),
  ).sheet;
}

/** What new workbooks hold, and what the earlier figures behind it come to. */
function nowSheet(input: ReportInput): SheetModel {
  const { language, line } = input;
  const words = reportWords[language];
  const { now } = input.sums;
  const heads = words.heads.now;
  const widths = [44, 26, 9, 14, 18, 18, 12];
  const name = `${words.sheets.sums} 2`;
  return listSheet(name, { title: words.sheets.sums, line, heads, widths, paper: 'A4' }, (firstRow) =>
    now.map((one, at): ListCell[] => {
      const [after, from] = [6, 7].map((column) => cellAddress(firstRow + at, column));
      return [
        ...groupCells(one, input),
        one.after.count,
        Number(one.after.sum),
        Number(one.from),
        { formula: `ROUND(${after}-${from},6)`, result: Number(one.difference) },
      ];
    }),
  ).sheet;
}

function seriesSheet({ series, language, line, catalogue }: ReportInput): SheetModel {
  const words = reportWords[language];
  const all = series.flatMap(({ years }) => [...years.keys()]);
  const [from, to] = [Math.min(...all), Math.max(...all)];
  const years = all.length === 0 ? [] : Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const [figure = '', unit = '', row = '', note = ''] = words.heads.series;
  const lines = series.map((one): ListCell[] => [
    one.name,
    one.row,
    ...years.map((year): ListCell => yearCell(one, year, catalogue)),
    one.note,
    one.unit,
  ]);
  const heads = [figure, row, ...years.map(String), note, unit];
  const widths = [40, 26, ...years.map(() => 10), 44, 18];
  const name = words.sheets.series;
  return listSheet(name, { title: name, line, heads, widths, paper: 'A3' }, lines).sheet;
}

function partsSheet({ parts, language, line, unitOf }: ReportInput): SheetModel {
  const words = reportWords[language];
  let last = 0;
  const lines = parts.map(({ file, lines: own }): ListCell[] => {
    const first = last + 1;
    last += own.length;
    const units = [own[0], own.at(-1)].map((one) => named(one?.figure.unit ?? '', { unitOf })[1]);
    return [file, first, last, ...units];
  });
  const name = words.sheets.figures;
  const [heads, widths] = [words.heads.parts, [44, 12, 12, 30, 30]];
  return listSheet(name, { title: name, line, heads, widths, paper: 'A4' }, lines).sheet;
}

function yearCell({ key, years }: SeriesRow, year: number, { indicators }: Catalogue): ListCell {
  const value = years.get(year) ?? null;
  const indicator = indicators.get(parseRowKey(key)?.indicator ?? '');
  return typeof value === 'number' && indicator ? { value, format: figureFormat(indicator) } : value;
}

function groupCells(
  { key, group, period }: Pick<EarlierSums, 'key' | 'group' | 'period'>,
  input: ReportInput,
): ListCell[] {
  const words = reportWords[input.language];
  const [province = '', below] = group.split('.');
  const name = input.unitOf(province)?.name ?? province;
  return [
    labelOf(key, input.catalogue, input.language),
    `${name}: ${below === undefined ? words.ofProvince : words.ofUnits}`,
    period,
  ];
}
