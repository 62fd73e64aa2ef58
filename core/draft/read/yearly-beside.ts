import type { Item } from '../items.ts';
import type { RuleId } from '../rules.ts';
import { YEARLY_BEHIND } from './list.ts';

const AVERAGE = /bình quân|trung bình/u;
const YEAR = /(?:19|20)\d{2}|giai đoạn|nhiệm kỳ|cả kỳ/u;

/**
 * Whether an amount read as that of the period may be of every year, because a number beside it that counts something
 * else says so: "Tổ chức 02 hội nghị, mở 5 lớp tập huấn mỗi năm"; "Sở Y tế hằng năm mở 4 lớp; in 300 cuốn sổ tay".
 * "45.000 lao động, bình quân 9.000 lao động/năm" says the same by the year.
 */
export function isYearlyBeside(
  item: Item,
  items: readonly Item[],
  rule: RuleId,
  sentenceBefore: string,
): boolean {
  if (rule !== 'kind-total' || YEAR.test(`${item.before}${item.after}`)) return false;
  const at = items.indexOf(item);
  const [last, next] = [items[at - 1], items[at + 1]];
  const isBehind = (one: Item | undefined, isNear: boolean): boolean =>
    one !== undefined &&
    isNear &&
    one.number.unit === '' &&
    YEARLY_BEHIND.test(one.after) &&
    !AVERAGE.test(`${one.before}${one.after}`) &&
    nounOf(one) !== nounOf(item);
  return (
    isBehind(next, next?.segment === item.segment) ||
    isBehind(last, last?.segment === item.segment || /^[\s;]*$/u.test(item.before)) ||
    (last !== undefined &&
      nounOf(last) !== nounOf(item) &&
      OPENS.test(sentenceBefore) &&
      !YEAR.test(sentenceBefore) &&
      !AVERAGE.test(sentenceBefore))
  );
}

/** The subject of the sentence, and how often it does what follows. */
const OPENS = /^[^,;:\d]{0,60}(?:mỗi|hằng|hàng) năm(?!\p{L})/u;

function nounOf({ after }: Item): string {
  return /^\s?(\p{L}+)/u.exec(after)?.[1] ?? '';
}
