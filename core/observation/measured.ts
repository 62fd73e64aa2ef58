import { perOf } from '../catalogue/per.ts';
import type { Indicator } from '../catalogue/schema.ts';
import { judgedNumber, type Figure } from './figure.ts';

/** The figures a share or rate is made of; for every other measure only `published` is there. */
export interface MeasuredParts<Part> {
  /** The figure itself: what is counted, or the published share or rate. */
  published: Part;
  numerator: Part | null;
  denominator: Part | null;
}

/**
 * The figure of an indicator. A published figure decides where there is one; otherwise numerator over
 * denominator. `-` in the numerator is 0; a denominator of 0 or `-` makes the share not applicable.
 */
export function measured(indicator: Indicator, parts: MeasuredParts<Figure>): Figure {
  const { published, numerator, denominator } = parts;
  const per = perOf(indicator);
  if (published !== null || per === null) return published;
  const over = judgedNumber(numerator);
  const under = judgedNumber(denominator);
  if (over !== null && under !== null) return under > 0 ? (per * over) / under : 'x';
  if (numerator === '...' || denominator === '...') return '...';
  if (numerator === 'x' || denominator === 'x') return 'x';
  return null;
}

/** {@link measured} as an Excel formula over the input cells. */
export function measuredFormula(indicator: Indicator, cells: MeasuredParts<string>): string {
  const { published, numerator, denominator } = cells;
  const per = perOf(indicator);
  if (per === null || numerator === null || denominator === null) {
    return `IF(ISNUMBER(${published}),${published},${sign(published)})`;
  }
  const quotient = `IF(SUM(${denominator})>0,${per}*SUM(${numerator})/SUM(${denominator}),"x")`;
  const unknown = `OR(${sign(numerator)}="...",${sign(denominator)}="...")`;
  const notApplicable = `OR(${sign(numerator)}="x",${sign(denominator)}="x")`;
  return [
    `IF(ISNUMBER(${published}),${published}`,
    `IF(TRIM(${published})<>"",${sign(published)}`,
    `IF(AND(${reported(numerator)},${reported(denominator)}),${quotient}`,
    `IF(${unknown},"...",IF(${notApplicable},"x","")))))`,
  ].join(',');
}

/** Whether a share or rate rests on a denominator below the indicator's minimum. */
export function denominatorTooSmall(indicator: Indicator, parts: MeasuredParts<Figure>): boolean {
  const minimum = indicator.minDenominator;
  return (
    minimum !== undefined &&
    parts.published === null &&
    typeof parts.denominator === 'number' &&
    parts.denominator < minimum
  );
}

/** {@link denominatorTooSmall} as an Excel condition; null where the indicator has no minimum. */
export function denominatorTooSmallFormula(
  indicator: Indicator,
  cells: MeasuredParts<string>,
): string | null {
  const { published, denominator } = cells;
  if (indicator.minDenominator === undefined || denominator === null) return null;
  return `AND(TRIM(${published})="",ISNUMBER(${denominator}),SUM(${denominator})<${indicator.minDenominator})`;
}

/** Excel condition: the cell holds a number, or the sign that counts as 0. Its number is SUM of the cell. */
function reported(cell: string): string {
  return `OR(ISNUMBER(${cell}),TRIM(${cell})="-")`;
}

/** The text of a cell with all ways of writing a sign made one. */
function sign(cell: string): string {
  return `IF(TRIM(${cell})="…","...",LOWER(TRIM(${cell})))`;
}
