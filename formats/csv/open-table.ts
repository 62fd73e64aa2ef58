import { reporter, type Finding } from '../../core/base/finding.ts';
import { fileMessages } from '../../core/base/file-messages.ts';
import { csvReturnMessages } from '../../core/exchange/messages.ts';
import type { ExchangeNames } from '../../core/exchange/names.ts';
import { provenProfile } from '../../core/exchange/proven-profile.ts';
import type { Profile } from '../../core/exchange/profile.ts';
import type { TextTableRow } from '../../core/exchange/text-table.ts';
import type { TextCells } from '../../core/exchange/text-cells.ts';
import { encodingNames, type OldEncoding } from '../../core/exchange/reading.ts';
import type { ExchangeTable } from '../../core/exchange/tables.ts';
import { decodeCsv, firstBadLine } from './decode.ts';
import { lettersOf } from './letters.ts';
import type { CsvLimits } from './limits.ts';
import { inLetters } from './old-letters.ts';
import { scanQuotes } from './quote-scan.ts';
import { headerOf, profileOf, recognise, type Delimiter, type Recognised } from './recognise.ts';
import { eachRow } from './split-rows.ts';
import type { ReturnFile } from './write-return.ts';

const report = reporter(csvReturnMessages);
const reportFile = reporter(fileMessages);

/** A file of a return whose header says which table it is, and its rows by column. */
export interface OpenTable {
  file: ReturnFile;
  table: ExchangeTable;
  delimiter: Delimiter;
  /** Null where neither the delimiter nor the numbers say it. */
  profile: Profile | null;
  /** Line of the header. */
  line: number;
  /** Names of the columns in the order of the file. Empty where they are not those of the table. */
  columns: readonly string[];
  rows: readonly TextTableRow[];
  /** Rows below the header, those that cannot be read too. Null where the rows were not looked at. */
  count: number | null;
  /** The old encoding in which it was read; null for Unicode. */
  encoding: OldEncoding | null;
}

/** How tables are opened. */
export interface OpenOptions {
  names: ExchangeNames | null;
  limits: CsvLimits;
  /** The encoding that somebody says a file has, or that it was read by before. */
  encodingOf: (file: string) => OldEncoding | null;
}

/**
 * Decodes a file, recognises the table by its header and splits it into rows; every fault is a finding.
 * @returns null for what is no table of ours
 */
export function openTable(
  file: ReturnFile,
  { names, limits, encodingOf }: OpenOptions,
  findings: Finding[],
): OpenTable | null {
  const place = { file: file.name };
  const decoded = decodeCsv(file.bytes, file.name, limits);
  findings.push(...decoded.findings);
  const text = decoded.value;
  if (text === null) return null;
  const recognised = recognise(text);
  if (recognised === null) {
    const { header, line } = headerOf(text);
    findings.push(
      decoded.isUnicode
        ? report('csv-not-ours', { ...place, line }, { found: header })
        : report('csv-not-utf8', firstBadLine(file.bytes, file.name), {}),
    );
    return null;
  }
  const { table, delimiter } = recognised;
  const fault = scanQuotes(text, delimiter, file.name, limits);
  const { line, columns, rows, count, found } =
    fault === null
      ? byColumn(text, recognised, { file: file.name, unshown: decoded.unshown })
      : { ...NO_ROWS, line: headerOf(text).line };
  const opened = { file, table, delimiter, profile: profileOf(delimiter), line, encoding: null };
  const unread = { ...opened, columns: [], rows: [], count: null };
  if (fault !== null) {
    findings.push(fault);
    return unread;
  }
  const wrong = wrongColumns(table, columns);
  if (wrong !== null) {
    findings.push(report('csv-wrong-columns', { ...place, line }, { table: table.title, ...wrong }));
    return unread;
  }
  findings.push(...found);
  const known = { isUnicode: decoded.isUnicode, names, asked: encodingOf(file.name) };
  const letters = lettersOf(rows, columns, known);
  const numbers = () => rows.map(({ cells }) => cells.get('value') ?? '');
  const sure = { ...opened, profile: opened.profile ?? provenProfile(numbers()), columns };
  switch (letters.kind) {
    case 'to-be-asked': {
      const { encoding } = letters;
      findings.push(report('csv-old-letters', place, { encoding, name: encodingNames[encoding] }));
      return unread;
    }
    case 'lost':
      findings.push(report('csv-letters-lost', place, {}));
      return unread;
    case 'unknown':
      findings.push(report('csv-not-utf8', firstBadLine(file.bytes, file.name), {}));
      return unread;
    case 'read':
      if (letters.encoding === null) return { ...sure, rows, count };
      findings.push(report('csv-converted', place, { name: encodingNames[letters.encoding] }));
      return {
        ...sure,
        rows: converted(rows, columns, letters.encoding),
        count,
        encoding: letters.encoding,
      };
  }
}

