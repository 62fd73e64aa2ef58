import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { readZip } from '../../../formats/zip/read.ts';
import { writeZip } from '../../../formats/zip/write.ts';

/** A workbook in which somebody has typed something else. */
export async function typedOver(bytes: Uint8Array, from: string, to: string): Promise<Uint8Array> {
  const parts = await readZip(bytes, DEFAULT_LIMITS);
  return writeZip(
    [...parts].map(([name, data]) => ({
      name,
      data: name.includes('worksheets')
        ? new TextEncoder().encode(new TextDecoder().decode(data).replace(from, to))
        : data,
    })),
  );
}
