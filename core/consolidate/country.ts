import type { Language } from '../base/finding.ts';
import { hasSent, type ProvinceLine } from '../store/provinces.ts';
import { ALL, type Consolidation } from './consolidate.ts';

/**
 * What the provinces that are here come to, as it is said of the country: while the closed round of one is missing the
 * total of all is a part, stands for nothing and is never complete, whatever its units have reported.
 * @param provinces all of the country on the round's day
 */
export function ofCountry(
  found: Consolidation,
  provinces: readonly ProvinceLine[],
  language: Language,
): Consolidation {
  const sent = provinces.filter(hasSent).length;
  if (sent === provinces.length) return found;
  const name =
    language === 'vi'
      ? `Các đơn vị ở đây, chưa phải cả nước (${sent}/${provinces.length} tỉnh, thành phố đã gửi)`
      : `Units here, not the whole country (${sent} of ${provinces.length} provinces have sent)`;
  return {
    ...found,
    groups: found.groups.map((group) => (group.id === ALL ? { ...group, name } : group)),
    totals: found.totals.map((total) =>
      total.group === ALL ? { ...total, decided: null, isPart: true } : total,
    ),
  };
}
