import type { Indicator } from '../../catalogue/schema.ts';
import { inYear, isYear, parsePeriod } from '../../period/period.ts';
import { sumsSoFar } from '../../round/round.ts';
import { segmentInForce, type Series } from '../../target/series.ts';
import { figureKey } from '../../observation/key.ts';
import { isCountedBy, partsOf, type Asked } from '../../workbook/asked.ts';
import { perLayout } from '../../workbook/per-layout.ts';
import { askedColumns, type InputSheetLayout, type Layout } from '../../workbook/layout.ts';
import type { FigureRow } from '../../workbook/input-rows.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { divisionsOf, type Divisions } from './divisions.ts';
import { expectedBy } from './expected.ts';
import type { GivenFigure } from './given.ts';
import { dividingBy, neighboursOf, portionsOf, wholesOf } from './looked-at-beside.ts';
import type { SharedCause } from './common-cause.ts';
import type { CommonCauseName } from './common-causes.ts';
import type { Multiple } from './multiple.ts';
import type { FigureContext, FigureSurroundings } from './surroundings.ts';
import { countedOn, owedPeriods } from './owed-periods.ts';
import { peopleEach } from './people.ts';
import { printedValues } from './printed.ts';
import { asksForFigure, kindOf } from '../../target/kinds/index.ts';

/** A cell of an input sheet with the keys of everything it is looked at beside. */
export interface CheckedFigure {
  context: FigureContext;
  /** The series that are judged by it. */
  series: readonly Series[];
  numerator: string | null;
  denominator: string | null;
  denominators: readonly string[];
  wholes: readonly string[];
  portions: readonly string[];
  neighbours: readonly string[];
  previousPeriod: string;
  /** The year a shorter period lies in; null for a year. */
  year: string | null;
  /** Periods that a sum from the start of the year adds up; null for any other figure. */
  addends: { before: string; own: string } | null;
}

/**
 * Where the parts of {@link FigureSurroundings} are to be had; undefined for what the workbook has no cell
 * for, which is not the same as a blank one.
 */
export interface FigureAccess<Part> {
  /** A typed cell. */
  cell: (key: string, period: string) => Part | undefined;
  /** What a row comes to: the cell, or of a share or rate what is measured. */
  value: (key: string, period: string) => Part | undefined;
  /** The same, as far as other figures may be held against it: see `asReference`. */
  reference: (key: string, period: string) => Part | undefined;
  /** Whether a percentage of last year was stored as a fraction, see `isFractionFigure`. */
  isFraction: (key: string, period: string) => Part | undefined;
  /** The baseline, as far as anything starts from it. */
  baseline: (key: string) => Part | undefined;
  /** The value in force of a series in a year. */
  plan: (series: Series, year: number) => Part | undefined;
  reason: (key: string) => Part;
  /** The people of the unit, by what its counts say together. */
  people: Part | undefined;
  /** What a figure is expected to be near. */
  expected: (key: string, period: string) => Part | undefined;
  /** What a count has to do with a multiple that most counts share. */
  multiple: (key: string, period: string) => Multiple<Part> | undefined;
  /** What a figure has to do with what most figures show. */
  cause: (name: CommonCauseName, key: string, period: string) => SharedCause<Part> | undefined;
  /** Whether something of {@link SAID_OF_PART} is asked about one of some rows, or of {@link SAID_OF_WHOLE}. */
  said: (of: 'part' | 'whole', keys: readonly string[], period: string) => Part | undefined;
  /** Whether one of some rows may stand in another's place. */
  exchanged: (keys: readonly string[], period: string) => Part | undefined;
}

/**
 * Every cell of the input sheets that is checked, sheet by sheet, row by row, from the left.
 * @param layout of the request, or of one that asks the same
 */
export function checkedFigures(request: WorkbookRequest, asked: Asked, layout: Layout): CheckedFigure[] {
  return blankFigures(layout, request, asked).map((figure) => {
    const { key, period } = figure.context;
    const given = givenOf(request, key, period);
    return given === null ? figure : { ...figure, context: { ...figure.context, given } };
  });
}

