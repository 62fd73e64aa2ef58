import {
  countCodes,
  describeReturn,
  type ReturnHead,
  type WrittenFile,
} from '../../core/exchange/descriptor.ts';
import { checkIdentity, returnName, type ReturnFigures } from '../../core/exchange/return-figures.ts';
import { tidyReturn } from '../../core/exchange/tidy.ts';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { csvReturnMessages } from '../../core/exchange/messages.ts';
import { sha256 } from './sha256.ts';
import { writeTable } from './write-table.ts';

const report = reporter(csvReturnMessages);

/** A file of a return, not yet on any disk. */
export interface ReturnFile {
  /** Name without folder. */
  name: string;
  bytes: Uint8Array;
}

/** The files of one return. */
export interface ReturnFiles {
  /** What all its file names begin with. */
  name: string;
  /** The tables, then the descriptor. */
  files: ReturnFile[];
  /** Names a return of this name may use and this one does not; an old file there would be taken for a part. */
  unused: string[];
}

/** How a return is to be written. Without names the columns of names stay empty. */
export type WriteOptions = ReturnHead;

/** Ends of the file names. */
export const DESCRIPTOR_END = '.datapackage.json';
export const TABLE_ENDS = {
  observations: '.observations.csv',
  verdicts: '.verdicts.csv',
  baselines: '.baselines.csv',
} as const;

/**
 * Writes a return as its exchange files: the same figures give the same bytes.
 * @returns null when unit, reporter, round or plans cannot stand in a file name, or when nothing was entered; a
 * finding says which
 */
export async function writeReturnCsv(
  figures: ReturnFigures,
  options: WriteOptions,
): Promise<{ value: ReturnFiles | null; findings: Finding[] }> {
  const refused = checkIdentity(figures);
  if (refused.length > 0) return { value: null, findings: refused };
  const { profile, names, errors } = options;
  const name = returnName(figures);
  const { tables, findings } = tidyReturn(figures, names);
  if (tables.every(({ rows }) => rows.length === 0))
    return { value: null, findings: [...findings, report('return-empty', {}, {})] };
  const files: ReturnFile[] = [];
  const written: WrittenFile[] = [];
  for (const filled of tables) {
    const { id } = filled.table;
    const path = name + TABLE_ENDS[id];
    const bytes = writeTable(filled, profile);
    files.push({ name: path, bytes });
    written.push({
      table: id,
      path,
      bytes: bytes.length,
      sha256: await sha256(bytes),
      rows: filled.rows.length,
    });
  }
  const all = [
    ...errors.flatMap(({ code, count }) => Array<{ code: string }>(count).fill({ code })),
    ...findings,
  ];
  const descriptor = describeReturn(figures, written, { ...options, errors: countCodes(all) });
  const text = `${JSON.stringify(descriptor, null, 2)}\n`;
  files.push({ name: name + DESCRIPTOR_END, bytes: new TextEncoder().encode(text) });
  const used = new Set(files.map((file) => file.name));
  const unused = Object.values(TABLE_ENDS).flatMap((end) => (used.has(name + end) ? [] : [name + end]));
  return { value: { name, files, unused }, findings };
}
