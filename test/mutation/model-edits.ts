import { columnLetters, parseAddress } from '../../core/sheet/address.ts';
import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../core/sheet/model.ts';

/** Where a row or column goes; null when it is deleted. */
export type Place = (place: number) => number | null;

/** Where the rows and columns of a sheet go when people insert, delete and move. */
export interface Shift {
  row?: Place;
  column?: Place;
}

const stay: Place = (place) => place;

const PIECES =
  /"(?:[^"]|"")*"|(?:'((?:[^']|'')*)'!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![\w(])/gu;

/** The workbook with rows and columns of one sheet moved; all formulas follow, as spreadsheet programs see to. */
export function shifted(
  model: WorkbookModel,
  name: string,
  { row = stay, column = stay }: Shift,
): WorkbookModel {
  const range = (text: string) => shiftedRange(text, row, column);
  const inFormula = (text: string, own: string) =>
    text.replaceAll(PIECES, (piece: string, sheet: string | undefined, address: string | undefined) => {
      if (address === undefined || (sheet ?? own) !== name) return piece;
      const place = range(address);
      return place === null ? '#REF!' : piece.slice(0, piece.length - address.length) + place;
    });
  return {
    ...model,
    sheets: model.sheets.map((sheet) => {
      const isShifted = sheet.name === name;
      const cells = new Map<number, CellModel>();
      for (const cell of sheet.cells.values()) {
        const [to, at] = isShifted ? [row(cell.row), column(cell.column)] : [cell.row, cell.column];
        if (to === null || at === null) continue;
        const { formula, validation } = cell;
        const condition =
          validation && 'condition' in validation.rule
            ? inFormula(validation.rule.condition, sheet.name)
            : null;
        cells.set(cellIndex(to, at), {
          ...standalone(cell),
          row: to,
          column: at,
          ...(formula === undefined ? {} : { formula: inFormula(formula, sheet.name) }),
          ...(validation && condition ? { validation: { ...validation, rule: { condition } } } : {}),
        });
      }
      if (!isShifted) return { ...sheet, cells };
      const columns = sheet.columns.flatMap((one, at) => {
        const to = column(at + 1);
        return to === null ? [] : [{ one, to }];
      });
      const widths = Array.from({ length: Math.max(0, ...columns.map(({ to }) => to)) }, () => ({
        width: 10,
      }));
      return {
        ...sheet,
        cells,
        columns: widths.map((blank, at) => columns.find(({ to }) => to === at + 1)?.one ?? blank),
        rows: new Map(
          [...sheet.rows].flatMap(([at, one]) => {
            const to = row(at);
            return to === null ? [] : [[to, one] as const];
          }),
        ),
        merges: sheet.merges.flatMap((text) => range(text) ?? []),
        conditional: sheet.conditional.flatMap((one) => {
          const to = range(one.range);
          return to === null ? [] : [{ ...one, range: to, condition: inFormula(one.condition, sheet.name) }];
        }),
        rowBreaks: [],
        charts: [],
        sparklines: [],
      };
    }),
  };
}

/** A range goes from the first to the last of what is left of it; null when nothing is. */
function shiftedRange(text: string, row: Place, column: Place): string | null {
  const [from = '', to] = text.split(':');
  const [start, end] = [parseAddress(from), parseAddress(to ?? from)];
  if (!start || !end) throw new Error(`no range ${text}`);
  const rows = span(start.row, end.row).flatMap((one) => row(one) ?? []);
  const columns = span(start.column, end.column).flatMap((one) => column(one) ?? []);
  if (rows.length === 0 || columns.length === 0) return null;
  const isFixed = /\$\d/u.test(from) ? '$' : '';
  const address = (one: number, other: number) =>
    `${from.startsWith('$') ? '$' : ''}${columnLetters(other)}${isFixed}${one}`;
  const first = address(Math.min(...rows), Math.min(...columns));
  return to === undefined ? first : `${first}:${address(Math.max(...rows), Math.max(...columns))}`;
}

function span(from: number, to: number): number[] {
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, at) => Math.min(from, to) + at);
}

/** The workbook with some sheets changed or left out (null); the models of others are shared. */
export function withSheets(
  model: WorkbookModel,
  change: (sheet: SheetModel) => SheetModel | readonly SheetModel[] | null,
): WorkbookModel {
  return { ...model, sheets: model.sheets.flatMap((sheet) => change(sheet) ?? []) };
}

/** A sheet with cells changed (another cell) or left out (null). */
export function withCells(sheet: SheetModel, change: (cell: CellModel) => CellModel | null): SheetModel {
  const cells = new Map<number, CellModel>();
  for (const cell of sheet.cells.values()) {
    const changed = change(cell);
    if (changed) cells.set(cellIndex(changed.row, changed.column), changed);
  }
  return { ...sheet, cells };
}

/** The workbook with a sheet under another name, in formulas too. */
export function renamed(model: WorkbookModel, names: ReadonlyMap<string, string>): WorkbookModel {
  const inFormula = (text: string) =>
    // A text that names a sheet, as a link does, is renamed by no program.
    text.replaceAll(/"(?:[^"]|"")*"|'((?:[^']|'')*)'!/gu, (piece: string, name?: string) => {
      const to = name === undefined ? undefined : names.get(name);
      return to === undefined ? piece : `'${to}'!`;
    });
  return {
    ...model,
    sheets: model.sheets.map((sheet) => ({
      ...withCells(sheet, (cell) =>
        cell.formula === undefined ? cell : { ...standalone(cell), formula: inFormula(cell.formula) },
      ),
      name: names.get(sheet.name) ?? sheet.name,
      charts: [],
      sparklines: [],
    })),
  };
}

/** A cell whose formula is written out: what it was filled from may be elsewhere now. */
function standalone(cell: CellModel): CellModel {
  const copy = { ...cell };
  delete copy.filledFrom;
  return copy;
}
