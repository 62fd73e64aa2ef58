import type { Item } from '../items.ts';
import type { DraftRow } from '../model.ts';
import { groupAlone, groupWithVerb, isGroupNoun } from './part.ts';
import { type StrataIndex, strataIn } from './stratum.ts';

/** The group that is all a part of a sentence names; null where it says more, or goes on with nothing. */
export function aloneOf(
  item: Item,
  last: Item,
  row: DraftRow | undefined,
  unit: string,
  strata: StrataIndex,
): string | null {
  if (row === undefined || row.unit !== unit) return null;
  const isOfGroup =
    row.group !== null || row.stratum.value !== null || strataIn(last.before, '', strata).length > 0;
  const words = last.segment === item.segment ? groupAlone(item) : null;
  // "dưới 15 % (vùng đồng bào dân tộc thiểu số dưới 23 %)"
  return words !== null && (isOfGroup || isGroupNoun(words)) ? words : groupWithVerb(item, last);
}
