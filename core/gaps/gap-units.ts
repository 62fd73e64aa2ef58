import type { Language } from '../base/finding.ts';
import { kindOf } from '../target/kinds/index.ts';
import type { Series } from '../target/series.ts';
import { differenceUnitOf, ownUnit, POINTS, type UnitText } from '../target/unit-text.ts';

/** The units in which a target and its distances are said. A difference of percentages is in points. */

/** Unit in which the target is set: points or per cent a year for a yearly change or growth. */
function demandUnit(series: Series): UnitText {
  return kindOf(series).unitOf(series.indicator);
}

/** An amount in the unit of a target: "12,5 %"; of what only has an order the unit goes before it, "mức độ 2". */
export function demandAmount(series: Series, number: string, language: Language): string {
  return inUnit(series, number, demandUnit(series)[language]);
}

/** {@link demandAmount} in the unit of the figure itself. */
export function figureAmount(series: Series, number: string): string {
  return inUnit(series, number, series.indicator.unit);
}

function inUnit({ indicator }: Series, number: string, unit: string): string {
  return indicator.measure === 'ordinal' ? `${unit} ${number}` : `${number} ${unit}`;
}

/** Unit of the distance from the value in force. */
export function differenceUnit(series: Series): UnitText {
  const unit = demandUnit(series);
  return kindOf(series).isRelative || unit.vi === '%' ? POINTS : unit;
}

/** Unit of the pace; the sentence itself says "every year". */
export function paceUnit(series: Series): UnitText {
  const { isRelative, paceIsMovement, addsUp } = kindOf(series);
  if (isRelative && !paceIsMovement) return ownUnit({ unit: '%' });
  return addsUp ? ownUnit(series.indicator) : differenceUnitOf(series.indicator);
}

/** Unit of the distance from the reference path. */
export function pathUnit({ indicator }: Series): UnitText {
  return differenceUnitOf(indicator);
}
