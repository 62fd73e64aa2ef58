import { kinds } from '../../target/kinds/index.ts';
import type { Item } from '../items.ts';
import { BUILT, DONE_FOR, EACH_HAS, EVENT_BEHIND, EVENTS, isDone, isStock, OVER_PERIOD } from './acts.ts';
import type { KindContext, KindRead, ReadKind } from './kind-read.ts';
import { isPhase } from './kind-of-heading.ts';
import { isTaskAct } from './task-act.ts';
import { isSumOfFlow } from './years-of-flow.ts';

const CASELOAD = /thường xuyên|hằng tháng|hàng tháng|đang hưởng|quản lý/u;
/** "Trợ cấp hằng tháng cho 16.500 người" */
const PAID_MONTHLY = /trợ cấp(?:\s\p{L}+){0,3}\s(?:hằng|hàng) tháng[^,;\d]*$|trợ cấp thường xuyên[^,;\d]*$/u;
/** "Quản lý, điều trị ngoại trú cho 8.900 người bệnh": who is cared for all the time. */
const CARED_FOR =
  /(?:quản lý|nuôi dưỡng|chăm sóc|điều trị (?:ngoại trú|duy trì|thay thế)|điều trị bằng methadone)(?:,\s\p{L}+(?:\s\p{L}+){0,3})?(?:\s(?:bằng\s)?\p{L}+){0,4}\scho\s(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu|gần)\s)*$/u;
/** "Chăm sóc, nuôi dưỡng tập trung 520 người" */
const KEPT_IN_CARE = /(?:nuôi dưỡng|chăm sóc)(?:\s\p{L}+){0,4}\s$/u;
/** "Nhà ở thương mại: 24.800 căn": dwellings of a plan are those to be built. */
const TO_BE_BUILT =
  /nhà ở(?:\s(?!có|đạt|hiện|là|còn)\p{L}+){0,5}\s?:?\s(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu)\s)*$/u;
/** "Số đối tượng được nuôi dưỡng bình quân 650 người/năm" */
const CASES = /số (?:đối tượng|người|trẻ em)\s[^,;]*(?:nuôi dưỡng|đang hưởng|quản lý|chăm sóc)/u;

/** "Số lượt … đạt", "mỗi người dân đọc trung bình": how much it is to be by a year, whatever it was before. */
const REACHED =
  /(?:^|[\s,])(?:số|tổng|lượng|mức|sản lượng|bình quân|trung bình)(?!\p{L})[^,;]*\s(?:đạt|lên)(?:\s(?:ít nhất|trên|khoảng|tối thiểu|từ|hơn))*\s$|mỗi (?:người|hộ|học sinh)[^,;]*\s$/u;

/** Whether a year alone is named by which it is to be so. */
function isDueOnce({ years: { value, rule } }: KindContext): boolean {
  return (
    value.from === null &&
    !value.onwards &&
    !value.isWithin &&
    value.to !== null &&
    rule !== 'year-plan' &&
    rule !== 'year-plan-not-over'
  );
}

const MERGED_TO =
  /(?:sáp nhập|sắp xếp|hợp nhất|tinh gọn|tổ chức lại)\s[^;]*\s(?:thành|còn)(?:\s(?:khoảng|tối đa|không quá|lại))*\s$/u;

/** "Tổ chức 25 lớp …, quản lý cho 1.000 cán bộ": for whom is done what was counted before. */
function isForWhomDone(before: string, { earlier, segmentBefore }: KindContext): boolean {
  const last = earlier.at(-1);
  return (
    /\scho\s(?:(?:khoảng|trên|hơn|ít nhất|tối thiểu|gần)\s)*$/u.test(before) &&
    last !== undefined &&
    kinds[last].addsUp &&
    (isDone(segmentBefore) || /\d\s(?:buổi|lớp|cuộc|đợt|phiên|hội nghị)(?!\p{L})/u.test(segmentBefore))
  );
}

