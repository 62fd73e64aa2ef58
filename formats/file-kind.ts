import type { FileKind } from '../core/base/file-kind.ts';

/** How files of a kind begin, whatever their name; those of the zip family are told apart by their parts. */
const BEGINNINGS: readonly [FileKind, readonly number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['old-office', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rich-text', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['archive', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['archive', [0x1f, 0x8b]],
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Names of parts in zips that programs write; a zip says its names without compression. */
const PARTS: readonly [string, FileKind][] = [
  ['xl/workbook.xml', 'workbook'],
  ['xl/workbook.bin', 'xlsb'],
  ['word/document.xml', 'document'],
  ['ppt/presentation.xml', 'presentation'],
  ['mimetypeapplication/vnd.oasis.opendocument', 'opendocument'],
];

/** How texts of a kind begin. */
const TEXTS: readonly [FileKind, RegExp][] = [
  ['html', /^\s*(?:<!doctype html|<html|<table|<head|<meta|MIME-Version:)/iu],
  ['excel-xml', /^\s*(?:<\?xml[^>]*>\s*)?(?:<\?mso-application[^>]*>|<(?:ss:)?Workbook\b)/u],
];

const SNIFFED_BYTES = 1024;

/** What kind of file bytes are that are neither a workbook nor a table of ours; by how they begin. */
export function fileKind(bytes: Uint8Array): FileKind {
  const known = otherThanText(bytes);
  if (known !== null) return known;
  const head = bytes.subarray(0, SNIFFED_BYTES);
  if (head.includes(0)) return 'unknown';
  const text = new TextDecoder('utf-8').decode(head);
  // A cut through the last character leaves one replacement character; more means it is no UTF-8 text.
  return [...text].filter((character) => character === '\ufffd').length > 1 ? 'unknown' : 'text';
}

/** What kind of file bytes are that are certain to be no table of text; null for what may be one. */
export function otherThanText(bytes: Uint8Array): FileKind | null {
  const known = BEGINNINGS.find(([, magic]) => startsWith(bytes, magic));
  if (known) return known[0];
  if (startsWith(bytes, ZIP)) return zipKind(bytes);
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, SNIFFED_BYTES));
  return TEXTS.find(([, beginning]) => beginning.test(text))?.[0] ?? null;
}

function zipKind(bytes: Uint8Array): FileKind {
  const text = new TextDecoder('latin1').decode(bytes);
  return PARTS.find(([part]) => text.includes(part))?.[1] ?? 'zip';
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
