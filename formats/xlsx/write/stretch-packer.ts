import type { PackedPiece, PiecePacker } from '../../zip/pieces.ts';

/** A part as it was written, in stretches. */
export interface Stretches {
  name: string;
  before: readonly string[];
}

/** Stretches that stay and are shorter are packed anew with what is beside them: each alone packs badly. */
const WORTH_KEEPING = 16_384;

/** Of pieces that were packed so many bytes are kept; then they are packed anew. */
const MOST_KEPT = 1 << 24;

/** A part as bytes, and where each of its stretches begins; one more says where the last one ends. */
interface Encoded {
  bytes: Uint8Array;
  from: readonly number[];
}

/**
 * Packs parts of which most stretches are as they were written: those side by side that stay in one piece, once; those
 * that change, with short ones between them, in one. What stays is turned into bytes once, too.
 * @returns the pieces of a part with other texts; they are to be used before it is asked for the next
 */
export function stretchPacker(
  pack: PiecePacker,
): (part: Stretches, texts: readonly string[]) => PackedPiece[] {
  const kept = new Map<string, PackedPiece>();
  let held = 0;
  const keptPiece = (id: string, data: Uint8Array) => {
    const known = kept.get(id);
    if (known !== undefined) return known;
    const piece = pack(data, 'ofMany');
    held += piece.data.length + piece.packed.length;
    if (held > MOST_KEPT) {
      kept.clear();
      held = piece.data.length + piece.packed.length;
    }
    kept.set(id, piece);
    return piece;
  };
  const encoder = new TextEncoder();
  const parts = new Map<string, Encoded>();
  const encoded = ({ name, before }: Stretches): Encoded => {
    const known = parts.get(name);
    if (known !== undefined) return known;
    const from = [0];
    for (const text of before) from.push((from.at(-1) ?? 0) + encoder.encode(text).length);
    const one = { bytes: encoder.encode(before.join('')), from };
    parts.set(name, one);
    return one;
  };
  const open = openBytes();
  return (part, texts) => {
    const { bytes, from } = encoded(part);
    const pieces: PackedPiece[] = [];
    const close = () => {
      const data = open.take();
      if (data.length > 0) pieces.push(pack(data, 'ofOne'));
    };
    open.begin();
    const canStay = texts.length === part.before.length;
    for (let at = 0; at < texts.length;) {
      const first = at;
      while (canStay && at < texts.length && texts[at] === part.before[at]) at += 1;
      const stays = bytes.subarray(from[first] ?? 0, canStay ? (from[at] ?? 0) : (from[first] ?? 0));
      if (stays.length < WORTH_KEEPING) open.add(stays);
      else {
        close();
        pieces.push(keptPiece(`${part.name} ${first} ${at}`, stays));
      }
      if (at < texts.length) open.write(texts[at++] ?? '');
    }
    close();
    return pieces;
  };
}

/** Bytes of one piece after the other, in one place that is used again for the next part. */
function openBytes() {
  const encoder = new TextEncoder();
  let buffer = new Uint8Array(1 << 16);
  let [from, to] = [0, 0];
  const make = (room: number) => {
    if (to + room <= buffer.length) return;
    // Pieces that were taken keep the one before.
    const larger = new Uint8Array(Math.max(2 * buffer.length, to - from + room));
    larger.set(buffer.subarray(from, to));
    [buffer, from, to] = [larger, 0, to - from];
  };
  return {
    begin() {
      [from, to] = [0, 0];
    },
    add(bytes: Uint8Array) {
      make(bytes.length);
      buffer.set(bytes, to);
      to += bytes.length;
    },
    write(text: string) {
      // A unit of UTF-16 takes three bytes at most.
      make(3 * text.length);
      to += encoder.encodeInto(text, buffer.subarray(to)).written;
    },
    take(): Uint8Array {
      const taken = buffer.subarray(from, to);
      from = to;
      return taken;
    },
  };
}
