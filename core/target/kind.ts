import type { Direction, Indicator, Measure } from '../catalogue/schema.ts';
import type { Figure } from '../observation/figure.ts';
import { decidingBound } from './bounds.ts';
import { hasRange, type Segment, type Series } from './series.ts';
import type { UnitText } from './unit-text.ts';

/** What is known about one series in one workbook; everything a path or verdict may depend on. */
export interface SeriesValues {
  /** Year of the round being reported. */
  round: number;
  /** First year that has a column; figures of earlier years can only come from the baseline. */
  firstYear: number;
  /** Whether the unit has been given this target; a province has its own plan's. */
  assigned: boolean;
  /** Number of the baseline and the year it is of; null where not known. */
  base: { year: number | null; value: number | null };
  /** The figure reported for a year. */
  figure: (year: number) => Figure;
  /** True when the year's share or rate rests on a denominator too small, or on a part that cannot be. */
  unsound: (year: number) => boolean;
}

/** Rows of a series on its indicator sheet; each is computed by the kind or by verdict and gap. */
export type SeriesField =
  | 'assigned'
  | 'low'
  | 'high'
  | 'path'
  | 'pathHigh'
  | 'actual'
  | 'cumulative'
  | 'result'
  | 'gap'
  | 'pathGap'
  | 'pace'
  | 'verdict';

/** Symbolic references to the cells of a series, the Excel side of {@link SeriesValues}. */
export interface SeriesRefs {
  round: string;
  basis: string;
  baseYear: string;
  /** Holds a number only where the indicator can have it. */
  baseValue: string;
  /** First year that has a column. */
  firstYear: number;
  /** Header cell of a year. */
  year: (year: number) => string;
  /** Whether the series shows a field. */
  has: (field: SeriesField) => boolean;
  /** Cell of a field in a year. */
  cell: (field: SeriesField, year: number) => string;
  /** Condition that is true when the year's share or rate is {@link SeriesValues.unsound}; null where it never is. */
  unsound: (year: number) => string | null;
}

/** A number, or null where it cannot be told; in Excel an empty text stands for null. */
export type Result = number | null;

/** What the value of a kind of target is, and what may be said of it: all that is asked of a kind elsewhere. */
export interface KindTraits {
  /** Vietnamese words for the kind. */
  word: string;
  /** Measures of indicators for which it means something, in the catalogue's order. */
  measures: readonly Measure[];
  /** Whether there is a value to reach; else the end is done or not done. */
  hasValue: boolean;
  /** Whether the value is a state of the indicator at a time, which the indicator's hard bounds hold for. */
  isStanding: boolean;
  /** Whether the value is the size of a change, in the wanted direction. */
  isRate: boolean;
  /** Whether the value is in per cent of the figure itself, whatever that is counted in. */
  isRelative: boolean;
  /** Whether a change is that since its base year in every year; else that of a year, or a yearly mean. */
  isSinceBase: boolean;
  /** Whether the figures of years add up, and the path with them. */
  addsUp: boolean;
  /** Whether the value is of its whole period: none of the years has one, another period has another. */
  isOfPeriod: boolean;
  /** Whether figures are to move towards the value and may go beyond it; what is kept or done may stay. */
  moves: boolean;
  /** Whether a target may say "bình quân". */
  canAverage: boolean;
  /** Whether a target may say how its path runs between two values. */
  interpolates: boolean;
  /** Whether a target needs the first year of its period, not only the last. */
  needsFirstYear: boolean;
  /** Whether path or verdict start from a baseline. */
  startsFromBaseline: boolean;
  /** Whether a present-state figure of this kind is a baseline that paths can start from. */
  givesBaseline: boolean;
  /** Whether the pace is a movement of the figure, up or down; else it is what each year has to bring. */
  paceIsMovement: boolean;
  /**
   * Unit in which the value is given.
   * @param points how the difference of two percentages is named
   */
  unitOf: (indicator: Pick<Indicator, 'unit'>, points?: UnitText) => UnitText;
  /** First and last year in which a printed value is in force; without a last it is held until another follows. */
  inForce: (yearFrom: number, yearTo: number) => Pick<Segment, 'start' | 'end'>;
  /** Whether it can be said to be met in a year before its value is in force. */
  canBeMetEarly: (segment: Segment, direction: Direction, year: number) => boolean;
}

/**
 * A kind of target: its traits, its yearly path, the result its bounds are compared with, the pace still
 * needed. Each function stands beside its Excel formula; a formula of null means that the cell stays empty.
 */
export interface KindDefinition extends KindTraits {
  /** Rows the series shows, in order. */
  fields: (series: Series) => readonly SeriesField[];
  /** Reference path in a year, in the unit of the figure; of {@link addsUp} in that of the sum. */
  path: (series: Series, values: SeriesValues, year: number, bound: 'low' | 'high') => Result;
  pathFormula: (series: Series, refs: SeriesRefs, year: number, bound: 'low' | 'high') => string | null;
  /** The year a year's change is measured from; null where the value is no change. */
  measuredFrom: (series: Series, segment: Segment, year: number) => number | null;
  /** The figure that is compared with the bounds in force. */
  result: (series: Series, values: SeriesValues, year: number) => Result;
  /** The field that holds {@link result}; its own formula where it is not a plain figure. */
  resultField: (series: Series, year: number) => 'actual' | 'cumulative' | 'result';
  resultFormula: (series: Series, refs: SeriesRefs, year: number) => string | null;
  /** Pace per remaining year still needed, in the unit in which the target is set. */
  pace: (series: Series, values: SeriesValues, year: number) => Result;
  paceFormula: (series: Series, refs: SeriesRefs, year: number) => string | null;
  /**
   * Change that the value in force (while none is, the next one ahead) asks for, in the wanted direction: 0 or
   * less where none is required. Null where it is not known, or the value alone says how much is missing.
   */
  requiredChange: (series: Series, values: SeriesValues, year: number) => Result;
  requiredChangeFormula: (series: Series, refs: SeriesRefs, year: number) => string | null;
}

/** Rows of the value in force: what was assigned, and what the plan prints, in two rows where it is a range. */
export function inForceFields(series: Series): readonly SeriesField[] {
  const printed: readonly SeriesField[] = hasRange(series) ? ['low', 'high'] : ['low'];
  return [...(series.assigned.size > 0 ? (['assigned'] as const) : []), ...(series.own ? printed : [])];
}

/** Cell of the printed bound that decides in a year: the weaker one of a range. */
export function decidingCell(series: Series, refs: SeriesRefs, year: number): string {
  return refs.cell(hasRange(series) ? decidingBound(series.direction) : 'low', year);
}
