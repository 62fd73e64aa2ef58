import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { ProvinceLine } from '../../core/store/provinces.ts';
import { provincesOrFail } from '../commands/units-group.ts';
import type { Store } from '../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Register } from './draw-up.ts';
import { drawUpProvinces } from './provinces.ts';

/** The provinces of a round in a workspace of the country; null in that of a province. */
export async function provincesHere(
  store: Store,
  { province, program }: Pick<Workspace, 'province' | 'program'>,
  drawn: { plans: readonly Plan[]; catalogue: Catalogue; register: Register },
): Promise<ProvinceLine[] | null> {
  if (province !== null) return null;
  return drawUpProvinces(store, { ...drawn, national: await provincesOrFail(program) });
}
