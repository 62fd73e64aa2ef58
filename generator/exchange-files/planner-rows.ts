import { basename, dirname, resolve } from 'node:path';
import Papa from 'papaparse';
import type * as z from 'zod';
import type { Finding } from '../../core/base/finding.ts';
import { readBytes } from '../plan-files/read-text.ts';
import { parseWith } from '../plan-files/schema-findings.ts';
import type { Row } from '../csv-rows.ts';
import { csvTables } from './csv-tables.ts';
import { workbookTables } from './workbook-tables.ts';
import type { WrittenTables } from './written-table.ts';

/** A planner's file as far as it could be read. */
export interface RowsRead<Value> {
  /** The file's rows as a CSV text separated by commas: its own, to the letter, where it is one. */
  text: string | null;
  rows: Row<Value>[];
  /** Whether the file has a table of the columns. */
  isThere: boolean;
  findings: Finding[];
}

/** Reads a planner's file that has the given columns; rows that do not fit the schema become findings. */
export async function readRows<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  columns: readonly string[],
): Promise<RowsRead<z.output<Schema>>> {
  const { value: bytes, findings } = await readBytes(dirname(resolve(path)), basename(path));
  // A finding names the file as the user did.
  if (bytes === null) {
    const named = findings.map((finding) => ({ ...finding, place: { file: path } }));
    return { text: null, rows: [], isThere: false, findings: named };
  }
  return rowsIn(bytes, path, schema, columns);
}

/** {@link readRows} of bytes. @param file as findings show it */
export async function rowsIn<Schema extends z.ZodType>(
  bytes: Uint8Array,
  file: string,
  schema: Schema,
  columns: readonly string[],
): Promise<RowsRead<z.output<Schema>>> {
  const isWorkbook = bytes[0] === ZIP[0] && bytes[1] === ZIP[1];
  const tables = isWorkbook ? await workbookTables(bytes, file, columns) : csvTables(bytes, file, columns);
  const { findings, isThere } = tables;
  const rows: Row<z.output<Schema>>[] = [];
  for (const { cells: written, line, placeOf } of tables.rows) {
    const cells = Object.fromEntries(columns.map((column) => [column, written[column] ?? '']));
    const parsed = parseWith(schema, cells, file, () => line);
    const placed = parsed.findings.map(({ place, ...finding }) =>
      isWorkbook ? { ...finding, place: placeOf(place.path) } : { ...finding, place },
    );
    findings.push(...placed);
    if (parsed.value !== null) rows.push({ value: parsed.value, line, cells, place: placeOf() });
  }
  return { text: isThere ? textOf(bytes, tables, columns) : null, rows, isThere, findings };
}

/** How a zip begins, and so a workbook. */
const ZIP = [0x50, 0x4b];

function textOf(bytes: Uint8Array, { rows }: WrittenTables, columns: readonly string[]): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.startsWith(columns.join(','))) return text;
  } catch {
    // Written anew below: what is added to it could not stand in another encoding.
  }
  const lines = rows.map(({ cells }) => columns.map((column) => cells[column] ?? ''));
  return `${Papa.unparse([[...columns], ...lines], { newline: '\n' })}\n`;
}
