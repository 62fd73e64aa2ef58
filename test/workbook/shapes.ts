import { formulaTokens } from '../../core/sheet/formula/tokens.ts';
import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../core/sheet/model.ts';

/**
 * What a program that computes and saves a workbook can do differently in it, and what can be wrong in a
 * formula. Two cells of one shape differ only in where they stand and in the numbers and words they hold: the
 * same functions are applied to cells of the same sort that hold the same sort of value, and give the same
 * sort of result. A reference that goes astray points to a cell of another sort and makes another shape.
 */
export function shapesOf(model: WorkbookModel): Set<string> {
  return new Set(shapedCells(model).map(({ shape }) => shape));
}

/** Every cell that has a shape. */
export function shapedCells(model: WorkbookModel): { sheet: SheetModel; cell: CellModel; shape: string }[] {
  const sheets = new Map(model.sheets.map((sheet) => [sheet.name.toUpperCase(), sheet]));
  return model.sheets.flatMap((sheet) =>
    [...sheet.cells.values()].flatMap((cell) => {
      const shape =
        cell.formula === undefined
          ? inputShape(sheet, cell)
          : formulaShape(sheets, sheet, cell, cell.formula);
      return shape === null ? [] : [{ sheet, cell, shape }];
    }),
  );
}

type Sheets = ReadonlyMap<string, SheetModel>;

/** Functions, operators, the sort of each operand, what is computed, how it is shown, and the sort of result. */
function formulaShape(sheets: Sheets, sheet: SheetModel, cell: CellModel, formula: string): string {
  const operands = formulaTokens(formula, cell.row, cell.column).map((token) =>
    operandSort(token, sheets, sheet, cell),
  );
  return `${operands.join(' ')} -> ${valueSort(cell.result)} ${cell.tag ?? ''} ${cell.format ?? ''}`;
}

function operandSort(token: string, sheets: Sheets, sheet: SheetModel, cell: CellModel): string {
  if (token.startsWith('"')) return `"${textSort(token.slice(1, -1))}"`;
  if (/^\d/u.test(token)) return Number(token) > 1 ? 'number' : token;
  const reference = referenceIn(token, cell);
  if (reference === null) return token;
  const { name, from, fixed, isRange } = reference;
  const target = name === null ? sheet : sheets.get(name);
  const found = target?.cells.get(cellIndex(from.row, from.column));
  const content = found?.formula === undefined ? found?.value : found.result;
  const place = `${name === null ? '' : 'sheet!'}${fixed.row ? '$' : ''}${fixed.column ? '$' : ''}`;
  return `${place}${isRange ? 'range' : ''}<${found?.style ?? 'no cell'} ${found?.tag ?? ''} ${valueSort(content)}>`;
}

/** Cells that a piece of a formula means. */
export interface Reference {
  /** In capitals, as formulas are compared; null for the sheet of the formula. */
  name: string | null;
  from: { row: number; column: number };
  to: { row: number; column: number };
  fixed: { row: boolean; column: boolean };
  isRange: boolean;
}

/**
 * Reads a reference.
 * @param cell where the formula stands
 * @returns null for a piece that is no reference to cells
 */
export function referenceIn(token: string, cell: { row: number; column: number }): Reference | null {
  const pattern = /^(?:'(?<name>.*)'!)?(?<from>R[^:!]+)(?::(?<to>R.+))?$/u;
  const { name, from: first, to: last = first } = pattern.exec(token)?.groups ?? {};
  const [from, to] = [placeOf(first, cell), placeOf(last, cell)];
  if (!from || !to) return null;
  return {
    name: name?.replaceAll("''", "'") ?? null,
    from,
    to,
    fixed: { row: from.isFixed.row, column: from.isFixed.column },
    isRange: last !== first || token.includes(':'),
  };
}

/** `R[-1]C5`: numbers in brackets count from the cell, others from the edge. */
function placeOf(reference: string | undefined, cell: { row: number; column: number }) {
  const { row, column } =
    /^R(?<row>\[?-?\d+\]?)C(?<column>\[?-?\d+\]?)$/u.exec(reference ?? '')?.groups ?? {};
  if (row === undefined || column === undefined) return null;
  const coordinate = (text: string, own: number) =>
    text.startsWith('[') ? own + Number(text.slice(1, -1)) : Number(text);
  return {
    row: coordinate(row, cell.row),
    column: coordinate(column, cell.column),
    isFixed: { row: !row.startsWith('['), column: !column.startsWith('[') },
  };
}

/** A cell that is filled in: under which heading, how it is shown and what it holds; null for other cells. */
function inputShape(sheet: SheetModel, { row, column, style, format, value }: CellModel): string | null {
  if (style !== 'input' && style !== 'inputText' && style !== 'target') return null;
  const heading = String(sheet.cells.get(cellIndex(1, column))?.value ?? '').replaceAll(/\d{4}/gu, 'year');
  const hasKey = sheet.cells.has(cellIndex(row, 1));
  return `${style} ${heading} ${hasKey} ${format ?? ''} = ${valueSort(value)}`;
}

function valueSort(value: number | string | undefined): string {
  if (value === undefined || value === '') return 'nothing';
  if (typeof value === 'string') return textSort(value);
  if (value === 0) return 'zero';
  return `${value < 0 ? 'negative' : 'positive'} ${Number.isInteger(value) ? 'whole' : 'fraction'}`;
}

/** Signs in place of a figure, criteria, wildcards and what a program might take for a number stand apart. */
function textSort(text: string): string {
  if (text.length <= 3) return text;
  const sorts = [
    /^[<>=]/u.test(text) ? 'criterion' : '',
    /[*?~]/u.test(text) ? 'wildcard' : '',
    /^[\d.,\s–%-]+$/u.test(text) ? 'like a number' : /\d/u.test(text) ? 'with digits' : '',
  ];
  return `text ${sorts.join(' ').trim()}`;
}

/** Functions and operators whose result can depend on how the locale writes numbers. */
const OF_LOCALE = ['&', 'TEXT(2)', 'VALUE(1)', 'NUMBERVALUE(3)', 'FIXED(2)', 'FIXED(3)', 'DATEVALUE(1)'];

/** True for a shape in which a number becomes text or a text a number. */
export function isOfLocale(shape: string): boolean {
  const [formula = ''] = shape.split(' -> ');
  return formula.split(' ').some((token) => OF_LOCALE.includes(token));
}
