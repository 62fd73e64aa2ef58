import { figuresOf } from '../../core/exchange/from-workbook.ts';
import { openReturn } from '../../core/returned/open-return.ts';
import { entriesOf, placesInCsv, placesInWorkbook, type Entry } from '../../core/store/entry.ts';
import { isGiven } from '../../core/store/given.ts';
import { isSet } from '../../core/store/sent.ts';
import type { StoredReturn } from '../../core/store/model.ts';
import { readReturnCsv } from '../../formats/csv/read-return.ts';
import { WorkbookReadError } from '../../formats/read-error.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { givenEntries } from './given-entries.ts';
import { entriesInSet } from './set-entries.ts';
import type { Unreadable } from './unreadable.ts';
import type { Original, Store } from './store.ts';

/** Reads the entries of a return from its kept files again. */
export async function rereadEntries(
  originalOf: Store['original'],
  one: StoredReturn,
): Promise<Entry[] | Unreadable> {
  const { files, reading, sent } = one;
  if (sent) return entriesInSet(originalOf, sent);
  const found = await Promise.all(files.map((file) => originalOf(file)));
  const missing = files.filter((_, at) => found[at] === null).map(({ name }) => name);
  if (missing.length > 0) return { missing, broken: [] };
  const originals = found.filter((original) => original !== null);
  // Nothing was taken of it, or what was taken came in returns of its own.
  if (isSet(one) || one.content === null) return [];
  if (!isGiven(one)) return entriesOrWhyNot(originals, reading);
  return (await Promise.all(originals.map(givenEntries))).flat();
}

async function entriesOrWhyNot(
  originals: readonly Original[],
  reading: StoredReturn['reading'],
): Promise<Entry[] | Unreadable> {
  try {
    return await entriesIn(originals, reading);
  } catch (error) {
    if (!(error instanceof WorkbookReadError)) throw error;
    return { missing: [], broken: [{ file: originals[0]?.name ?? '', why: error.finding }] };
  }
}

async function entriesIn(originals: readonly Original[], reading: StoredReturn['reading']): Promise<Entry[]> {
  const [first] = originals;
  const isSet = originals.length > 1 || /\.(?:csv|json)$/iu.test(first?.name ?? '');
  if (isSet) {
    // Codes were checked when it came in; the catalogue of today may know others.
    const { value } = await readReturnCsv(originals, null, { reading });
    return value ? entriesOf(value, placesInCsv(value)) : [];
  }
  if (!first) return [];
  const { returned } = openReturn(await readFacts(first.bytes));
  return returned ? entriesOf(figuresOf(returned), placesInWorkbook(returned)) : [];
}
