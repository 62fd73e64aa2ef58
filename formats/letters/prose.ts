import { oldEncodings, type OldEncoding } from '../../core/exchange/reading.ts';
import { inLetters } from '../csv/old-letters.ts';

/** Words that every plan has and that look different in every encoding. */
const COMMON: ReadonlySet<string> = new Set(
  'và của đến năm tỷ lệ được các người hộ giảm tăng xã tỉnh kế hoạch mục tiêu đạt số với cho thực hiện phát triển đối'.split(
    ' ',
  ),
);
/** Fewer words say nothing of a text. */
const LEAST_WORDS = 3;
const SAMPLE = 200_000;

/**
 * The encoding of the letters of Vietnamese prose that was read as Western text or as Unicode: the one under which
 * it has most of the usual words.
 * @returns null for Unicode, `unknown` where no encoding gives usual words and there are letters beyond ASCII
 */
export function lettersOfProse(text: string): OldEncoding | null | 'unknown' {
  const sample = text.slice(0, SAMPLE);
  const asUnicode = usualWords(sample.normalize('NFC'));
  const read = oldEncodings
    .map((encoding) => ({ encoding, words: usualWords(inLetters(sample, encoding)) }))
    .sort((one, other) => other.words - one.words);
  const best = read[0];
  if (best !== undefined && best.words >= LEAST_WORDS && best.words > asUnicode) return best.encoding;
  const isPlain = !/[^\0-\u007f–—“”‘’…\u00a0]/u.test(sample);
  return asUnicode > 0 || isPlain ? null : 'unknown';
}

/** Words that are the same in every encoding count for none. */
function usualWords(text: string): number {
  return (text.toLocaleLowerCase('vi').match(/[\p{L}\p{M}]+/gu) ?? []).filter(
    (word) => /[^\0-\u007f]/u.test(word) && COMMON.has(word.normalize('NFC')),
  ).length;
}
