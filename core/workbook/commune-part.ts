import type { Figure } from '../observation/figure.ts';
import type { AssignedValue } from '../target/plan-series.ts';
import type { Unit } from '../unit/unit.ts';

/** A commune as the table names it. */
export type CommuneName = Pick<Unit, 'id' | 'name'>;

/** A figure of a commune that was reported in an earlier year. */
export interface FigureBefore {
  unit: string;
  key: string;
  period: string;
  figure: NonNullable<Figure>;
}

/** What a decision assigned to a commune, by figure key, for the year of the round. */
export interface AssignedToCommune extends AssignedValue {
  unit: string;
  key: string;
}

/** Figures that a body of record reports commune by commune. */
export interface ByCommune {
  /** Keys of the figures (`indicator|stratum`), in the order of the table's columns. */
  figures: readonly string[];
  units: readonly CommuneName[];
  /** What is known of a commune's figure in a period of the round. */
  figure: (unit: string, key: string, period: string) => Figure;
  /** Last year's figures, shown beside those of the round; nobody types them here. */
  before: readonly FigureBefore[];
  /** Where they come from, each source once. */
  sources: readonly string[];
  /** What the communes were assigned, shown beside what they reached. */
  assigned: readonly AssignedToCommune[];
}
