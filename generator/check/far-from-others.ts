import type { CopiedFigures } from '../../core/check/copied-figures.ts';
import type { FarFromOthers, OtherSize } from '../../core/check/across-units.ts';

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

/** A return whose counts are all far from those of the other units of the folder. */
export type ReturnOfOtherSize = OtherSize<Whose>;

/** The same for programs. */
export function otherSizeJson({ whose, times, others }: ReturnOfOtherSize) {
  return { ...whose, times, others };
}

/** Two returns of the folder with the same figures. */
export type CopiedReturn = CopiedFigures<Whose>;

/** The same for programs. */
export function copiedJson({ one, other, alike, both, example: { key, value } }: CopiedReturn) {
  return { one, other, alike, both, example: { key, value } };
}
