import { storedResult } from '../../base/number.ts';
import { cellIndex, type SheetModel } from '../model.ts';
import { compileFormula, type Reference } from './compile.ts';
import type { Area } from './operand.ts';
import { FormulaError, NotComputed, type Value } from './value.ts';

/** A cell of a workbook: the place of its sheet among all, its row and column counted from 1. */
export interface CellPlace {
  sheet: number;
  row: number;
  column: number;
}

/** A cell that holds something else than in the workbook itself: a value, or another formula. */
export type CellChange = CellPlace & ({ value: number | string | null } | { formula: string });

/** A formula whose result is another, with the result as it is stored. */
export type NewResult = CellPlace & { result: number | string };

interface Node extends CellPlace {
  /** What it comes to in the workbook itself, before it is rounded to be stored. */
  base: Value;
  value: Value;
  compute: (() => Value) | null;
  /** The formula of the workbook itself, while another stands in its place. */
  own: (() => Value) | null;
  /** Not computed yet, or waiting to be computed anew. */
  isOpen: boolean;
  /** More than that of everything it is computed from; 0 for what is typed, null while nobody asked. */
  level: number | null;
  /** The ranges it is computed from. */
  reads: KnownArea[];
  /** The ranges it stands in. */
  areas: KnownArea[];
}

interface KnownArea extends Area {
  nodes: readonly Node[];
  dependents: Node[];
  /** What its cells come to, and the numbers among them in their order, once somebody asked. */
  kept: Value[] | null;
  numbers: readonly number[] | null;
  /** The highest of its cells; null while nobody asked. */
  level: number | null;
  /** One of its cells comes to another value. */
  isChanged: boolean;
}

/**
 * The formulas of a workbook as a graph: given other values in a few cells, only what depends on a value that is
 * another one is computed anew. Results are those that core computes for the same formulas; where that cannot be had
 * the graph says so.
 */
export class Recalculation {
  readonly #names: readonly string[];
  readonly #nodes: Map<number, Node>[];
  readonly #areas = new Map<string, KnownArea>();
  /** Formulas that stood in the place of others, by place and text: the same few come again and again. */
  readonly #replacing = new Map<string, Pick<Node, 'compute' | 'reads'>>();
  /** What is not as in the workbook itself. */
  #touched: Node[] = [];
  #changedAreas: KnownArea[] = [];

  /**
   * @throws NotComputed when a formula cannot be computed here, or comes to something else than its result in the
   * workbook
   */
  constructor(sheets: readonly SheetModel[]) {
    this.#names = sheets.map(({ name }) => name.toUpperCase());
    this.#nodes = sheets.map(() => new Map<number, Node>());
    const formulas: { node: Node; formula: string; result: number | string }[] = [];
    sheets.forEach(({ cells }, sheet) => {
      for (const { row, column, value, formula, result } of cells.values()) {
        const node = this.#node({ sheet, row, column });
        if (formula === undefined) node.value = value ?? null;
        else formulas.push({ node, formula, result: result ?? '' });
      }
    });
    for (const { node, formula } of formulas) {
      const { compute, reads } = this.#compiled(node, formula);
      Object.assign(node, { compute, reads, isOpen: true });
      for (const area of reads) area.dependents.push(node);
    }
    for (const { node, formula, result } of formulas) {
      const found = stored(this.#valueOf(node));
      if (found !== result) throw new NotComputed(`${formula} comes to ${found}, not to ${result}`);
    }
    for (const nodes of this.#nodes)
      for (const node of nodes.values()) {
        node.base = node.value;
        levelOf(node);
      }
  }

  /**
   * What changes with cells that hold something else; each time from the workbook itself.
   * @throws NotComputed as above
   */
  results(changes: readonly CellChange[]): NewResult[] {
    this.#restore();
    const waiting: Node[][] = [];
    const wait = (node: Node) => {
      if (node.isOpen) return;
      node.isOpen = true;
      (waiting[levelOf(node)] ??= []).push(node);
      this.#touched.push(node);
    };
    const pass = (node: Node) => {
      for (const area of node.areas) {
        renewIn(area, node);
        if (area.isChanged) continue;
        area.isChanged = true;
        this.#changedAreas.push(area);
        area.dependents.forEach(wait);
      }
    };
    for (const change of changes) {
      const node = this.#node(change);
      if ('formula' in change) this.#replace(node, change.formula, wait);
      else {
        node.value = change.value;
        this.#touched.push(node);
        if (node.value !== node.base) pass(node);
      }
    }
    const results: NewResult[] = [];
    for (let level = 0; level < waiting.length; level += 1)
      for (const node of waiting[level] ?? []) {
        const value = this.#valueOf(node);
        if (value === node.base) continue;
        pass(node);
        const result = stored(value);
        if (result !== stored(node.base)) results.push({ ...placeOf(node), result });
      }
    return results;
  }

  /** Every formula that depends on cells, directly or not. */
  dependents(places: readonly CellPlace[]): CellPlace[] {
    const met = new Set<Node>();
    const waiting = places.map((place) => this.#node(place));
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
      for (const area of node.areas)
        for (const dependent of area.dependents)
          if (!met.has(dependent)) {
            met.add(dependent);
            waiting.push(dependent);
          }
    return [...met].map(placeOf);
  }

  /** Another formula for a while; it must be computed from nothing that is computed later. */
  #replace(node: Node, formula: string, wait: (node: Node) => void): void {
    const id = `${node.sheet}|${cellIndex(node.row, node.column)}|${formula}`;
    const { compute, reads } = this.#replacing.get(id) ?? this.#compiled(node, formula);
    this.#replacing.set(id, { compute, reads });
    if (node.compute === null || reads.some((area) => areaLevel(area) >= levelOf(node)))
      throw new NotComputed(`${formula} in the place of another`);
    node.own = node.compute;
    node.compute = compute;
    wait(node);
  }

  #restore(): void {
    for (const node of this.#touched) {
      if (node.own !== null) {
        node.compute = node.own;
        node.own = null;
      }
      node.isOpen = false;
      if (node.value === node.base) continue;
      node.value = node.base;
      for (const area of node.areas) renewIn(area, node);
    }
    for (const area of this.#changedAreas) area.isChanged = false;
    this.#touched = [];
    this.#changedAreas = [];
  }

  #valueOf(node: Node): Value {
    if (!node.isOpen) return node.value;
    node.isOpen = false;
    if (node.compute === null) return node.value;
    node.value = node.compute();
    return node.value;
  }

  #node({ sheet, row, column }: CellPlace): Node {
    const index = cellIndex(row, column);
    const known = this.#nodes[sheet]?.get(index);
    if (known !== undefined) return known;
    const node: Node = {
      ...{ sheet, row, column, base: null, value: null, compute: null, own: null },
      ...{ isOpen: false, level: null, reads: [], areas: [] },
    };
    this.#nodes[sheet]?.set(index, node);
    return node;
  }

