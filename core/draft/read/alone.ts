import type { Item } from '../items.ts';
import type { DraftRow } from '../model.ts';
import { groupAlone, groupWithVerb, isGroupNoun } from './part.ts';
import { type StrataIndex, strataIn } from './stratum.ts';

/** "trong đó người cao tuổi 95 %" */
const OF_PEOPLE =
  /^(?:(?:người|trẻ(?: em)?|thanh niên|học sinh|đối tượng)\s\p{L}|học sinh|sinh viên|công nhân|nông dân|phụ nữ|lao động (?:nữ|nam|nông thôn|khuyết tật))(?!.*\squa\s)/u;

/** The group that is all a part of a sentence names; null where it says more, or goes on with nothing. */
export function aloneOf(
  item: Item,
  last: Item | undefined,
  row: DraftRow | undefined,
  unit: string,
  strata: StrataIndex,
): string | null {
  if (last === undefined || row?.unit !== unit) return null;
  const isOfGroup =
    row.group !== null || row.stratum.value !== null || strataIn(last.before, '', strata).length > 0;
  const isMarked = /^[\s,;(]*(?:trong đó|riêng)(?!\p{L})/u.test(item.before);
  const words = last.segment === item.segment || isMarked ? groupAlone(item) : null;
  // "dưới 15 % (vùng đồng bào dân tộc thiểu số dưới 23 %)"
  return words !== null && (isOfGroup || isGroupNoun(words) || (isMarked && OF_PEOPLE.test(words)))
    ? words
    : groupWithVerb(item, last);
}
