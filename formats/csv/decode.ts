import { type Finding, type Place, reporter } from '../../core/base/finding.ts';
import { csvReturnMessages } from '../../core/exchange/messages.ts';
import { CSV_LIMITS, type CsvLimits } from './limits.ts';

const report = reporter(csvReturnMessages);

const LINE_FEED = 0x0a;
/** Of the first bytes this share is NUL in UTF-16 of a Latin script. */
const UTF16_SHARE = 0.2;
const SAMPLE_BYTES = 4096;

/**
 * The text of a CSV file in UTF-8, with or without byte order mark, every line end made a line feed. Other
 * encodings are refused by name: no letter is guessed.
 */
export function decodeCsv(
  bytes: Uint8Array,
  file: string,
  limits: CsvLimits = CSV_LIMITS,
): { value: string | null; findings: Finding[] } {
  const refuse = (finding: Finding) => ({ value: null, findings: [finding] });
  if (bytes.length > limits.fileBytes)
    return refuse(report('csv-too-large', { file }, { bytes: bytes.length, limit: limits.fileBytes }));
  if (looksLikeUtf16(bytes)) return refuse(report('csv-utf16', { file }, {}));
  const nul = bytes.indexOf(0);
  if (nul >= 0) return refuse(report('csv-nul', { file, line: lineOf(bytes, nul) }, {}));
  const text = decodeUtf8(bytes);
  if (text === null) return refuse(report('csv-not-utf8', firstBadLine(bytes, file), {}));
  const plain = text.replaceAll(/\r\n?/g, '\n');
  if (plain.trim() === '') return refuse(report('csv-empty', { file }, {}));
  return { value: plain, findings: [] };
}

/** Text of UTF-8 bytes without their byte order mark; null when they are none. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  return sample.filter((byte) => byte === 0).length > sample.length * UTF16_SHARE;
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

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0 && at < offset; at = bytes.indexOf(LINE_FEED, at + 1))
    line += 1;
  return line;
}
