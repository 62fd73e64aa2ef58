import { judgedNumber } from '../../observation/figure.ts';
import type { KindDefinition } from '../kind.ts';

/** Something to be done by a year (hết năm 2014 giải quyết cơ bản nhà ở): done is 1, not done 0; no path. */
export const milestone: KindDefinition = {
  fields: (series) => [...(series.own ? (['low'] as const) : []), 'actual', 'verdict'],
  path: () => null,
  pathFormula: () => null,
  pathSubject: 'actual',
  result: (_series, values, year) => judgedNumber(values.figure(year)),
  resultField: () => 'actual',
  resultFormula: () => null,
  pace: () => null,
  paceFormula: () => null,
  requiredChange: () => null,
  requiredChangeFormula: () => null,
};
