import { fileURLToPath } from 'node:url';

/** Results that wait for an earlier one, per worker: no worker idles, and memory does not grow with the work. */
const AHEAD = 4;

/** Workers, each a thread with modules and data of its own. */
export interface Workers {
  /** URL of the module whose default function does one piece of work. */
  module: URL;
  /** What every worker is told once. */
  data: unknown;
  /** How many. */
  threads: number;
  /** Bounds of the heap of each, where memory counts more than time. */
  heap?: { maxOldGenerationSizeMb?: number; maxYoungGenerationSizeMb: number };
}

/**
 * Lets workers do pieces of work, several at once.
 * @param failed what a piece comes to whose worker dies or throws; without it the error is thrown
 * @returns what each piece comes to, in their order
 */
export async function* inOrder<Piece, Result>(
  pieces: Iterable<Piece>,
  { module, data, threads, heap }: Workers,
  failed?: (piece: Piece, error: unknown) => Result,
): AsyncGenerator<Result, void> {
  const { Piscina } = await import('piscina');
  const pool = new Piscina({
    filename: fileURLToPath(module),
    minThreads: threads,
    maxThreads: threads,
    workerData: data,
    ...(heap === undefined ? {} : { resourceLimits: heap }),
  });
  const start = async (piece: Piece): Promise<Result> => {
    const result = pool.run(piece) as Promise<Result>;
    return failed === undefined ? result : result.catch((error: unknown) => failed(piece, error));
  };
  try {
    const waiting: Promise<Result>[] = [];
    for (const piece of pieces) {
      const one = start(piece);
      // One that fails while an earlier one is awaited is told of when its turn comes.
      one.catch(() => undefined);
      waiting.push(one);
      const first = waiting.length > threads * AHEAD ? waiting.shift() : undefined;
      if (first) yield await first;
    }
    for (const one of waiting) yield await one;
  } finally {
    // What a worker had answered already is for nobody any more; Piscina 5.3 would raise it as an error of its own.
    pool.on('error', () => undefined);
    await pool.destroy();
  }
}

/**
 * Lets each worker do pieces that belong together one after the other: what it finds out at the first of a run it has
 * at hand for the others. Who is done takes the next run.
 * @returns what the pieces come to, in whichever order they are done
 */
export async function* inRuns<Piece, Result>(
  runs: Iterable<readonly Piece[]>,
  workers: Workers,
): AsyncGenerator<Result, void> {
  const waiting = runs[Symbol.iterator]();
  function* taken(): Generator<Piece, void> {
    for (let run = waiting.next(); run.done !== true; run = waiting.next()) yield* run.value;
  }
  yield* merged(
    Array.from({ length: workers.threads }, () =>
      inOrder<Piece, Result>(taken(), { ...workers, threads: 1 }),
    ),
  );
}

/** What several sources give, each as soon as it is there. */
async function* merged<Item>(sources: readonly AsyncGenerator<Item, void>[]): AsyncGenerator<Item, void> {
  const step = (source: AsyncGenerator<Item, void>) => {
    const next = source.next().then((result) => ({ source, result }));
    // One that fails while another is awaited is told of when its turn comes.
    next.catch(() => undefined);
    return next;
  };
  const steps = new Map(sources.map((source) => [source, step(source)]));
  try {
    while (steps.size > 0) {
      const { source, result } = await Promise.race(steps.values());
      steps.delete(source);
      if (result.done === true) continue;
      yield result.value;
      steps.set(source, step(source));
    }
  } finally {
    await Promise.all(sources.map(async (source) => source.return()));
  }
}
