import type { RawCell } from './cell.ts';
import type { FigureContext, FigureSurroundings } from './surroundings.ts';

/** Something that a figure may show together with the others. */
export interface CommonCause {
  appliesTo: (context: FigureContext) => boolean;
  /** Whether the figure shows it; null where it could not. */
  shows: (context: FigureContext, values: FigureSurroundings<RawCell>) => boolean | null;
  /** The same as two conditions in Excel; null where the workbook has no cell for what is looked at. */
  formula: (
    context: FigureContext,
    refs: FigureSurroundings<string>,
  ) => { couldShow: string; shows: string } | null;
}