/** As they are where nothing was filled in beforehand. */
const blankFigures = perLayout((layout, request: WorkbookRequest, asked: Asked): readonly CheckedFigure[] => {
  const countsOfPeople = peopleCounts(layout, request);
  const divisions = divisionsOf(asked, request);
  return [layout.entry, layout.background].flatMap((input) => {
    const on = { divisions, counted: countedOn(request, input), countsOfPeople };
    return input.rows.flatMap((row) => ('figure' in row ? figuresOf(request, layout, input, row, on) : []));
  });
});

/** What is known of all figures of a sheet. */
interface OnSheet {
  divisions: Divisions;
  counted: ReadonlyMap<string, ReadonlySet<string>>;
  countsOfPeople: number;
}

/** How many rows of the workbook have a count of the round that implies the people of the unit. */
function peopleCounts({ entry, background }: Layout, { round, reporting }: WorkbookRequest): number {
  const implying = [entry, background].flatMap((input) =>
    input.rows.filter((row) => {
      if (!('figure' in row)) return false;
      const { indicator, stratum } = row.figure;
      return askedColumns(input, row.figure, reporting).some(
        ({ period }) => peopleEach({ indicator, stratum, period, year: round }) !== null,
      );
    }),
  );
  return implying.length;
}

function figuresOf(
  request: WorkbookRequest,
  layout: Layout,
  input: InputSheetLayout,
  row: FigureRow,
  { divisions, counted, countsOfPeople }: OnSheet,
): CheckedFigure[] {
  const { catalogue, reporting } = request;
  const { key, indicator, stratum } = row.figure;
  const stratumId = stratum?.id ?? null;
  const series = divisions.seriesOf(key);
  const parts = partsOf(indicator, catalogue);
  const owed = owedPeriods(request, input, row, series.length > 0, counted);
  const beside = {
    kinds: series.map(kindOf),
    printed: printedValues(series, request.unit),
    dividing: dividingBy(row.figure, divisions, request),
    portions: portionsOf(row.figure, divisions, request),
    neighbours: neighboursOf(input, row, divisions, request, countsOfPeople),
  };
  const sums = isCountedBy(indicator, reporting.frequency) ? sumsSoFar(reporting) : null;
  return askedColumns(input, row.figure, reporting).map(({ period, vintage, ofRound }) => {
    const hasCell = (other: string) => layout.figureCell(other, period) !== null;
    const part = (of: Indicator | null) => {
      const partKey = of && figureKey(of.id, stratumId);
      return partKey !== null && hasCell(partKey) ? partKey : null;
    };
    const numerator = part(parts.numerator);
    const denominator = part(parts.denominator);
    const denominators = beside.dividing.filter((one) => hasCell(one.key));
    const wholes = wholesOf(row.figure, request, hasCell).filter(
      (whole) => !denominators.some((other) => other.share.isPart && other.key === whole.key),
    );
    const portions = beside.portions.filter((one) => hasCell(one.key));
    const neighbours = beside.neighbours.filter((one) => hasCell(one.key));
    // What is expected of a part of the figure, or of its whole, is made of the figure itself.
    const related = new Set([...denominators, ...wholes, ...portions].map((one) => one.key));
    const parsed = parsePeriod(period);
    const addends =
      sums !== null && row.figure.addsUp && period === sums.until
        ? { before: sums.before, own: reporting.period }
        : null;
    return {
      context: {
        key,
        indicator,
        stratum,
        level: request.unit.level,
        period,
        vintage,
        ofRound,
        isOfLastYear: period === String(request.round - 1),
        owed: owed.has(period),
        kinds: beside.kinds,
        cutOff: reporting.cutOff,
        due: reporting.due,
        parts: { numerator: numerator !== null, denominator: denominator !== null },
        partIndicators: parts,
        denominators: denominators.map(({ name }) => name),
        wholes: wholes.map(({ name }) => name),
        portions: portions.map(({ name }) => name),
        portionShares: portions.map(({ share }) => share),
        neighbours: neighbours.map(({ name }) => name),
        neighbourRows: neighbours.map(({ key: other, closeness, isCounted, between }) => ({
          closeness: related.has(other) ? null : closeness,
          isCounted,
          between: between.map((one) => neighbours.findIndex((found) => found.key === one)),
        })),
        isSumSoFar: addends !== null,
        shares: denominators.map(({ share }) => share),
        countsOfPeople,
        printed: beside.printed,
        given: null,
      },
      series,
      numerator,
      denominator,
      denominators: denominators.map((one) => one.key),
      wholes: wholes.map((one) => one.key),
      portions: portions.map((one) => one.key),
      neighbours: neighbours.map((one) => one.key),
      previousPeriod: parsed ? inYear(parsed, parsed.year - 1).text : '',
      year: parsed && !isYear(period) ? String(parsed.year) : null,
      addends,
    };
  });
}

