import { communesLeft } from '../communes-left.ts';
import { explanationsOf } from '../../../rules/explained.ts';
import { foundIn, type JudgedBaseline } from '../../../rules/baseline/judge-baselines.ts';
import { keyAt, reasonOf, type JudgedFigure, type JudgedReturn } from '../../../rules/judge-all.ts';
import type { TypedFigures } from '../../../rules/typed.ts';
import type { JudgedBy } from '../../../rules/figure/precedence.ts';
import type { SeriesRule } from '../../../rules/series/series-rule.ts';
import type { Series } from '../../../target/series.ts';
import { figureKey } from '../../../observation/key.ts';
import { absoluteAddress } from '../../../sheet/address.ts';
import { sheetReference } from '../../../sheet/draft.ts';
import type { InputSheetLayout, Layout } from '../../../workbook/layout.ts';
import type { WorkbookRequest } from '../../../workbook/request.ts';
import type { SeriesBlock } from '../series-block.ts';
import { columnRules, isFormRule, WEIGHT, type Weight } from './columns.ts';
import { rankOf, ranksOf, weightOf, type Found, type FoundInFigure } from './ranks.ts';

/** What a figure's rules come to, for the marks beside its row. */
export type State = 'error' | 'missing' | 'open' | 'explained' | 'none';

/** What a line says of the row it is about. */
interface LineBase extends Found {
  row: number;
  key: string;
  input: InputSheetLayout;
  /** Number of the row on the form. */
  label: string;
  reason: string | null;
}

/** A hidden line about a figure. */
export interface FigureLine extends LineBase, FoundInFigure {
  judged: JudgedFigure;
  /** Whether a rule looks at the value of its row: it is of the round, or of a period the round is held against. */
  isCompared: boolean;
  /** Whether the figure is owed, or a share's denominator is, and is it missing; null where it may be blank. */
  missing: boolean | null;
  state: State;
}

/** A hidden line about a series. */
export interface SeriesLine extends LineBase {
  series: Series;
  block: SeriesBlock;
  rules: readonly SeriesRule[];
}

/** All lines about one row of the form. */
export interface RowLines {
  figures: FigureLine[];
  series: SeriesLine[];
}

/** Counts of the whole sheet. */
export interface CheckCounts {
  /** Without what is missing. */
  errors: number;
  /** Those of them that stand on Số gốc, which has no lines here. */
  baselines: number;
  /** Cells that the rule on missing figures finds. */
  missing: number;
  /** Figures left to enter on the input sheets. */
  left: number;
  open: number;
  explained: number;
}

/** The hidden lines with what core says of each. */
export interface CheckLines {
  figures: FigureLine[];
  /** The same by `indicator|stratum|period`. */
  byFigure: ReadonlyMap<string, FigureLine>;
  series: SeriesLine[];
  /** The lines about each row of the form, by `indicator|stratum`. */
  byRow: ReadonlyMap<string, RowLines>;
  top: number;
  bottom: number;
  /** The people of the unit, by what its counts say together; null where they say nothing. */
  people: number | null;
  /** What its counts come to beside their earlier figures. */
  together: JudgedReturn['together'];
  /** What its figures show together. */
  causes: JudgedReturn['causes'];
  /** The words beside the rows of Số gốc; null in a workbook without that sheet. */
  baselines: string | null;
  counts: CheckCounts;
  /** The cells of the table by commune, which are owed beside the figures; null in a workbook without it. */
  communes: { formula: string; owed: number; left: number } | null;
}

const COLUMN_CODES: ReadonlySet<string> = new Set(columnRules.map(({ code }) => code));

/**
 * Places the hidden lines from a row on.
 * @param judged what the rules say of what they are about
 */
export function checkLines(
  request: WorkbookRequest,
  layout: Layout,
  blocks: readonly SeriesBlock[],
  judged: JudgedReturn,
  typed: TypedFigures,
  baselines: readonly JudgedBaseline[],
  top: number,
): CheckLines {
  const places = new Map(
    [layout.entry, layout.background].flatMap((input) =>
      input.rows.flatMap((row) => ('figure' in row ? [[row.figure.key, { input, row }] as const] : [])),
    ),
  );
  const placeOf = (key: string) => {
    const place = places.get(key);
    if (!place) throw new Error(`No input sheet has a row for ${key}.`);
    return { input: place.input, label: place.row.number };
  };
  const explained = explanationsOf(judged, typed);
  let line = 0;
  const next = (key: string) => {
    line += 1;
    return { row: top + line - 1, line, key, ...placeOf(key), reason: reasonOf(typed, key) };
  };
  const missing = missingOf(judged.figures);
  const compared = new Set(
    judged.figures.flatMap(({ figure: { context, previousPeriod, year, addends } }) =>
      context.ofRound ? [context.period, previousPeriod, year, addends?.before, addends?.own] : [],
    ),
  );
  const figures = judged.figures.map((one): FigureLine => {
    const { key, period } = one.figure.context;
    const base = next(key);
    const broken = brokenBy(one.judged ?? []);
    const ranks = new Map<string, number>();
    for (const { rule, result, alone } of one.judged ?? []) {
      if (alone.outcome === 'failed' && COLUMN_CODES.has(rule.code))
        ranks.set(rule.code, rankOf(rule, result, explained(rule, key), base));
    }
    return {
      ...base,
      judged: one,
      isCompared: compared.has(period),
      broken,
      missing: missing.get(`${key}|${period}`) ?? null,
      ranks,
      state: 'none',
    };
  });
  const blockOf = new Map(blocks.map((block) => [block.series, block]));
  const series = judged.series.flatMap((one): SeriesLine[] => {
    const block = blockOf.get(one.series);
    if (!block || one.judged.length === 0) return [];
    const base = next(figureKey(one.series.indicator.id, one.series.stratum?.id ?? null));
    const ranks = new Map(
      one.judged.flatMap(({ rule, result }) =>
        result.outcome === 'failed'
          ? [[rule.code, rankOf(rule, result, explained(rule, base.key), base)] as const]
          : [],
      ),
    );
    return [{ ...base, series: one.series, block, rules: one.judged.map(({ rule }) => rule), ranks }];
  });
  const byRow = rowLines(figures, series);
  for (const figure of figures) figure.state = stateOf(figure, seriesAt(figure, byRow, request));
  return {
    figures,
    byFigure: new Map(figures.map((one) => [`${one.key}|${one.judged.figure.context.period}`, one])),
    series,
    byRow,
    top,
    bottom: top + Math.max(1, line - 1),
    people: judged.people,
    together: judged.together,
    causes: judged.causes,
    baselines: baselineFlags(layout),
    counts: countsOf(figures, series, baselines),
    communes: communesLeft(request, layout.byCommune),
  };
}

