import Papa from 'papaparse';
import { dialects, profiles, type Profile } from '../../core/exchange/profile.ts';
import { tableIds, tables, type ExchangeTable } from '../../core/exchange/tables.ts';

/** What a header says: which table it is of and how its columns are separated. */
export interface Recognised {
  table: ExchangeTable;
  profile: Profile;
}

/** Longer than any header of ours. */
const HEADER_LENGTH = 4000;

/**
 * Recognises a table by the names in its first line: that table and delimiter under which most names are
 * known. Numbers are not looked at.
 * @returns null when hardly a name is known
 */
export function recognise(text: string): Recognised | null {
  const header = text.split('\n', 1)[0]?.slice(0, HEADER_LENGTH) ?? '';
  const [best] = profiles
    .flatMap((profile) => {
      const cells = headerCells(header, dialects[profile].delimiter);
      return tableIds.map((id) => {
        const known = new Set(tables[id].columns.map(({ name }) => name));
        const found = new Set(cells.filter((cell) => known.has(cell))).size;
        // Names that are too many weigh as much as those that are missing.
        return { table: tables[id], profile, found, wrong: known.size + cells.length - 2 * found };
      });
    })
    .filter(({ found }) => found > 1)
    .sort((a, b) => a.wrong - b.wrong);
  return best ? { table: best.table, profile: best.profile } : null;
}

/** The names of a header line. */
export function headerCells(header: string, delimiter: string): string[] {
  const [cells = []] = Papa.parse<string[]>(header, { delimiter, newline: '\n', header: false }).data;
  return cells.map((cell) => cell.trim());
}
