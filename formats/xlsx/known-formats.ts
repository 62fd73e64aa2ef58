import { readCellFormats, type CellFormats } from './cell-formats.ts';
import type { ReadBudget } from './read-budget.ts';

/** A styles part and what it says. */
interface KnownFormats {
  bytes: Uint8Array;
  formats: CellFormats;
  /** As many as it counts against the budget of a file. */
  entries: number;
}

/** Those that were read last, the latest first: returns of a round have theirs alike to the byte. */
let last: readonly KnownFormats[] = [];
/** Of the rounds of a plan, for each level of units. */
const KEPT = 8;
/** Ten times what our own have. */
const LONGEST_KEPT = 256 * 1024;

/**
 * {@link readCellFormats}, once for parts that are the same to the byte; nothing else of a file has a part in what they
 * say. Nobody may change it.
 * @throws WorkbookReadError
 */
export function knownFormats(
  bytes: Uint8Array,
  part: string,
  budget: Pick<ReadBudget, 'countEntries'>,
): CellFormats {
  const known = last.find((one) => isSame(one.bytes, bytes));
  if (known) {
    budget.countEntries(known.entries);
    if (known !== last[0]) last = [known, ...last.filter((one) => one !== known)];
    return known.formats;
  }
  let entries = 0;
  const formats = readCellFormats(bytes, part, {
    countEntries(more = 1) {
      entries += more;
      budget.countEntries(more);
    },
  });
  if (bytes.length <= LONGEST_KEPT)
    last = [{ bytes: bytes.slice(), formats, entries }, ...last].slice(0, KEPT);
  return formats;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