/** The series that are judged by a figure in the year of the round. */
export function seriesAt(
  { key, judged }: FigureLine,
  byRow: CheckLines['byRow'],
  { round }: WorkbookRequest,
): readonly SeriesLine[] {
  return judged.figure.context.period === String(round) ? (byRow.get(key)?.series ?? []) : [];
}

function rowLines(figures: readonly FigureLine[], series: readonly SeriesLine[]): Map<string, RowLines> {
  const byRow = new Map<string, RowLines>();
  const rowOf = (key: string): RowLines => {
    const row = byRow.get(key) ?? { figures: [], series: [] };
    byRow.set(key, row);
    return row;
  };
  for (const line of figures) rowOf(line.key).figures.push(line);
  for (const line of series) rowOf(line.key).series.push(line);
  return byRow;
}

/**
 * Which figures about a row of the form were filled in beforehand: rules apply to those which have nothing to say of
 * others, and formulas go by what such rules find. Empty for none.
 */
export function givenOnRow({ byRow }: Pick<CheckLines, 'byRow'>, key: string): string {
  const figures = byRow.get(key)?.figures ?? [];
  const isGiven = ({ judged }: FigureLine) => judged.figure.context.given !== null;
  return figures.some(isGiven) ? figures.map((one) => (isGiven(one) ? '1' : '0')).join('') : '';
}

function brokenBy(judged: readonly JudgedBy[]): string | null {
  const found = judged.find(({ rule, result }) => isFormRule(rule) && result.outcome === 'failed');
  return found?.rule.code ?? null;
}

/** By figure: whether it is missing, where it must be there or a share divides by it. */
function missingOf(figures: readonly JudgedFigure[]): Map<string, boolean> {
  const missing = new Map<string, boolean>();
  for (const { figure, judged } of figures) {
    const { key, period, owed } = figure.context;
    const said = judged?.find(({ rule }) => rule.counted)?.result;
    const failsAt = said?.outcome === 'failed' ? keyAt(figure, said) : null;
    if (!owed) continue;
    const owing =
      figure.numerator !== null && figure.denominator !== null ? [key, figure.denominator] : [key];
    for (const one of owing) {
      const id = `${one}|${period}`;
      missing.set(id, (missing.get(id) ?? false) || failsAt === one);
    }
  }
  return missing;
}

function stateOf(figure: FigureLine, series: readonly SeriesLine[]): State {
  const weights = new Set(ranksOf({ figures: [figure], series }).map(weightOf));
  if (weights.has(WEIGHT.error)) return 'error';
  if (figure.missing) return 'missing';
  if (weights.has(WEIGHT.open)) return 'open';
  return weights.has(WEIGHT.explained) ? 'explained' : 'none';
}

function baselineFlags({ baselines: { sheet, rows, flagColumn } }: Layout): string | null {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return null;
  const range = `${absoluteAddress(first.row, flagColumn)}:${absoluteAddress(last.row, flagColumn)}`;
  return sheetReference(sheet, range);
}

function countsOf(
  figures: readonly FigureLine[],
  series: readonly SeriesLine[],
  baselines: readonly JudgedBaseline[],
): CheckCounts {
  const ofBaselines = baselines.filter((one) => foundIn(one)?.severity === 'error').length;
  const weights = ranksOf({ figures, series }).map(weightOf);
  const count = (weight: Weight) => weights.filter((one) => one === weight).length;
  return {
    errors: count(WEIGHT.error) + ofBaselines,
    baselines: ofBaselines,
    missing: figures.filter((one) => one.missing).length,
    left: figures.filter(({ judged }) => judged.isLeft).length,
    open: count(WEIGHT.open),
    explained: count(WEIGHT.explained),
  };
}