  #compiled({ sheet, row, column }: CellPlace, formula: string): Pick<Node, 'compute' | 'reads'> {
    const place = { sheet: this.#names[sheet] ?? '', row, column };
    const { value, reads } = compileFormula(formula, place, (of) => this.#area(of));
    return { compute: value, reads: [...reads] };
  }

  #area(of: Reference): KnownArea {
    const { top, left, bottom, right } = of;
    const sheet = this.#names.indexOf(of.sheet);
    if (sheet < 0) throw new NotComputed(`no sheet ${of.sheet}`);
    const id = `${sheet}|${top}|${left}|${bottom}|${right}`;
    const area = this.#areas.get(id) ?? this.#newArea(sheet, of);
    this.#areas.set(id, area);
    return area;
  }

  #newArea(sheet: number, { top, left, bottom, right }: Reference): KnownArea {
    const nodes: Node[] = [];
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) nodes.push(this.#node({ sheet, row, column }));
    const columns = right - left + 1;
    const [only] = nodes;
    const at =
      only !== undefined && nodes.length === 1
        ? () => (only.isOpen ? this.#valueOf(only) : only.value)
        : (row: number, column: number) => {
            const node = nodes[(row - 1) * columns + column - 1];
            return node === undefined ? null : this.#valueOf(node);
          };
    const area: KnownArea = {
      ...{ top, left, rows: bottom - top + 1, columns, nodes, at, dependents: [], kept: null, numbers: null },
      ...{ level: null, isChanged: false },
      values: () => (area.kept ??= nodes.map((node) => this.#valueOf(node))),
      sorted: () =>
        (area.numbers ??= area
          .values()
          .filter((one) => typeof one === 'number')
          .sort((a, b) => a - b)),
    };
    for (const node of nodes) node.areas.push(area);
    return area;
  }
}

/** @throws NotComputed where a formula is computed from itself */
function levelOf(node: Node): number {
  if (node.compute === null) return 0;
  if (node.level === UNDER_WAY) throw new NotComputed('a formula that is computed from itself');
  if (node.level !== null) return node.level;
  node.level = UNDER_WAY;
  node.level = 1 + node.reads.reduce((most, area) => Math.max(most, areaLevel(area)), 0);
  return node.level;
}

const UNDER_WAY = -1;

function areaLevel(area: KnownArea): number {
  area.level ??= area.nodes.reduce((most, node) => Math.max(most, levelOf(node)), 0);
  return area.level;
}

/** A cell of a range comes to something else than when somebody asked for all of them. */
function renewIn(area: KnownArea, { row, column, value }: Node): void {
  if (area.kept === null) return;
  area.kept[(row - area.top) * area.columns + column - area.left] = value;
  area.numbers = null;
}

function placeOf({ sheet, row, column }: CellPlace): CellPlace {
  return { sheet, row, column };
}

/** A value as the result of a formula is kept in a file. */
function stored(value: Value): number | string {
  if (typeof value === 'number') return storedResult(value);
  if (typeof value === 'string') return value;
  // A formula that comes to a blank cell shows 0.
  if (value === null) return 0;
  throw new NotComputed(value instanceof FormulaError ? value.code : 'a condition as a result');
}
