import { comparatorSigns } from '../plan/comparator.ts';
import type { Language } from '../base/finding.ts';
import type { Comparator, Statement } from '../plan/model.ts';
import { numberText } from '../base/number-text.ts';
import { kindOf } from './kinds/index.ts';
import { POINTS, type UnitText } from './unit-text.ts';

/** Points as tables have room for. */
const SHORT_POINTS: UnitText = { vi: POINTS.vi, en: 'points' };

/** A figure of a plan as messages and tables show it. */
export interface ShownFigure {
  comparator: Comparator | null;
  value: number | null;
  low: number | null;
  high: number | null;
  /** Unit of the figure; empty where there is none. */
  unit: UnitText;
}

/** The figure of a statement. */
export function shownFigure(statement: Statement): ShownFigure {
  const { comparator, value, low, high } = statement;
  const unit = kindOf(statement).unitOf(statement.indicator ?? { unit: '' }, SHORT_POINTS);
  return { comparator, value, low, high, unit };
}

/** "≥ 62,8 %", "4–5 %"; a dash for a milestone, which has no figure. */
export function figureText(figure: ShownFigure, language: Language): string {
  const { comparator, value, low, high, unit } = figure;
  const number =
    low !== null && high !== null
      ? `${numberText(low, language)}–${numberText(high, language)}`
      : value === null
        ? null
        : numberText(value, language);
  if (number === null) return '–';
  return `${comparator === null ? '' : comparatorSigns[comparator]}${number} ${unit[language]}`.trim();
}
