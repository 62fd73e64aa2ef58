import { measures } from '../../catalogue/schema.ts';
import type { KindDefinition } from '../kind.ts';
import { ownUnit } from '../unit-text.ts';
import { judgedFigure } from '../year-figure.ts';

/** Something to be done by a year (hết năm 2014 giải quyết cơ bản nhà ở): done is 1, not done 0; no path. */
export const milestone: KindDefinition = {
  word: 'Mốc hoàn thành',
  measures,
  hasValue: false,
  isStanding: false,
  isRate: false,
  isRelative: false,
  isSinceBase: false,
  addsUp: false,
  isOfPeriod: false,
  moves: false,
  canAverage: false,
  interpolates: false,
  needsFirstYear: false,
  startsFromBaseline: false,
  givesBaseline: false,
  paceIsMovement: false,
  unitOf: ownUnit,
  inForce: (_yearFrom, yearTo) => ({ start: yearTo, end: null }),
  canBeMetEarly: () => true,
  fields: (series) => [...(series.own ? (['low'] as const) : []), 'actual', 'verdict'],
  path: () => null,
  pathFormula: () => null,
  measuredFrom: () => null,
  result: judgedFigure,
  resultField: () => 'actual',
  resultFormula: () => null,
  pace: () => null,
  paceFormula: () => null,
  requiredChange: () => null,
  requiredChangeFormula: () => null,
};
