import { type Finding, type Place, reporter } from '../../core/base/finding.ts';
import { csvReturnMessages } from '../../core/exchange/messages.ts';
import { CSV_LIMITS, type CsvLimits } from './limits.ts';

const report = reporter(csvReturnMessages);

const LINE_FEED = 0x0a;
/** Of the first bytes this share is NUL in UTF-16 of a Latin script. */
const UTF16_SHARE = 0.2;
const SAMPLE_BYTES = 4096;
/** What programs of the old kind write behind a text: its end. */
const CONTROL_Z = '\u001a';
/** Excel's own first line, which says how columns are separated; other programs may have added delimiters. */
const SEPARATOR_LINE = /^\ufeff?"?sep=[^"]?"?[\s,;]*$/iu;
const SEPARATOR_LINE_LENGTH = 100;

/** A CSV file as text. */
export interface DecodedCsv {
  /** Line feeds are its only line ends; the line `sep=` is blank. Null where the bytes are no text. */
  value: string | null;
  /** Lines at the top that a spreadsheet does not show as rows. */
  unshown: number;
  findings: Finding[];
}

/**
 * The text of a CSV file: UTF-8 with or without byte order mark, or UTF-16 with one. Other encodings are refused
 * by name: no letter is guessed. A Control-Z at the end is no part of the text.
 */
export function decodeCsv(bytes: Uint8Array, file: string, limits: CsvLimits = CSV_LIMITS): DecodedCsv {
  const refuse = (finding: Finding): DecodedCsv => ({ value: null, unshown: 0, findings: [finding] });
  if (bytes.length > limits.fileBytes)
    return refuse(report('csv-too-large', { file }, { bytes: bytes.length, limit: limits.fileBytes }));
  const marked = markedUtf16(bytes);
  const decoded = marked === null ? null : decode(bytes, marked);
  if (marked === null ? looksLikeUtf16(bytes) : decoded === null)
    return refuse(report('csv-utf16', { file }, {}));
  const text = decoded ?? decodeUtf8(bytes);
  const nul = marked === null ? bytes.indexOf(0) : (decoded ?? '').indexOf('\0');
  if (nul >= 0) return refuse(report('csv-nul', { file, line: lineOf(decoded ?? bytes, nul) }, {}));
  if (text === null) return refuse(report('csv-not-utf8', firstBadLine(bytes, file), {}));
  const plain = withoutEnd(text.replaceAll(/\r\n?/g, '\n'));
  const first = plain.slice(0, SEPARATOR_LINE_LENGTH).split('\n', 1)[0] ?? '';
  const unshown = SEPARATOR_LINE.test(first) ? 1 : 0;
  const value = unshown > 0 ? plain.slice(first.length) : plain;
  if (value.trim() === '') return refuse(report('csv-empty', { file }, {}));
  return { value, unshown, findings: [] };
}

/** Text of UTF-8 bytes without their byte order mark; null when they are none. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  return decode(bytes, 'utf-8');
}

function decode(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function markedUtf16([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  return sample.filter((byte) => byte === 0).length > sample.length * UTF16_SHARE;
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === CONTROL_Z || text[end - 1] === '\n')) end -= 1;
  return text.slice(end).includes(CONTROL_Z) ? text.slice(0, end) : text;
}

/** No line feed is part of a longer character, so lines can be tried one by one. */
function firstBadLine(bytes: Uint8Array, file: string): Place {
  let begin = 0;
  for (let line = 1; begin < bytes.length; line += 1) {
    const next = bytes.indexOf(LINE_FEED, begin);
    const end = next < 0 ? bytes.length : next + 1;
    if (decodeUtf8(bytes.subarray(begin, end)) === null) return { file, line };
    begin = end;
  }
  return { file };
}

function lineOf(content: Uint8Array | string, offset: number): number {
  const next = (from: number) =>
    typeof content === 'string' ? content.indexOf('\n', from) : content.indexOf(LINE_FEED, from);
  let line = 1;
  for (let at = next(0); at >= 0 && at < offset; at = next(at + 1)) line += 1;
  return line;
}
