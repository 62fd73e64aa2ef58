import Papa from 'papaparse';
import type * as z from 'zod';
import { type Finding, type Place, reporter } from '../core/base/finding.ts';
import { fileMessages } from '../core/base/file-messages.ts';
import { eachRow } from '../formats/csv/split-rows.ts';
import { parseWith } from './plan-files/schema-findings.ts';

const report = reporter(fileMessages);

/** A row of a file as its schema reads it, with the line on which it begins. */
export interface Row<Value> {
  value: Value;
  /** 1-based. */
  line: number;
  place: Place;
  /** Its cells as they are written, trimmed, by column. */
  cells: Readonly<Record<string, string>>;
}

/** Reads a CSV text that has exactly the given columns; rows that do not fit the schema become findings. */
export function parseRows<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
  columns: readonly string[],
): { rows: Row<z.output<Schema>>[]; findings: Finding[] } {
  const { lines, findings } = splitRows(text, file, ',');
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
    const record: Record<string, string> = {};
    for (const [at, column] of columns.entries()) record[column] = cells[at]?.trim() ?? '';
    const parsed = parseWith(schema, record, file, () => line);
    findings.push(...parsed.findings);
    if (parsed.value !== null) rows.push({ value: parsed.value, line, place: { file, line }, cells: record });
  }
  return { rows, findings };
}

/** Spreadsheets fill every row up to the widest one: blank cells beyond the columns say nothing. */
export function withoutBlankEnd(cells: readonly string[], columns: number): string[] {
  const beyond = cells.slice(columns);
  return beyond.every((cell) => cell.trim() === '') ? cells.slice(0, columns) : [...cells];
}

/** A row as it is written. */
interface WrittenRow {
  cells: string[];
  line: number;
}

/** Splits a CSV text into rows; rows of nothing but separators are left out. */
export function splitRows(
  text: string,
  file: string,
  delimiter: string,
): { lines: WrittenRow[]; findings: Finding[] } {
  const lines: WrittenRow[] = [];
  const findings: Finding[] = [];
  // Without quotes nothing can be wrong with the rows: the lists of units have twenty-five thousand.
  if (!/["\r]/u.test(text)) {
    eachRow(text, delimiter, (cells, line) => void lines.push({ cells, line }));
    return { lines, findings };
  }
  let line = 1;
  let begin = 0;
  Papa.parse<string[]>(text, {
    header: false,
    delimiter,
    skipEmptyLines: false,
    step: ({ data, errors, meta }) => {
      for (const { code, message } of errors)
        findings.push(report('csv-syntax', { file, line }, { fault: code, reason: message }));
      // Rows that were emptied in a spreadsheet are saved as nothing but commas.
      const isBlank = data.every((cell) => cell.trim() === '');
      if (!isBlank) lines.push({ cells: data, line });
      // A quoted cell may hold line breaks, so rows and lines are counted apart.
      line += lineBreaks(text, begin, meta.cursor);
      begin = meta.cursor;
    },
  });
  return { lines, findings };
}

const [LF, CR] = [10, 13];

/** How many lines end in a part of a text: CR LF is one end. */
function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && (at + 1 >= to || text.charCodeAt(at + 1) !== LF))) count += 1;
  }
  return count;
}
