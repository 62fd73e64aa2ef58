import { isThere } from '../workbook/write-new.ts';
import type { StorePaths } from './paths.ts';

/** Whether anything can have been kept in the folder of a store yet. @throws where it may not be looked at */
export async function holdsAnything({ database, ledger }: StorePaths): Promise<boolean> {
  return (await isThere(database)) || (await isThere(ledger));
}
