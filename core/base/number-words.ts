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