/** The surroundings of a figure, from wherever their parts are to be had. */
export function surroundingsOf<Part>(
  { context, series, previousPeriod, year, addends, ...keys }: CheckedFigure,
  access: FigureAccess<Part>,
): FigureSurroundings<Part> | null {
  const { key, period } = context;
  const figure = access.cell(key, period);
  const value = access.value(key, period);
  if (figure === undefined || value === undefined) return null;
  const cell = (of: string | null) => (of === null ? null : (access.cell(of, period) ?? null));
  const said = (of: 'part' | 'whole', rows: readonly (string | null)[]) => {
    const known = context.ofRound ? rows.filter((one) => one !== null) : [];
    return known.length === 0 ? null : (access.said(of, known, period) ?? null);
  };
  const values = (of: readonly string[]) =>
    of.flatMap((one) => {
      const part = access.reference(one, period);
      return part === undefined ? [] : [part];
    });
  return {
    figure,
    value,
    previous: access.reference(key, previousPeriod) ?? null,
    numerator: cell(keys.numerator),
    denominator: cell(keys.denominator),
    denominators: values(keys.denominators),
    wholes: values(keys.wholes),
    portions: values(keys.portions),
    baseline: access.baseline(key) ?? null,
    plan: year === null ? planOf(series, Number(period), access) : null,
    year: year === null ? null : (access.reference(key, year) ?? null),
    sumOf: addends && {
      before: access.reference(key, addends.before) ?? null,
      own: access.reference(key, addends.own) ?? null,
    },
    neighbours: keys.neighbours.flatMap((one) => {
      const part = access.cell(one, period);
      return part === undefined
        ? []
        : [
            {
              figure: part,
              previous: access.reference(one, previousPeriod) ?? null,
              baseline: access.baseline(one) ?? null,
              expected: access.expected(one, period) ?? null,
            },
          ];
    }),
    people: access.people ?? null,
    expected: access.expected(key, period) ?? null,
    isFraction: context.isOfLastYear ? (access.isFraction(key, period) ?? null) : null,
    multiple: (context.ofRound && access.multiple(key, period)) || null,
    causes: context.ofRound
      ? {
          standing: access.cause('standing', key, period) ?? null,
          asFractions: access.cause('asFractions', key, period) ?? null,
        }
      : null,
    isByExchanged: access.exchanged(expectedBy(context, keys), period) ?? null,
    isPartSaid: said('part', [keys.numerator, keys.denominator]),
    isWholeSaid: said('whole', keys.denominators),
    reason: access.reason(key),
  };
}

function planOf<Part>(series: readonly Series[], year: number, access: FigureAccess<Part>): Part | null {
  const judged = series.find((one) => asksForFigure(one) && segmentInForce(one, year) !== null);
  return (judged && access.plan(judged, year)) ?? null;
}

/** What a workbook was issued with; figures made up for trying it out are nobody's. */
function givenOf({ known, sample }: WorkbookRequest, key: string, period: string): GivenFigure | null {
  if (sample) return null;
  const { figure, source } = known.given ?? known;
  const given = figure(key, period);
  return given === null ? null : { figure: given, source: source(key, period) };
}
