import { parseAddress } from '../sheet/address.ts';
import {
  compareValues,
  FormulaError,
  NO_DIVISION,
  NO_VALUE,
  NotComputed,
  textOf,
  type Value,
} from '../sheet/evaluate/value.ts';
import { formulaTokens } from '../sheet/formula/tokens.ts';
import {
  cellOf,
  constant,
  failed,
  NotFollowed,
  numberIn,
  ranged,
  referred,
  single,
  whether,
  type Divisor,
  type Item,
  type Lookup,
  type Source,
} from './picked-item.ts';
import { tokenArea, type Area } from './token-area.ts';

const CALL = /^(?<name>[A-Z][A-Z0-9.]*)\((?<count>\d+)\)$/u;
const NUMBER = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu;
const COMPARISONS = new Map<string, (order: number) => boolean>([
  ['=', (order) => order === 0],
  ['<>', (order) => order !== 0],
  ['<', (order) => order < 0],
  ['>', (order) => order > 0],
  ['<=', (order) => order <= 0],
  ['>=', (order) => order >= 0],
]);
const ARITHMETIC = new Map<string, (left: number, right: number) => number>([
  ['+', (left, right) => left + right],
  ['-', (left, right) => left - right],
  ['*', (left, right) => left * right],
  ['/', (left, right) => left / right],
]);

/**
 * Out of what a formula makes its result, where it picks it out of a table (`VLOOKUP`, `INDEX`, `IF`, `OFFSET` …): the 0
 * of a blank cell is nobody's, and that of something times a blank cell neither. Null for whatever cannot be followed.
 */
export function picked(
  formula: string,
  place: { sheet: string; row: number; column: number },
  lookup: Lookup,
): { source: Source; blank: Area | null; divisor: Divisor | null } | null {
  try {
    const stack: Item[] = [];
    for (const token of formulaTokens(formula, place.row, place.column)) step(stack, token, place, lookup);
    const [result, ...others] = stack;
    if (result === undefined || others.length > 0) return null;
    const { source, blank = null, divisor = null } = single(result, lookup);
    return { source, blank, divisor };
  } catch (error) {
    if (error instanceof NotFollowed || error instanceof NotComputed) return null;
    throw error;
  }
}

function step(
  stack: Item[],
  token: string,
  place: { sheet: string; row: number; column: number },
  lookup: Lookup,
): void {
  const pop = (): Item => {
    const item = stack.pop();
    if (!item) throw new NotFollowed();
    return item;
  };
  const call = CALL.exec(token)?.groups;
  if (token.startsWith('"')) stack.push(constant(token.slice(1, -1).replaceAll('""', '"')));
  else if (NUMBER.test(token)) stack.push(constant(Number(token)));
  else if (token === 'TRUE' || token === 'FALSE') stack.push(constant(token === 'TRUE'));
  else if (token === '') stack.push(constant(null));
  else if (COMPARISONS.has(token) || ARITHMETIC.has(token) || token === '&') {
    const [right, left] = [single(pop(), lookup), single(pop(), lookup)];
    const value = operated(token, left.value, right.value);
    const isOwn = value === NO_DIVISION && left.value !== value && right.value !== value;
    const divisor = isOwn && !right.blank ? (right.area ?? 'computed') : null;
    stack.push({
      value,
      source: joined([left, right]),
      area: null,
      blank: left.blank ?? right.blank ?? null,
      divisor: divisor ?? left.divisor ?? right.divisor ?? null,
    });
  } else if (call?.name !== undefined) {
    const count = Number(call.count);
    const operands = count === 0 ? [] : stack.splice(-count);
    const called = functions[call.name];
    if (operands.length !== count || called === undefined) throw new NotFollowed();
    stack.push(called(operands, lookup, place));
  } else {
    const area = tokenArea(token, place);
    if (area === null) throw new NotFollowed();
    stack.push(referred(area));
  }
}

/** What the functions that pick and pass on come to. */
const functions: Readonly<
  Record<string, ((operands: readonly Item[], lookup: Lookup, place: { sheet: string }) => Item) | undefined>
