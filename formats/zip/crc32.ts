const POLYNOMIAL = 0xedb8_8320;

const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
  return rest;
});

/** The checksum of zip and gzip (CRC-32 of ISO 3309). */
export function crc32(data: Uint8Array): number {
  let rest = -1;
  for (let at = 0; at < data.length; at += 1) {
    rest = (table[(rest ^ (data[at] ?? 0)) & 0xff] ?? 0) ^ (rest >>> 8);
  }
  return ~rest >>> 0;
}
