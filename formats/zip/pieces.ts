import { crc32 } from './crc32.ts';
import { joinChunks } from './join-chunks.ts';
import { nodeZlib, type Zlib } from './node-zlib.ts';
import type { PackedPart } from './write.ts';

/** A stretch of a part, packed so that any other may follow it. */
export interface PackedPiece {
  data: Uint8Array;
  packed: Uint8Array;
}

/** Ends a piece on a whole byte and lets nothing after it refer back into it (zlib's Z_FULL_FLUSH). */
const FULL_FLUSH = 3;
/** A last block of deflate that holds nothing. */
const END = Uint8Array.of(0x03, 0x00);
/** Below this many bytes packing takes longer than it saves. */
const WORTH_PACKING = 512;

/**
 * Levels of deflate: most for a piece of many files, which is packed once; for one of a single file half the work of the
 * usual one, which makes it an eighth longer.
 */
const LEVEL = { ofMany: 9, ofOne: 4 };

/** Packs a piece of one file or of many. */
export type PiecePacker = (data: Uint8Array, of: keyof typeof LEVEL) => PackedPiece;

/** What packs pieces; undefined where the platform can pack only whole parts (a browser). */
export function piecePacker(): PiecePacker | undefined {
  const zlib = nodeZlib();
  return zlib && ((data, of) => ({ data, packed: packedPiece(data, LEVEL[of], zlib) }));
}

/** A part of pieces in their order: those that many files share are packed once for all of them. */
export function partOfPieces(name: string, pieces: readonly PackedPiece[]): PackedPart {
  const packed = [...pieces.map((piece) => piece.packed), END];
  return {
    name,
    packed: joinChunks(
      packed,
      packed.reduce((sum, { length }) => sum + length, 0),
    ),
    crc: pieces.reduce((sum, { data }) => crc32(data, sum), 0),
    size: pieces.reduce((sum, { data }) => sum + data.length, 0),
  };
}

function packedPiece(data: Uint8Array, level: number, zlib: Zlib): Uint8Array {
  return data.length < WORTH_PACKING
    ? storedBlock(data)
    : zlib.deflateRawSync(data, { finishFlush: FULL_FLUSH, level });
}

/** A block that is not packed: its length and the complement of it, then the bytes (RFC 1951, 3.2.4). */
function storedBlock(data: Uint8Array): Uint8Array {
  const block = new Uint8Array(5 + data.length);
  const view = new DataView(block.buffer);
  view.setUint16(1, data.length, true);
  view.setUint16(3, ~data.length & 0xffff, true);
  block.set(data, 5);
  return block;
}
