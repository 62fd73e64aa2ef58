import { WorkbookReadError } from '../../formats/read-error.ts';
import type { WorkbookFileFinding } from '../../core/sheet/file-messages.ts';

/** The finding with which a read refuses a file; fails the test when it reads it or breaks differently. */
export async function refusal(read: Promise<unknown>): Promise<WorkbookFileFinding> {
  const outcome = await read.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!('error' in outcome))
    throw new Error(`The file was read: ${JSON.stringify(outcome.value).slice(0, 200)}`);
  if (!(outcome.error instanceof WorkbookReadError)) throw outcome.error;
  return outcome.error.finding;
}
