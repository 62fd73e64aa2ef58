/** Width and height of a picture in pixels. */
export interface PngSize {
  readonly width: number;
  readonly height: number;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const IHDR = [0x49, 0x48, 0x44, 0x52];

/** The size in the header of a PNG file; null when the bytes are not one. */
export function pngSize(bytes: Uint8Array): PngSize | null {
  const begins = (offset: number, expected: number[]) =>
    expected.every((byte, index) => bytes[offset + index] === byte);
  if (bytes.length < 24 || !begins(0, SIGNATURE) || !begins(12, IHDR)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
