import type { MissingSign } from '../observation/figure.ts';
import type { Vintage } from '../observation/vintage.ts';

/** A figure of an earlier round, digit for digit. */
export interface EarlierFigure {
  /** `baseline`: what somebody entered as the base of a path; its period is the year it is of. */
  kind: 'figure' | 'baseline';
  unit: string;
  /** `indicator|stratum`. */
  key: string;
  /** SDMX. */
  period: string;
  vintage: Vintage;
  /** Digits of the number; null beside a sign. */
  value: string | null;
  sign: MissingSign | null;
  reporter: string;
  /** Where it comes from, for people. */
  source: string;
  /** What was written beside it in its return; not there for nothing. */
  reason?: string;
  /**
   * The planner gave it or took its return in spite of what the check said, or the check of its round left nothing
   * open: nobody is asked about it again.
   */
  settled?: true;
  /** SDMX period of its return's round, where that is the round new workbooks are asked for. */
  sentIn?: string;
}

/** A figure by unit, key and period; all that is known of a place has the same. */
export function placeOf({ unit, key, period }: Pick<EarlierFigure, 'unit' | 'key' | 'period'>): string {
  return `${unit}|${key}|${period}`;
}
