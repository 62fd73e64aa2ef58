import { judgedNumber } from '../../observation/figure.ts';
import { decidingBound } from '../bounds.ts';
import { whenNumbers } from '../formula.ts';
import { inForceFields, type KindDefinition } from '../kind.ts';
import { hasRange, printedInForce } from '../series.ts';

/** A value to be kept in every year of the period (duy trì 100 %). The path is constant. */
export const maintain: KindDefinition = {
  fields: (series) => [...inForceFields(series), 'path', 'actual', 'gap', 'verdict'],
  path: (series, _values, year) => printedInForce(series, year)?.[decidingBound(series.direction)] ?? null,
  pathFormula(series, refs, year) {
    if (!printedInForce(series, year)) return null;
    const held = refs.cell(hasRange(series) ? decidingBound(series.direction) : 'low', year);
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
    const held = refs.cell(hasRange(series) ? decidingBound(series.direction) : 'low', year);
    return whenNumbers([held], `ABS(${held})`);
  },
};
