import type { Figure } from '../observation/figure.ts';
import type { MeasuredParts } from '../observation/measured.ts';
import { decidingBound } from '../target/bounds.ts';
import { possibleBase } from '../target/possible.ts';
import { isPossibleDemand } from '../target/possible-demand.ts';
import { resultDirection } from '../target/result.ts';
import { segmentInForce, type Series } from '../target/series.ts';
import { figureKeyOf } from '../observation/key.ts';
import type { Asked } from '../workbook/asked.ts';
import { valuesOf } from '../workbook/known-values.ts';
import type { Layout } from '../workbook/layout.ts';
import { isFractionFigure, soundBaseline } from '../workbook/percent-rows.ts';
import type { WorkbookRequest } from '../workbook/request.ts';
import { asTyped } from './as-typed.ts';
import { numberIn, type RawCell } from './figure/cell.ts';
import {
  checkedFigures,
  surroundingsOf,
  type CheckedFigure,
  type FigureAccess,
} from './figure/checked-figures.ts';
import { isEntered } from './figure/entered.ts';
import { closenessOf, expectedOf } from './figure/expected.ts';
import type { FigureOutcome } from './figure/figure-rule.ts';
import type { ShownTogether } from './figure/common-cause.ts';
import type { CommonCauseName } from './figure/common-causes.ts';
import { countsTogether, type CountsTogether } from './figure/multiple.ts';
import { impliedPeople, peopleEach, peopleOf, wideCount, type WideCount } from './figure/people.ts';
import { judgeFigure, type JudgedBy } from './figure/precedence.ts';
import { asReference } from './figure/reference.ts';
import type { Closeness } from './figure/surroundings.ts';
import { placedFigures, type PlacedFigures, type RowParts } from './placed-figures.ts';
import { typedValue } from './figure/typed-value.ts';
import { isReason } from './reason.ts';
import { seriesRules } from './series/rules/index.ts';
import type { SeriesRule } from './series/series-rule.ts';
import {
  besideAll,
  causesOf,
  idOf,
  NOT_KNOWN,
  surroundingsOnce,
  timesOf,
  type Beside,
  type Without,
} from './together.ts';
import type { TypedCell, TypedFigures } from './typed.ts';

/** A figure and what the rules say of it; null where its cell is not in the file. */
export interface JudgedFigure {
  figure: CheckedFigure;
  judged: JudgedBy[] | null;
  /** It is owed and is not there: blank, unreadable, or its cell is gone. */
  isLeft: boolean;
  /** What the cell and its parts come to. */
  value: RawCell;
  /** The same, as far as it says anything of other figures. */
  reference: RawCell;
  /** What the figure is expected to be near. */
  expected: RawCell;
  /** How closely that is known; null where it is not. */
  closeness: Closeness | null;
  /** Of a count of the round the logarithm of how many times its earlier figure it is; null where that says nothing. */
  timesEarlier: number | null;
  /** Whether it shows what most figures may show; null where it could not. */
  shows: (name: CommonCauseName) => boolean | null;
  /** The cell of a key in the figure's period. */
  cellAt: (key: string) => TypedCell | null;
  /** The figure's cell in the period it is compared with; null where the file has none. */
  earlierCell: TypedCell | null;
}

/** A series and what the rules say of it in the year of the round. */
export interface JudgedSeries {
  series: Series;
  period: string;
  cell: TypedCell | null;
  /** What the series is judged by: typed, or computed of a share's parts. */
  figure: Figure;
  judged: { rule: SeriesRule; result: FigureOutcome<unknown> }[];
}

/** Everything of a return that rules look at, in the order in which findings are told. */
export interface JudgedReturn {
  /** The people of the unit, by what its counts say together; null where they say nothing. */
  people: number | null;
  /** What its counts come to beside their earlier figures. */
  together: CountsTogether;
  /** What its figures show together. */
  causes: Record<CommonCauseName, ShownTogether>;
  figures: JudgedFigure[];
  series: JudgedSeries[];
}

/**
 * Judges every figure and every series of a return, whatever it came in.
 * @param request as for `checkFigures`, with what is asked in it and where it stands
 * @param peopleBy the people of the unit by what each of its counts implies, and by those that imply little
 */
