import type { ColumnFigures } from './figures-in-column.ts';
import { add, subtract, type Exact } from './exact.ts';
import { AMOUNT_DECIMALS } from './figure-table.ts';
import { bitsIn, eachUnit, sizeOf, type UnitSet } from './unit-set.ts';

/** What units come to in a column. */
export interface AddedUp {
  /** Units that have to give a figure, or give it all the same. */
  units: number;
  /** Those of them to which it applies. */
  of: number;
  /** Those whose figures are in the sums. */
  entered: UnitSet;
}

/** Which of the members a sum takes a number, or `-`, from. */
export function partOfSum({ asked, counts, x, number }: ColumnFigures, members: UnitSet): AddedUp {
  const entered = new Int32Array(members.length);
  let [units, of] = [0, 0];
  for (let word = 0; word < members.length; word += 1) {
    const among = members[word] ?? 0;
    const included = among & ((asked[word] ?? 0) | (counts[word] ?? 0));
    units += bitsIn(included);
    of += bitsIn(included & ~(x[word] ?? 0));
    entered[word] = among & (number[word] ?? 0);
  }
  return { units, of, entered };
}

/**
 * Which of the members have both parts of a share.
 * @param own what was published of the share itself
 */
export function partOfRatio(
  own: ColumnFigures,
  over: ColumnFigures,
  under: ColumnFigures,
  members: UnitSet,
): AddedUp {
  const entered = new Int32Array(members.length);
  let [units, of] = [0, 0];
  for (let word = 0; word < members.length; word += 1) {
    const both = (over.counts[word] ?? 0) & (under.counts[word] ?? 0);
    const included = (members[word] ?? 0) & ((own.asked[word] ?? 0) | (own.counts[word] ?? 0) | both);
    const notForThem = (own.x[word] ?? 0) | (over.x[word] ?? 0) | (under.x[word] ?? 0);
    // A part of nothing: where a unit has none of what is divided by, the share does not apply to it.
    const applies = included & ~notForThem & ~(under.none[word] ?? 0);
    units += bitsIn(included);
    of += bitsIn(applies);
    entered[word] = applies & (over.number[word] ?? 0) & (under.number[word] ?? 0);
  }
  return { units, of, entered };
}

/** The sum of a column over some of the units whose numbers it has: of a sign the amount is 0. */
export function sumOver(
  column: Pick<ColumnFigures, 'amount' | 'wide' | 'number' | 'sum'>,
  units: UnitSet,
): Exact {
  const others = units.map((bits, word) => (column.number[word] ?? 0) & ~bits);
  // The sum of all is known: what is not in it is taken from it, where that is less work.
  if (sizeOf(others) <= sizeOf(units)) return subtract(column.sum, sumOf(column, others));
  return sumOf(column, units);
}

/** Adds up the numbers of units, digit for digit. */
export function sumOf({ amount, wide }: Pick<ColumnFigures, 'amount' | 'wide'>, units: UnitSet): Exact {
  const away: number[] = [];
  let near = 0;
  let exact: Exact = { units: 0n, scale: AMOUNT_DECIMALS };
  eachUnit(units, (unit) => {
    near += amount[unit] ?? 0;
    if (Math.abs(near) >= PUT_AWAY) {
      away.push(near);
      near = 0;
    }
    const one = wide.size > 0 ? wide.get(unit) : undefined;
    if (one) exact = add(exact, one);
  });
  return add(exact, amountsIn(away, near));
}

/**
 * Amounts are added as doubles, which hold them and a sum of few of them. Sums from here on are put away: with one
 * more amount, below LARGEST_AMOUNT, a double still holds every digit.
 */
export const PUT_AWAY = 2 ** 52;

export function amountsIn(away: readonly number[], near: number): Exact {
  return { units: away.reduce((all, one) => all + BigInt(one), BigInt(near)), scale: AMOUNT_DECIMALS };
}
