import type { Catalogue } from '../catalogue/catalogue.ts';
import { doubtsOf } from './doubts.ts';
import { nounBehind } from './indicator/counted.ts';
import { countsDoneTo, countsSomeOf, leavesUnsaid } from './indicator/covers.ts';
import type { IndicatorIndex } from './indicator/propose.ts';
import type { Item } from './items.ts';
import type { DraftRow } from './model.ts';
import type { FoundGroups } from './read/groups.ts';
import type { RuleId } from './rules.ts';

/** Why a planner is to look at a row: the indicator that is likeliest may say less, or something else. */
export function doubtsOfRow(
  row: DraftRow,
  groups: FoundGroups,
  item: Item,
  items: readonly Item[],
  rule: RuleId,
  { catalogue, indicators }: { catalogue: Catalogue; indicators: IndicatorIndex },
): DraftRow['doubts'] {
  const indicator = row.proposals[0]?.indicator ?? '';
  const group = catalogue.strata.get(row.stratum.value ?? '')?.name.vi ?? '';
  const isCount = row.unit === '' && row.cell === null;
  const isSome = isCount && countsSomeOf(nounBehind(item.after), indicator, group, catalogue);
  const list = rule === 'kind-list' ? items.slice(0, items.indexOf(item) + 1) : [item];
  const isDoneTo =
    isCount && list.some((part) => part.segment === item.segment && countsDoneTo(part, indicator, catalogue));
  const isNameShort =
    isSome || isDoneTo || leavesUnsaid(row.subject, indicator, group, catalogue, indicators);
  return doubtsOf(row, groups, item, isNameShort);
}
