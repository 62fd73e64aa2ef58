import { type Finding, type Place, reporter } from '../../core/base/finding.ts';
import { csvReturnMessages } from '../../core/exchange/messages.ts';
import { otherThanText } from '../file-kind.ts';
import { CSV_LIMITS, type CsvLimits } from './limits.ts';
import { westernText } from './old-letters.ts';

const report = reporter(csvReturnMessages);

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
/** So many bytes of a header tell UTF-16, where every other one is NUL. */
const SAMPLE_BYTES = 64;
/** What programs of the old kind write behind a text: its end. */
const CONTROL_Z = '\u001a';
/** Excel's own first line, which says how columns are separated; other programs may have added delimiters. */
const SEPARATOR_LINE = /^\ufeff?"?sep=[^"]?"?[\s,;]*$/iu;
const SEPARATOR_LINE_LENGTH = 100;

/** A CSV file as text. */
export interface DecodedCsv {
  /** Line feeds are its only line ends; the line `sep=` is blank. Null where the bytes are no text. */
  value: string | null;
  /** Whether its letters are sure; else each byte stands as one letter, of an encoding that is still to be found. */
  isUnicode: boolean;
  /** Lines at the top that a spreadsheet does not show as rows. */
  unshown: number;
  findings: Finding[];
}

/**
 * The text of a CSV file: UTF-8 or UTF-16, with or without byte order mark; of any other encoding the bytes, each
 * as one letter. A Control-Z at the end is no part of the text.
 */
export function decodeCsv(bytes: Uint8Array, file: string, limits: CsvLimits = CSV_LIMITS): DecodedCsv {
  const refuse = (finding: Finding): DecodedCsv => ({
    value: null,
    isUnicode: true,
    unshown: 0,
    findings: [finding],
  });
  if (bytes.length > limits.fileBytes)
    return refuse(report('csv-too-large', { file }, { bytes: bytes.length, limit: limits.fileBytes }));
  const other = otherThanText(bytes);
  if (other !== null) return refuse(report('csv-other-kind', { file }, { found: other }));
  const utf16 = utf16Of(bytes);
  // Of what is no UTF-16 line ends are bytes of their own: a text of many lines is made with them right at once.
  const lines = utf16 === null ? withLineFeeds(bytes) : bytes;
  const unicode = decode(lines, utf16 ?? 'utf-8');
  if (utf16 !== null && unicode === null) return refuse(report('csv-utf16', { file }, {}));
  const text = unicode ?? westernText(lines);
  const nul = text.indexOf('\0');
  if (nul >= 0) return refuse(report('csv-nul', { file, line: lineOf(text, nul) }, {}));
  const plain = withoutEnd(utf16 === null ? text : text.replaceAll(/\r\n?/g, '\n'));
  const first = plain.slice(0, SEPARATOR_LINE_LENGTH).split('\n', 1)[0] ?? '';
  const unshown = SEPARATOR_LINE.test(first) ? 1 : 0;
  const value = unshown > 0 ? plain.slice(first.length) : plain;
  if (value.trim() === '') return refuse(report('csv-empty', { file }, {}));
  return { value, isUnicode: unicode !== null, unshown, findings: [] };
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

/** The bytes with a line feed for every end of a line; as they are where none is another. */
function withLineFeeds(bytes: Uint8Array): Uint8Array {
  let next = bytes.indexOf(RETURN);
  if (next < 0) return bytes;
  const lines = new Uint8Array(bytes.length);
  let [from, length] = [0, 0];
  for (; next >= 0; next = bytes.indexOf(RETURN, from)) {
    lines.set(bytes.subarray(from, next), length);
    length += next - from;
    lines[length] = LINE_FEED;
    length += 1;
    from = bytes[next + 1] === LINE_FEED ? next + 2 : next + 1;
  }
  lines.set(bytes.subarray(from), length);
  return lines.subarray(0, length + bytes.length - from);
}

/** By its mark, or by the header, in which every other byte is NUL. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, Math.min(SAMPLE_BYTES, bytes.length & ~1));
  const isNul = (odd: number) => sample.every((byte, at) => (byte === 0) === (at % 2 === odd));
  if (sample.length === 0) return null;
  return isNul(1) ? 'utf-16le' : isNul(0) ? 'utf-16be' : null;
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === CONTROL_Z || text[end - 1] === '\n')) end -= 1;
  return text.slice(end).includes(CONTROL_Z) ? text.slice(0, end) : text;
}

/** The first line whose bytes are no UTF-8: no line feed is part of a longer character, so lines can be tried one by one. */
export function firstBadLine(bytes: Uint8Array, file: string): Place {
  let begin = 0;
  for (let line = 1; begin < bytes.length; line += 1) {
    const next = bytes.indexOf(LINE_FEED, begin);
    const end = next < 0 ? bytes.length : next + 1;
    if (decodeUtf8(bytes.subarray(begin, end)) === null) return { file, line };
    begin = end;
  }
  return { file };
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
