/**
 * The id of a unit as an SDMX code, which allows no dot: `VN12.03388-2025` is `VN12_03388-2025`. The province stays
 * in front of it: programs that guess types make numbers of codes that are digits alone.
 */
export function unitCode(id: string): string {
  return id.replaceAll('.', '_');
}

/** The id of a unit from its SDMX code. Ids have no underscore, so nothing is lost. */
export function unitOfCode(code: string): string {
  return code.replaceAll('_', '.');
}
