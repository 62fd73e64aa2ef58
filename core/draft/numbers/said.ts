import { parsePrinted, round } from '../../base/number.ts';
import type { PrintedNumber } from './printed-number.ts';

/** Small numbers in words, as multiples and fractions have them. */
const SMALL: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  đôi: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};
const WORD = Object.keys(SMALL).join('|');
const FIGURE = String.raw`\d+(?:,\d+)?`;
const LEADS = String.raw`(?:\s(?:hơn|khoảng|ít nhất|tối thiểu|trên|gần|thêm|lên|không quá))*`;
const TIMES = new RegExp(
  String.raw`(?<verb>gấp|tăng|giảm|nâng)${LEADS}(?<gap>\sgấp${LEADS})?\s(?<span>(?:(?<figure>${FIGURE})|(?<word>${WORD}))\slần(?!\s?\/|\p{L})|(?<twice>đôi|ba|rưỡi)(?!\p{L}|\s\p{L}+\slần))`,
  'gu',
);
const MOVED = String.raw`(?<=(?:^|\s)(?:đạt|giảm|tăng|còn|xuống|lên|bằng|chiếm|khoảng|ít nhất|tối thiểu|gần|hơn|trên|quá|nửa)\s)`;
/** "Một phần năm 2030" would be no fifth. */
const NO_YEAR = String.raw`(?!\p{L}|\s(?:\d|học|sau|tới|nay)|\sphần)`;
const PART = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?<half>một nửa)|(?<upper>${WORD})\sphần\s(?<lower>${WORD})|(?<![\d/.,])(?<top>\d)\/(?<bottom>[2-9]|10)(?![\d/.,]))(?=\s(?:so với|số|tổng|dân|diện tích|các|lực lượng|hộ|xã|phường|thôn|bản|người|lao động|trường|trẻ|phụ nữ|cán bộ))|${MOVED}(?:(?<halved>một nửa)|(?<moved>${WORD})\sphần\s(?<parts>${WORD}))${NO_YEAR}|${MOVED}(?<over>\d)\/(?<under>[2-9]|10)(?![\d/\p{L}]|[.,]\d|-\p{L}|\s(?:tháng|năm|tiêu chí|chỉ tiêu|nhiệm vụ|nội dung|mục tiêu))`,
  'gu',
);

/** A part of things has a small number below: thirds, quarters. */
const SIMPLE = 4;
const WHOLE_THINGS = /^\s(?:trường|xã|phường|thôn|bản|trạm|huyện|đơn vị|cơ sở|chỉ tiêu)(?!\p{L})/u;

/** "Gấp rưỡi": one and a half times. */
const HALF_AS_MUCH = 1.5;
/** Two decimals: nobody counts a third of a per cent nearer. */
const DECIMALS = 2;

/**
 * Multiples of a figure of another year and parts of a whole, as per cent: "gấp 1,5 lần so với năm 2025" is a rise by
 * 50 %, "hai phần ba số xã" 66,66 %. A part is cut, so that who reaches it exactly has reached it.
 */
export function saidNumbers(text: string, clean: string): PrintedNumber[] {
  const times = [...clean.matchAll(TIMES)].flatMap((match) => {
    const { verb, figure, word, twice, span = '', gap } = match.groups ?? {};
    // "tăng ba" is no multiple, "tăng gấp ba" is.
    if (twice !== undefined && verb !== 'gấp' && gap === undefined) return [];
    const factor =
      twice === 'rưỡi' ? HALF_AS_MUCH : figure === undefined ? SMALL[word ?? twice ?? ''] : valueOf(figure);
    const start = match.index + match[0].length - span.length;
    const rest = clean.slice(start + span.length, start + span.length + 60);
    if (factor === undefined || !(factor > 0) || !isOfAnotherYear(rest)) return [];
    const percent = verb === 'giảm' ? 100 * (1 - 1 / factor) : 100 * (factor - 1);
    return percent > 0
      ? [said(text, match.index, match[0].length, round(percent, DECIMALS), 'multiple', start)]
      : [];
  });
  const parts = [...clean.matchAll(PART)].flatMap((match) => {
    const { halved, moved, parts: among, top: named, bottom: below, over, under } = match.groups ?? {};
    const [top, bottom] = [named ?? over, below ?? under];
    const half = match.groups?.['half'] ?? halved;
    const [upper, lower] = [match.groups?.['upper'] ?? moved, match.groups?.['lower'] ?? among];
    const numerator = half === undefined ? (top === undefined ? SMALL[upper ?? ''] : Number(top)) : 1;
    const denominator = half === undefined ? (bottom === undefined ? SMALL[lower ?? ''] : Number(bottom)) : 2;
    // "lên 7/9 trường": seven of the nine that there are.
    const rest = clean.slice(match.index + match[0].length);
    if (Number(under ?? below ?? 0) > SIMPLE && WHOLE_THINGS.test(rest)) return [];
    if (numerator === undefined || denominator === undefined || numerator >= denominator || numerator === 0)
      return [];
    const percent = Math.floor((numerator * 100 * 10 ** DECIMALS) / denominator) / 10 ** DECIMALS;
    return [said(text, match.index, match[0].length, percent, 'part')];
  });
  return [...times, ...parts];
}

/** Compared with a year, or with nothing: what stands beside another place is no change of it. */
function isOfAnotherYear(rest: string): boolean {
  const than = /^[^,;.]{0,30}?(?:so với|so)(?!\p{L})\s?(.{0,30})/u.exec(rest);
  if (than === null) return !/^\s(?:mức|bình quân|trung bình|cả nước|tỷ lệ|so)/u.test(rest);
  return /(?:năm|nhiệm kỳ|giai đoạn|hiện nay|hiện tại|đầu kỳ|thời điểm)/u.test(than[1] ?? '');
}

function valueOf(figure: string): number | undefined {
  const parsed = parsePrinted(figure);
  return parsed !== null && 'value' in parsed ? parsed.value : undefined;
}

function said(
  text: string,
  start: number,
  length: number,
  value: number,
  how: 'multiple' | 'part',
  own = start,
): PrintedNumber {
  const end = start + length;
  return {
    ...{ start: own, end, unitEnd: end, printed: text.slice(start, end), scale: '', unit: '%' },
    ...{ value, low: null, high: null, said: how },
  };
}
