import { sheetNames } from '../workbook/contract.ts';
import { parseDefinition, textChecksum } from '../workbook/definition-text.ts';
import type { WorkbookDefinition } from '../workbook/definition.ts';
import type { SheetCells } from '../sheet/facts.ts';

/** What `_meta` says; empty where the sheet is lost. */
export interface WorkbookMeta {
  info: ReadonlyMap<string, string>;
  /** Hash of each plan, by plan id. */
  plans: ReadonlyMap<string, string>;
  /** Row keys that must exist. */
  rows: readonly string[];
  /** `missing`: there is none; `damaged`: its text is not the one that was written. */
  definition: WorkbookDefinition | 'missing' | 'damaged';
}

/** Reads the entries of `_meta`, in whatever order they stand. */
export function readMeta(sheets: readonly SheetCells[]): WorkbookMeta {
  const info = new Map<string, string>();
  const plans = new Map<string, string>();
  const rows: string[] = [];
  const chunks = new Map<number, string>();
  const sheet = sheets.find(({ name }) => name === sheetNames.meta);
  const lines = new Map<number, Map<number, string>>();
  for (const { row, column, value } of sheet?.cells ?? []) {
    if (value === null || typeof value === 'object') continue;
    const line = lines.get(row) ?? new Map<number, string>();
    lines.set(row, line.set(column, String(value)));
  }
  for (const line of lines.values()) {
    const [kind = '', key = '', value = ''] = [2, 3, 4].map((column) => line.get(column));
    if (kind === 'info') info.set(key, value);
    if (kind === 'plan') plans.set(key, value);
    if (kind === 'row') rows.push(key);
    if (kind === 'definition') chunks.set(Number(key), value);
  }
  return { info, plans, rows, definition: readDefinition(chunks, info.get('definition')) };
}

function readDefinition(
  chunks: ReadonlyMap<number, string>,
  checksum: string | undefined,
): WorkbookMeta['definition'] {
  if (chunks.size === 0 && checksum === undefined) return 'missing';
  const texts = [...chunks.entries()].sort(([a], [b]) => a - b).map(([, text]) => text);
  if (textChecksum(texts) !== checksum) return 'damaged';
  return parseDefinition(texts.join('')) ?? 'damaged';
}
