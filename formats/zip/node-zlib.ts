/** What is used of Node's own zlib. */
export interface Zlib {
  inflateRawSync(
    data: Uint8Array,
    options: { chunkSize: number; maxOutputLength: number; info: true },
  ): { buffer: Uint8Array; engine: { bytesWritten: number } };
  deflateRawSync(data: Uint8Array, options?: { finishFlush: number; level: number }): Uint8Array;
  /** @param before checksum of what stands before `data` */
  crc32(data: Uint8Array, before?: number): number;
}

/** A page has no such module. */
interface Platform {
  process?: { getBuiltinModule?: (id: 'node:zlib') => Zlib | undefined };
}

/** Node's zlib, which works in one go; undefined in a browser. */
export function nodeZlib(): Zlib | undefined {
  return (globalThis as Platform).process?.getBuiltinModule?.('node:zlib');
}
