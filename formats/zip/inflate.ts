import { nodeZlib, type Zlib } from './node-zlib.ts';

/** An entry of a zip as its directory describes it. */
export interface StoredEntry {
  compressionMethod: number;
  uncompressedSize: number;
  crc32?: number;
}

const STORED = 0;
const DEFLATED = 8;
const SMALLEST_CHUNK = 64;
/** What is claimed is not reserved: small parts come out in one piece, large ones in some. */
const LARGEST_CHUNK = 1024 * 1024;

/**
 * Inflates in one go what is exactly as its directory says, where the platform can do so: the streams of a
 * zip library cost more than all reading that follows.
 * @param compressed the bytes of the entry, without its header
 * @param limit bytes that may come out; no more than the entry claims are ever made
 * @returns null when the platform cannot, or anything is odd: the caller then finds out what
 */
export function inflateWhole(compressed: Uint8Array, entry: StoredEntry, limit: number): Uint8Array | null {
  const size = entry.uncompressedSize;
  const zlib = nodeZlib();
  if (zlib === undefined || size > limit) return null;
  const data =
    entry.compressionMethod === DEFLATED
      ? inflated(zlib, compressed, size)
      : entry.compressionMethod === STORED
        ? compressed
        : null;
  return data?.length === size && zlib.crc32(data) === entry.crc32 ? data : null;
}

function inflated(zlib: Zlib, compressed: Uint8Array, size: number): Uint8Array | null {
  try {
    const { buffer, engine } = zlib.inflateRawSync(compressed, {
      chunkSize: Math.min(Math.max(size + 1, SMALLEST_CHUNK), LARGEST_CHUNK),
      maxOutputLength: Math.max(size, 1),
      info: true,
    });
    if (engine.bytesWritten !== compressed.length) return null;
    // Plain, as everywhere else; Node makes a Buffer.
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
  } catch {
    return null;
  }
}
