import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** A part to be written. */
export interface ZipPart {
  name: string;
  data: Uint8Array;
}

/** 1 January 1980, 00:00: the earliest date a zip can hold, as its raw two words. */
const FIXED_DATE = 0x0021_0000;
const LEVEL = 6;

/**
 * Writes a zip whose bytes depend on nothing but the parts and their order: no clock, no time zone, no
 * platform. Spreadsheet programs expect `[Content_Types].xml` first.
 * @throws Error when two parts have the same name (compared without case)
 */
export async function writeZip(parts: readonly ZipPart[]): Promise<Uint8Array> {
  const names = new Set<string>();
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    // The built-in codec of the platform may change its output with the version; the library's does not.
    useCompressionStream: false,
    level: LEVEL,
    rawLastModDate: FIXED_DATE,
    extendedTimestamp: false,
    // DOS attributes: no Unix mode of the writing machine.
    msDosCompatible: true,
    dataDescriptor: false,
    zip64: false,
  });
  for (const { name, data } of parts) {
    const key = name.toLowerCase();
    if (names.has(key)) throw new Error(`Two parts of the zip are named "${name}".`);
    names.add(key);
    await writer.add(name, new Uint8ArrayReader(data));
  }
  return writer.close();
}
