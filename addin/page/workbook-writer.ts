import type { WorkbookModel } from '../../core/sheet/model.ts';

/** Writes a workbook as xlsx bytes. */
export type WorkbookWriter = (model: WorkbookModel) => Promise<Uint8Array>;

/** The script of the writer, beside the page. */
export const WRITER_SCRIPT = 'writer.js';

/** Where the script leaves its writer: a classic script, as pages from a folder load no modules. */
const offered = globalThis as { chitieuWriter?: WorkbookWriter };

/** Called by the script of the writer. */
export function offerWriter(writer: WorkbookWriter): void {
  offered.chitieuWriter = writer;
}

/**
 * Fetches the writer, once.
 * @throws Error when the script cannot be loaded, as where it was not copied with the page
 */
export async function workbookWriter(): Promise<WorkbookWriter> {
  if (offered.chitieuWriter === undefined) await load(WRITER_SCRIPT);
  const { chitieuWriter: writer } = offered;
  if (writer === undefined) throw new Error(`${WRITER_SCRIPT} offers no writer.`);
  return writer;
}

function load(source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${source} cannot be loaded.`));
    });
    document.head.append(script);
  });
}
