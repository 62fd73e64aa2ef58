import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { GivenBy } from '../../core/report/words.ts';
import { closingOf } from '../../core/store/closing.ts';
import type { Standing } from '../../core/store/standing.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { givenWhenClosed } from '../register/given-files.ts';
import type { Store } from '../store/store.ts';
import type { PlannerFiles } from '../workbook/known.ts';

/**
 * The baselines and assigned values a province is judged by: where it has sent the round, those of its closing, which
 * came with the set. What whoever draws up the report has in files of their own need not be what the province decided.
 * @param files those of whoever draws up the report
 * @param round in which figures of the round are reported
 */
export async function filesFor(
  store: Store,
  { decisions }: Pick<Standing, 'decisions'>,
  {
    files,
    round,
    plans,
    catalogue,
  }: { files: PlannerFiles; round: string; plans: readonly [Plan, ...Plan[]]; catalogue: Catalogue },
): Promise<{ files: PlannerFiles; givenBy: GivenBy }> {
  const closed = closingOf({ decisions }, round, plans[0].file.province);
  if (closed === null) return { files, givenBy: 'here' };
  const { given } = closed.closing;
  const sent = given && (await givenWhenClosed(store, given, exchangeContext(catalogue, plans)));
  return sent ? { files: { ...files, ...sent }, givenBy: 'sent' } : { files, givenBy: 'notSent' };
}
