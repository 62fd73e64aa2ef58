import { reporter } from '../../core/base/finding.ts';
import { fileMessages } from '../../core/base/file-messages.ts';
import { unguardedText } from '../../core/exchange/guarded-text.ts';
import { dialects } from '../../core/exchange/profile.ts';
import type { TableId } from '../../core/exchange/tables.ts';
import { rowMessages } from '../../core/planner/messages.ts';
import { decodeCsv } from '../../formats/csv/decode.ts';
import { headerNames } from '../../formats/csv/open-table.ts';
import { DELIMITERS, headerCells, headerOf, recognise, type Delimiter } from '../../formats/csv/recognise.ts';
import { splitRows, withoutBlankEnd } from '../csv-rows.ts';
import { fromExchange, exchangeTableFor } from './exchange-rows.ts';
import {
  ASIDE_COLUMNS,
  isUnfilled,
  NUMBER_COLUMNS,
  type WrittenRow,
  type WrittenTables,
} from './written-table.ts';

const report = reporter(fileMessages);
const reportRow = reporter(rowMessages);

/**
 * The table of a CSV file, separated by commas, by semicolons or tabs as Excel saves it in Viet Nam, or of the
 * exchange. Columns go by their names. The separator says the decimal sign; a number that has another one is asked
 * about, never guessed.
 * @param columns the columns the table must have
 */
export function csvTables(bytes: Uint8Array, file: string, columns: readonly string[]): WrittenTables {
  const { value: text, isUnicode, findings } = decodeCsv(bytes, file);
  if (text === null) return { rows: [], isThere: false, findings };
  // Beside its codes the file has no names by which another encoding could be told.
  if (!isUnicode) return { rows: [], isThere: false, findings: [report('text-file-not-utf8', { file }, {})] };
  const { header, line: headerLine } = headerOf(text);
  const delimiter = delimiterOf(header, columns);
  const split = splitRows(text, file, delimiter);
  findings.push(...split.findings);
  const [head, ...body] = split.lines;
  const names = withoutBlankEnd(head?.cells ?? [], 0).map((name) => name.trim());
  // A day from which it holds has only what is assigned, another of the planner's files.
  const isExchange = names.some((name) => !columns.includes(name)) && !names.includes('validFrom');
  const exchange = isExchange ? exchangeTableOf(text, columns) : null;
  const unknown = names.filter((name) => !columns.includes(name) && !isAside(name));
  const isWhole = columns.every((column) => names.includes(column)) && unknown.length === 0;
  if (!isWhole && exchange === null) {
    const data = { found: names, expected: [...columns] };
    findings.push(report('csv-header', { file, line: headerLine }, data));
    return { rows: [], isThere: false, findings };
  }
  const rows: WrittenRow[] = [];
  for (const { cells: written, line } of body) {
    const cells = withoutBlankEnd(written, names.length);
    const place = { file, line };
    if (isHeaderAgain(cells, names)) continue;
    if (cells.length !== names.length) {
      findings.push(report('csv-columns', place, { found: cells.length, expected: names.length }));
      continue;
    }
    const said = Object.fromEntries(names.map((name, at) => [name, cells[at]?.trim() ?? '']));
    const unsure = readNumbers(said, delimiter);
    for (const column of unsure) {
      const data = { column, written: said[column] ?? '', sign: dialects.excel.decimalSign };
      findings.push(reportRow('row-number-unsure', place, data));
    }
    if (unsure.length > 0 || (exchange === null && isUnfilled(said, names))) continue;
    const row = exchange === null ? said : fromExchange(exchange, said);
    if (row === 'sample') findings.push(reportRow('row-of-sample', place, {}));
    else if (row !== null) rows.push({ cells: row, line, placeOf: () => place });
  }
  return { rows, isThere: true, findings };
}

/** Whether a row has the names of the columns again: where several files were joined into one. */
function isHeaderAgain(cells: readonly string[], names: readonly string[]): boolean {
  const again = headerNames(cells);
  return again.length === names.length && names.every((name, at) => again[at] === name);
}

function isAside(name: string): boolean {
  return name === '' || ASIDE_COLUMNS.some((aside) => aside === name);
}

/** The separator under which most of the columns are found; the comma where hardly one is. */
function delimiterOf(header: string, columns: readonly string[]): Delimiter {
  const found = (delimiter: Delimiter) =>
    headerCells(header, delimiter).filter((name) => columns.includes(name)).length;
  return DELIMITERS.reduce((best, one) => (found(one) > found(best) ? one : best));
}

function exchangeTableOf(text: string, columns: readonly string[]): TableId | null {
  const table = recognise(text)?.table.id;
  return table !== undefined && table === exchangeTableFor(columns) ? table : null;
}

/**
 * Writes numbers and guarded texts of a row as a machine does.
 * @returns columns whose number is not in the form of the file
 */
function readNumbers(cells: Record<string, string>, delimiter: Delimiter): string[] {
  if (delimiter === dialects.machine.delimiter) return [];
  const unsure: string[] = [];
  for (const [column, cell] of Object.entries(cells)) {
    if (!NUMBER_COLUMNS.has(column)) cells[column] = unguardedText(cell);
    else if (/^-?\d+,\d+$/u.test(cell)) cells[column] = cell.replace(',', '.');
    else if (/\d[.,\s]|[.,]\d/u.test(cell)) unsure.push(column);
  }
  return unsure;
}
