import { basename, dirname, resolve } from 'node:path';
import Papa from 'papaparse';
import type * as z from 'zod';
import { type Finding, reporter } from '../core/base/finding.ts';
import { fileMessages } from '../core/base/file-messages.ts';
import { readText } from './plan-files/read-text.ts';
import { parseWith } from './plan-files/schema-findings.ts';

const report = reporter(fileMessages);

/** A row of a file as its schema reads it, with the line on which it begins. */
export interface Row<Value> {
  value: Value;
  /** 1-based. */
  line: number;
  /** Its cells as they are written, trimmed, by column. */
  cells: Readonly<Record<string, string>>;
}

/** A file as far as it could be read. */
export interface RowsRead<Value> {
  /** The file's text; null when it could not be read. */
  text: string | null;
  rows: Row<Value>[];
  findings: Finding[];
}

/** Reads a CSV file that has exactly the given columns; rows that do not fit the schema become findings. */
export async function readRows<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  columns: readonly string[],
): Promise<RowsRead<z.output<Schema>>> {
  const { value: text, findings } = await readText(dirname(resolve(path)), basename(path));
  // A finding names the file as the user did.
  if (text === null)
    return { text, rows: [], findings: findings.map((finding) => ({ ...finding, place: { file: path } })) };
  return { text, ...parseRows(text, path, schema, columns) };
}

/** {@link readRows} over a text. */
export function parseRows<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
  columns: readonly string[],
): { rows: Row<z.output<Schema>>[]; findings: Finding[] } {
  const { lines, findings } = splitRows(text, file);
  const [header, ...body] = lines;
  const found = withoutBlankEnd(header?.cells ?? [], columns.length);
  if (found.join(',') !== columns.join(',')) {
    findings.push(report('csv-header', { file, line: header?.line ?? 1 }, { found, expected: [...columns] }));
    return { rows: [], findings };
  }
  const rows: Row<z.output<Schema>>[] = [];
  for (const { cells: written, line } of body) {
    const cells = withoutBlankEnd(written, columns.length);
    if (cells.length !== columns.length) {
      const data = { found: cells.length, expected: columns.length };
      findings.push(report('csv-columns', { file, line }, data));
      continue;
    }
    const record = Object.fromEntries(columns.map((column, at) => [column, cells[at]?.trim() ?? '']));
    const parsed = parseWith(schema, record, file, () => line);
    findings.push(...parsed.findings);
    if (parsed.value !== null) rows.push({ value: parsed.value, line, cells: record });
  }
  return { rows, findings };
}

/** Spreadsheets fill every row up to the widest one: blank cells beyond the columns say nothing. */
function withoutBlankEnd(cells: readonly string[], columns: number): string[] {
  const beyond = cells.slice(columns);
  return beyond.every((cell) => cell.trim() === '') ? cells.slice(0, columns) : [...cells];
}

/** A row as it is written. */
interface WrittenRow {
  cells: string[];
  line: number;
}

function splitRows(text: string, file: string): { lines: WrittenRow[]; findings: Finding[] } {
  const lines: WrittenRow[] = [];
  const findings: Finding[] = [];
  let line = 1;
  let begin = 0;
  Papa.parse<string[]>(text, {
    header: false,
    delimiter: ',',
    skipEmptyLines: false,
    step: ({ data, errors, meta }) => {
      for (const { message } of errors)
        findings.push(report('csv-syntax', { file, line }, { reason: message }));
      // Rows that were emptied in a spreadsheet are saved as nothing but commas.
      const isBlank = data.every((cell) => cell.trim() === '');
      if (!isBlank) lines.push({ cells: data, line });
      // A quoted cell may hold line breaks, so rows and lines are counted apart.
      line += text.slice(begin, meta.cursor).split(/\r\n|\n|\r/u).length - 1;
      begin = meta.cursor;
    },
  });
  return { lines, findings };
}
