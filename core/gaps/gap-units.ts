import type { Language } from '../base/finding.ts';
import type { Series } from '../target/series.ts';

/** The units in which a target and its distances are said. A difference of percentages is in points. */

/** A unit in both languages. */
export type UnitText = Readonly<Record<Language, string>>;

const POINTS: UnitText = { vi: 'điểm %', en: 'percentage points' };

/** Unit in which the target is set: points or per cent a year for a yearly change or growth. */
export function demandUnit({ kind, indicator: { unit } }: Series): UnitText {
  if (kind === 'growth') return { vi: '%/năm', en: '%/year' };
  if (kind !== 'change') return { vi: unit, en: unit };
  const { vi, en } = pointsFor(unit);
  return { vi: `${vi}/năm`, en: `${en}/year` };
}

/** Unit of the distance from the value in force. */
export function differenceUnit(series: Series): UnitText {
  return series.kind === 'growth' ? POINTS : pointsFor(demandUnit(series).vi, demandUnit(series));
}

/** Unit of the pace; the sentence itself says "every year". */
export function paceUnit({ kind, indicator: { unit } }: Series): UnitText {
  if (kind === 'growth') return { vi: '%', en: '%' };
  return kind === 'change' || kind === 'level' ? pointsFor(unit) : { vi: unit, en: unit };
}

/** Unit of the distance from the reference path. */
export function pathUnit({ indicator: { unit } }: Series): UnitText {
  return pointsFor(unit);
}

function pointsFor(unit: string, otherwise: UnitText = { vi: unit, en: unit }): UnitText {
  return unit === '%' ? POINTS : otherwise;
}
