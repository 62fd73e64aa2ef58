import { CSV_LIMITS } from './limits.ts';
import { decodeCsv } from './decode.ts';
import { westernBytes } from './old-letters.ts';
import { headerNames } from './open-table.ts';
import { scanQuotes } from './quote-scan.ts';
import { readDescriptor } from './read-descriptor.ts';
import { recognise } from './recognise.ts';
import { splitRows } from './split-rows.ts';
import type { ReturnFile } from './write-return.ts';

/** The columns that say whose return a row is of; a body of record says of communes what is of its own return. */
const OWNER = ['reporter', 'round', 'sample'] as const;

/** What is in joined files of one return. */
export interface JoinedPart {
  reporter: string;
  round: string;
  files: ReturnFile[];
}

/**
 * Takes files apart into which the tables of several returns were joined, each with its header, perhaps behind a byte
 * order mark, or below one header. Rows of others are blank lines in a part, so that every line has its number. A
 * descriptor goes with the return that it describes.
 * @returns a part for each return in the order of their first rows; empty where a file is no table of ours
 */
export function partsOf(files: readonly ReturnFile[]): JoinedPart[] {
  const parts = new Map<string, JoinedPart>();
  for (const file of files.filter(({ name }) => !isDescriptor(name))) {
    for (const { owner, bytes } of tableParts(file)) {
      const [reporter = '', round = ''] = owner;
      const key = owner.join('|');
      const part = parts.get(key) ?? { reporter, round, files: [] };
      parts.set(key, part);
      part.files.push({ name: file.name, bytes });
    }
  }
  for (const file of files.filter(({ name }) => isDescriptor(name))) {
    const said = readDescriptor(file).value?.chitieu;
    if (!said) continue;
    const { reporter, round, sample } = said;
    parts.get([reporter, round, sample ? 'yes' : 'no'].join('|'))?.files.push(file);
  }
  return [...parts.values()];
}

function isDescriptor(name: string): boolean {
  return name.toLowerCase().endsWith('.json');
}

function tableParts(file: ReturnFile): { owner: string[]; bytes: Uint8Array }[] {
  const decoded = decodeCsv(file.bytes, file.name);
  const recognised = decoded.value === null ? null : recognise(decoded.value);
  if (decoded.value === null || recognised === null) return [];
  // Rows end at the same bytes whatever letters the others are: so every part keeps the letters it has.
  const text = decoded.value;
  const { delimiter } = recognised;
  if (scanQuotes(text, delimiter, file.name, CSV_LIMITS) !== null) return [];
  const lines = text.split('\n');
  const rows = splitRows(text, delimiter);
  const parts = new Map<string, { owner: string[]; lines: string[] }>();
  let header: { columns: string[]; text: string; line: number } | null = null;
  for (const [at, { cells, line }] of rows.entries()) {
    const end = (rows[at + 1]?.line ?? lines.length + 1) - 1;
    const own = lines
      .slice(line - 1, end)
      .join('\n')
      .trimEnd();
    const names = headerNames(cells);
    if (header === null || OWNER.every((name) => names.includes(name))) {
      header = { columns: names, text: names.join(delimiter), line };
      continue;
    }
    const { columns, text: headerText, line: headerLine } = header;
    const owner = OWNER.map((name) => cells[columns.indexOf(name)]?.trim() ?? '');
    const key = [...owner, columns].join('|');
    const part = parts.get(key) ?? { owner, lines: [] };
    parts.set(key, part);
    if (part.lines.length === 0) put(part.lines, headerLine, headerText);
    put(part.lines, line, own);
  }
  const encode = decoded.isUnicode ? (part: string) => new TextEncoder().encode(part) : westernBytes;
  return [...parts.values()].map(({ owner, lines: own }) => ({
    owner,
    bytes: encode(`${own.join('\n')}\n`),
  }));
}

/** Puts a row on its line, blank lines before it. */
function put(lines: string[], line: number, row: string): void {
  while (lines.length < line - 1) lines.push('');
  lines.push(...row.split('\n'));
}
