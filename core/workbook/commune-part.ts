import type { Figure } from '../observation/figure.ts';
import type { Unit } from '../unit/unit.ts';

/** A commune as the table names it. */
export type CommuneName = Pick<Unit, 'id' | 'name'>;

/** Figures that a body of record reports commune by commune. */
export interface ByCommune {
  /** Keys of the figures (`indicator|stratum`), in the order of the table's columns. */
  figures: readonly string[];
  units: readonly CommuneName[];
  /** What is known of a commune's figure in a period. */
  figure: (unit: string, key: string, period: string) => Figure;
}
