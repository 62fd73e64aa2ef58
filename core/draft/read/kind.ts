import type { TargetKind } from '../../plan/schema.ts';
import { kinds } from '../../target/kinds/index.ts';
import { type Item, onlyLeads } from '../items.ts';
import type { Read } from '../model.ts';
import type { FoundYears } from './year.ts';
import {
  BUILT,
  EACH_HAS,
  EACH_THEN,
  DONE_FOR,
  DONE_IN_YEARS,
  EVENT_BEHIND,
  EVENTS,
  isDone,
  isStock,
  OVER_PERIOD,
} from './acts.ts';
import { isKept, lastAt } from './kept.ts';
import { isOfYearlyHeading, isPhase } from './kind-of-heading.ts';
import { isTaskAct, SHORT_ACT } from './task-act.ts';
import { headOfYears, isSumOfFlow } from './years-of-flow.ts';

/** What a kind is read from, beside the item. */
export interface KindContext {
  years: Read<FoundYears>;
  /** Whether the plan is of a single year. */
  isOneYear: boolean;
  /** Words of the sentence before the number, from its start. */
  sentenceBefore: string;
  /** Words between the last semicolon and the number. */
  segmentBefore: string;
  /** Words of the headings it stands under, the nearest first. */
  headings: readonly string[];
  /** Whether it stands among tasks, not among aims. */
  isTask: boolean;
  /** Whether it is the first number behind that semicolon. */
  isFirst: boolean;
  /** Whether it is another value of what the number before it is of, by another year. */
  isLater: boolean;
  /** "Có thêm 10 xã …, 4 xã …": whether it counts the same as the number before it, whose verb says that it is added. */
  isOneMore: boolean;
  /** Kind of the head of the list it stands in; null where it stands in none. */
  list: KindRead | null;
  /** Kinds read before it in its sentence, or in the one its sentence goes on from, the nearest last. */
  earlier: readonly TargetKind[];
  /** Words of the part of the sentence (between semicolons) the item stands in. */
  part: string;
  /** Kind and average of the item this one is a part of ("trong đó", "riêng"), where it has no predicate of its own. */
  head: { kind: TargetKind; average: boolean } | null;
}

/** Kind and whether it is an average. */
export interface KindRead extends Read<TargetKind> {
  average: boolean;
}

/** The kind of the figure a move starts from: where things stand. */
export const kindOfStart: KindRead = { value: 'level', rule: 'kind-level', average: false };

const PER_YEAR =
  /\/\s?(?:1\s)?năm|(?:mỗi|một|từng|hằng|hàng) năm|bình quân năm|(?:bình quân|trung bình) (?:mỗi|hằng|hàng|một) năm|bình quân\/năm/u;
