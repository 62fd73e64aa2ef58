import { kindOf } from '../target/kinds/index.ts';
import type { Series } from '../target/series.ts';
import { differenceUnitOf, ownUnit, POINTS, type UnitText } from '../target/unit-text.ts';

/** The units in which a target and its distances are said. A difference of percentages is in points. */

/** Unit in which the target is set: points or per cent a year for a yearly change or growth. */
export function demandUnit(series: Series): UnitText {
  return kindOf(series).unitOf(series.indicator);
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
