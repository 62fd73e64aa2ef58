import type { Direction, Indicator, Stratum } from '../catalogue/schema.ts';
import type { RoundRule } from '../round/schema.ts';
import type { Unit } from '../unit/unit.ts';
import type { PlanFile, PlanHead, TargetKind, YearBasis } from './schema.ts';

/** Comparators as symbols: `~` about (khoảng), `range` between two printed bounds. */
export const comparatorSymbols = ['>', '>=', '<', '<=', '=', '~', 'range'] as const;
export type Comparator = (typeof comparatorSymbols)[number];

/** What a statement of a plan is: an end to reach, a present-state figure, or a task with a date. */
export type Role = 'target' | 'baseline' | 'deadline';

/** A place in the document that a statement stands on. */
export interface Citation {
  /** 1-based line of the number. */
  line: number;
  /** Verbatim, as the plan file gives it. */
  quote: string;
}

/** A statement of a plan after loading: numbers parsed from what the document prints, references resolved. */
export interface Statement {
  plan: string;
  id: string;
  role: Role;
  /** Null only for a deadline. */
  indicator: Indicator | null;
  /** Null for the whole. */
  stratum: Stratum | null;
  kind: TargetKind;
  /** Null for a milestone. */
  comparator: Comparator | null;
  /** Null for a range and for a milestone. */
  value: number | null;
  low: number | null;
  high: number | null;
  yearFrom: number | null;
  yearTo: number | null;
  baseYear: number | null;
  yearBasis: YearBasis;
  /** "bình quân": judged on the accumulated change. */
  average: boolean;
  interpolation: 'linear' | 'compound';
  /** The indicator's direction, or the statement's own. */
  direction: Direction;
  leadAgency: string | null;
  /** Main citation first. */
  citations: [Citation, ...Citation[]];
  /** The printed figure, or null where the end is implied. */
  printed: string | null;
  /** Why a figure that is not printed is read so. */
  impliedReason: string | null;
  section: string;
  bullet: string;
  note: string | null;
}

/** A statement that is certain to have an indicator. */
export type IndicatorStatement = Statement & { indicator: Indicator };

/**
 * A plan as workbooks see it: what it asks for and what the printed form says. A workbook carries all of it,
 * so that it can be built again where the plan files are not.
 */
export interface LivePlan {
  file: PlanHead;
  targets: IndicatorStatement[];
  baselines: IndicatorStatement[];
  deadlines: Statement[];
}

/** A plan after loading. */
export interface Plan extends LivePlan {
  file: PlanFile;
  /** Province first, then its districts at the plan's date. */
  units: Unit[];
  /** The document, verbatim. */
  source: string;
  /** When its reports are due and how sure their figures are, by frequency; empty where no rule is given. */
  roundRules: readonly RoundRule[];
}
