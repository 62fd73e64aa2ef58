import type { Item } from '../items.ts';
import type { KindContext, KindRead, ReadKind } from './kind-read.ts';
import { lastAt } from './kept.ts';
import { sectorOf } from './sectors.ts';

const MOVES =
  /(?:^|[^\p{L}])(?:tăng|giảm|tăng trưởng|tăng thêm|giảm thêm|giảm nghèo|rút ngắn|cắt giảm|tiết kiệm|tinh giản|thu hẹp)(?:\s(?:thêm|bình quân|trung bình|mỗi năm|hằng năm|hàng năm|ít nhất|tối thiểu|khoảng|trên|dưới|từ|không dưới|hơn|thêm ít nhất|tỷ lệ hộ nghèo|tỷ lệ|hộ nghèo|đều|nhanh|đa chiều|hộ cận nghèo|và hộ cận nghèo|so với năm trước|được|cho))*\s?\(?$/u;
/** "Tỷ lệ hộ nghèo … giảm bình quân/năm: trên 10 %" */
const MOVES_A_YEAR =
  /(?:^|[^\p{L}])(?:tăng|giảm)(?:\s(?:bình quân|trung bình))?(?:\s?\/\s?năm|\s(?:mỗi|hằng|hàng) năm)\s?:\s(?:(?:từ|trên|khoảng|ít nhất|tối thiểu|hơn)\s)*$/u;
const MOVES_SHARE = /(?:^|[^\p{L}])(?:tăng|giảm)\s(?:tỷ lệ|tỉ lệ|tỷ suất|hộ nghèo|số)[^,;:%]{0,120}$/u;
/** "Rút ngắn thời gian … ít nhất 50 % so với quy định" */
const SHORTENS = /(?:^|[,:;])\s*(?:rút ngắn|cắt giảm|tiết kiệm)\s[^,;:%\d]{2,90}$/u;
/** "Giảm tình trạng tảo hôn bình quân 2 - 3 %/năm": the verb opens the part, whatever it is of. */
const MOVES_AT_ONCE =
  /(?:^|[,:;])\s*(?:(?:phấn đấu|kéo|tiếp tục)\s)*(?:tăng|giảm)\s(?!cường)[^,;:%\d]{2,90}$/u;
/** "giảm suy dinh dưỡng (0,5 %/năm)" */
const MOVES_IN_BRACKET =
  /(?:^|[^\p{L}])(?:tăng|giảm)\s(?!cường)[^,;:()%\d]{2,60}\s\((?:khoảng |ít nhất |từ )?$/u;
const REACHES =
  /(?:^|[^\p{L}])(?:xuống|còn|lên|đạt|tới|đến)(?:\s(?:còn|mức|dưới|trên|khoảng|ít nhất|tối thiểu|từ|bằng|thấp hơn|không quá|hơn|bình quân|được))*\s?$/u;
const SHARE =
  /giảm nghèo|mức giảm sinh|tỷ lệ|tỉ lệ|tỷ suất|tỷ số|tỷ trọng|cơ cấu|chỉ số|(?<!số )hộ nghèo|(?<!số )hộ cận nghèo|thất nghiệp|suy dinh dưỡng|tảo hôn|bội chi|thiếu việc làm/u;
const COUNT =
  /(?:^|[^\p{L}])(?:số (?:người|lượt|lao động|hộ|đối tượng|vụ|ca|cuộc|cặp|trường hợp|lượng|thuê bao|doanh nghiệp|hội viên|trẻ)|đối tượng|thu nhập|năng suất|tổng|doanh thu|sản lượng|giá trị|tốc độ tăng|grdp|gdp|(?<!(?:lực|chất)\s)lượng|diện tích|lượt)/u;

/**
 * Whether what is said of a number moves by it: "giảm bình quân 2 %/năm", not "giảm còn 5 %".
 * @param isYearly whether its own words say that it is of every year
 */
export function movesByIt(item: Item, isYearly: boolean): boolean {
  const { before, after } = item;
  return (
    (MOVES.test(before) ||
      MOVES_A_YEAR.test(before) ||
      MOVES_SHARE.test(before) ||
      ((SHORTENS.test(before) || MOVES_AT_ONCE.test(before)) && /^\sso với/u.test(after)) ||
      (isYearly && (MOVES_AT_ONCE.test(before) || MOVES_IN_BRACKET.test(before)))) &&
    (!REACHES.test(before) || isLessThanBefore(item))
  );
}

/** Whether words say that a share moves, not how much of it there is. */
export function movesShare(words: string): boolean {
  return !SHARE.test(words) || MOVES.test(words);
}

/** "Giảm tỷ lệ … xuống 2 % so với năm 2024": by as much, though "xuống" says to where. */
export function isLessThanBefore({ before, after, number }: Item): boolean {
  return (
    /^(?:%|‰|điểm)/u.test(number.unit) &&
    /(?:^|[^\p{L}])(?:giảm|tăng)\s[^;]*\s(?:xuống|lên)\s$/u.test(before) &&
    /^\s?so với (?:năm|cùng kỳ|đầu|cuối)/u.test(after)
  );
}

const NO_SUBJECT =
  /^[\s,(]*(?:(?:và|tương đương|tương ứng|với|bình quân|trung bình|phấn đấu|mỗi năm|hằng năm|hàng năm|tăng|giảm|thêm|ít nhất|tối thiểu|trên|từ|khoảng|(?:các|những) năm (?:tiếp theo|sau))[\s,]*)*$/u;

/** "Cụ thể, huyện A giảm từ", "Tỉnh B phấn đấu đến cuối năm 2024, giảm từ": where, not what. */
const PLACE_FALLS =
  /^[\s,;(]*(?:(?:cụ thể|theo đó|trong đó),?\s)?(?:(?:tỉnh|huyện|thị xã|thành phố|xã|phường|quận)\s(?:(?!có)\p{L}+\s){1,4}?)?(?:phấn đấu\s)?(?:đến\s(?:hết\s|cuối\s)?năm\s\d{4},?\s)?giảm\s(?:(?:từ|bình quân|thêm|khoảng|ít nhất)\s)*$/u;

/** Compared with a rule or with others, not with a year. */
const OTHER_BASE =
  /so với (?:quy định|định mức|kế hoạch|mức (?:bình quân|trung bình|chung|quy định)|dự toán|kịch bản|mặt bằng|cả nước|khu vực)/u;

/** A per cent by which something moves: points of a share a year, growth of a count, or a change over the period. */
export function movesBy(
  item: Item,
  context: KindContext,
  perYear: boolean,
  average: boolean,
  read: ReadKind,
): KindRead {
  const { before, after, number } = item;
  const isYearly = /\/\s?năm|(?:mỗi|từng|hằng|hàng) năm/u.test(`${before}${after}`);
  const isPoints = /^điểm/u.test(number.unit) || /^\s?điểm/u.test(after);
  // "Giảm 50 % số cặp tảo hôn": what moves is counted, whatever the words around say.
  const isOfCount = !isPoints && /^\s(?:tổng |về )?(?:số|lượng)(?!\p{L})/u.test(after);
  const isSaid = (one: string) => SHARE.test(one) || COUNT.test(one);
  // "…, bình quân mỗi năm giảm 1,2 %" goes on with what was said before.
  const earlier = NO_SUBJECT.test(before) ? context.segmentBefore : '';
  // "a) Giảm nghèo - Bình quân giảm 2,5 %/năm": what the heading says.
  const headings = NO_SUBJECT.test(before) ? context.headings.slice(0, 2) : [];
  // A document about poverty that says of nothing else what falls: "huyện A giảm 6,5 - 7,2 %".
  if (PLACE_FALLS.test(before)) headings.push(...(context.title === '' ? [] : [context.title]));
  const words = [before, context.part, earlier, ...headings].find(isSaid) ?? context.part;
  const lastRate = context.earlier.filter((kind) => kind === 'change' || kind === 'growth').at(-1);
  const isShare =
    isPoints ||
    // "… cho 65 % người hưởng, tăng 12 % so với năm 2025"
    (/\d\s?%[^;%]*[,(]\s?$/u.test(
      context.segmentBefore.replace(
        /(?:tăng|giảm)\s(?:(?:thêm|khoảng|ít nhất|bình quân|trung bình)\s)*$/u,
        '',
      ),
    ) &&
      /^[\s,(]*(?:tăng|giảm)\s(?:(?:thêm|khoảng|ít nhất|bình quân|trung bình)\s)*$/u.test(before)) ||
    /^(?:‰|%o|%0)/u.test(number.unit) ||
    (!isOfCount && (isSaid(words) ? SHARE.test(words) && !isCountOf(words) : lastRate === 'change'));
  const yearly = (): KindRead =>
    isShare ? read('change', 'kind-points', average) : read('growth', 'kind-growth', average);
  // "Giảm một phần ba" is of what was, never a third of a hundred points.
  if (number.said === 'part' && !perYear && !/so với|so cùng kỳ/u.test(after))
    return read('relative', 'kind-relative-no-base');
  // "Tốc độ tăng … 16 %, trong đó: nông nghiệp tăng 6 %; dịch vụ tăng 18 %": parts move as the whole does.
  const isOfPart = sectorOf(item) !== null || /^[\s,;(]*(?:trong đó|riêng)(?!\p{L})/u.test(before);
  const last = context.earlier.at(-1);
  if (isOfPart && last !== undefined && last === lastRate && !/so với|so cùng kỳ/u.test(after))
    return read(last, 'kind-list', average);
  if (OTHER_BASE.test(after)) return read('relative', 'kind-relative-other');
  const { base, to } = context.years.value;
  const isOfEarlier = base !== null && to !== null && base < to - 1;
  // "Hằng năm giảm 8 % số vụ …; giảm 15 % số cặp tảo hôn so với năm 2025"
  const isOfPeriod =
    !isShare && base !== null && isOfEarlier && !isYearly && /so với năm\s\d{4}/u.test(after);
  if ((perYear && !isOfPeriod) || (context.isOneYear && !isOfEarlier)) return yearly();
  if (base !== null || /so với|so cùng kỳ/u.test(after)) {
    // "Năm 2027 giảm 2 % so với năm 2026" is of that year.
    const isOfLast = base !== null && base + 1 === to;
    return isOfLast || /so với (?:năm trước|cùng kỳ)/u.test(after)
      ? yearly()
      : read('relative', 'kind-relative');
  }
  if (isShare || average) return yearly();
  return read('relative', 'kind-relative-no-base');
}

/** The noun nearest to the number is a count, not a share. */
function isCountOf(led: string): boolean {
  // "Số cuộc tảo hôn" is a count of what a share is named after.
  const words = led.replaceAll(
    /(?<=số (?:cuộc|vụ|ca|cặp|trường hợp|người|trẻ(?: em)?)\s)(?:tảo hôn|thất nghiệp|suy dinh dưỡng)/gu,
    '·',
  );
  const share = lastAt(words, SHARE);
  const count = lastAt(words, COUNT);
  return count > share;
}
