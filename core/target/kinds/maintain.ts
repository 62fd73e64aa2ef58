import { judgedNumber } from '../../observation/figure.ts';
import { decidingBound } from '../bounds.ts';
import { whenNumbers } from '../formula.ts';
import { decidingCell, inForceFields, type KindDefinition } from '../kind.ts';
import { printedInForce } from '../series.ts';

/** A value to be kept in every year of the period (duy trì 100 %). The path is constant. */
export const maintain: KindDefinition = {
  fields: (series) => [...inForceFields(series), 'path', 'actual', 'gap', 'verdict'],
  path: (series, _values, year) => printedInForce(series, year)?.[decidingBound(series.direction)] ?? null,
  pathFormula(series, refs, year) {
    if (!printedInForce(series, year)) return null;
    const held = decidingCell(series, refs, year);
    return whenNumbers([held], held);
  },
  pathSubject: 'actual',
  result: (_series, values, year) => judgedNumber(values.figure(year)),
  resultField: () => 'actual',
  resultFormula: () => null,
  pace: () => null,
  paceFormula: () => null,
  requiredChange(series, _values, year) {
    const held = printedInForce(series, year)?.[decidingBound(series.direction)] ?? null;
    return held === null ? null : Math.abs(held);
  },
  requiredChangeFormula(series, refs, year) {
    if (!printedInForce(series, year)) return null;
    const held = decidingCell(series, refs, year);
    return whenNumbers([held], `ABS(${held})`);
  },
};
