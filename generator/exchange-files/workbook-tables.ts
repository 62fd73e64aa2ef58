import { type Finding, reporter } from '../../core/base/finding.ts';
import { numberTextOf } from '../../core/exchange/number-text.ts';
import { dateEntered } from '../../core/planner/grid/iso-date.ts';
import { rowMessages } from '../../core/planner/messages.ts';
import { blankSources } from '../../core/returned/blank-sources.ts';
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
    const isOfBlanks = blankSources(sheets);
    for (const sheet of sheets) {
      const ofBlanks = (formula: string) => isOfBlanks(formula, sheet.name);
      takeTable(sheet, { file, date1904, columns, isOfBlanks: ofBlanks }, tables);
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
  /** Whether a formula of the sheet refers to nothing but blank cells. */
  isOfBlanks: (formula: string) => boolean;
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
    tables.findings.push(...found);
    const said: WrittenRow = { cells, line: row, placeOf };
    if (found.length === 0) tables.rows.push(said);
  }
}

function isNamed(value: FormulaCell['value'], name: string): boolean {
  return typeof value === 'string' && value.trim() === name;
}

/** What a cell says in a column, in the form that files have; and why that is not certain. */
function textOf(
  cell: FormulaCell | undefined,
  column: string,
  { date1904, isOfBlanks }: Reading,
): { text: string; finding?: Finding } {
  if (!cell) return { text: '' };
  const { value, formula, shownAs, rendered } = cell;
  if ((value === null && formula !== null) || (typeof value === 'object' && value !== null))
    return { text: '', finding: report('row-no-result', {}, { column }) };
  if (value !== '' && formula && isOfBlanks(formula))
    return { text: '', finding: report('row-of-blanks', {}, { column }) };
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
