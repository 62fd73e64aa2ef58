import type { MissingSign } from './figure.ts';
import type { Vintage } from './vintage.ts';

/**
 * One reported figure. It belongs to a unit, indicator, stratum, period, vintage and reporter, not to a
 * plan: it is entered once and read by every live plan.
 */
export interface Observation {
  unit: string;
  indicator: string;
  /** Null for the whole. */
  stratum: string | null;
  /** SDMX period, for example `2021`. */
  period: string;
  vintage: Vintage;
  /** Unit id of who reported it. */
  reporter: string;
  figure: number | MissingSign;
  /** What the officer wrote beside it. */
  note: string | null;
  /** Where it comes from, of one that came back as it had been filled in beforehand. */
  source?: string;
}

/** A baseline entered in a workbook. */
export interface EnteredBaseline {
  indicator: string;
  stratum: string | null;
  year: number | null;
  value: number | null;
  source: string | null;
}

/** An officer's own verdict on a series (`plan|indicator|stratum|kind`). */
export interface OwnVerdict {
  series: string;
  period: string;
  verdict: string;
  reason: string | null;
}
