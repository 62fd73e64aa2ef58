import type { TargetKind } from '../../plan/schema.ts';
import { kinds } from '../../target/kinds/index.ts';
import { hasPredicate } from '../numbers/predicate.ts';
import { isDone, isStock } from './acts.ts';

/** What stands before a number, as far as an act is looked for in it. */
interface Before {
  isTask: boolean;
  /** Kinds read before it, the nearest last. */
  earlier: readonly TargetKind[];
  /** Words of the sentence before the number, from its start. */
  sentenceBefore: string;
}

/** Whether a bare count is what a task comes to, though no verb that is known says so. */
export function isTaskAct(before: string, after: string, context: Before): boolean {
  // "220 nhân viên đại lý, bảo đảm mỗi xã có …": what follows says what for.
  const own = after.replace(/,\s(?:bảo đảm|đảm bảo|mỗi|để|nhằm|góp phần)(?!\p{L}).*$/su, '');
  return (
    (context.isTask && (SHORT_ACT.test(before) || SERVES.test(before) || isTaskAmount(before, own))) ||
    goesOnWithAct(before, after, context)
  );
}

/** "…; treo 50 băng rôn": a verb and no more, where the sentence opens with "mỗi năm". */
export const SHORT_ACT =
  /^[\s;,]*(?!(?:và|có|đạt|còn|tỷ|số|tổng|trên|dưới|khoảng|ít|tối|là|riêng|trong|đến|nâng|giảm|tăng|bảo đảm|đảm bảo|duy trì|quản lý|chi trả|phấn đấu)(?!\p{L}))\p{L}+(?:\s\p{L}+)?\s$/u;

/** "Đầu tư 12 công trình, tổng công suất …, phục vụ 41.200 hộ" */
const SERVES = /,\s(?:phục vụ|cấp nước cho|bảo đảm cho|cho)\s(?:(?:khoảng|trên|hơn|ít nhất)\s)*$/u;

/** "Nước sinh hoạt tập trung: 31 công trình": among tasks what is counted is done, unless the words say how things stand. */
function isTaskAmount(before: string, after: string): boolean {
  return (
    !isStock(before) &&
    !/tỷ lệ|(?<!thiểu )số(?! hóa)|tổng|quy mô|duy trì|diện tích|mật độ|dân số|bình quân|chăm sóc|quản lý|nuôi dưỡng|theo dõi|chi trả|bảo đảm|đảm bảo/u.test(
      before,
    ) &&
    !hasPredicate(after) &&
    !hasPredicate(before)
  );
}

/** "Đầu tư 320 km đường; 58 công trình nước; …": a part that is nothing but a number and what it counts. */
function goesOnWithAct(before: string, after: string, { earlier, sentenceBefore }: Before): boolean {
  const last = earlier.at(-1);
  return (
    /^[\s;]*$/u.test(before) &&
    last !== undefined &&
    kinds[last].addsUp &&
    isDone(sentenceBefore) &&
    !hasPredicate(after)
  );
}
