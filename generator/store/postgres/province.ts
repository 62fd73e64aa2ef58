/** Stands for the whole country where a province would stand. */
export const COUNTRY = 'VN';

/** What is kept together: the part of the store that a province fills, `VN12`, or that of the whole country. */
export type Province = string;

/** The part of the store in which a unit's returns are kept; a province set up anew on a code keeps its code. */
export function provinceOf(unit: string): Province {
  return /^VN\d{2}/u.exec(unit)?.[0] ?? COUNTRY;
}

/** Numbers of one store are given by many servers: the last two digits say whose counter it was. */
export const PLACES = 100;

/** The number of what a province counts as its own 1, 2, 3 …: of `VN12` 112, 212, 312. */
export function numberIn(province: Province, count: number): number {
  return count * PLACES + Number(province.slice(COUNTRY.length) || '0');
}

/** The count in a number. */
export function countIn(number: number): number {
  return Math.trunc(number / PLACES);
}

/** The province that gave a number. */
export function provinceOfNumber(number: number): Province {
  const code = number % PLACES;
  return code === 0 ? COUNTRY : `${COUNTRY}${String(code).padStart(2, '0')}`;
}
