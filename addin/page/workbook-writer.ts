import type { WorkbookModel } from '../../core/sheet/model.ts';
import { laterScript } from './later-script.ts';

/** Writes a workbook as xlsx bytes. */
export type WorkbookWriter = (model: WorkbookModel) => Promise<Uint8Array>;

/**
 * Fetches the writer, once.
 * @throws Error when its script cannot be loaded
 */
export async function workbookWriter(): Promise<WorkbookWriter> {
  return (await laterScript('writer')) as WorkbookWriter;
}
