import { type Finding, reporter } from '../../core/base/finding.ts';
import { numberTextOf } from '../../core/exchange/number-text.ts';
import { dateEntered } from '../../core/planner/grid/iso-date.ts';
import { rowMessages } from '../../core/planner/messages.ts';
import { formulaDoubts, type FormulaDoubt } from '../../core/returned/formula-doubts.ts';
import { cellAddress } from '../../core/sheet/address.ts';
import type { FormulaCell, SheetFacts } from '../../core/sheet/facts.ts';
import { WorkbookReadError } from '../../formats/read-error.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import {
  DAY_COLUMNS,
  isUnfilled,
  NUMBER_COLUMNS,
  type WrittenRow,
  type WrittenTables,
} from './written-table.ts';

const report = reporter(rowMessages);

/** A header stands near the top of its sheet, below a title and what there is to say. */
const LAST_HEADER_ROW = 30;

/**
 * The tables of a workbook that have the columns asked for, each below the row that names them; other columns and
 * other sheets say nothing. A number is taken as it is only where the screen shows that number.
 */
export async function workbookTables(
  bytes: Uint8Array,
  file: string,
  columns: readonly string[],
): Promise<WrittenTables> {
  const tables: WrittenTables = { rows: [], isThere: false, findings: [] };
  try {
    const { sheets, date1904 } = await readFacts(bytes);
    const doubtOf = formulaDoubts(sheets);
    for (const sheet of sheets) {
      const ofSheet = (cell: FormulaCell) => doubtOf(cell, sheet.name);
      takeTable(sheet, { file, date1904, columns, doubtOf: ofSheet }, tables);
    }
  } catch (error) {
    if (!(error instanceof WorkbookReadError)) throw error;
    return { ...tables, findings: [{ ...error.finding, place: { file, ...error.finding.place } }] };
  }
  if (!tables.isThere) tables.findings.push(report('rows-no-table', { file }, { columns: [...columns] }));
  return tables;
}

interface Reading {
  file: string;
  date1904: boolean;
  columns: readonly string[];
  /** What speaks against the number that a formula of the sheet gives. */
  doubtOf: (cell: FormulaCell) => FormulaDoubt | null;
}

function takeTable(sheet: SheetFacts, reading: Reading, tables: WrittenTables): void {
  const { file, columns } = reading;
  const lines = new Map<number, Map<number, FormulaCell>>();
  for (const cell of sheet.cells) {
    const line = lines.get(cell.row) ?? new Map<number, FormulaCell>();
    lines.set(cell.row, line.set(cell.column, cell));
  }
  const header = [...lines].find(
    ([row, line]) =>
      row <= LAST_HEADER_ROW &&
      columns.every((column) => [...line.values()].some(({ value }) => isNamed(value, column))),
  );
  if (!header) return;
  tables.isThere = true;
  const [headerRow, heads] = header;
  const names = [...heads].flatMap(([column, { value }]) =>
    typeof value === 'string' && value.trim() !== '' ? [{ column, name: value.trim() }] : [],
  );
  const at = new Map(names.map(({ column, name }) => [name, column]));
  const filled = new Set<string>();
  const hidden: number[] = [];
  for (const [row, line] of [...lines].sort(([a], [b]) => a - b)) {
    if (row <= headerRow) continue;
    const placeOf = (column?: string) => ({
      file,
      sheet: sheet.name,
      cell: cellAddress(row, at.get(column ?? '') ?? at.get(columns[0] ?? '') ?? 1),
    });
    const found: Finding[] = [];
    const cells = Object.fromEntries(
      names.map(({ name, column }) => {
        const { text, finding } = textOf(line.get(column), name, reading);
        if (finding && columns.includes(name)) found.push({ ...finding, place: placeOf(name) });
        return [name, text];
      }),
    );
    const isBlank = columns.every((column) => cells[column] === '') && found.length === 0;
    if (isBlank || (found.length === 0 && isUnfilled(cells, [...at.keys()]))) continue;
    for (const name of columns) if (NUMBER_COLUMNS.has(name) && cells[name] !== '') filled.add(name);
    if (sheet.hiddenRows.has(row)) hidden.push(row);
    tables.findings.push(...found);
    const said: WrittenRow = { cells, line: row, placeOf };
    if (found.length === 0) tables.rows.push(said);
  }
  tables.findings.push(
    ...unseen(sheet, { file, at, filled, rows: hidden, first: columns[0] ?? '', headerRow }),
  );
}

/** What a table holds where nobody sees it: filtered away as a rule, and read all the same. */
function unseen(
  { name, state, hiddenColumns }: SheetFacts,
  {
    file,
    at,
    filled,
    rows,
    first,
    headerRow,
  }: {
    file: string;
    at: ReadonlyMap<string, number>;
    /** Columns of numbers in which something stands. */
    filled: ReadonlySet<string>;
    /** Hidden rows that say something. */
    rows: readonly number[];
    /** The column in which a row is named. */
    first: string;
    headerRow: number;
  },
): Finding[] {
  const place = { file, sheet: name };
  if (state !== 'visible')
    return filled.size === 0 ? [] : [report('rows-hidden', place, { what: 'sheet', count: 1, column: '' })];
  const [row] = rows;
  const cellOf = (of: number, column: string) => ({ ...place, cell: cellAddress(of, at.get(column) ?? 1) });
  return [
    ...(row === undefined
      ? []
      : [report('rows-hidden', cellOf(row, first), { what: 'row', count: rows.length, column: '' })]),
    ...[...filled]
      .filter((column) => hiddenColumns.has(at.get(column) ?? 0))
      .map((column) =>
        report('rows-hidden', cellOf(headerRow, column), { what: 'column', count: 1, column }),
      ),
  ];
}

function isNamed(value: FormulaCell['value'], name: string): boolean {
  return typeof value === 'string' && value.trim() === name;
}

/** What a cell says in a column, in the form that files have; and why that is not certain. */
function textOf(
  cell: FormulaCell | undefined,
  column: string,
  { date1904, doubtOf }: Reading,
): { text: string; finding?: Finding } {
  if (!cell) return { text: '' };
  const { value, formula, shownAs, rendered } = cell;
  if ((value === null && formula !== null) || (typeof value === 'object' && value !== null))
    return { text: '', finding: report('row-no-result', {}, { column }) };
  const doubt = doubtOf(cell);
  if (doubt) return { text: '', finding: report('row-formula-doubted', {}, { column, doubt }) };
  if (typeof value === 'string') {
    const text = value.replaceAll(/\s+/gu, ' ').trim();
    if (DAY_COLUMNS.has(column)) return { text: dateEntered(text, date1904) ?? text };
    if (NUMBER_COLUMNS.has(column) && /\d[.,\s]|[.,]\d/u.test(text))
      return { text, finding: report('row-number-unsure', {}, { column, written: text, sign: ',' }) };
    return { text };
  }
  if (typeof value !== 'number') return { text: value === null ? '' : String(value) };
  if (DAY_COLUMNS.has(column)) return { text: dateEntered(value, date1904) ?? String(value) };
  const text = numberTextOf(value, 'machine');
  if (!NUMBER_COLUMNS.has(column) || (shownAs === undefined && rendered === undefined)) return { text };
  return { text, finding: report('row-shown-otherwise', {}, { column, value }) };
}
