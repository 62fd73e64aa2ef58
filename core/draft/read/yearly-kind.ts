import { kinds } from '../../target/kinds/index.ts';
import type { Item } from '../items.ts';
import { DONE_FOR, DONE_IN_YEARS, EACH_THEN, isDone } from './acts.ts';
import type { KindContext } from './kind-read.ts';
import { movesShare } from './move-kind.ts';
import { SHORT_ACT } from './task-act.ts';

const PER_YEAR =
  /\/\s?(?:1\s)?năm|(?:mỗi|một|từng|hằng|hàng) năm|mỗi (?:mùa |dịp |kỳ nghỉ )?hè|bình quân năm|(?:bình quân|trung bình) (?:mỗi|hằng|hàng|một) năm|bình quân\/năm/u;
/** "15 mô hình đạt doanh thu trên 500 triệu đồng/năm": what each of them earns. */
const MONEY_A_YEAR = /\d\s[^,;\d]{0,20}?đồng(?:\s?\/\s?(?:người|hộ|lao động))?\s?\/\s?năm/gu;

/** Whether the own words of a number say that it is of every year: "5.000 người/năm", "mỗi năm"; not "02 lần/năm". */
export function saysYearly({ before, after, number }: Item): boolean {
  return PER_YEAR.test(
    `${before} · ${number.unit} ${after.replaceAll(MONEY_A_YEAR, '').replace(EACH_THEN, '')}`.replaceAll(
      /lần\s?\/\s?(?:1\s)?năm|(?:mỗi|hằng|hàng) năm (?:ít nhất |tối thiểu )?(?:\d+|một|hai) lần|lãi suất[^;]*?\/\s?năm/gu,
      '',
    ),
  );
}

/** "Hằng năm, …": before the number in its part of the sentence, or opening the list it stands in. */
export function isYearlyBefore({ before, after }: Item, context: KindContext, isPercent: boolean): boolean {
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
      movesShare(before) &&
      context.earlier.every((kind) => kind === 'maintain' || kind === 'flow' || kinds[kind].isRate)
    );
  const goesOn = /^[\s;]*$/u.test(before) && context.earlier.at(-1) === 'flow';
  return isDone(before) || isDoneFor || goesOn || SHORT_ACT.test(before);
}

const OPENS_YEARLY =
  /^[^\p{L}]*(?:[^,;:]{0,60}:\s|theo (?:chỉ tiêu|kế hoạch|chương trình)[^;:]{0,40},\s|(?:theo đó|cụ thể|trong đó|đồng thời|bên cạnh đó|ngoài ra),?\s)?(?:(?:trong )?(?:giai đoạn|từ năm|đến năm)[^,;:]{0,30},\s)?(?:định kỳ,?\s)?(?:(?:(?:ngành|tỉnh|huyện|sở|toàn tỉnh|hội)(?:\s\p{L}+){0,4}?\s)?phấn đấu,?\s|(?:bảo đảm|đảm bảo)\s)?(?:(?:bình quân|trung bình)\s)?(?:mỗi|hằng|hàng) năm(?!\p{L})/u;

/** "Hằng năm", "mỗi năm" before the number in its sentence. */
function isYearly(words: string): boolean {
  return /(?:mỗi|hằng|hàng) năm(?!\p{L})|(?:mỗi|hằng|hàng) (?:mùa |dịp |kỳ nghỉ )?hè(?!\p{L})/u.test(words);
}
