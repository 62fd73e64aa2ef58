import { syllablesOf } from '../indicator/words.ts';
import type { Item } from '../items.ts';
import { groupAlone } from './part.ts';

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
  if (other === null || other.replaceAll(HALVES, '').trim() !== '') return null;
  const own = [...`${item.before} ${item.after}`.matchAll(HALVES)].at(-1)?.[0];
  if (own === undefined || own === other) return null;
  const said = new Set(syllablesOf(name));
  return syllablesOf(own).every((one) => said.has(one)) ? null : own;
}
