import type { Language } from '../base/finding.ts';

/** A unit in both languages. */
export type UnitText = Readonly<Record<Language, string>>;

/** The unit in which two percentages differ. */
export const POINTS: UnitText = { vi: 'điểm %', en: 'percentage points' };

/** The unit of a figure itself. */
export function ownUnit({ unit }: { unit: string }): UnitText {
  return { vi: unit, en: unit };
}

/** The unit of a difference of two figures. */
export function differenceUnitOf({ unit }: { unit: string }, points: UnitText = POINTS): UnitText {
  return unit === '%' ? points : ownUnit({ unit });
}

/** A unit for each year. */
export function perYear({ vi, en }: UnitText): UnitText {
  return { vi: `${vi}/năm`, en: `${en}/year` };
}
