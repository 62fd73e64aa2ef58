import { predicateAt } from '../numbers/predicate.ts';

/** Two things of one noun side by side: "nước sạch, nước hợp vệ sinh", "hộ nghèo và hộ cận nghèo". */
const SAME_NOUN =
  /(?<!\p{L})(?<noun>\p{L}+)(?<one>(?:\s\p{L}+){1,8}?)(?:,\svà|,|\svà)\s\k<noun>(?<other>(?:\s\p{L}+){1,8})/u;
/** Words that begin no thing, and things of one name: "nhà tạm, nhà dột nát". */
const NO_THING =
  /^(?:nhà|số|các|những|được|có|đạt|đến|năm|từ|và|không|bị|về|cho|của|ở|tại|trên|dưới|theo|cán|công|hỗ|thực)$/u;
/** Parts of a whole without a noun before each. */
const PLACES =
  /(?<!\p{L})(?<one>đô thị|thành thị|nông thôn)(?:,|\svà)\s(?<other>đô thị|thành thị|nông thôn)(?!\p{L})/u;
const COMMUNES = /(?<!\p{L})(?<one>xã|phường)\svà\s(?<other>xã|phường)(?!\p{L})/u;
/** What a household is given or uses, each a figure of its own: "điện và nước sạch", "nước sạch, nhà tiêu hợp vệ sinh". */
const SERVICE = String.raw`điện(?: lưới)?(?: quốc gia)?|nước (?:sạch|hợp vệ sinh|sinh hoạt)(?: hợp vệ sinh)?|nhà (?:tiêu|vệ sinh|tắm)(?: hợp vệ sinh| đạt chuẩn)?|internet|mạng (?:internet|di động)|phát thanh|truyền hình|bảo hiểm (?:y tế|xã hội|thất nghiệp)(?: tự nguyện| bắt buộc)?`;
const SERVICES = new RegExp(
  String.raw`(?<!\p{L})(?<one>${SERVICE})(?:,|\svà|,\svà)\s(?<other>${SERVICE})(?!\p{L})`,
  'u',
);
/** What leads from the words to their number. */
const TAIL =
  /\s(?:đạt|còn|là|chiếm|xuống|lên|duy trì|trên|dưới|ít nhất|tối thiểu|khoảng|từ|trở lên)(?:\s.*)?$/u;

/** The words of a number of two things, once for each, and what tells the two apart. */
export interface EachOfTwo {
  own: readonly [string, string];
  apart: readonly [string, string];
}

/**
 * The words of one number that is said of two things, or of two predicates: "tỷ lệ dân số đô thị, nông thôn được sử dụng
 * nước sạch, nước hợp vệ sinh" is of the first by the first and of the second by the second. Null where they say one.
 */
export function eachOfTwo(words: string): EachOfTwo | null {
  let [one, other] = [words, words];
  const apart: [string[], string[]] = [[], []];
  const divide = (found: string, left: string, right: string): void => {
    one = one.replace(found, left);
    other = other.replace(found, right);
    apart[0].push(left);
    apart[1].push(right);
  };
  for (const pattern of [PLACES, COMMUNES, SERVICES]) {
    const match = pattern.exec(one);
    const { one: left = '', other: right = '' } = match?.groups ?? {};
    if (match !== null && left !== right) divide(match[0], left, right);
  }
  const match = SAME_NOUN.exec(one);
  const { noun = '', one: left = '', other: right = '' } = match?.groups ?? {};
  if (match !== null && !NO_THING.test(noun)) {
    const until = endOf(right, predicateAt(left) >= 0);
    divide(`${match[0].slice(0, match[0].length - right.length)}${until}`, noun + left, noun + until);
  }
  if (apart[0].length === 0 || one === other) return null;
  return { own: [one, other], apart: [apart[0].join(', '), apart[1].join(', ')] };
}

/** The words of the second thing, up to the predicate that both share. */
function endOf(words: string, hasOwn: boolean): string {
  const led = words.replace(TAIL, '');
  const at = hasOwn ? -1 : predicateAt(led);
  return at > 0 ? led.slice(0, at).trimEnd() : led;
}
