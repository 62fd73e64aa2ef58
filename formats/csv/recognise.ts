import Papa from 'papaparse';
import { dialects, profiles, type Profile } from '../../core/exchange/profile.ts';
import { tableIds, tables, type ExchangeTable } from '../../core/exchange/tables.ts';

/** How columns may be separated: as a profile does, or by the tab that spreadsheets write for "text". */
export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What a header says: which table it is of and how its columns are separated. */
export interface Recognised {
  table: ExchangeTable;
  delimiter: Delimiter;
}

/** Names of the columns of each table. */
const COLUMNS = tableIds.map((id) => ({
  table: tables[id],
  known: new Set<string>(tables[id].columns.map(({ name }) => name)),
}));

/** Longer than any header of ours. */
const HEADER_LENGTH = 4000;

/** The first line that is not blank, with its number. */
export function headerOf(text: string): { header: string; line: number } {
  const start = /\S/u.exec(text)?.index ?? text.length;
  const line = text.slice(0, start).split('\n').length;
  const begin = text.lastIndexOf('\n', start) + 1;
  return { header: text.slice(begin, begin + HEADER_LENGTH).split('\n', 1)[0] ?? '', line };
}

/**
 * Recognises a table by the names in its header: that table and delimiter under which most names are known.
 * Numbers are not looked at.
 * @returns null when hardly a name is known
 */
export function recognise(text: string): Recognised | null {
  const { header } = headerOf(text);
  const [best] = DELIMITERS.flatMap((delimiter) => {
    const cells = headerCells(header, delimiter);
    return COLUMNS.map(({ table, known }) => {
      const found = new Set(cells.filter((cell) => known.has(cell))).size;
      // Names that are too many weigh as much as those that are missing.
      return { table, delimiter, found, wrong: known.size + cells.length - 2 * found };
    });
  })
    .filter(({ found }) => found > 1)
    .sort((a, b) => a.wrong - b.wrong);
  return best ? { table: best.table, delimiter: best.delimiter } : null;
}

/** The profile whose delimiter it is; null for the tab, which no profile has. */
export function profileOf(delimiter: Delimiter): Profile | null {
  return profiles.find((profile) => dialects[profile].delimiter === delimiter) ?? null;
}

/** The names of a header line. */
export function headerCells(header: string, delimiter: string): string[] {
  // A header without quotes needs no parser, which takes as long for one line as for a small file.
  const [cells = []] = header.includes('"')
    ? Papa.parse<string[]>(header, { delimiter, newline: '\n', header: false }).data
    : [header.replace(/^\ufeff/u, '').split(delimiter)];
  return cells.map((cell) => cell.trim());
}