/** "15 mô hình đạt doanh thu trên 500 triệu đồng/năm": what each of them earns. */
const MONEY_A_YEAR = /\d\s[^,;\d]{0,20}?đồng(?:\s?\/\s?(?:người|hộ|lao động))?\s?\/\s?năm/gu;
const MOVES =
  /(?:^|[^\p{L}])(?:tăng|giảm|tăng trưởng|tăng thêm|giảm thêm|giảm nghèo|rút ngắn|cắt giảm|tiết kiệm)(?:\s(?:thêm|bình quân|trung bình|mỗi năm|hằng năm|hàng năm|ít nhất|tối thiểu|khoảng|trên|dưới|từ|không dưới|hơn|thêm ít nhất|tỷ lệ hộ nghèo|tỷ lệ|hộ nghèo|đều|nhanh|đa chiều|hộ cận nghèo|và hộ cận nghèo|so với năm trước|được|cho))*\s?\(?$/u;
const MOVES_SHARE = /(?:^|[^\p{L}])(?:tăng|giảm)\s(?:tỷ lệ|tỉ lệ|tỷ suất|hộ nghèo|số)[^,;:%]{0,120}$/u;
/** "Giảm tình trạng tảo hôn bình quân 2 - 3 %/năm": the verb opens the part, whatever it is of. */
/** "Rút ngắn thời gian … ít nhất 50 % so với quy định" */
const SHORTENS = /(?:^|[,:;])\s*(?:rút ngắn|cắt giảm|tiết kiệm)\s[^,;:%\d]{2,90}$/u;
const MOVES_AT_ONCE = /(?:^|[,:;])\s*(?:(?:phấn đấu|kéo)\s)*(?:tăng|giảm)\s(?!cường)[^,;:%\d]{2,90}$/u;
const REACHES =
  /(?:^|[^\p{L}])(?:xuống|còn|lên|đạt|tới|đến)(?:\s(?:còn|mức|dưới|trên|khoảng|ít nhất|tối thiểu|từ|bằng|thấp hơn|không quá|hơn|bình quân|được))*\s?$/u;
const SHARE =
  /tỷ lệ|tỉ lệ|tỷ suất|tỷ số|tỷ trọng|cơ cấu|chỉ số|(?<!số )hộ nghèo|(?<!số )hộ cận nghèo|thất nghiệp|suy dinh dưỡng|tảo hôn|bội chi|thiếu việc làm/u;
const COUNT =
  /(?:^|[^\p{L}])(?:số (?:người|lượt|lao động|hộ|đối tượng|vụ|ca|cuộc|cặp|trường hợp|lượng|thuê bao|doanh nghiệp|hội viên|trẻ)|đối tượng|thu nhập|năng suất|tổng|doanh thu|sản lượng|giá trị|tốc độ tăng|grdp|gdp|(?<!(?:lực|chất)\s)lượng|diện tích|lượt)/u;
const ENSURE = /(?:^|[^\p{L}])(?:bảo đảm|đảm bảo)(?!\p{L})/u;
const CASELOAD = /thường xuyên|hằng tháng|hàng tháng|đang hưởng|quản lý/u;
/** "Số đối tượng được nuôi dưỡng bình quân 650 người/năm" */
const CASES = /số (?:đối tượng|người|trẻ em)\s[^,;]*(?:nuôi dưỡng|đang hưởng|quản lý|chăm sóc)/u;
/** The kind of target a number is, by its verb, its unit and its year. */
export function kindOfItem(item: Item, context: KindContext): KindRead {
  const { before, after, number } = item;
  const { years, sentenceBefore } = context;
  if (number.said === 'multiple') return { value: 'relative', rule: 'kind-multiple', average: false };
  const isPercent = /^(?:%|‰|%o|phần trăm|phần nghìn|điểm)/u.test(number.unit);
  const average = saysAverage(`${before}${after.slice(0, 30)}`);
  const ownYearly = PER_YEAR.test(
    `${before} · ${number.unit} ${after.replaceAll(MONEY_A_YEAR, '').replace(EACH_THEN, '')}`.replaceAll(
      /lần\s?\/\s?(?:1\s)?năm|(?:mỗi|hằng|hàng) năm (?:ít nhất |tối thiểu )?(?:\d+|một|hai) lần|lãi suất[^;]*?\/\s?năm/gu,
      '',
    ),
  );
  const read = (value: TargetKind, rule: Read<TargetKind>['rule'], isAverage = false): KindRead => ({
    value,
    rule,
    average: isAverage,
  });
  const listed = number.unit === '' && years.value.isWithin ? headOfYears(before, sentenceBefore) : '';
  if (DONE_IN_YEARS.test(listed) && !isDone(listed)) return read('total', 'kind-each-year');
  const isMoveAgain =
    context.head !== null && kinds[context.head.kind].isRate && isPercent && onlyLeads(before);
  // "giảm 10 % số trẻ …, tương ứng không quá 28 trẻ": how many are left is no rate.
  const isLeft =
    number.unit === '' &&
    context.head !== null &&
    (kinds[context.head.kind].isRate || kinds[context.head.kind].isRelative) &&
    /tương ứng\s(?:(?:với|còn|không quá|dưới|tối đa|mức)\s)+$/u.test(before);
  if (isLeft) return read('level', 'kind-level');
  if (context.head !== null && (!ownYearly || isMoveAgain) && !DONE_IN_YEARS.test(before))
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
  const moves =
    (MOVES.test(before) ||
      MOVES_SHARE.test(before) ||
      (SHORTENS.test(before) && /^\sso với/u.test(after)) ||
      (ownYearly && MOVES_AT_ONCE.test(before))) &&
    (!REACHES.test(before) || isLessThanBefore(item));
  const isSpeed = /(?:tốc độ|mức) (?:tăng|giảm)|tăng trưởng/u.test(before);
  // A speed is of a year by itself.
  const isOfYear = /tốc độ (?:tăng|giảm)/u.test(before);
  if (
    isPercent &&
    (moves || (isSpeed && (perYear || average || (isOfYear && !isKept(item, context.sentenceBefore)))))
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
  if (isPercent) return shareKind(context, number.value, perYear, read);
  if (number.unit !== '' && !/^(?:ha|km)/u.test(number.unit) && !/thêm\s$/u.test(before))
    return read('level', 'kind-level');
  if (/(?:mức độ|nhóm|hạng|tốp|top|thứ|một trong(?: số)?)\s$/u.test(before))
    return read('level', 'kind-level');
  return countKind(item, context, perYear, average, read);
}

/** "Giảm tỷ lệ … xuống 2 % so với năm 2024": by as much, though "xuống" says to where. */
export function isLessThanBefore({ before, after, number }: Item): boolean {
  return (
    /^(?:%|‰|điểm)/u.test(number.unit) &&
    /(?:^|[^\p{L}])(?:giảm|tăng)\s[^;]*\s(?:xuống|lên)\s$/u.test(before) &&
    /^\s?so với (?:năm|cùng kỳ|đầu|cuối)/u.test(after)
  );
}

type ReadKind = (value: TargetKind, rule: Read<TargetKind>['rule'], isAverage?: boolean) => KindRead;

function saysAverage(words: string): boolean {
  return (
    /(?:bình quân|trung bình)(?! (?:đầu người|khá|của|trở lên|nơi|dân))/u.test(words) &&
    !/(?:thu nhập|mức sống|diện tích[^,]{0,20}|tuổi thọ|số giờ) (?:bình quân|trung bình)/u.test(words)
  );
}

const NO_SUBJECT =
  /^[\s,(]*(?:(?:và|bình quân|trung bình|phấn đấu|mỗi năm|hằng năm|hàng năm|tăng|giảm|thêm|ít nhất|tối thiểu|trên|từ|khoảng|(?:các|những) năm (?:tiếp theo|sau))[\s,]*)*$/u;

/** Compared with a rule or with others, not with a year. */
const OTHER_BASE =
  /so với (?:quy định|định mức|kế hoạch|mức (?:bình quân|trung bình|chung|quy định)|dự toán|mặt bằng|cả nước|khu vực)/u;

/** A per cent by which something moves: points of a share a year, growth of a count, or a change over the period. */
function movesBy(
  { before, after, number }: Item,
  context: KindContext,
  perYear: boolean,
  average: boolean,
  read: ReadKind,
): KindRead {
  const isPoints = /^điểm/u.test(number.unit) || /^\s?điểm/u.test(after);
  // "Giảm 50 % số cặp tảo hôn": what moves is counted, whatever the words around say.
  const isOfCount = !isPoints && /^\s(?:tổng |về )?(?:số|lượng)(?!\p{L})/u.test(after);
  const isSaid = (one: string) => SHARE.test(one) || COUNT.test(one);
  // "…, bình quân mỗi năm giảm 1,2 %" goes on with what was said before.
  const earlier = NO_SUBJECT.test(before) ? context.segmentBefore : '';
  const words = [before, context.part, earlier].find(isSaid) ?? context.part;
  const lastRate = context.earlier.filter((kind) => kind === 'change' || kind === 'growth').at(-1);
  const isShare =
    isPoints ||
    /^(?:‰|%o|%0)/u.test(number.unit) ||
    (!isOfCount && (isSaid(words) ? SHARE.test(words) && !isCountOf(words) : lastRate === 'change'));
  const yearly = (): KindRead =>
    isShare ? read('change', 'kind-points', average) : read('growth', 'kind-growth', average);
  // "Giảm một phần ba" is of what was, never a third of a hundred points.
  if (number.said === 'part' && !perYear && !/so với|so cùng kỳ/u.test(after))
    return read('relative', 'kind-relative-no-base');
  if (OTHER_BASE.test(after)) return read('relative', 'kind-relative-other');
  const { base, to } = context.years.value;
  const isOfEarlier = base !== null && to !== null && base < to - 1;
  if (perYear || (context.isOneYear && !isOfEarlier)) return yearly();
  if (base !== null || /so với|so cùng kỳ/u.test(after)) {
    return /so với (?:năm trước|cùng kỳ)/u.test(after) ? yearly() : read('relative', 'kind-relative');
  }
  if (isShare || average) return yearly();
  return read('relative', 'kind-relative-no-base');
}

function shareKind(context: KindContext, value: number | null, perYear: boolean, read: ReadKind): KindRead {
  const { rule } = context.years;
  if (perYear || rule === 'year-onwards') return read('maintain', 'kind-every-year');
  const noYear = rule === 'year-plan' && !context.isOneYear;
  if (noYear && (value === 100 || ENSURE.test(context.segmentBefore))) return read('maintain', 'kind-ensure');
  return read('level', 'kind-level');
}

/** "Hằng năm, …": before the number in its part of the sentence, or opening the list it stands in. */
function isYearlyBefore({ before, after }: Item, context: KindContext, isPercent: boolean): boolean {
  if (context.years.rule === 'year-beside') return false;
  if (isYearly(before)) return true;
  if (!isYearly(context.segmentBefore)) return isListYearly(before, context, isPercent, DONE_FOR.test(after));
  const isAct = DONE_IN_YEARS.test(before) || before.trim() === '' || ACT_AGAIN.test(before);
  return context.isFirst || (!isPercent && isAct);
}

/** "Mỗi năm cử 15 bác sĩ đi học, luân phiên 40 lượt cán bộ": another act of every year. */
const ACT_AGAIN = /^,\s(?!và\s|trong|riêng|số|tỷ lệ|tổng|quy mô|có|đạt|còn)\p{L}[^,;:]{1,40}\s$/u;

/** "Hằng năm hỗ trợ 300 lao động …; tổ chức 6 hội nghị": what opens the sentence goes on over its semicolons. */
function isListYearly(before: string, context: KindContext, isPercent: boolean, isDoneFor: boolean): boolean {
  if (context.segmentBefore === context.sentenceBefore || !OPENS_YEARLY.test(context.sentenceBefore))
    return false;
  if (/(?:19|20)\d{2}|giai đoạn|nhiệm kỳ|cả kỳ|\d năm/u.test(context.segmentBefore)) return false;
  if (isPercent)
    return (
      (!SHARE.test(before) || MOVES.test(before)) &&
      context.earlier.every((kind) => kind === 'maintain' || kind === 'flow' || kinds[kind].isRate)
    );
  const goesOn = /^[\s;]*$/u.test(before) && context.earlier.at(-1) === 'flow';
  return isDone(before) || isDoneFor || goesOn || SHORT_ACT.test(before);
}

const OPENS_YEARLY =
  /^[^\p{L}]*(?:[^,;:]{0,60}:\s|(?:theo đó|cụ thể|trong đó|đồng thời|bên cạnh đó|ngoài ra),?\s)?(?:(?:trong )?(?:giai đoạn|từ năm|đến năm)[^,;:]{0,30},\s)?(?:định kỳ,?\s)?(?:phấn đấu,?\s|(?:bảo đảm|đảm bảo)\s)?(?:(?:bình quân|trung bình)\s)?(?:mỗi|hằng|hàng) năm(?!\p{L})/u;

function countKind(
  { before, after }: Item,
  context: KindContext,
  perYear: boolean,
  average: boolean,
  read: ReadKind,
): KindRead {
  if (context.isOneMore) return read(context.earlier.at(-1) ?? 'level', 'kind-list');
  const acts =
    isDone(before) ||
    OVER_PERIOD.test(before) ||
    isPhase(before, context) ||
    DONE_FOR.test(after) ||
    EVENT_BEHIND.test(after) ||
    BUILT.test(after) ||
    isTaskAct(before, after, context) ||
    (before.trim() === '' && isDone(context.segmentBefore));
  if (/(?:mỗi|hằng|hàng)\s(?:tháng|quý|tuần)(?!\p{L})[^,;]*$/u.test(before) && acts)
    return read('flow', 'kind-flow');
  if (isSumOfFlow(before, context.earlier.at(-1), context.years.value)) return read('total', 'kind-total');
  if (perYear) {
    if (!acts && (CASELOAD.test(after) || CASES.test(before))) return read('level', 'kind-caseload');
    // "Số ca mắc mới còn dưới 60 ca/năm" is reached by its year, not every year.
    if (!acts && /(?:^|\s)(?:còn|xuống)(?:\s(?:còn|dưới|khoảng|không quá|mức|tối đa))*\s$/u.test(before))
      return read('level', 'kind-level');
    // "dưới 40 ca/năm vào năm 2030"
    if (!acts && /^[^,;.]{0,30}\svào (?:cuối )?năm\s(?:19|20)\d{2}/u.test(after))
      return read('level', 'kind-level');
    return read('flow', 'kind-flow', average);
  }
  if (EACH_HAS.test(before)) return read('level', 'kind-level');
  if (!acts || (isStock(before) && !EVENTS.test(before) && !DONE_FOR.test(after) && !BUILT.test(after)))
    return read('level', 'kind-level');
  const isOfColumn = context.years.rule === 'year-cell' && context.years.value.isWithin;
  return context.isOneYear || isOfColumn ? read('flow', 'kind-flow-one-year') : read('total', 'kind-total');
}

/** The same figure as what comes about in one year. */
export function asYearly(kind: KindRead): KindRead {
  return { ...kind, value: 'flow', rule: 'kind-flow-one-year' };
}

/** "Hằng năm", "mỗi năm" before the number in its sentence. */
function isYearly(words: string): boolean {
  return /(?:mỗi|hằng|hàng) năm(?!\p{L})/u.test(words);
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
