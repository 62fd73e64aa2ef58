import { formulaTokens } from '../formula/tokens.ts';
import { conditionFunctions } from './conditions.ts';
import { operators, sheetFunctions } from './functions.ts';
import type { Area, Operand } from './operand.ts';
import { FormulaError, NotComputed, numberOf, type Value } from './value.ts';

/** The cells a formula refers to: of a sheet by its name in capitals, rows and columns counted from 1. */
export interface Reference {
  sheet: string;
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Where formulas find cells. */
export type AreaOf<Found extends Area> = (reference: Reference) => Found;

/** A formula ready to be computed. */
export interface Compiled<Found extends Area> {
  value: () => Value;
  /** The ranges whose cells it may look at. */
  reads: ReadonlySet<Found>;
}

/** Functions of the place of a cell, whatever it holds. */
const OF_PLACES: ReadonlySet<string> = new Set(['ROW', 'ROWS', 'COLUMN']);

const REFERENCE =
  /^(?:'(?<sheet>(?:[^']|'')*)'!)?(?<from>R(?:\[-?\d+\]|\d+)C(?:\[-?\d+\]|\d+))(?::(?<to>R(?:\[-?\d+\]|\d+)C(?:\[-?\d+\]|\d+)))?$/u;
const CORNER = /^R(?:\[(?<down>-?\d+)\]|(?<row>\d+))C(?:\[(?<across>-?\d+)\]|(?<column>\d+))$/u;
const FUNCTION = /^(?<name>[A-Z][A-Z0-9.]*)\((?<count>\d+)\)$/u;
const NUMBER = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u;

/**
 * A formula as something that gives its value whenever it is asked.
 * @param place the cell that holds it; its sheet's name in capitals
 * @throws NotComputed when it holds what is not known here
 */
export function compileFormula<Found extends Area>(
  formula: string,
  place: { sheet: string; row: number; column: number },
  areaOf: AreaOf<Found>,
): Compiled<Found> {
  const stack: Operand[] = [];
  const reads: Found[] = [];
  const found = (reference: Reference) => {
    const area = areaOf(reference);
    reads.push(area);
    return area;
  };
  for (const token of formulaTokens(formula, place.row, place.column)) {
    const operator = operators[token];
    const call = FUNCTION.exec(token)?.groups;
    if (operator !== undefined) {
      const [right, left] = [pop(stack), pop(stack)];
      stack.push(computed(() => operator(left.value(), right.value())));
    } else if (token === 'negate') {
      const one = pop(stack);
      stack.push(computed(() => negated(one.value())));
    } else if (token === '%') {
      const one = pop(stack);
      stack.push(computed(() => operators['/']?.(one.value(), 100) ?? null));
    } else if (call?.name !== undefined && !token.startsWith('"')) {
      const prepared = conditionFunctions[call.name];
      const named = sheetFunctions[call.name];
      if (prepared === undefined && named === undefined) throw new NotComputed(call.name);
      const count = Number(call.count);
      const operands = count === 0 ? [] : stack.splice(-count);
      // What was named last is the operand itself.
      if (OF_PLACES.has(call.name)) reads.splice(-count);
      stack.push(computed(prepared?.(operands) ?? (() => named?.(operands) ?? null)));
    } else stack.push(operandOf(token, place, found));
  }
  const result = pop(stack);
  if (stack.length > 0) throw new NotComputed(formula);
  return { value: result.value, reads: new Set(reads) };
}

function operandOf(
  token: string,
  place: { sheet: string; row: number; column: number },
  areaOf: AreaOf<Area>,
): Operand {
  if (token.startsWith('"')) return constant(token.slice(1, -1).replaceAll('""', '"'));
  if (NUMBER.test(token)) return constant(Number(token));
  if (token === 'TRUE' || token === 'FALSE') return constant(token === 'TRUE');
  if (token === '') return constant(null);
  const { sheet, from, to } = REFERENCE.exec(token)?.groups ?? {};
  if (from === undefined) throw new NotComputed(token);
  const [start, end] = [corner(from, place), corner(to ?? from, place)];
  const area = areaOf({
    sheet: sheet?.replaceAll("''", "'") ?? place.sheet,
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  });
  if (area.rows * area.columns === 1) return { value: () => area.at(1, 1), area };
  return {
    value: () => {
      throw new NotComputed('a range in the place of a value');
    },
    area,
  };
}

function corner(text: string, place: { row: number; column: number }): { row: number; column: number } {
  const { down, row, across, column } = CORNER.exec(text)?.groups ?? {};
  return {
    row: row === undefined ? place.row + Number(down) : Number(row),
    column: column === undefined ? place.column + Number(across) : Number(column),
  };
}

function pop(stack: Operand[]): Operand {
  const top = stack.pop();
  if (top === undefined) throw new NotComputed('a formula that is not whole');
  return top;
}

function computed(value: () => Value): Operand {
  return { value, area: null };
}

function constant(value: Value): Operand {
  return { value: () => value, area: null };
}

function negated(value: Value): Value {
  const number = numberOf(value);
  return number instanceof FormulaError ? number : 0 - number;
}
