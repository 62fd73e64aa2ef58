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
  const found = header?.value ?? [];
  if (found.join(',') !== columns.join(',')) {
    findings.push(report('csv-header', { file, line: header?.line ?? 1 }, { found, expected: [...columns] }));
    return { rows: [], findings };
  }
  const rows: Row<z.output<Schema>>[] = [];
  for (const { value: cells, line } of body) {
    if (cells.length !== columns.length) {
      const data = { found: cells.length, expected: columns.length };
      findings.push(report('csv-columns', { file, line }, data));
      continue;
    }
    const record = Object.fromEntries(columns.map((column, at) => [column, cells[at]?.trim() ?? '']));
    const parsed = parseWith(schema, record, file, () => line);
    findings.push(...parsed.findings);
    if (parsed.value !== null) rows.push({ value: parsed.value, line });
  }
  return { rows, findings };
}

function splitRows(text: string, file: string): { lines: Row<string[]>[]; findings: Finding[] } {
  const lines: Row<string[]>[] = [];
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
      const isBlank = data.length === 1 && data[0] === '';
      if (!isBlank) lines.push({ value: data, line });
      // A quoted cell may hold line breaks, so rows and lines are counted apart.
      line += text.slice(begin, meta.cursor).split(/\r\n|\n|\r/u).length - 1;
      begin = meta.cursor;
    },
  });
  return { lines, findings };
}
