import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { returnName, type Decision, type StoredReturn } from '../../core/store/model.ts';
import { CommandFailure } from '../failure.ts';
import type { ImportedFile, ImportSetting } from '../import/imported-file.ts';
import type { Store } from '../store/store.ts';
import { takeSet } from './import-set.ts';
import { readSet } from './read-set.ts';

/** Lets in a set that was held back: what is in it is read from its kept files. */
export async function releaseSet(
  one: StoredReturn,
  store: Store,
  { setting, decided }: { setting: ImportSetting; decided: Pick<Decision, 'at' | 'by' | 'reason'> },
): Promise<ImportedFile> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-set-'));
  try {
    for (const file of one.files) {
      const original = await store.original(file);
      if (original === null)
        throw new CommandFailure(
          `Thiếu hoặc đã đổi tệp gốc ${file.name} của ${returnName(one.number)} (an original is missing).`,
        );
      const path = join(folder, ...file.name.split('/'));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, original.bytes);
    }
    const taken = await takeSet(await readSet(folder), store, setting, { one, decided });
    return { file: returnName(one.number), notLookedAt: null, ...taken };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
