import type { Catalogue } from '../../catalogue/catalogue.ts';

/** A department's id: that of its province, and the code of its body in the catalogue. */
const DEPARTMENT = /^(.+)\.([A-Z]+)$/u;

/**
 * Whose figure a row assigns. The body of record of an indicator (sở, ngành) reports its province's figure, so
 * what is assigned to the one is assigned to the other.
 * @returns the province's id for a row of the body of record, else the row's own unit
 */
export function ownerOf(
  { unit, indicator }: { unit: string; indicator: string },
  { indicators, bodies }: Pick<Catalogue, 'indicators' | 'bodies'>,
): string {
  const [, province, code] = DEPARTMENT.exec(unit) ?? [];
  const body = bodies.get(indicators.get(indicator)?.source.body ?? '');
  return province !== undefined && code === body?.code ? province : unit;
}
