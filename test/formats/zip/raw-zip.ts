import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip built by hand; everything a header claims can be made to lie. */
export interface RawEntry {
  name: string;
  data: Uint8Array;
  /** Already deflated bytes to store instead of deflating `data`. */
  deflated?: Uint8Array;
  /** What the headers claim, where it differs from the truth. */
  claims?: { uncompressedSize?: number; crc?: number; flags?: number; method?: number };
}

const LOCAL = 0x0403_4b50;
const CENTRAL = 0x0201_4b50;
const END = 0x0605_4b50;
const UTF8_FLAG = 0x0800;
const DEFLATE = 8;

/** Writes a zip byte by byte, so that tests can write what no proper program writes. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const deflated = Buffer.from(entry.deflated ?? deflateRawSync(entry.data));
    const { claims = {} } = entry;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(claims.flags ?? UTF8_FLAG, 2);
    common.writeUInt16LE(claims.method ?? DEFLATE, 4);
    common.writeUInt32LE(0x0021_0000, 6);
    common.writeUInt32LE(claims.crc ?? crc32(entry.data), 10);
    common.writeUInt32LE(deflated.length, 14);
    common.writeUInt32LE(claims.uncompressedSize ?? entry.data.length, 18);
    common.writeUInt16LE(name.length, 22);
    bodies.push(word(LOCAL), common, name, deflated);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(word(CENTRAL), Buffer.from([20, 0]), common, rest, name);
    offset += 4 + common.length + name.length + deflated.length;
  }
  const directoryBytes = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directoryBytes.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...bodies, directoryBytes, word(END), end]));
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
