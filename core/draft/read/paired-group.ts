import { syllablesOf } from '../indicator/words.ts';
import { type Item, onlyLeads } from '../items.ts';
import { hasPredicate } from '../numbers/predicate.ts';
import { groupAlone, isGroupNoun } from './part.ts';

/** Groups that a whole is divided into, each of which is named where the other is. */
const HALVES =
  /(?<!\p{L})(?:(?:khu vực|vùng|dân cư|dân số|hộ dân|người dân|địa bàn|các (?:xã|huyện))\s)*(?:thành thị|đô thị|nông thôn|miền núi|đồng bằng|vùng cao|vùng thấp|trung du|nam(?: giới)?|nữ(?: giới)?|trẻ em trai|trẻ em gái)(?!\p{L})/gu;

/**
 * "Dân cư thành thị được dùng nước sạch đạt 96 %, nông thôn đạt 80 %": the group of the first, which is one because the
 * next number names nothing but the other. Null where the indicator's name says it.
 */
export function pairedGroup(item: Item, items: readonly Item[], name: string): string | null {
  const next = items[items.indexOf(item) + 1];
  if (next === undefined || next.number.unit !== item.number.unit) return null;
  const other = groupAlone(next);
  const first = afterColon(item.before);
  if (other !== null && isGroupNoun(other) && first !== null) return unlessSaid(first, name);
  if (other === null || other.replaceAll(HALVES, '').trim() !== '') return null;
  const own = [...`${item.before} ${item.after}`.matchAll(HALVES)].at(-1)?.[0];
  if (own === undefined || own === other) return null;
  return unlessSaid(own, name);
}

function unlessSaid(group: string, name: string): string | null {
  const said = new Set(syllablesOf(name));
  return syllablesOf(group).every((one) => said.has(one)) ? null : group;
}

/** "Thu gom rác thải: khu trung tâm 100 %, các thôn vùng xa 85 %": the few words that a list of parts begins with. */
function afterColon(before: string): string | null {
  const all = (/:\s([^:,;\d%]{3,40})$/u.exec(before)?.[1] ?? '').split(' ').filter((word) => word !== '');
  while (BOUND.has(all.at(-1) ?? '')) all.pop();
  const words = all.join(' ');
  return words === '' || onlyLeads(words) || hasPredicate(words) || NOUN.test(words) ? null : words;
}

/** What leads from a name to its number. */
const BOUND = new Set('đạt còn là trên dưới ít nhất tối thiểu khoảng từ'.split(' '));
const NOUN = /tỷ lệ|(?<!thiểu )số|tổng|diện tích|mức|thu nhập|năm|giai đoạn/u;
