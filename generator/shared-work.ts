import { inOrder, type Workers } from './ordered-pool.ts';

/** Results of one source that wait for an earlier one; more would hold memory for nobody. */
const MOST_WAITING = 4;

/** What a piece came to, with its place among all. */
interface Placed<Result> {
  at: number;
  result: Result;
}

/**
 * Lets this thread do its share of pieces beside workers, each taking the next: so there is a thread less that has
 * modules and data of its own, which is what takes most of the memory.
 * @param here does one in this thread
 * @param workers the others
 * @param failed what a piece comes to that could not be done, here or there
 * @returns what each piece comes to, in their order
 */
export async function* inOrderWith<Piece, Result>(
  pieces: readonly Piece[],
  here: (piece: Piece) => Promise<Result>,
  workers: Workers,
  failed: (piece: Piece, error: unknown) => Result,
): AsyncGenerator<Result, void> {
  const rest = pieces.entries();
  async function* inThisThread(): AsyncGenerator<Placed<Result>, void> {
    for (const [at, piece] of rest)
      yield { at, result: await here(piece).catch((error: unknown) => failed(piece, error)) };
  }
  async function* inWorkers(): AsyncGenerator<Placed<Result>, void> {
    const taken: number[] = [];
    function* taking(): Generator<Piece, void> {
      for (const [at, piece] of rest) {
        taken.push(at);
        yield piece;
      }
    }
    for await (const result of inOrder(taking(), workers, failed)) yield { at: taken.shift() ?? 0, result };
  }
  yield* inPlace([inWorkers(), inThisThread()]);
}

/**
 * What several sources give, by its place. A source is not asked for more while enough of its own waits for an earlier
 * one; of the source that has the one that is waited for nothing waits, as each gives its own in their order.
 */
async function* inPlace<Result>(
  sources: readonly AsyncGenerator<Placed<Result>, void>[],
): AsyncGenerator<Result, void> {
  type Source = (typeof sources)[number];
  const waiting = new Map<number, { source: Source; result: Result }>();
  const ask = async (source: Source) => ({ source, given: await source.next() });
  const asked = new Map<Source, ReturnType<typeof ask>>();
  const open = new Set(sources);
  const askAll = () => {
    for (const source of open) {
      const own = [...waiting.values()].filter((one) => one.source === source);
      if (!asked.has(source) && own.length < MOST_WAITING) asked.set(source, ask(source));
    }
  };
  let next = 0;
  try {
    for (askAll(); asked.size > 0; askAll()) {
      const { source, given } = await Promise.race(asked.values());
      asked.delete(source);
      if (given.done === true) open.delete(source);
      else waiting.set(given.value.at, { source, result: given.value.result });
      // Others go on while one is taken in.
      askAll();
      for (let one = waiting.get(next); one; one = waiting.get(next)) {
        waiting.delete(next);
        next += 1;
        yield one.result;
      }
    }
  } finally {
    await Promise.all(sources.map(async (source) => source.return()));
  }
}
