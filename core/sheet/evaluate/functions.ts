import { median, round } from '../../base/number.ts';
import { cellAddress } from '../address.ts';
import { matcher } from './criteria.ts';
import type { Area, Operand } from './operand.ts';
import {
  compareValues,
  FormulaError,
  NO_DIVISION,
  NO_NUMBER,
  NO_VALUE,
  NOT_FOUND,
  NotComputed,
  numberOf,
  textOf,
  type Value,
} from './value.ts';

/** A function over operands; it takes the values of those it needs. */
type SheetFunction = (operands: readonly Operand[]) => Value;

const absent: Operand = { value: () => null, area: null };

/** The functions that workbooks use, by name, beside those of `conditions.ts`. */
export const sheetFunctions: Readonly<Record<string, SheetFunction>> = {
  IFERROR([first = absent, otherwise = absent]) {
    const value = first.value();
    return value instanceof FormulaError ? otherwise.value() : value;
  },
  SUM: (operands) => numbersIn(operands, (all) => all.reduce((sum, one) => sum + one, 0)),
  MIN: (operands) => numbersIn(operands, (all) => (all.length === 0 ? 0 : Math.min(...all))),
  MAX: (operands) => numbersIn(operands, (all) => (all.length === 0 ? 0 : Math.max(...all))),
  MEDIAN: (operands) => numbersIn(operands, (all) => (all.length === 0 ? NO_NUMBER : median(all))),
  COUNT: (operands) => {
    let count = 0;
    for (const { area, value } of operands)
      if (area) count += area.values().filter((one) => typeof one === 'number').length;
      else if (typeof value() === 'number') count += 1;
    return count;
  },
  COUNTIF: ([range = absent, criterion = absent]) => countWhere([range, criterion]),
  COUNTIFS: (operands) => countWhere(operands),
  SMALL: ([range = absent, place = absent]) => placed(range, place, (sorted, at) => sorted[at - 1]),
  LARGE: ([range = absent, place = absent]) =>
    placed(range, place, (sorted, at) => sorted[sorted.length - at]),

  ABS: ([one = absent]) => computed([one], ([x = 0]) => Math.abs(x)),
  INT: ([one = absent]) => computed([one], ([x = 0]) => Math.floor(x)),
  LN: ([one = absent]) => computed([one], ([x = 0]) => (x > 0 ? Math.log(x) : NO_NUMBER)),
  LOG10: ([one = absent]) => computed([one], ([x = 0]) => (x > 0 ? Math.log10(x) : NO_NUMBER)),
  MOD: (operands) =>
    computed(operands, ([x = 0, by = 0]) => (by === 0 ? NO_DIVISION : x - by * Math.floor(x / by))),
  ROUND: (operands) => computed(operands, ([x = 0, digits = 0]) => round(x, Math.trunc(digits))),

  TRIM: ([one = absent]) => spelled([one], ([text = '']) => trimmed(text)),
  LOWER: ([one = absent]) => spelled([one], ([text = '']) => text.toLowerCase()),
  UPPER: ([one = absent]) => spelled([one], ([text = '']) => text.toUpperCase()),
  LEN: ([one = absent]) => spelled([one], ([text = '']) => text.length),
  EXACT: (operands) => spelled(operands, ([one, other]) => one === other),
  LEFT: ([one = absent, length]) => part(one, null, length),
  RIGHT: ([one = absent, length]) =>
    spelled([one], ([text = '']) => {
      const count = length === undefined ? 1 : numberOf(length.value());
      if (count instanceof FormulaError) return count;
      return count < 0 ? NO_VALUE : text.slice(Math.max(0, text.length - Math.trunc(count)));
    }),
  MID: ([one = absent, start = absent, length = absent]) => part(one, start, length),
  FIND([wanted = absent, within = absent, from]) {
    const start = from === undefined ? 1 : numberOf(from.value());
    if (start instanceof FormulaError) return start;
    return spelled([wanted, within], ([piece = '', text = '']) => {
      const at = text.indexOf(piece, Math.trunc(start) - 1);
      return at < 0 || start < 1 ? NO_VALUE : at + 1;
    });
  },
  SUBSTITUTE: (operands) => {
    if (operands.length !== 3) throw new NotComputed('SUBSTITUTE of one occurrence');
    return spelled(operands, ([text = '', old = '', replacement = '']) =>
      old === '' ? text : text.replaceAll(old, () => replacement),
    );
  },
  CHAR: ([code = absent]) =>
    computed([code], ([x = 0]) => {
      // Beyond ASCII the character is that of a code page.
      if (x < 1 || x > 126) throw new NotComputed(`CHAR(${x})`);
      return String.fromCharCode(x);
    }),

  ROW: ([of = absent]) => areaOf(of).top,
  COLUMN: ([of = absent]) => areaOf(of).left,
  ROWS: ([of = absent]) => areaOf(of).rows,
  ADDRESS([row = absent, column = absent, kind]) {
    if (kind?.value() !== RELATIVE) throw new NotComputed('ADDRESS with $');
    return computed([row, column], ([atRow = 0, atColumn = 0]) => cellAddress(atRow, atColumn));
  },
  INDEX([range = absent, first = absent, second]) {
    const area = areaOf(range);
    const isRow = area.rows === 1 && second === undefined;
    return computed(second === undefined ? [first] : [first, second], ([one = 0, other = 1]) => {
      const [row, column] = isRow ? [1, one] : [one, other];
      if (row < 1 || column < 1) throw new NotComputed('INDEX of a whole row or column');
      if (row > area.rows || column > area.columns) return new FormulaError('#REF!');
      return area.at(Math.trunc(row), Math.trunc(column));
    });
  },
  MATCH([wanted = absent, range = absent, kind]) {
    if (kind?.value() !== 0) throw new NotComputed('MATCH in a sorted list');
    const value = wanted.value();
    if (value instanceof FormulaError) return value;
    if (typeof value !== 'number') throw new NotComputed('MATCH of no number');
    const at = areaOf(range).values().indexOf(value);
    return at < 0 ? NOT_FOUND : at + 1;
  },
  HYPERLINK: ([link = absent, shown]) => (shown ?? link).value(),
};

