import { returnName, type Decision, type StoredReturn } from '../../core/store/model.ts';
import type { Moved } from '../../core/store/moved.ts';
import { filesKept } from '../../core/store/sent.ts';
import { entriesByReturn } from '../../core/store/set-contents.ts';
import { CommandFailure } from '../failure.ts';
import type { Additions, Original, Store } from './store.ts';

/** So many returns are read and written at once. */
const TOGETHER = 200;

/** Returns of a store with their entries, some at a time, in their order. @param returns as they are in the store */
export async function* withEntries(
  store: Store,
  returns: readonly StoredReturn[],
): AsyncGenerator<Additions['returns']> {
  for (let from = 0; from < returns.length; from += TOGETHER) {
    const part = returns.slice(from, from + TOGETHER);
    const entries = entriesByReturn(await store.entries({ returns: part.map(({ number }) => number) }));
    yield part.map((one) => ({ one, entries: entries.get(one.number) ?? [] }));
  }
}

/** The files that returns can be read from again, each once. @throws CommandFailure where one is missing */
export async function* originalsOf(store: Store, returns: readonly StoredReturn[]): AsyncGenerator<Original> {
  const known = new Set<string>();
  for (const one of returns)
    for (const file of [...one.files, ...filesKept(one)]) {
      // Of what came in a set the files themselves stay in the province.
      if (known.has(file.sha256) || (one.sent && !one.sent.kept.includes(file))) continue;
      known.add(file.sha256);
      const original = await store.original(file);
      if (original === null)
        throw new CommandFailure(
          `Thiếu hoặc đã đổi tệp gốc ${file.name} của ${returnName(one.number)}. Chưa ghi gì; hãy xem "chitieu store verify" (an original is missing).`,
        );
      yield original;
    }
}

/**
 * Holds a copy against the store it was made of: every return, decision, entry and original.
 * @param moved of the store, under the numbers it has in the copy
 * @throws CommandFailure where anything differs
 */
export async function requireSame(from: Store, copy: Store, moved: Moved): Promise<void> {
  const [returns, decisions] = [await copy.returns(), await copy.decisions()];
  requireEqual('bản', moved.returns, returns);
  requireEqual('quyết định', moved.decisions, decisions);
  const copies = withEntries(copy, returns);
  for await (const part of withEntries(from, await from.returns())) {
    const { value: there = [] } = (await copies.next()) as { value?: Additions['returns'] };
    for (const [at, { entries }] of part.entries()) requireEqual('mục', entries, there[at]?.entries ?? []);
  }
  for await (const original of originalsOf(copy, returns)) void original;
}

function requireEqual(
  what: string,
  wanted: readonly (StoredReturn | Decision | object)[],
  found: readonly object[],
): void {
  const texts = (ones: readonly object[]) => ones.map(fieldByField);
  const [before, after] = [texts(wanted), texts(found)];
  const differing =
    before.filter((text, at) => text !== after[at]).length + Math.max(0, after.length - before.length);
  if (differing > 0)
    throw new CommandFailure(
      `${differing} ${what} trong bản chép khác với kho. Đừng dùng bản chép ấy; hãy kiểm tra đĩa rồi chép lại (the copy differs).`,
    );
}

/** Whatever the order of its fields. */
function fieldByField(one: object): string {
  return JSON.stringify(one, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