/** What stands in a table, by the names of its columns. */
interface ByColumn {
  /** Of the header. */
  line: number;
  columns: readonly string[];
  rows: TextTableRow[];
  /** Rows below the header, those that cannot be read too. */
  count: number;
  found: Finding[];
}

const NO_ROWS: ByColumn = { line: 1, columns: [], rows: [], count: 0, found: [] };

/**
 * Rows by the names of their columns; one with too few or too many cells is a finding, and so is a second header.
 * Below a header that is not that of the table nothing is looked at.
 */
function byColumn(
  text: string,
  { table, delimiter }: Recognised,
  { file, unshown }: { file: string; unshown: number },
): ByColumn {
  let header: {
    line: number;
    columns: readonly string[];
    indexes: ReadonlyMap<string, number> | null;
  } | null = null;
  let count = 0;
  const found: Finding[] = [];
  const rows: TextTableRow[] = [];
  eachRow(text, delimiter, (cells, line, row) => {
    if (header === null) {
      const columns = withoutEmptyEnd(cells.map((cell) => cell.trim()));
      const isOurs = wrongColumns(table, columns) === null;
      header = { line, columns, indexes: isOurs ? new Map(columns.map((column, at) => [column, at])) : null };
      return;
    }
    const { columns, indexes } = header;
    if (indexes === null) return;
    count += 1;
    if (isHeader(cells, columns)) {
      found.push(report('csv-header-again', { file, line }, {}));
      return;
    }
    const isWhole =
      cells.length === columns.length ||
      (cells.length > columns.length && withoutEmptyEnd(cells).length <= columns.length);
    if (!isWhole) {
      const data = { found: cells.length, expected: columns.length };
      found.push(reportFile('csv-columns', { file, line }, data));
      return;
    }
    rows.push(new CellsOfRow(indexes, cells, line, row - unshown));
  });
  const { line, columns } = header ?? NO_ROWS;
  return { line, columns, rows, count, found };
}

/** Whether a row repeats the names of the columns. */
function isHeader(cells: readonly string[], columns: readonly string[]): boolean {
  // Of nearly all rows the first cell says that they are none.
  if (!cells[0]?.includes(columns[0] ?? '')) return false;
  const names = headerNames(cells);
  return columns.every((name, at) => names[at] === name);
}

/** The names of a header; one that was joined to another file may have that one's Control-Z and a byte order mark before it. */
export function headerNames([first = '', ...others]: readonly string[]): string[] {
  return [first.replace(/^\p{Cc}*(?:\ufeff|ï»¿)?/u, ''), ...others].map((name) => name.trim());
}

/** A row and its cells by column in one: maps and objects of their own for a million rows take longer than parsing. */
class CellsOfRow implements TextTableRow, TextCells {
  readonly line: number;
  readonly row: number;
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #cells: readonly string[];

  constructor(indexes: ReadonlyMap<string, number>, cells: readonly string[], line: number, row: number) {
    this.#indexes = indexes;
    this.#cells = cells;
    this.line = line;
    this.row = row;
  }

  get cells(): TextCells {
    return this;
  }

  get(column: string): string | undefined {
    const at = this.#indexes.get(column);
    return at === undefined ? undefined : this.#cells[at];
  }
}

function converted(
  rows: readonly TextTableRow[],
  columns: readonly string[],
  encoding: OldEncoding,
): TextTableRow[] {
  return rows.map(({ cells, line, row }) => ({
    cells: new Map(columns.map((column) => [column, inLetters(cells.get(column) ?? '', encoding)])),
    line,
    row,
  }));
}

function wrongColumns(table: ExchangeTable, found: readonly string[]) {
  const expected = table.columns.map(({ name }) => name);
  const missing = expected.filter((name) => !found.includes(name));
  const unknown = [...new Set(found.filter((name) => !expected.includes(name)))];
  const twice = [
    ...new Set(found.filter((name, at) => expected.includes(name) && found.indexOf(name) !== at)),
  ];
  return missing.length + unknown.length + twice.length === 0 ? null : { missing, unknown, twice };
}

/** Spreadsheets add delimiters at the end of rows. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end -= 1;
  return cells.slice(0, end);
}
