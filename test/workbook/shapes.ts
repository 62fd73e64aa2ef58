import { formulaTokens } from '../../core/sheet/formula/tokens.ts';
import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../core/sheet/model.ts';

/**
 * What a program that computes and saves a workbook can do differently in it, and what can be wrong in a
 * formula. Two cells of one shape differ only in where they stand and in the numbers and words they hold: the
 * same functions are applied to cells of the same sort that hold the same sort of value, and give the same
 * sort of result. A reference that goes astray points to a cell of another sort and makes another shape.
 */
export function shapesOf(model: WorkbookModel): Set<string> {
  const sheets = new Map(model.sheets.map((sheet) => [sheet.name.toUpperCase(), sheet]));
  const shapes = new Set<string>();
  for (const sheet of model.sheets) {
    for (const cell of sheet.cells.values()) {
      const shape =
        cell.formula === undefined
          ? inputShape(sheet, cell)
          : formulaShape(sheets, sheet, cell, cell.formula);
      if (shape !== null) shapes.add(shape);
    }
  }
  return shapes;
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
  const reference = /^(?:'(?<name>.*)'!)?R(?<row>\[?-?\d+\]?)C(?<column>\[?-?\d+\]?)(?<rest>$|:)/u.exec(
    token,
  );
  const { name, row = '', column = '', rest } = reference?.groups ?? {};
  if (!reference) return token;
  const target = name === undefined ? sheet : sheets.get(name.replaceAll("''", "'"));
  const found = target?.cells.get(cellIndex(placeOf(row, cell.row), placeOf(column, cell.column)));
  const content = found?.formula === undefined ? found?.value : found.result;
  const place = `${name === undefined ? '' : 'sheet!'}${row.startsWith('[') ? '' : '$'}${column.startsWith('[') ? '' : '$'}`;
  return `${place}${rest === ':' ? 'range' : ''}<${found?.style ?? 'no cell'} ${found?.tag ?? ''} ${valueSort(content)}>`;
}

/** `[-1]` counts from the cell, `5` from the edge. */
function placeOf(coordinate: string, from: number): number {
  return coordinate.startsWith('[') ? from + Number(coordinate.slice(1, -1)) : Number(coordinate);
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
