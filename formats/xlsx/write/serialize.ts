import type { WorkbookModel } from '../../../core/sheet/model.ts';
import { writeZip } from '../../zip/write.ts';
import { packageParts } from './package-parts.ts';

/**
 * Writes a workbook model as xlsx bytes. The same model gives the same parts everywhere, and the same bytes
 * on one platform: browsers and versions of Node differ in how they compress.
 */
export async function serialize(model: WorkbookModel): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = await packageParts(model);
  return writeZip([...parts].map(([name, text]) => ({ name, data: encoder.encode(text) })));
}