> = {
  IF([condition, then, otherwise = constant(false)], lookup) {
    const asked = single(condition, lookup);
    if (asked.value instanceof FormulaError) return { ...asked, area: null };
    if (typeof asked.value === 'string') throw new NotFollowed();
    const chosen = single(asked.value ? then : otherwise, lookup);
    if (chosen.source !== 'constant') return chosen;
    // IF(ISBLANK(B2),0,B2): the 0 is said of the blank cell.
    if (asked.source === 'blank') return { ...chosen, source: 'blank' };
    // IF(B2=0,0,A2/B2): it stands in the place of what could not be divided.
    const { divisor = null } = (asked.value ? otherwise : then) ?? {};
    return { ...chosen, divisor };
  },
  IFERROR: otherwise,
  IFNA: otherwise,
  ISBLANK: ([one], lookup) => whether(single(one, lookup), (value) => value === null),
  ISNUMBER: ([one], lookup) => whether(single(one, lookup), (value) => typeof value === 'number'),
  ISTEXT: ([one], lookup) => whether(single(one, lookup), (value) => typeof value === 'string'),
  ISERROR: ([one], lookup) => whether(single(one, lookup), (value) => value instanceof FormulaError),
  ISNA: ([one], lookup) => whether(single(one, lookup), (value) => value instanceof FormulaError),
  N: ([one], lookup) => single(one, lookup),
  ROUND: ([one], lookup) => single(one, lookup),
  INT: ([one], lookup) => single(one, lookup),
  ABS: ([one], lookup) => single(one, lookup),
  SUM: summed,
  CHOOSE([place, ...ways], lookup) {
    const way = ways[numberIn(place, lookup) - 1];
    return way === undefined ? failed() : single(way, lookup);
  },
  VLOOKUP([wanted, table, column, kind], lookup) {
    const { area, key } = exactly(wanted, table, kind, lookup);
    const row = found(key, { ...area, right: area.left }, lookup);
    return row === null ? failed() : referred(cellOf(area, row, numberIn(column, lookup)));
  },
  HLOOKUP([wanted, table, row, kind], lookup) {
    const { area, key } = exactly(wanted, table, kind, lookup);
    const column = found(key, { ...area, bottom: area.top }, lookup);
    return column === null ? failed() : referred(cellOf(area, numberIn(row, lookup), column));
  },
  XLOOKUP([wanted, within, results, none], lookup) {
    const { area, key } = exactly(wanted, within, constant(false), lookup);
    const at = found(key, area, lookup);
    if (at === null) return none === undefined ? failed() : { ...single(none, lookup), source: 'blank' };
    const from = ranged(results);
    return referred(from.left === from.right ? cellOf(from, at, 1) : cellOf(from, 1, at));
  },
  MATCH([wanted, within, kind], lookup) {
    const { area, key } = exactly(wanted, within, kind, lookup);
    const at = found(key, area, lookup);
    return at === null ? failed() : constant(at);
  },
  INDEX([table, first, second], lookup) {
    const area = ranged(table);
    const one = numberIn(first, lookup);
    if (second !== undefined) return referred(cellOf(area, one, numberIn(second, lookup)));
    return referred(area.top === area.bottom ? cellOf(area, 1, one) : cellOf(area, one, 1));
  },
  OFFSET([from, down, across, height, width], lookup) {
    const { sheet, top, left, bottom, right } = ranged(from);
    const [row, column] = [top + numberIn(down, lookup), left + numberIn(across, lookup)];
    const [rows, columns] = [
      height === undefined ? bottom - top + 1 : numberIn(height, lookup),
      width === undefined ? right - left + 1 : numberIn(width, lookup),
    ];
    if (row < 1 || column < 1 || rows < 1 || columns < 1) throw new NotFollowed();
    return referred({ sheet, top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
  },
  INDIRECT([text], lookup, { sheet }) {
    const { value } = single(text, lookup);
    const named =
      typeof value === 'string'
        ? /^(?:(?<sheet>[^!]{1,40})!)?(?<cell>\$?[A-Z]{1,3}\$?\d{1,7})$/iu.exec(value)
        : null;
    const at = parseAddress(named?.groups?.cell?.replaceAll('$', '').toUpperCase() ?? '');
    if (at === null) throw new NotFollowed();
    const bare = named?.groups?.sheet?.replace(/^'(.*)'$/u, '$1').replaceAll("''", "'");
    return referred({ sheet: bare ?? sheet, top: at.row, bottom: at.row, left: at.column, right: at.column });
  },
};

function otherwise([first, fallback]: readonly Item[], lookup: Lookup): Item {
  const one = single(first, lookup);
  if (!(one.value instanceof FormulaError)) return one;
  const { blank = null, divisor = null } = one;
  const instead = single(fallback, lookup);
  if (one.value === NO_DIVISION && (divisor ?? blank)) return { ...instead, blank, divisor };
  // What is put in the place of something that was not found is nobody's either.
  return { ...instead, source: 'blank' };
}

/** What several cells and values add up to; blank ones beside others are none of its sources. */
function summed(operands: readonly Item[], lookup: Lookup): Item {
  let sum = 0;
  const sources: Pick<Item, 'source'>[] = [];
  for (const item of operands) {
    for (const { value, source } of item.area ? cellsOf(item.area, lookup) : [item]) {
      // Which of many cells holds an error is said of the area.
      if (value instanceof FormulaError) throw new NotFollowed();
      if (typeof value === 'number') sum += value;
      sources.push({ source });
    }
  }
  const source = joined(sources.length > 0 ? sources : [{ source: 'blank' }]);
  const [{ area = null } = {}] = operands;
  return { value: sum, source, area: null, blank: source === 'blank' ? area : null };
}

/** The cells of an area that a sheet has. */
function* cellsOf({ sheet, top, left, bottom, right }: Area, lookup: Lookup): Generator<Item> {
  const end = lookup.end(sheet);
  if (end === null) throw new NotFollowed();
  for (let row = top; row <= Math.min(bottom, end.row); row += 1)
    for (let column = left; column <= Math.min(right, end.column); column += 1)
      yield single(referred({ sheet, top: row, bottom: row, left: column, right: column }), lookup);
}

/** A key that is looked for as it is, and where. */
function exactly(wanted: Item | undefined, within: Item | undefined, kind: Item | undefined, lookup: Lookup) {
  const { value: key } = single(wanted, lookup);
  const way = kind === undefined ? true : single(kind, lookup).value;
  // A list taken for sorted is searched otherwise by every program.
  if (way !== false && way !== 0 && way !== null) throw new NotFollowed();
  if (typeof key !== 'string' && typeof key !== 'number') throw new NotFollowed();
  return { key, area: ranged(within) };
}

/** Where in a row or column of cells a key stands, counted from 1. */
function found(
  key: string | number,
  { sheet, top, left, bottom, right }: Area,
  lookup: Lookup,
): number | null {
  const end = lookup.end(sheet);
  if (end === null) throw new NotFollowed();
  const isColumn = left === right;
  if (!isColumn && top !== bottom) throw new NotFollowed();
  const last = isColumn ? Math.min(bottom, end.row) : Math.min(right, end.column);
  const first = isColumn ? top : left;
  for (let at = first; at <= last; at += 1) {
    const value = isColumn ? lookup.at(sheet, at, left) : lookup.at(sheet, top, at);
    if (
      value !== null &&
      value !== undefined &&
      typeof value === typeof key &&
      compareValues(value, key) === 0
    )
      return at - first + 1;
  }
  return null;
}

function operated(operator: string, left: Value, right: Value): Value {
  if (left instanceof FormulaError) return left;
  if (right instanceof FormulaError) return right;
  const compares = COMPARISONS.get(operator);
  if (compares) {
    const order = compareValues(left, right);
    return order instanceof FormulaError ? order : compares(order);
  }
  if (operator === '&') {
    const [one, other] = [textOf(left), textOf(right)];
    if (one instanceof FormulaError) return one;
    return other instanceof FormulaError ? other : one + other;
  }
  // Words are no numbers in any program; of digits as text programs differ.
  if ([left, right].some((value) => typeof value === 'string' && !/\d/u.test(value))) return NO_VALUE;
  const [one, other] = [left ?? 0, right ?? 0];
  if (operator === '/' && other === 0 && typeof one === 'number') return NO_DIVISION;
  const computes = ARITHMETIC.get(operator);
  if (typeof one !== 'number' || typeof other !== 'number' || !computes) throw new NotFollowed();
  return computes(one, other);
}

function joined(items: readonly Pick<Item, 'source'>[]): Source {
  if (items.some(({ source }) => source === 'filled')) return 'filled';
  return items.some(({ source }) => source === 'blank') ? 'blank' : 'constant';
}
