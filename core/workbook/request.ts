import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Figure } from '../observation/figure.ts';
import type { Vintage } from '../observation/vintage.ts';
import type { LivePlan } from '../plan/model.ts';
import type { AssignedValue } from '../target/plan-series.ts';
import type { Round } from '../round/round.ts';
import type { Unit } from '../unit/unit.ts';
import type { ByCommune } from './commune-part.ts';

/** Figures that are already known when a workbook is made, by figure key (`indicator|stratum`). */
export interface KnownFigures {
  /** The figure of a key in a period (a year, `2021-S1`, `2021-Q3`); null where none is known. */
  figure: (key: string, period: number | string) => Figure;
  /** Document or body a known figure comes from, or why none is known; null where nobody says. */
  source: (key: string, period: number | string) => string | null;
  /**
   * How sure a known figure is that is less sure than its column says: an estimate of last year that nobody has
   * made final yet. Null for any other; without it there is none such.
   */
  lessSure?: (key: string, period: number | string) => Vintage | null;
  /** The baseline of a key. */
  baseline: (key: string) => Baseline;
  /** Of figures that came back, those the workbook was issued with; without it these are they. */
  given?: Omit<KnownFigures, 'given'>;
}

/** A baseline as far as it is known. */
export interface Baseline {
  year: number | null;
  value: number | null;
  /** Document it comes from. */
  source: string | null;
}

/** Everything one workbook is made from. */
export interface WorkbookRequest {
  /** The live plans the workbook reports on; one figure serves them all. */
  plans: readonly [LivePlan, ...LivePlan[]];
  catalogue: Catalogue;
  /** The unit the figures are about. */
  unit: Unit;
  /** Who reports them: the unit itself, or a department for its province. */
  reporter: Unit;
  /** Year of the round reported in. */
  round: number;
  /** The round: cut-off, due day, how sure its figures are. */
  reporting: Round;
  /** Hash of each plan's file and document, by plan id, kept in `_meta`. */
  planHashes: ReadonlyMap<string, string>;
  known: KnownFigures;
  /** What decisions assigned to the unit, by figure key and year. */
  assigned: (key: string) => ReadonlyMap<number, AssignedValue>;
  /** What a body of record reports commune by commune; null for every other reporter. */
  byCommune?: ByCommune | null;
  /** Figures are made up for trying out; every sheet says so. */
  sample: boolean;
}
