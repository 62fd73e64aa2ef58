import { isSameNumber } from '../sheet/same-number.ts';
import type { FormulaCell } from '../sheet/facts.ts';
import { parseFigure } from '../observation/figure.ts';
import { fold, isSameText } from '../base/text.ts';
import type { CellModel } from '../sheet/model.ts';
import { cellData } from './repaired.ts';

/** Whether two cells say the same, so that a copy needs no mention. */
export function isSameContent(left: FormulaCell['value'], right: FormulaCell['value']): boolean {
  const [a, b] = [cellData(left), cellData(right)];
  if (typeof a === 'number' && typeof b === 'number') return isSameNumber(a, b);
  if (typeof a !== typeof b) return false;
  const [sign, other] = [parseFigure(a), parseFigure(b)];
  return a === b || (typeof sign === 'string' && sign === other);
}

/** Whether a typed cell says what the template prints in its place. */
export function isSamePrint(printed: CellModel['value'], { value, formula }: FormulaCell): boolean {
  if (formula !== null || printed === undefined || value === null || typeof value === 'object') return false;
  if (typeof printed === 'number') return typeof value === 'number' && isSameNumber(value, printed);
  return isSameText(String(value), printed);
}

/** Whether a typed cell says what a formula of the template gives. */
export function isSameResult(result: CellModel['result'], { value }: FormulaCell): boolean {
  if (typeof result === 'number') return typeof value === 'number' && isSameNumber(value, result);
  return typeof value === 'string' && fold(value) === fold(result ?? '');
}
