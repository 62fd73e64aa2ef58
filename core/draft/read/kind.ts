import { kinds } from '../../target/kinds/index.ts';
import { type Item, onlyLeads } from '../items.ts';
import { DONE_IN_YEARS, isDone } from './acts.ts';
import { countKind } from './count-kind.ts';
import { isKept, KEEP } from './kept.ts';
import type { KindContext, KindRead, ReadKind } from './kind-read.ts';
import { isOfYearlyHeading } from './kind-of-heading.ts';
import { movesBy, movesByIt } from './move-kind.ts';
import { isYearlyBefore, saysYearly } from './yearly-kind.ts';
import { headOfYears } from './years-of-flow.ts';

/** "Trong đó, đào tạo nghề trình độ sơ cấp cho 12.000 người": of what was done. */
const IS_PART = /^[^\p{L}(]*trong đó(?!\p{L})[^;:%\d]*\scho\s$/u;
const ENSURE = /(?:^|[^\p{L}])(?:bảo đảm|đảm bảo)(?!\p{L})/u;

/** The kind of target a number is, by its verb, its unit and its year. */
export function kindOfItem(item: Item, context: KindContext): KindRead {
  const { before, after, number } = item;
  const { years, sentenceBefore } = context;
  if (number.said === 'multiple') return { value: 'relative', rule: 'kind-multiple', average: false };
  const isPercent = /^(?:%|‰|%o|phần trăm|phần nghìn|điểm)/u.test(number.unit);
  const average = saysAverage(`${before}${after.slice(0, 30)}`);
  const ownYearly = saysYearly(item);
  const read: ReadKind = (value, rule, isAverage = false) => ({ value, rule, average: isAverage });
  const listed = number.unit === '' && years.value.isWithin ? headOfYears(before, sentenceBefore) : '';
  if (DONE_IN_YEARS.test(listed) && !isDone(listed)) return read('total', 'kind-each-year');
  const isMoveAgain =
    context.head !== null &&
    kinds[context.head.kind].isRate &&
    isPercent &&
    // "Giảm … 3 %/năm, riêng xã đặc biệt khó khăn 4 - 5 %/năm"
    (onlyLeads(before) || (/^[\s,;(]*(?:riêng|trong đó)(?!\p{L})/u.test(before) && !item.hasPredicate));
  // "giảm 10 % số trẻ …, tương ứng không quá 28 trẻ": how many are left is no rate.
  const isLeft =
    number.unit === '' &&
    context.head !== null &&
    (kinds[context.head.kind].isRate || kinds[context.head.kind].isRelative) &&
    /tương ứng\s(?:(?:với|còn|không quá|dưới|tối đa|mức)\s)+$/u.test(before);
  // "vận động 120 người tham gia (lũy kế 540 người)": how many there are by then.
  const isSumSoFar = number.unit === '' && /(?:lũy kế|luỹ kế)\s(?:(?:là|đạt|có|khoảng)\s)*$/u.test(before);
  if (isLeft || isSumSoFar) return read('level', 'kind-level');
  // "giảm 6,5 - 7,2 % (tương ứng 840 - 930 hộ)": by how many.
  const isByCount =
    number.unit === '' &&
    (context.head?.kind === context.earlier.at(-1) || context.head === null) &&
    /^[\s,]*(?:\(|tương (?:ứng|đương)\s)/u.test(before) &&
    !/(?:còn|xuống|lên|trong đó|không quá)(?!\p{L})/u.test(before) &&
    /^\s(?:hộ|người|trẻ|lao động|ca|vụ)(?!\p{L})/u.test(after);
  const beside = context.earlier.at(-1);
  if (isByCount && beside !== undefined && kinds[beside].isRate && (ownYearly || context.isOneYear))
    return read('change', 'kind-points');
  // "98 % trẻ mẫu giáo ra lớp, riêng trẻ 5 tuổi giữ vững 99,9 %"
  if (context.head !== null && KEEP.test(before)) return read('maintain', 'kind-keep');
  if (
    context.head !== null &&
    (!ownYearly || isMoveAgain) &&
    (!DONE_IN_YEARS.test(before) || IS_PART.test(before))
  )
    return read(context.head.kind, 'kind-list', context.head.average);
  const isOfYearlyList =
    context.list?.rule === 'kind-every-year' ||
    (context.list?.value === 'flow' && !(isPercent && context.list.rule === 'kind-flow-one-year'));
  // "Mỗi năm khởi công 200 căn, hoàn thành 1.000 căn trong cả giai đoạn"
  const isOfAll = /^[^,;.\d]*\s(?:trong\s)?(?:cả|toàn)\s(?:giai đoạn|nhiệm kỳ|kỳ|khóa)(?!\p{L})/u.test(after);
  const perYear =
    !isOfAll &&
    (ownYearly || isOfYearlyList || isOfYearlyHeading(context) || isYearlyBefore(item, context, isPercent));
  // "Giảm 30 % số xã nghèo; 40 % số thôn nghèo so với năm 2025"
  const isSameMove = isPercent && years.value.base !== null && onlyLeads(before);
  if (isSameMove && context.earlier.at(-1) === 'relative') return read('relative', 'kind-list');
  const moves = movesByIt(item, ownYearly);
  const isSpeed = /(?:tốc độ|mức) (?:gia )?(?:tăng|giảm)|tăng trưởng/u.test(before);
  // A speed is of a year by itself.
  const isOfYear = /tốc độ (?:tăng|giảm)|mức giảm (?:(?:tỷ lệ )?hộ nghèo|(?:tỷ suất )?sinh)/u.test(before);
  // "Giảm tỷ lệ thanh niên thất nghiệp dưới 5 %": to below, not by less than.
  const isBelow =
    !perYear && years.value.base === null && /(?<!\p{L})giảm\s[^,;:%\d]{3,}\sdưới\s$/u.test(before);
  if (
    isPercent &&
    !isBelow &&
    (moves ||
      (isSpeed &&
        (perYear ||
          average ||
          /^điểm/u.test(number.unit) ||
          (isOfYear && !isKept(item, context.sentenceBefore)))))
  )
    return movesBy(item, context, perYear || isOfYear, average, read);
  const isOfTheYear =
    context.isOneYear &&
    number.unit === '' &&
    (/giảm\s(?:\S+\s){0,3}$/u.test(before) ||
      (/tăng\s(?:\S+\s){0,2}$/u.test(before) && /so với năm/u.test(after)) ||
      /(?:^|\s)số (?:người|hộ|lao động|đối tượng|thuê bao)\s[^,;\d]*\stăng\s$/u.test(before) ||
      // "… 212.400 người, tăng 14.300 người so với năm 2025; … 26.900 người, tăng 4.600 người"
      (/^[\s,(]*tăng\s$/u.test(before) && context.earlier.includes('change')));
  if (moves && (perYear || isOfTheYear) && !/việc làm/u.test(before.slice(-60)))
    return read('change', 'kind-points', average);
  if (isKept(item, context.sentenceBefore) && !context.isLater) return read('maintain', 'kind-keep');
  // "Giảm tảo hôn 2 - 3 %/năm, hôn nhân cận huyết 3 - 5 %/năm"
  const last = context.earlier.at(-1);
  const goesOn =
    isPercent &&
    (ownYearly || years.value.base !== null) &&
    !item.hasPredicate &&
    /^,\s\p{L}[^,;:\d]*$/u.test(before);
  if (goesOn && last !== undefined && kinds[last].isRate) return read(last, 'kind-list', average);
  // "Mỗi năm bồi dưỡng 3.600 lượt cán bộ, cán bộ nữ chiếm ít nhất 40 %": a share of what is done every year.
  const isOfYearly =
    last === 'flow' &&
    !context.isOneYear &&
    context.years.value.from === null &&
    /(?:trong đó|riêng)(?!\p{L})|chiếm\s[^,]*$|^\s?\([^()]*$/u.test(before) &&
    /^[^\p{L}]*(?:mỗi|hằng|hàng) năm(?!\p{L})/u.test(sentenceBefore) &&
    /^year-(?:plan|heading|plan-not-over)$/u.test(context.years.rule);
  if (isPercent && isOfYearly) return read('maintain', 'kind-every-year');
  if (isPercent) return shareKind(context, number.value, perYear, read);
  if (number.unit !== '' && !/^(?:ha|km)/u.test(number.unit) && !/thêm\s$/u.test(before))
    return read('level', 'kind-level');
  if (/(?:mức độ|nhóm|hạng|tốp|top|thứ|một trong(?: số)?)\s$/u.test(before))
    return read('level', 'kind-level');
  return countKind(item, context, perYear, average, read);
}

function saysAverage(words: string): boolean {
  return (
    /(?:bình quân|trung bình)(?! (?:đầu người|khá|của|trở lên|nơi|dân))/u.test(words) &&
    !/(?:thu nhập|mức sống|diện tích[^,]{0,20}|tuổi thọ|số giờ) (?:bình quân|trung bình)/u.test(words)
  );
}

function shareKind(context: KindContext, value: number | null, perYear: boolean, read: ReadKind): KindRead {
  const { rule } = context.years;
  if (perYear || rule === 'year-onwards') return read('maintain', 'kind-every-year');
  const noYear = rule === 'year-plan' && !context.isOneYear;
  if (noYear && (value === 100 || ENSURE.test(context.segmentBefore))) return read('maintain', 'kind-ensure');
  return read('level', 'kind-level');
}
