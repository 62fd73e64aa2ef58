import type { FormulaCell, SheetFacts, WorkbookFacts } from '../../../../core/sheet/facts.ts';
import { columnLetters, parseAddress } from '../../../../core/sheet/address.ts';

/** Where rows and columns of a sheet go when somebody inserts, sorts or moves them. */
export interface Move {
  row?: (row: number) => number;
  column?: (column: number) => number;
}

const stay = (place: number) => place;

/** The file with one sheet changed. */
export function withSheet(
  facts: WorkbookFacts,
  name: string,
  change: (sheet: SheetFacts) => Partial<SheetFacts>,
): WorkbookFacts {
  if (!facts.sheets.some((sheet) => sheet.name === name)) throw new Error(`no sheet ${name}`);
  return {
    ...facts,
    sheets: facts.sheets.map((sheet) => (sheet.name === name ? { ...sheet, ...change(sheet) } : sheet)),
  };
}

/** The file with one cell changed; null takes it out. */
export function withCell(
  facts: WorkbookFacts,
  name: string,
  at: { row: number; column: number },
  change: Partial<FormulaCell> | null,
): WorkbookFacts {
  return withSheet(facts, name, ({ cells }) => {
    const others = cells.filter(({ row, column }) => row !== at.row || column !== at.column);
    const old = cells.find(({ row, column }) => row === at.row && column === at.column);
    const blank: FormulaCell = { ...at, value: null, formula: null };
    return { cells: change === null ? others : [...others, { ...(old ?? blank), ...change }] };
  });
}

/** Moves rows and columns of a sheet; every formula of the file follows, as spreadsheet programs see to. */
export function moved(
  facts: WorkbookFacts,
  name: string,
  { row = stay, column = stay }: Move,
): WorkbookFacts {
  const range = (text: string) => movedRange(text, row, column);
  return {
    ...facts,
    sheets: facts.sheets.map((sheet) => {
      const isMoved = sheet.name === name;
      const cells = sheet.cells.map((cell) => ({
        ...cell,
        ...(isMoved ? { row: row(cell.row), column: column(cell.column) } : {}),
        formula: cell.formula === null ? null : movedFormula(cell.formula, sheet.name, name, range),
      }));
      if (!isMoved) return { ...sheet, cells };
      return {
        ...sheet,
        cells,
        merges: sheet.merges.map(range),
        hiddenRows: new Set([...sheet.hiddenRows].map(row)),
        hiddenColumns: new Set([...sheet.hiddenColumns].map(column)),
        validations:
          sheet.validations?.map((one) => ({ ...one, range: range(one.range) })) ?? sheet.validations,
        conditional: sheet.conditional?.map(range) ?? sheet.conditional,
      };
    }),
  };
}

/** The sheet under another name, in formulas too. */
export function renamed(facts: WorkbookFacts, from: string, to: string): WorkbookFacts {
  return {
    ...facts,
    sheets: facts.sheets.map((sheet) => ({
      ...sheet,
      name: sheet.name === from ? to : sheet.name,
      cells: sheet.cells.map((cell) => ({
        ...cell,
        formula: cell.formula === null ? null : renamedIn(cell.formula, from, to),
      })),
    })),
  };
}

/** Programs rename references; a text that names the sheet stays. */
function renamedIn(formula: string, from: string, to: string): string {
  return formula
    .split(/("(?:[^"]|"")*")/u)
    .map((piece) => (piece.startsWith('"') ? piece : piece.replaceAll(`'${from}'!`, `'${to}'!`)))
    .join('');
}

const PIECES =
  /"(?:[^"]|"")*"|(?:'((?:[^']|'')*)'!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![\w(])/gu;

function movedFormula(formula: string, own: string, name: string, range: (text: string) => string): string {
  return formula.replaceAll(
    PIECES,
    (piece: string, sheet: string | undefined, address: string | undefined) => {
      if (address === undefined || (sheet ?? own) !== name) return piece;
      return piece.slice(0, piece.length - address.length) + range(address);
    },
  );
}

/** A range follows all of its rows and columns: it spans from the first of them to the last. */
function movedRange(text: string, row: (row: number) => number, column: (column: number) => number): string {
  const [from = '', to] = text.split(':');
  const [start, end] = [parseAddress(from), parseAddress(to ?? from)];
  if (!start || !end) throw new Error(`no range ${text}`);
  const rows = span(start.row, end.row).map(row);
  const columns = span(start.column, end.column).map(column);
  const dollar = from.startsWith('$') ? '$' : '';
  const address = (one: number, other: number) => `${dollar}${columnLetters(other)}${dollar}${one}`;
  const first = address(Math.min(...rows), Math.min(...columns));
  return to === undefined ? first : `${first}:${address(Math.max(...rows), Math.max(...columns))}`;
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
