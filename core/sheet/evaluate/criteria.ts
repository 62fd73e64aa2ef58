import { NotComputed, type Value } from './value.ts';

const COMPARED = /^(?<sign>[<>]=?|<>|=)(?<number>-?\d+(?:\.\d+)?)$/u;
const HAS_WILDCARDS = /[*?~]/u;

/** What `COUNTIF` asks of a cell: a number, a text, or a comparison with a number (`">=5"`). */
export function matcher(wanted: Exclude<Value, object> | null): (value: Value) => boolean {
  if (typeof wanted === 'number') return (value) => value === wanted;
  if (typeof wanted !== 'string') throw new NotComputed('COUNTIF of a blank cell or a condition');
  const { sign, number } = COMPARED.exec(wanted)?.groups ?? {};
  if (sign !== undefined && number !== undefined) return comparison(sign, Number(number));
  if (wanted === '' || /^[<>=]/u.test(wanted) || HAS_WILDCARDS.test(wanted) || !Number.isNaN(Number(wanted)))
    throw new NotComputed(`COUNTIF of "${wanted}"`);
  const text = wanted.toUpperCase();
  return (value) => typeof value === 'string' && value.toUpperCase() === text;
}

function comparison(sign: string, bound: number): (value: Value) => boolean {
  switch (sign) {
    case '<':
      return (value) => typeof value === 'number' && value < bound;
    case '<=':
      return (value) => typeof value === 'number' && value <= bound;
    case '>':
      return (value) => typeof value === 'number' && value > bound;
    case '>=':
      return (value) => typeof value === 'number' && value >= bound;
    default:
      throw new NotComputed(`COUNTIF with ${sign}`);
  }
}
