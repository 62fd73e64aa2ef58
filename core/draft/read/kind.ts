import type { TargetKind } from '../../plan/schema.ts';
import type { Item } from '../items.ts';
import type { Read } from '../model.ts';
import type { FoundYears } from './year.ts';

/** What a kind is read from, beside the item. */
export interface KindContext {
  years: Read<FoundYears>;
  /** Whether the plan is of a single year. */
  isOneYear: boolean;
  /** Words of the sentence before the number, from its start. */
  sentenceBefore: string;
  /** Words of the part of the sentence (between semicolons) the item stands in. */
  part: string;
  /** Words of the heading of the bullet, where it has one. */
  headings: string;
  /** Kind and average of the item this one is a part of ("trong đó", "riêng"), where it has no predicate of its own. */
  head: { kind: TargetKind; average: boolean } | null;
}

/** Kind and whether it is an average. */
export interface KindRead extends Read<TargetKind> {
  average: boolean;
}

const PER_YEAR =
  /\/\s?(?:1\s)?năm|(?:mỗi|một|từng|hằng|hàng) năm|bình quân năm|(?:bình quân|trung bình) (?:mỗi|hằng|hàng|một) năm|bình quân\/năm/u;
const MOVES =
  /(?:^|[^\p{L}])(?:tăng|giảm|tăng trưởng|tăng thêm|giảm thêm|giảm nghèo)(?:\s(?:thêm|bình quân|trung bình|mỗi năm|hằng năm|hàng năm|ít nhất|tối thiểu|khoảng|trên|dưới|từ|không dưới|hơn|thêm ít nhất|tỷ lệ hộ nghèo|tỷ lệ|hộ nghèo|đều|nhanh|đa chiều|hộ cận nghèo|và hộ cận nghèo|so với năm trước|được|cho))*\s?\(?$/u;
const MOVES_SHARE = /(?:^|[^\p{L}])(?:tăng|giảm)\s(?:tỷ lệ|tỉ lệ|tỷ suất|hộ nghèo|số)[^,;:%]{0,120}$/u;
const REACHES =
  /(?:^|[^\p{L}])(?:xuống|còn|lên|đạt|tới|đến)(?:\s(?:còn|mức|dưới|trên|khoảng|ít nhất|tối thiểu|từ|bằng|thấp hơn|không quá|hơn|bình quân))*\s?$/u;
const SHARE =
  /tỷ lệ|tỉ lệ|tỷ suất|tỷ số|tỷ trọng|cơ cấu|chỉ số|hộ nghèo|hộ cận nghèo|thất nghiệp|suy dinh dưỡng|tảo hôn|bội chi|thiếu việc làm/u;
const COUNT =
  /(?:^|[^\p{L}])(?:số (?:người|lượt|lao động|hộ|đối tượng|vụ|ca|lượng|thuê bao|doanh nghiệp|hội viên|trẻ)|đối tượng|thu nhập|năng suất|tổng|doanh thu|sản lượng|giá trị|tốc độ tăng|grdp|gdp|lượng|diện tích|lượt)/u;
const KEEP =
  /(?:^|[^\p{L}])(?:duy trì|giữ vững|giữ ổn định|giữ|ổn định|bảo đảm duy trì|tiếp tục duy trì)(?!\p{L})/u;
const ENSURE = /(?:^|[^\p{L}])(?:bảo đảm|đảm bảo)(?!\p{L})/u;
const DONE_IN_YEARS =
  /(?:^|[^\p{L}])(?:xây dựng|xây mới|hỗ trợ|giải quyết|đào tạo|tạo việc làm|tạo thêm|tạo|xóa|xoá|sửa chữa|sửa|tổ chức|trồng|cấp|thành lập|tuyển sinh|bồi dưỡng|tập huấn|đưa|khám|tuyên truyền|dạy nghề|hoàn thành|triển khai|đầu tư|phát triển mới|phát triển thêm|phát triển|cho vay|tư vấn|giới thiệu|kết nạp|vận động|tặng|trao|thực hiện|mở|xuất khẩu|nâng cấp|cải tạo|giúp|thu hút|bố trí|sắp xếp|di dời|cai nghiện|tiếp nhận|trợ giúp|can thiệp|phẫu thuật|tiêm|phủ xanh|lắp đặt|trang bị|nhân rộng|biên soạn|in|phát hành|có thêm|thêm|tăng thêm|công nhận thêm|công nhận mới)(?!\p{L})/u;
const CASELOAD = /thường xuyên|hằng tháng|hàng tháng|đang hưởng|quản lý/u;
const STOCK =
  /(?:^|[^\p{L}])(?:có|đạt|số|tổng số|quy mô|duy trì|lên|toàn tỉnh có|còn|xuống|là)(?:\s(?:ít nhất|trên|khoảng|tối thiểu|thêm|hơn|dưới|mức|không dưới|từ|gần|được))*\s?$/u;

/** The kind of target a number is, by its verb, its unit and its year. */
export function kindOfItem(item: Item, context: KindContext): KindRead {
  const { before, after, number } = item;
  const own = `${before} · ${number.unit} ${after}`;
  const isPercent = /^(?:%|‰|%o|phần trăm|phần nghìn|điểm)/u.test(number.unit);
  const average =
    /bình quân|trung bình/u.test(`${before}${after.slice(0, 30)}`) &&
    !/bình quân đầu người|trung bình khá|thu nhập bình quân|trung bình của/u.test(
      `${before}${after.slice(0, 30)}`,
    );
  const perYear = PER_YEAR.test(own) || (isYearly(context.sentenceBefore) && !hasOwnYear(context));
  const read = (value: TargetKind, rule: Read<TargetKind>['rule'], isAverage = false): KindRead => ({
    value,
    rule,
    average: isAverage,
  });
  if (context.head !== null && !item.hasPredicate)
    return read(context.head.kind, 'kind-list', context.head.average);
  const led = `${before}`;
  const moves = (MOVES.test(led) || MOVES_SHARE.test(led)) && !REACHES.test(led);
  if (moves && isPercent) {
    const isPoints = /^điểm/u.test(number.unit) || /^\s?điểm/u.test(after);
    const isShare = isPoints || (SHARE.test(subjectWords(led, context)) && !isCountOf(led));
    if (context.years.value.base !== null || /so với|so cùng kỳ/u.test(after)) {
      if (perYear || (context.isOneYear && isShare))
        return read(isShare ? 'change' : 'growth', isShare ? 'kind-points' : 'kind-growth', average);
      if (!/so với (?:năm trước|cùng kỳ)/u.test(after)) return read('relative', 'kind-relative');
      return read(isShare ? 'change' : 'growth', isShare ? 'kind-points' : 'kind-growth', average);
    }
    if (isShare) return read('change', 'kind-points', average);
    if (perYear || context.isOneYear || average) return read('growth', 'kind-growth', average);
    return read('relative', 'kind-relative-no-base');
  }
  if (moves && perYear && !/việc làm/u.test(led.slice(-40))) return read('change', 'kind-points', average);
  if (isKept(item, context)) return read('maintain', 'kind-keep');
  if (
    isPercent ||
    (number.unit !== '' && !/^(?:ha|km|m2|m3|kwh|mw|triệu|tỷ|nghìn|đồng)/u.test(number.unit))
  ) {
    const noYear = context.years.rule === 'year-plan' || context.years.rule === 'year-onwards';
    if (perYear && isPercent) return read('maintain', 'kind-every-year');
    if (
      isPercent &&
      noYear &&
      !context.isOneYear &&
      (number.value === 100 || ENSURE.test(context.sentenceBefore))
    )
      return read('maintain', context.years.rule === 'year-onwards' ? 'kind-every-year' : 'kind-ensure');
    if (isPercent && context.years.rule === 'year-onwards') return read('maintain', 'kind-every-year');
    return read('level', 'kind-level');
  }
  if (isMoneyOrMeasure(number.unit)) return read('level', 'kind-level');
  return countKind(item, context, perYear, average, read);
}

function countKind(
  { before, after }: Item,
  context: KindContext,
  perYear: boolean,
  average: boolean,
  read: (value: TargetKind, rule: Read<TargetKind>['rule'], isAverage?: boolean) => KindRead,
): KindRead {
  const acts =
    DONE_IN_YEARS.test(before) || (before.trim() === '' && DONE_IN_YEARS.test(context.sentenceBefore));
  if (perYear) {
    if (!acts && CASELOAD.test(after)) return read('level', 'kind-caseload');
    return read('flow', 'kind-flow', average);
  }
  if (acts && !isStock(before)) {
    return context.isOneYear ? read('flow', 'kind-flow-one-year') : read('total', 'kind-total');
  }
  return read('level', 'kind-level');
}

/** "có", "đạt", "số … :" right before the number, with no act between. */
function isStock(before: string): boolean {
  if (/(?:có|được) thêm\s$|thêm (?:ít nhất |khoảng |trên )?$/u.test(before)) return false;
  const tail = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1);
  return (
    STOCK.test(before) &&
    !/cho\s$/u.test(before) &&
    !/(?:giải quyết việc làm|đào tạo|tuyển sinh|tạo việc làm|tạo việc làm mới)[^,;]*$/u.test(tail)
  );
}

