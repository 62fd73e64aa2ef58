import { nodeZlib } from './node-zlib.ts';

const POLYNOMIAL = 0xedb8_8320;

const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
  return rest;
});

/**
 * The checksum of zip and gzip (CRC-32 of ISO 3309).
 * @param before checksum of what stands before `data`
 */
export function crc32(data: Uint8Array, before = 0): number {
  const zlib = nodeZlib();
  // Node 20.20 answers 0 for no bytes, whatever stands before them.
  if (zlib !== undefined) return data.length === 0 ? before : zlib.crc32(data, before);
  let rest = ~before;
  for (let at = 0; at < data.length; at += 1) {
    rest = (table[(rest ^ (data[at] ?? 0)) & 0xff] ?? 0) ^ (rest >>> 8);
  }
  return ~rest >>> 0;
}
