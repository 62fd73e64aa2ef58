import { crc32 } from './crc32.ts';
import { joinChunks } from './join-chunks.ts';
import { nodeZlib } from './node-zlib.ts';

/** A part to be written. */
export interface ZipPart {
  name: string;
  data: Uint8Array;
}

const LOCAL_HEADER = 0x0403_4b50;
const DIRECTORY_ENTRY = 0x0201_4b50;
const DIRECTORY_END = 0x0605_4b50;
/** What a reader must know: folders and deflate, from PKZIP 2.0. The same number says "made on DOS". */
const VERSION = 20;
const DEFLATED = 8;
const NAME_IS_UTF8 = 0x0800;
/** 1 January 1980, 00:00: the earliest date a zip can hold, as its raw two words. */
const FIXED_DATE = 0x0021_0000;
/** What the fields of a plain zip can count. */
const MOST_PARTS = 0xffff;
const MOST_BYTES = 0xffff_ffff;

/** A part that is packed already, so that many files may hold it. */
export interface PackedPart {
  name: string;
  /** Deflated, without the head and checksum of zlib. */
  packed: Uint8Array;
  /** CRC-32 of the data before it was packed. */
  crc: number;
  /** Bytes of the data before it was packed. */
  size: number;
}

/** A part as it stands in the file. */
interface Entry extends Omit<PackedPart, 'name'> {
  name: Uint8Array;
  flags: number;
  /** Where its header begins. */
  offset: number;
}

/**
 * Writes a zip that depends on nothing but the parts, their order and the platform's deflate: no clock, no
 * time zone, no file modes. Spreadsheet programs expect `[Content_Types].xml` first.
 *
 * Written here, as the zip library spends three times as long on its streams as deflate itself takes.
 * @throws Error when two parts have the same name (compared without case)
 * @throws RangeError when the zip would need the fields for huge files
 */
export async function writeZip(parts: readonly (ZipPart | PackedPart)[]): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const names = new Set<string>();
  const entries: Entry[] = [];
  let offset = 0;
  for (const part of parts) {
    const { name, packed, crc, size } = 'packed' in part ? part : await packPart(part);
    const key = name.toLowerCase();
    if (names.has(key)) throw new Error(`Two parts of the zip are named "${name}".`);
    names.add(key);
    const bytes = encoder.encode(name);
    const flags = bytes.length === name.length ? 0 : NAME_IS_UTF8;
    entries.push({ name: bytes, flags, crc, packed, size, offset });
    offset += LOCAL_HEADER_BYTES + bytes.length + packed.length;
  }
  return joined(entries, offset);
}

/** Packs a part by itself. */
export async function packPart({ name, data }: ZipPart): Promise<PackedPart> {
  return { name, packed: await deflated(data), crc: crc32(data), size: data.length };
}

const LOCAL_HEADER_BYTES = 30;
const DIRECTORY_ENTRY_BYTES = 46;
const DIRECTORY_END_BYTES = 22;

function joined(entries: readonly Entry[], directoryAt: number): Uint8Array {
  const directoryBytes = entries.reduce((sum, { name }) => sum + DIRECTORY_ENTRY_BYTES + name.length, 0);
  const length = directoryAt + directoryBytes + DIRECTORY_END_BYTES;
  if (entries.length > MOST_PARTS || length > MOST_BYTES) {
    throw new RangeError(`A zip of ${entries.length} parts and ${length} bytes is too large.`);
  }
  const zip = new Uint8Array(length);
  const view = new DataView(zip.buffer);
  for (const entry of entries) {
    view.setUint32(entry.offset, LOCAL_HEADER, true);
    common(view, entry.offset + 4, entry);
    zip.set(entry.name, entry.offset + LOCAL_HEADER_BYTES);
    zip.set(entry.packed, entry.offset + LOCAL_HEADER_BYTES + entry.name.length);
  }
  let at = directoryAt;
  for (const entry of entries) {
    view.setUint32(at, DIRECTORY_ENTRY, true);
    view.setUint16(at + 4, VERSION, true);
    common(view, at + 6, entry);
    view.setUint32(at + 42, entry.offset, true);
    zip.set(entry.name, at + DIRECTORY_ENTRY_BYTES);
    at += DIRECTORY_ENTRY_BYTES + entry.name.length;
  }
  view.setUint32(at, DIRECTORY_END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, directoryBytes, true);
  view.setUint32(at + 16, directoryAt, true);
  return zip;
}

/** The 26 bytes that a part's own header and its entry in the directory share. */
function common(view: DataView, at: number, { name, flags, crc, packed, size }: Entry): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, flags, true);
  view.setUint16(at + 4, DEFLATED, true);
  view.setUint32(at + 6, FIXED_DATE, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packed.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

/** In Node in one go: streams take as long again as deflating. */
async function deflated(data: Uint8Array): Promise<Uint8Array> {
  const zlib = nodeZlib();
  if (zlib !== undefined) return zlib.deflateRawSync(data);
  const { readable, writable } = new CompressionStream('deflate-raw');
  const writer = writable.getWriter();
  // Both fail with the stream, which the reader below tells.
  writer.write(data as Uint8Array<ArrayBuffer>).catch(() => undefined);
  writer.close().catch(() => undefined);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = readable.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    length += next.value.length;
  }
  return joinChunks(chunks, length);
}