/** `ADDRESS` without any `$`. */
const RELATIVE = 4;

/** Over all numbers: of ranges those that stand there, of other operands what they come to. */
function numbersIn(operands: readonly Operand[], of: (numbers: readonly number[]) => Value): Value {
  const numbers: number[] = [];
  for (const { area, value } of operands) {
    for (const one of area ? area.values() : [value()]) {
      if (one instanceof FormulaError) return one;
      if (typeof one === 'number') numbers.push(one);
      else if (!area) {
        const number = numberOf(one);
        if (number instanceof FormulaError) return number;
        numbers.push(number);
      }
    }
  }
  return of(numbers);
}

function countWhere(operands: readonly Operand[]): Value {
  const pairs = operands.flatMap((range, at) => {
    if (at % 2 === 1) return [];
    const wanted = (operands[at + 1] ?? absent).value();
    if (wanted instanceof FormulaError) throw new NotComputed('an error as a criterion');
    return [{ values: areaOf(range).values(), fits: matcher(wanted) }];
  });
  const [first, ...others] = pairs;
  if (!first) throw new NotComputed('COUNTIFS of nothing');
  let count = 0;
  first.values.forEach((value, at) => {
    if (first.fits(value) && others.every(({ values, fits }) => fits(values[at] ?? null))) count += 1;
  });
  return count;
}

function placed(
  range: Operand,
  place: Operand,
  pick: (sorted: readonly number[], at: number) => number | undefined,
): Value {
  const at = numberOf(place.value());
  if (at instanceof FormulaError) return at;
  const sorted = areaOf(range).sorted();
  return at < 1 ? NO_NUMBER : (pick(sorted, Math.trunc(at)) ?? NO_NUMBER);
}

function computed(operands: readonly Operand[], of: (numbers: readonly number[]) => Value): Value {
  const numbers: number[] = [];
  for (const { value } of operands) {
    const number = numberOf(value());
    if (number instanceof FormulaError) return number;
    numbers.push(number);
  }
  return of(numbers);
}

function spelled(operands: readonly Operand[], of: (texts: readonly string[]) => Value): Value {
  const texts: string[] = [];
  for (const { value } of operands) {
    const text = textOf(value());
    if (text instanceof FormulaError) return text;
    texts.push(text);
  }
  return of(texts);
}

/** Spaces at the ends go, several between words become one. */
function trimmed(text: string): string {
  if (!text.includes(' ')) return text;
  return text.split(' ').filter(Boolean).join(' ');
}

function part(of: Operand, start: Operand | null, length: Operand | undefined): Value {
  const from = start === null ? 1 : numberOf(start.value());
  const count = length === undefined ? 1 : numberOf(length.value());
  if (from instanceof FormulaError) return from;
  if (count instanceof FormulaError) return count;
  if (from < 1 || count < 0) return NO_VALUE;
  const begin = Math.trunc(from) - 1;
  return spelled([of], ([text = '']) => text.slice(begin, begin + Math.trunc(count)));
}

function areaOf({ area }: Operand): Area {
  if (area === null) throw new NotComputed('no range of cells');
  return area;
}

/** Two values put in relation by an operator between them. */
export const operators: Readonly<Record<string, (left: Value, right: Value) => Value>> = {
  '+': arithmetic((left, right) => left + right),
  '-': arithmetic((left, right) => left - right),
  '*': arithmetic((left, right) => left * right),
  '/': arithmetic((left, right) => (right === 0 ? NO_DIVISION : left / right)),
  '^': arithmetic((left, right) => {
    const power = left ** right;
    return Number.isFinite(power) ? power : NO_NUMBER;
  }),
  '&': (left, right) => {
    const [one, other] = [textOf(left), textOf(right)];
    if (one instanceof FormulaError) return one;
    return other instanceof FormulaError ? other : one + other;
  },
  '=': relation((order) => order === 0),
  '<>': relation((order) => order !== 0),
  '<': relation((order) => order < 0),
  '>': relation((order) => order > 0),
  '<=': relation((order) => order <= 0),
  '>=': relation((order) => order >= 0),
};

function arithmetic(of: (left: number, right: number) => Value): (left: Value, right: Value) => Value {
  return (left, right) => {
    const one = numberOf(left);
    if (one instanceof FormulaError) return one;
    const other = numberOf(right);
    return other instanceof FormulaError ? other : of(one, other);
  };
}

function relation(holds: (order: number) => boolean): (left: Value, right: Value) => Value {
  return (left, right) => {
    const order = compareValues(left, right);
    return order instanceof FormulaError ? order : holds(order);
  };
}