function isMoneyOrMeasure(unit: string): boolean {
  return unit !== '' && !/^(?:ha|km)/u.test(unit);
}

/** "Hằng năm", "mỗi năm" before the number in its sentence. */
function isYearly(words: string): boolean {
  return /(?:mỗi|hằng|hàng) năm(?!\p{L})/u.test(words);
}

/** The year of one number takes it out of "hằng năm". */
function hasOwnYear({ years }: KindContext): boolean {
  return years.rule === 'year-beside';
}

function subjectWords(led: string, { part }: KindContext): string {
  return SHARE.test(led) || COUNT.test(led) ? led : part;
}

/** The noun nearest to the number is a count, not a share. */
function isCountOf(led: string): boolean {
  const share = lastAt(led, SHARE);
  const count = lastAt(led, COUNT);
  return count > share;
}

function lastAt(text: string, words: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(new RegExp(words.source, 'gu'))) last = match.index;
  return last;
}

/** "duy trì" that governs the number: in its own words, or before the whole list. */
function isKept({ before, after }: Item, { sentenceBefore, part }: KindContext): boolean {
  if (KEEP.test(before) || /^[^,;]{0,60}(?:duy trì|giữ vững)/u.test(after))
    return !/^[^,;]*(?:duy trì và nâng|tiếp tục)/u.test(before) || KEEP.test(before);
  const keepAt = lastAt(sentenceBefore, KEEP);
  if (keepAt < 0) return false;
  // What stands between is a list of the same verb.
  const between = sentenceBefore.slice(keepAt);
  return (
    !/[;.]/u.test(between) &&
    !/(?:đạt|nâng|tăng|giảm|phấn đấu|xây dựng)\s/u.test(between.slice(8)) &&
    part !== ''
  );
}
