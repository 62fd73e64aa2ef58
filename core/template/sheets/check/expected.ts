import { storedResult } from '../../../base/number.ts';
import { type FigureAccess, surroundingsOf } from '../../../rules/figure/checked-figures.ts';
import { expectedFormula } from '../../../rules/figure/expected.ts';
import { put } from '../../../sheet/draft.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import { COLUMN } from './columns.ts';
import type { FigureLine } from './lines.ts';

/** What a figure of the round is expected to be near; a cell nothing is known for stays blank. */
export function putExpected(sheet: SheetModel, line: FigureLine, access: FigureAccess<string>): void {
  const { figure, expected } = line.judged;
  if (!figure.context.ofRound) return;
  put(sheet, line.row, COLUMN.expected, 'hiddenKey', {
    formula: () => {
      const refs = surroundingsOf(figure, access);
      return refs && expectedFormula(figure.context, refs);
    },
    result: typeof expected === 'number' ? storedResult(expected) : '',
    tag: 'check.expected',
  });
}
