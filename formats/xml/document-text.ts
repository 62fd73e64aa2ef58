import { encodingOf } from './scan.ts';

/** The text of an XML part, and the way back to bytes. */
export interface DocumentText {
  /** Without a byte order mark; offsets of a scan count in it. */
  text: string;
  /** Encodes a changed text as the part was; unchanged characters give unchanged bytes. */
  encode: (text: string) => Uint8Array;
}

/**
 * Decodes a part that a scan has accepted.
 * @throws TypeError when the bytes are no text of the encoding they begin with
 */
export function documentText(bytes: Uint8Array): DocumentText {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  if (encoding !== 'utf-8') {
    const littleEndian = encoding === 'utf-16le';
    return { text, encode: (changed) => utf16(changed, littleEndian) };
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { text, encode: (changed) => new TextEncoder().encode((marked ? MARK : '') + changed) };
}

const MARK = '\ufeff';

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array((text.length + 1) * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, MARK.charCodeAt(0), littleEndian);
  for (let at = 0; at < text.length; at += 1) view.setUint16((at + 1) * 2, text.charCodeAt(at), littleEndian);
  return bytes;
}
