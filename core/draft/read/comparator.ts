import type { ComparatorWord } from '../../plan/schema.ts';
import type { Item } from '../items.ts';
import type { Read } from '../model.ts';

/** Words right before a number; what stands between them and the number only leads to it. */
const LEADS = String.raw`(?:\s(?:mức|là|cho|từ|được|có|bình quân|mỗi năm|hằng năm|hàng năm|ở mức|gấp|tăng|xuống|lên|còn|thêm|đạt|trung bình|số|chiếm|tỷ lệ|mức bình quân))*`;
const BEFORE: readonly (readonly [ComparatorWord, RegExp])[] = [
  [
    'atLeast',
    before(
      String.raw`bằng hoặc (?:cao hơn|lớn hơn|hơn|trên)|không (?:thấp hơn|ít hơn|dưới|nhỏ hơn|kém)|chưa bao giờ dưới`,
    ),
  ],
  [
    'atMost',
    before(
      String.raw`không (?:vượt quá|quá|vượt|cao hơn|trên|lớn hơn|nhiều hơn)|bằng hoặc (?:thấp hơn|dưới|nhỏ hơn)`,
    ),
  ],
  ['atLeast', before(String.raw`ít nhất|tối thiểu|thấp nhất|chí ít|≥|>=`)],
  ['atMost', before(String.raw`tối đa|nhiều nhất|cao nhất|≤|<=`)],
  ['above', before(String.raw`trên|(?<!(?:thấp|ít|nhỏ|kém) )hơn|vượt|vượt mức|cao hơn|lớn hơn|nhiều hơn|>`)],
  ['below', before(String.raw`dưới|thấp hơn|ít hơn|chưa đến|chưa tới|nhỏ hơn|<`)],
  [
    'about',
    before(String.raw`khoảng|xấp xỉ|gần|ước|ước đạt|ước khoảng|chừng|(?<!sưu\s)tầm|trên dưới|dao động`),
  ],
];

function before(words: string): RegExp {
  return new RegExp(String.raw`(?:^|[^\p{L}])(?:${words})${LEADS}\s?\(?$`, 'u');
}

/** What has a bound of its own: an age, a standard that is "from … up". */
const OTHER_BOUND =
  /\d|(?:^|\s)(?:từ|mức sống|loại|hạng|cấp|trình độ|bậc|lớp|đại học|cao đẳng|trung cấp|sơ cấp)\s/u;
const FARTHEST = 90;
/** "hoàn thành tốt nhiệm vụ trở lên", "xếp loại khá trở lên" */
const RANKED =
  /(?:hoàn thành(?: xuất sắc| tốt)?(?: nhiệm vụ)?|(?:^|\s)(?:khá|tốt|giỏi|trung bình|đạt yêu cầu|vững mạnh))\s$/u;

/**
 * The comparator a number has from the words beside it. A comparator before a list goes on to what follows only where
 * the list shares one predicate, it is not said again, and never to 100 %.
 * @param list the items of the list before this one, the nearest last; they share its predicate
 * @param pair the number of an earlier year that the same words lead
 */
export function comparatorOf(item: Item, list: readonly Item[], pair: Item | null): Read<ComparatorWord> {
  if (item.number.low !== null) return { value: 'range', rule: 'comparator-range' };
  const own = ownComparator(item);
  if (own !== null) return own;
  // "Ít nhất 24 phiên, trong đó 12 phiên lưu động": a part has no bound of its whole.
  const head = /trong đó/u.test(item.before) ? undefined : (list[0] ?? pair ?? undefined);
  if (head === undefined || item.number.value === 100) return { value: 'equal', rule: 'comparator-bare' };
  const inherited = ownComparator(head);
  const repeated = list.slice(1).some((one) => ownComparator(one) !== null);
  if (
    inherited === null ||
    repeated ||
    inherited.rule === 'comparator-word-after' ||
    inherited.rule === 'comparator-from'
  )
    return { value: 'equal', rule: 'comparator-bare' };
  return { value: inherited.value, rule: 'comparator-list' };
}

/** From the words right before and behind a number; null where none says anything. */
function ownComparator({ before: words, after, number }: Item): Read<ComparatorWord> | null {
  const found = BEFORE.find(([, pattern]) => pattern.test(words));
  const up = after.slice(0, FARTHEST).indexOf('trở lên');
  const down = after.slice(0, FARTHEST).indexOf('trở xuống');
  const isOwn = (at: number): boolean => at >= 0 && !OTHER_BOUND.test(after.slice(0, at));
  // "trên 90 % tổ chức đảng hoàn thành tốt nhiệm vụ trở lên": what is ranked is not the number.
  const isRanked = RANKED.test(after.slice(0, Math.max(0, up)));
  if ((isOwn(up) && !isRanked) || /^[^,;.]{0,25}(?:hoặc cao hơn|hoặc hơn)/u.test(after))
    return { value: 'atLeast', rule: 'comparator-word-after' };
  if (isOwn(down)) return { value: 'atMost', rule: 'comparator-word-after' };
  if (found !== undefined) return { value: found[0], rule: 'comparator-word-before' };
  if (/không[^,;.%]{1,40}dưới\s$/u.test(words)) return { value: 'atLeast', rule: 'comparator-word-before' };
  if (/(?:không để|không)[^,;.%]{1,40}(?:vượt quá|vượt|quá)\s$/u.test(words))
    return { value: 'atMost', rule: 'comparator-word-before' };
  // "Từ 96 % dân số" without an end is at least that.
  if (/(?:^|[^\p{L}])từ\s$/u.test(words)) return { value: 'atLeast', rule: 'comparator-from' };
  if (
    /(?:tốp|top|nhóm|một trong(?: số)?)\s$/u.test(words) &&
    number.unit === '' &&
    /^(?:\/\d{2})?\s(?:tỉnh|địa phương|cả nước|đơn vị|quốc gia|các tỉnh|toàn quốc|nước|thành phố)(?!\p{L})/u.test(
      after,
    )
  )
    return { value: 'atMost', rule: 'comparator-group' };
  return null;
}
