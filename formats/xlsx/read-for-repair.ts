import type { BesideCells } from '../../core/sheet/beside.ts';
import type { UnreadablePart } from '../../core/repair/messages.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { WorkbookReadError } from '../read-error.ts';
import { readFacts, type DamagedFacts } from './facts.ts';
import { markWorkbook } from './mark.ts';
import { readComments } from './read-comments.ts';
import { readDrawings } from './read-drawings.ts';

/** A part of a damaged file that could be read only in part, or not at all. */
export interface Unreadable {
  part: UnreadablePart;
  /** The sheet it is of, where it is of one. */
  sheet: string | null;
  error: WorkbookReadError;
}

/** Everything a repair wants of a file, as far as it can be read. */
export interface ReadForRepair {
  facts: DamagedFacts;
  /** Comments, text boxes and pictures; what a check wrote into comments is not among them. */
  beside: Partial<BesideCells>;
  unreadable: readonly Unreadable[];
}

/**
 * Reads a damaged workbook for its repair: a broken part costs that part only.
 * @throws WorkbookReadError when the file is no workbook or exceeds a cap
 */
export async function readForRepair(bytes: Uint8Array): Promise<ReadForRepair> {
  const facts = await readFacts(bytes, DEFAULT_LIMITS, { lenient: true });
  const plain = await withoutMarks(bytes);
  const { comments, failures } = await readComments(plain);
  const drawings = await readDrawings(plain);
  return {
    facts,
    beside: { comments, textBoxes: drawings.textBoxes, pictures: drawings.pictures },
    unreadable: [
      ...facts.failures.map(({ sheet, error }): Unreadable => {
        return { part: sheet === null ? 'shared' : 'sheet', sheet, error };
      }),
      ...failures.map((error): Unreadable => ({ part: 'comments', sheet: null, error })),
      ...drawings.failures.map(({ sheet, error }): Unreadable => ({ part: 'drawings', sheet, error })),
    ],
  };
}

/** Comments that `check` wrote are no words of the officer's. */
async function withoutMarks(bytes: Uint8Array): Promise<Uint8Array> {
  return markWorkbook(bytes, []).then(
    (plain) => plain.bytes,
    (error: unknown) => {
      if (error instanceof WorkbookReadError) return bytes;
      throw error;
    },
  );
}
