import { reasonBeside, withNotes, type Explanation } from '../rules/explained.ts';
import type { TypedFigures } from '../rules/typed.ts';
import { parseUnitKey } from '../workbook/contract.ts';

/** What is typed in a return: on its form, and in the rows of communes by the commune's id. */
export interface TypedReturn {
  typed: TypedFigures;
  typedByUnit: ReadonlyMap<string, TypedFigures>;
}

/** A figure by the key of its row; in the table by commune that is the commune's, beside the figure's own. */
export interface FigureRow {
  key: string;
  figure: string | null;
}

const NO_NOTES: TypedFigures['reasons'] = new Map();

/**
 * Says what the reason of a figure comes to: of what stands beside its row on the form and, in the table by commune,
 * of the commune's note.
 */
export function reasonOfFigure({ typed, typedByUnit }: TypedReturn): (of: FigureRow) => Explanation {
  return ({ key, figure }) => {
    if (figure === null) return reasonBeside(typed, key);
    const notes = typedByUnit.get(parseUnitKey(key) ?? '')?.reasons ?? NO_NOTES;
    return reasonBeside({ reasons: withNotes(typed.reasons, notes) }, figure);
  };
}
