import type { Indicator, Stratum } from '../../catalogue/schema.ts';
import type { PartIndicators } from '../../target/possible.ts';
import type { KindTraits } from '../../target/kind.ts';
import type { GivenFigure } from './given.ts';
import type { SharedCause } from './common-cause.ts';
import type { Multiple } from './multiple.ts';
import type { PrintedValue } from './printed.ts';
import type { Unit } from '../../unit/unit.ts';
import type { Vintage } from '../../observation/vintage.ts';

/**
 * A figure and what it is looked at beside: the same named places as contents ({@link RawCell}) for
 * TypeScript and as references or expressions for Excel. A place of null is not in the workbook.
 */
export interface FigureSurroundings<Part> {
  /** The cell itself, as typed; of a share or rate the published figure. */
  figure: Part;
  /** What the row comes to: the figure, or of a share or rate what `measured` makes of its parts. */
  value: Part;
  /** What the same row came to a year before, as far as the indicator can have it, as all that it is held against; for a period within the year, in the same period. */
  previous: Part | null;
  /** Of a share or rate, the cells it is computed from. */
  numerator: Part | null;
  denominator: Part | null;
  /** Of a count, the counts that shares and rates divide it by; in the order of {@link FigureContext.denominators}. */
  denominators: readonly Part[];
  /** What the wholes it is a part of come to; in the order of {@link FigureContext.wholes}. */
  wholes: readonly Part[];
  /** What its own parts come to; in the order of {@link FigureContext.portions}. */
  portions: readonly Part[];
  /** The baseline, in the indicator's own unit. */
  baseline: Part | null;
  /** The value in force, where it is in the indicator's own unit. */
  plan: Part | null;
  /** For a period within the year, the year's own figure. */
  year: Part | null;
  /** Of a sum from the start of the year what it is the sum of: the sum before the period, and the period's figure. */
  sumOf: { before: Part | null; own: Part | null } | null;
  /** The rows below it on the form; in the order of {@link FigureContext.neighbours}. */
  neighbours: readonly Neighbour<Part>[];
  /** The people of the unit, by what its counts say together. */
  people: Part | null;
  /** What it is expected to be near. */
  expected: Part | null;
  /** Of last year's percentage whether it was stored as a fraction; in Excel a condition. */
  isFraction: Part | null;
  /** Of a count, whether it is the same multiple of an earlier figure as most of the others. */
  multiple: Multiple<Part> | null;
  /** What it has to do with what most figures of the form show; null where there is no such thing for it. */
  causes: SharedCauses<Part> | null;
  /** Whether a row that it is expected by may stand in another's place. */
  isByExchanged: Part | null;
  /** Of a share or rate, whether something is asked about one of the counts it is computed from. */
  isPartSaid: Part | null;
  /** Of a count, whether one that it is divided by does not belong to a unit of this size. */
  isWholeSaid: Part | null;
  /** What the officer wrote beside the row. */
  reason: Part;
}

/** Common causes by their names; null where a figure does not show one. */
export interface SharedCauses<Part> {
  standing: SharedCause<Part> | null;
  asFractions: SharedCause<Part> | null;
}

/** A row beside a figure's: what stands in its cell, what it came to earlier and what it is expected to be near. */
export interface Neighbour<Part> {
  figure: Part;
  previous: Part | null;
  baseline: Part | null;
  expected: Part | null;
}

/** What is known of a row beside a figure's without looking into any cell. */
export interface NeighbourRow {
  /** How closely it is known without an earlier figure; null where the figure itself is what tells. */
  closeness: Closeness | null;
  isCounted: boolean;
  /** The neighbours between the two rows, by their places: where a number stands in one of them, it is the nearer. */
  between: readonly number[];
}

/** Something a figure is compared with, by name. */
export interface Named {
  vi: string;
  en: string;
  /** The unit of a count that limits a figure without being its whole. */
  limitUnit?: string;
}

/** A share or rate a count is divided for. */
export interface DividedShare {
  indicator: Indicator;
  /** Whether the count is a part of what it is divided by. */
  isPart: boolean;
  /** Whether another count of the form is a part of the same whole, of which the plan asks for nearly all, too. */
  hasSibling?: boolean;
  printed: readonly PrintedValue[];
}

/**
 * How closely a figure is known beforehand: by an earlier one of its row, by a share of nearly everybody, by
 * another level the plan wants reached, by a size, or hardly at all.
 */
export type Closeness = 'earlier' | 'nearWhole' | 'level' | 'size' | 'hardly';

/** What is known about a figure without looking into any cell. */
export interface FigureContext {
  /** `indicator|stratum`. */
  key: string;
  indicator: Indicator;
  stratum: Stratum | null;
  /** Of the unit whose figure it is. */
  level: Unit['level'];
  /** SDMX period and vintage of the cell. */
  period: string;
  vintage: Vintage;
  /** Whether it is a figure of the round reported in; of earlier years only the form is checked. */
  ofRound: boolean;
  /** Whether it is the whole year before the round's. */
  isOfLastYear: boolean;
  /** Whether the unit owes it. */
  owed: boolean;
  /** Kinds of the targets that are judged by it. */
  kinds: readonly KindTraits[];
  /** ISO days of the round. */
  cutOff: string;
  due: string | null;
  /** Which cells of a share or rate the workbook has beside the published figure. */
  parts: { numerator: boolean; denominator: boolean };
  /** What it is computed from, of a share or rate. */
  partIndicators: PartIndicators;
  denominators: readonly Named[];
  wholes: readonly Named[];
  /** Counts of the form that are parts of it. */
  portions: readonly Named[];
  /** The shares it is divided for by its parts, in their order; null for a part of which no share is taken. */
  portionShares: readonly (DividedShare | null)[];
  neighbours: readonly Named[];
  /** What is known of each neighbour, in their order. */
  neighbourRows: readonly NeighbourRow[];
  /** Whether it is a sum from the start of the year to the end of the round's period. */
  isSumSoFar: boolean;
  /** The shares and rates that divide it by its denominators, in their order. */
  shares: readonly DividedShare[];
  /** Counts of the form that each imply the people of the unit. */
  countsOfPeople: number;
  /** What plans print for it, of any year and level. */
  printed: readonly PrintedValue[];
  /** What it was filled in with beforehand; null for nothing. */
  given: GivenFigure | null;
}
