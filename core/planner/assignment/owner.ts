import { bodiesEver } from '../../catalogue/on-date.ts';
import type { Unit } from '../../unit/unit.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';

/** A department's id: that of its province, and the code of its body in the catalogue. */
const DEPARTMENT = /^(.+)\.([A-Z]+)(?:-\d{4})?$/u;

/**
 * Whose figure a row assigns. The body of record of an indicator (sở, ngành) reports its province's figure, so
 * what is assigned to the one is assigned to the other, whatever the body is called since.
 * @returns the province's id for a row of the body of record, else the row's own unit
 */
export function ownerOf(
  { unit, indicator }: { unit: string; indicator: string },
  catalogue: Catalogue,
  units: readonly Unit[],
): string {
  const [, coded, code] = DEPARTMENT.exec(unit) ?? [];
  // After a merger the body's id has the new province's code, and the plan is still the old one's.
  const province = units.find(({ id }) => id === unit)?.parent ?? coded;
  const of = catalogue.indicators.get(indicator);
  const isOfRecord = of && bodiesEver(of, catalogue).some((body) => body.code.split('-')[0] === code);
  return province !== undefined && isOfRecord ? province : unit;
}
