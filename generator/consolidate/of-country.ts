import type { Language } from '../../core/base/finding.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { ofCountry } from '../../core/consolidate/country.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { ProvinceLine } from '../../core/store/provinces.ts';
import { provincesHere } from '../register/of-country.ts';
import type { Store } from '../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Gathered } from './gather.ts';

/** A round added up, with every province of the country where it is the country's; null in a province. */
export type CountryGathered = Gathered & { provinces: readonly ProvinceLine[] | null };

/** Puts the provinces beside what was added up, and says of what it is only a part. */
export async function ofCountryHere(
  store: Store,
  workspace: Workspace,
  {
    plans,
    catalogue,
    language,
    ...gathered
  }: Gathered & { plans: readonly Plan[]; catalogue: Catalogue; language: Language },
): Promise<CountryGathered> {
  const { register, found } = gathered;
  const provinces = await provincesHere(store, workspace, { plans, catalogue, register });
  if (provinces === null) return { ...gathered, provinces };
  return { ...gathered, provinces, found: ofCountry(found, provinces, language) };
}
