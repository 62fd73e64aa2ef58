import { measures } from '../../catalogue/schema.ts';
import { decidingBound } from '../bounds.ts';
import { whenNumbers } from '../formula.ts';
import { decidingCell, inForceFields, type KindDefinition } from '../kind.ts';
import { printedInForce } from '../series.ts';
import { ownUnit } from '../unit-text.ts';
import { judgedFigure } from '../year-figure.ts';

/** A value to be kept in every year of the period (duy trì 100 %). The path is constant. */
export const maintain: KindDefinition = {
  word: 'Duy trì',
  measures,
  hasValue: true,
  isStanding: true,
  isRate: false,
  isRelative: false,
  isSinceBase: false,
  addsUp: false,
  isOfPeriod: false,
  moves: false,
  canAverage: false,
  interpolates: false,
  needsFirstYear: true,
  startsFromBaseline: false,
  givesBaseline: false,
  paceIsMovement: false,
  unitOf: ownUnit,
  inForce: (yearFrom, yearTo) => ({ start: yearFrom, end: yearTo }),
  canBeMetEarly: () => false,
  fields: (series) => [...inForceFields(series), 'path', 'actual', 'gap', 'verdict'],
  path: (series, _values, year) => printedInForce(series, year)?.[decidingBound(series.direction)] ?? null,
  pathFormula(series, refs, year) {
    if (!printedInForce(series, year)) return null;
    const held = decidingCell(series, refs, year);
    return whenNumbers([held], held);
  },
  measuredFrom: () => null,
  result: judgedFigure,
  resultField: () => 'actual',
  resultFormula: () => null,
  pace: () => null,
  paceFormula: () => null,
  requiredChange: () => null,
  requiredChangeFormula: () => null,
};
