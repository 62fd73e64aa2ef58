import { formulaResults } from '../../returned/formula-result.ts';
import { isSameNumber } from '../../sheet/same-number.ts';
import type { NumberCell } from './number-cells.ts';
import type { StructureContext } from './structure-rule.ts';

/** Figures by a formula that comes to another number than the file keeps, each with what it comes to. */
export function staleFigures({
  numbers,
  found: { sheets },
}: Pick<StructureContext, 'numbers' | 'found'>): { number: NumberCell; result: number }[] {
  const resultOf = formulaResults(sheets);
  return numbers.flatMap((number) => {
    const { cell, value, at, doubt } = number;
    const { formula } = cell;
    const result = formula === null || formula === '' || doubt ? null : resultOf(formula, at);
    return typeof result !== 'number' || isSameNumber(result, value) ? [] : [{ number, result }];
  });
}