/** The kind of a count: what is there by a year, what is done over the years or in each, who is helped all the time. */
export function countKind(
  { before, after }: Item,
  context: KindContext,
  perYear: boolean,
  average: boolean,
  read: ReadKind,
): KindRead {
  // "Sáp nhập 12 đơn vị thành 06 trung tâm": as many as are left of them.
  if (MERGED_TO.test(context.segmentBefore)) return read('level', 'kind-level');
  if (context.isOneMore) return read(context.earlier.at(-1) ?? 'level', 'kind-list');
  const acts =
    isDone(before) ||
    OVER_PERIOD.test(before) ||
    isPhase(before, context) ||
    DONE_FOR.test(after) ||
    EVENT_BEHIND.test(after) ||
    BUILT.test(after) ||
    isTaskAct(before, after, context) ||
    isForWhomDone(before, context) ||
    (/^\scăn(?!\p{L})/u.test(after) && TO_BE_BUILT.test(before)) ||
    (before.trim() === '' && isDone(context.segmentBefore));
  // "450 buổi/năm … cho 27.000 lượt người"
  if (
    isForWhomDone(before, context) &&
    !isDone(before) &&
    context.earlier.at(-1) === 'flow' &&
    !context.isOneYear
  )
    return read('flow', 'kind-flow');
  if (CARED_FOR.test(before) && !perYear) return read('level', 'kind-caseload');
  if (PAID_MONTHLY.test(before) && perYear) return read('level', 'kind-caseload');
  if (/(?:mỗi|hằng|hàng)\s(?:tháng|quý|tuần)(?!\p{L})[^,;]*$/u.test(before) && acts)
    return read('flow', 'kind-flow');
  // "01 chuyên mục phát thanh mỗi tháng"
  if (acts && /^[^,;.%\d]{0,60}?(?:\s?\/\s?|\s(?:mỗi|hằng|hàng)\s)(?:tháng|quý|tuần)(?!\p{L})/u.test(after))
    return read('flow', 'kind-flow');
  if (isSumOfFlow(before, context.earlier.at(-1), context.years.value)) return read('total', 'kind-total');
  if (perYear) {
    if (!acts && (CASELOAD.test(after) || CASES.test(before) || KEPT_IN_CARE.test(before)))
      return read('level', 'kind-caseload');
    // "Số ca mắc mới còn dưới 60 ca/năm" is reached by its year, not every year.
    if (!acts && /(?:^|\s)(?:còn|xuống)(?:\s(?:còn|dưới|khoảng|không quá|mức|tối đa))*\s$/u.test(before))
      return read('level', 'kind-level');
    // "dưới 40 ca/năm vào năm 2030"
    if (!acts && /^[^,;.]{0,30}\svào (?:cuối )?năm\s(?:19|20)\d{2}/u.test(after))
      return read('level', 'kind-level');
    // "Số lượt truy cập đạt 400.000 lượt/năm" under "Đến năm 2028"
    if ((!acts || EVENTS.test(before)) && isDueOnce(context) && REACHED.test(before))
      return read('level', 'kind-level');
    return read('flow', 'kind-flow', average);
  }
  // "14/14 tổ công nghệ số hoạt động": how many of those there are.
  if (/^\/\d+\s/u.test(after) && /^[\s;,]*$/u.test(before)) return read('level', 'kind-level');
  // "đón 2,9 triệu lượt khách" in a plan of one year
  if (context.isOneYear && /^\slượt(?!\p{L})/u.test(after)) return read('flow', 'kind-flow-one-year');
  if (EACH_HAS.test(before)) return read('level', 'kind-level');
  if (!acts || (isStock(before) && !EVENTS.test(before) && !DONE_FOR.test(after) && !BUILT.test(after)))
    return read('level', 'kind-level');
  const isOfColumn = context.years.rule === 'year-cell' && context.years.value.isWithin;
  return context.isOneYear || isOfColumn ? read('flow', 'kind-flow-one-year') : read('total', 'kind-total');
}
