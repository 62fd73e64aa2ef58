/** Numbers written out in words, as Vietnamese documents have them where a scale word stands in them: "một vạn". */

const UNITS: Readonly<Record<string, number>> = {
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const SCALES: Readonly<Record<string, number>> = {
  nghìn: 1_000,
  ngàn: 1_000,
  vạn: 10_000,
  triệu: 1_000_000,
};

const DIGIT = 'một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười';
const MORE = String.raw`\s(?:${DIGIT}|mốt|tư|lăm|mươi|linh|lẻ|trăm|nghìn|ngàn|vạn|triệu)(?!\p{L})`;
const SCALE_AHEAD = String.raw`(?=[\p{L}\s]{0,40}?\s(?:trăm|nghìn|ngàn|vạn|triệu)(?!\p{L}))`;

/** Words that are a number; one without a scale word ("một", "hai mươi") is a word like any other. */
export const NUMBER_WORDS = String.raw`(?:${DIGIT})(?!\p{L})${SCALE_AHEAD}(?:${MORE})+`;

/** The value of a number in words; null where the words are none. */
export function numberOfWords(text: string): number | null {
  const words = text.normalize('NFC').toLocaleLowerCase('vi').trim().split(/\s+/u);
  let [total, hundreds, last] = [0, 0, 0];
  let hasScale = false;
  for (const word of words) {
    const unit = UNITS[word];
    const scale = SCALES[word];
    if (unit !== undefined) {
      if (last % 10 !== 0) return null;
      last += unit;
    } else if (word === 'mười') last += 10;
    else if (word === 'mươi') last *= 10;
    else if (word === 'trăm') {
      [hundreds, last, hasScale] = [hundreds + last * 100, 0, true];
    } else if (scale !== undefined) {
      if (hundreds + last === 0) return null;
      [total, hundreds, last, hasScale] = [total + (hundreds + last) * scale, 0, 0, true];
    } else if (word !== 'linh' && word !== 'lẻ') return null;
  }
  return hasScale ? total + hundreds + last : null;
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** A whole number below a million written out: "một nghìn hai trăm năm mươi"; the way back of {@link numberOfWords}. */
export function wordsOfNumber(number: number): string {
  if (number < 0) return `âm ${wordsOfNumber(-number)}`;
  if (number === 0) return 'không';
  const [thousands, rest] = [Math.floor(number / 1000), number % 1000];
  const head = thousands > 0 ? [...belowThousand(thousands, false), 'nghìn'] : [];
  return [...head, ...(rest > 0 ? belowThousand(rest, thousands > 0) : [])].join(' ');
}

/** @param follows whether thousands stand before it: hundreds are then said though there are none */
function belowThousand(number: number, follows: boolean): string[] {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const said = hundreds > 0 || follows ? [DIGITS[hundreds] ?? '', 'trăm'] : [];
  if (tens === 1) said.push('mười');
  if (tens > 1) said.push(DIGITS[tens] ?? '', 'mươi');
  if (ones === 0) return said;
  if (tens === 0 && said.length > 0) said.push('linh');
  const after: Record<number, string> =
    tens > 1 ? { 1: 'mốt', 4: 'tư', 5: 'lăm' } : tens === 1 ? { 5: 'lăm' } : {};
  return [...said, after[ones] ?? DIGITS[ones] ?? ''];
}
