import { comparatorSigns } from './comparator.ts';
import type { Language } from '../base/finding.ts';
import type { Comparator, Statement } from './model.ts';
import { numberText } from '../base/number-text.ts';

/** A figure of a plan as messages and tables show it. */
export interface ShownFigure {
  comparator: Comparator | null;
  value: number | null;
  low: number | null;
  high: number | null;
  /** Unit of the figure; empty where there is none. */
  unit: { vi: string; en: string };
}

/** The figure of a statement. */
export function shownFigure(statement: Statement): ShownFigure {
  const { comparator, value, low, high } = statement;
  return { comparator, value, low, high, unit: unitOf(statement) };
}

/** A change is in points or units a year, a growth in per cent a year, whatever the indicator is counted in. */
function unitOf({ kind, indicator }: Statement): { vi: string; en: string } {
  const unit = indicator?.unit ?? '';
  if (kind === 'growth') return { vi: '%/năm', en: '%/year' };
  if (kind !== 'change') return { vi: unit, en: unit };
  return unit === '%' ? { vi: 'điểm %/năm', en: 'points/year' } : { vi: `${unit}/năm`, en: `${unit}/year` };
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
