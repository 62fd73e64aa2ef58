import type { Item } from '../items.ts';
import { isBracketed } from './year-scope.ts';

/** A number goes on with none that stands further before it. */
const MOST_BEFORE = 12;

/** The number and those before it, without what stands in brackets that are closed before a number: "19 % vào năm 2025 (miền núi 28 %) và 16 % vào năm 2030". */
export function withoutBrackets(item: Item, items: readonly Item[], clean: string): readonly Item[] {
  if (isBracketed(clean.slice(0, item.number.start))) return items;
  const at = items.indexOf(item);
  const near = items.slice(Math.max(0, at - MOST_BEFORE), at + 1);
  return near.filter(
    ({ number }) => number.start >= item.number.start || !isBracketed(clean.slice(0, number.start)),
  );
}

/**
 * The number before the bracket that a number of the same unit stands in, where the bracket names no year: "dưới 19 % vào
 * năm 2025 (miền núi dưới 28 %)". Null where it stands in none.
 */
export function beforeBracket(item: Item, items: readonly Item[], clean: string): Item | null {
  const opened = clean.lastIndexOf('(', item.number.start);
  if (opened < 0 || !isBracketed(clean.slice(0, item.number.start))) return null;
  const closed = clean.indexOf(')', item.number.start);
  if (/(?:19|20)\d{2}/u.test(clean.slice(opened, closed < 0 ? undefined : closed))) return null;
  const before = items.filter(({ number }) => number.end <= opened).at(-1);
  return before?.segment === item.segment && before.number.unit === item.number.unit ? before : null;
}

const ONLY_LEADS = /^\s?(?:,|và)\s(?:(?:ít nhất|tối thiểu|trên|dưới|khoảng|từ|đạt|có)\s)*$/u;

/** What leads to a group that opens its part. */
const OPENS = /^[\s,;(]*(?:(?:và|riêng|trong đó:?|ở|tại|đối với|vùng|các|khu vực)\s)*$/u;

/** "vùng cao tối thiểu 30 % trẻ nhà trẻ và 95 % trẻ mẫu giáo": a group that opens a part is that of both numbers. */
export function sharesGroup(item: Item, last: Item | undefined, group: string | null): boolean {
  return (
    last?.segment === item.segment &&
    group !== null &&
    last.number.unit === item.number.unit &&
    ONLY_LEADS.test(item.before) &&
    OPENS.test(last.before.slice(0, last.before.indexOf(group))) &&
    last.before.includes(group) &&
    last.after.trim() !== ''
  );
}
