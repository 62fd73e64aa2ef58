import { fold } from '../base/text.ts';
import type { FormulaCell } from '../sheet/facts.ts';
import type { CellModel } from '../sheet/model.ts';
import { isSameNumber } from '../sheet/same-number.ts';

/** Whether two cells of the template were issued with the same, so that neither tells one from the other. */
export function isSameIssue(one: CellModel | undefined, other: CellModel | undefined): boolean {
  return one?.formula === other?.formula && one?.value === other?.value;
}

/** Whether a cell holds what the template was issued with in a place. */
export function isAsIssued(issued: CellModel | undefined, there: FormulaCell | undefined): boolean {
  const formula = there?.formula ?? null;
  if (issued?.formula !== undefined) return formula === issued.formula;
  if (formula !== null) return false;
  const [given, value] = [issued?.value ?? '', there?.value ?? ''];
  if (typeof given === 'number') return typeof value === 'number' && isSameNumber(value, given);
  return typeof value === 'string' && fold(value) === fold(given);
}
