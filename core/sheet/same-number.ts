/** Programs differ in the last digits of a result; two numbers this near are the same. */
const TOLERANCE = 1e-9;

/** Whether two numbers are the same for every reader. */
export function isSameNumber(left: number, right: number): boolean {
  return Math.abs(left - right) <= TOLERANCE * Math.max(1, Math.abs(left), Math.abs(right));
}
