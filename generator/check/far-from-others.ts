import type { FarFromOthers } from '../../core/check/across-units.ts';

/** A return among those of a folder. */
export interface Whose {
  file: string;
  /** As it is shown: a name with its id. */
  unit: string;
}

/** A figure of a return that is far from what the other units of the folder have. */
export type FarFigure = FarFromOthers<Whose>;

/** The same for programs. */
export function farJson({ whose, figure: { key, name, unit, value }, usual, others }: FarFigure) {
  return { ...whose, key, name: name.vi, value, measure: unit, usual, others };
}