export function judgeAll(
  request: WorkbookRequest,
  asked: Asked,
  layout: Layout,
  typed: TypedFigures,
  peopleBy: (implied: readonly number[], wide: readonly WideCount[]) => number | null = (implied) =>
    peopleOf(request.unit.level, implied),
): JudgedReturn {
  const placed = placedFigures(request, typed);
  const checked = checkedFigures(request, asked, layout);
  const cells = accessTo(request, layout, { typed, placed });
  const implied = checked.flatMap(({ context }) => {
    const each = peopleEach({ ...context, year: request.round });
    const count = cells.reference(context.key, context.period) ?? null;
    return each === null ? [] : (impliedPeople(count, each) ?? []);
  });
  const wide = checked.flatMap(({ context }) => {
    const count = cells.reference(context.key, context.period) ?? null;
    return wideCount(count, { ...context, year: request.round }) ?? [];
  });
  const people = peopleBy(implied, wide);
  const near = withExpected(checked, { ...cells, people });
  const times = timesOf(checked, near);
  const together = countsTogether(times);
  const timesById = new Map(times.map(({ id, by }) => [id, by]));
  const alone = surroundingsOnce({ ...near, ...NOT_KNOWN });
  const causes = causesOf(checked, alone);
  const beside = besideAll(checked, { together, causes, alone }, near);
  const period = String(request.round);
  const asShown = asTyped(request, typed);
  return {
    people,
    together,
    causes: causes.together,
    figures: checked.map((figure) => {
      const { context } = figure;
      const values = placed.cell(context.key, context.period) ? beside(figure) : null;
      return {
        figure,
        judged: values && judgeFigure(context, values),
        isLeft: context.owed && !(values && isEntered(context, values)),
        value: values?.value ?? null,
        reference: (values && cells.reference(context.key, context.period)) ?? null,
        expected: values?.expected ?? null,
        closeness: values && closenessOf(context, values),
        timesEarlier: timesById.get(idOf(context)) ?? null,
        shows: (name) => causes.shows(name, idOf(context)),
        cellAt: (key) => placed.cell(key, context.period) ?? null,
        earlierCell: placed.cell(context.key, figure.previousPeriod) ?? null,
      };
    }),
    series: asked.series.map((series) => {
      const values = valuesOf(asShown, layout, series);
      return {
        series,
        period,
        cell: placed.cell(figureKeyOf(series), period) ?? null,
        figure: values.figure(request.round),
        judged: seriesRules
          .filter((rule) => rule.appliesTo(series, request.round))
          .map((rule) => ({ rule, result: rule.check(series, values, request.round) })),
      };
    }),
  };
}

/** The same with what each figure is expected to be near, which is looked up once. */
function withExpected(
  checked: readonly CheckedFigure[],
  without: Without<'expected' | Beside>,
): Without<Beside> {
  const byFigure = new Map(checked.map((one) => [idOf(one.context), one]));
  const known = new Map<string, RawCell>();
  const alone: FigureAccess<RawCell> = { ...without, ...NOT_KNOWN, expected: () => undefined };
  return {
    ...without,
    expected(key, period) {
      const id = `${key}|${period}`;
      const found = known.get(id);
      if (found !== undefined) return found;
      const figure = byFigure.get(id);
      const values = figure?.context.ofRound ? surroundingsOf(figure, alone) : null;
      const expected = figure && values ? expectedOf(figure.context, values) : null;
      known.set(id, expected);
      return expected;
    },
  };
}

/** The cells of a file as {@link surroundingsOf} wants them. */
function accessTo(
  request: WorkbookRequest,
  layout: Layout,
  { typed, placed: { raw, rowOf } }: { typed: TypedFigures; placed: PlacedFigures },
): Without<'people' | 'expected' | Beside> {
  const cellsOf = (key: string, period: string, row: RowParts): MeasuredParts<RawCell> => {
    const part = (of: string | null) => (of === null ? null : raw(of, period));
    return {
      published: raw(key, period),
      numerator: part(row.numerator),
      denominator: part(row.denominator),
    };
  };
  const isFraction = (key: string, period: string): boolean => {
    const figure = numberIn(raw(key, period));
    return (
      figure !== null &&
      period === String(request.round - 1) &&
      isFractionFigure(request, layout, key, figure)
    );
  };
  const referenceOf = (key: string, period: string): RawCell => {
    const row = rowOf(key);
    if (row === null) return raw(key, period);
    if (isFraction(key, period)) return null;
    const cells = cellsOf(key, period, row);
    return asReference(row.indicator, row.partIndicators, typedValue(row.indicator, cells), cells);
  };
  // The figures beside a cell are asked for by each of them.
  const references = new Map<string, Map<string, RawCell>>();
  return {
    cell: raw,
    value(key, period) {
      const row = rowOf(key);
      return row === null ? raw(key, period) : typedValue(row.indicator, cellsOf(key, period, row));
    },
    reference(key, period) {
      const ofPeriod = references.get(period) ?? new Map<string, RawCell>();
      const known = ofPeriod.get(key);
      if (known !== undefined) return known;
      const reference = referenceOf(key, period);
      references.set(period, ofPeriod.set(key, reference));
      return reference;
    },
    isFraction,
    baseline(key) {
      const row = layout.baselineCells(key) && rowOf(key);
      return row ? possibleBase(row.indicator, soundBaseline(request, layout, key)).value : undefined;
    },
    plan(series, year) {
      const segment = segmentInForce(series, year);
      if (segment === null || !isPossibleDemand(series, segment)) return undefined;
      return segment[decidingBound(resultDirection(series))] ?? undefined;
    },
    reason: (key) => reasonOf(typed, key),
  };
}

/** The cell that is wrong: the figure's own, or the denominator that is missing. */
export function keyAt({ context, denominator }: CheckedFigure, result: FigureOutcome<unknown>): string {
  const isElsewhere = result.outcome === 'failed' && result.at === 'denominator';
  return isElsewhere && denominator !== null ? denominator : context.key;
}

/** The reason beside a row: words; null where there is nothing, or nothing that explains. */
export function reasonOf(typed: Pick<TypedFigures, 'reasons'>, key: string): string | null {
  const text = writtenBeside(typed, key);
  return text !== null && isReason(text) ? text : null;
}

/** What was written beside a row, be it a reason or not; null for nothing. */
export function writtenBeside({ reasons }: Pick<TypedFigures, 'reasons'>, key: string): string | null {
  const text = reasons.get(key)?.trim() ?? '';
  return text === '' ? null : text;
}
