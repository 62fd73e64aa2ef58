import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JoinedPart } from '../../formats/csv/joined.ts';
import type { Arrival } from './arrivals.ts';

/**
 * The returns of a file into which several were joined, each in a folder of its own.
 * @param work what is done with them; afterwards they are gone
 */
export async function* takenApart<Result>(
  { shown, encoding }: Arrival,
  parts: readonly JoinedPart[],
  work: (part: Arrival) => AsyncGenerator<Result, void>,
): AsyncGenerator<Result, void> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-import-'));
  try {
    for (const [at, { reporter, round, files }] of parts.entries()) {
      const own = join(folder, String(at));
      await mkdir(own);
      for (const { name, bytes } of files) await writeFile(join(own, name), bytes);
      const path = join(own, files[0]?.name ?? '');
      yield* work({ kind: 'csv', path, encoding, shown: `${shown} [${reporter}, ${round}]` });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
