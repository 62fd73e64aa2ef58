import type { Link } from '../../core/unit/link.ts';
import type { NationalUnit } from '../../core/unit/national.ts';
import type { Unit } from '../../core/unit/unit.ts';
import type { NamedUnit } from '../../core/renew/source-text.ts';
import { loadProvinces, loadTerritory, todaysProvince } from '../plan-files/national-list.ts';

/** Units of all times, and what passed from old ones to new ones. */
export interface UnitLinks {
  links: Link[];
  unitOf: (id: string) => NamedUnit | null;
}

/**
 * What passed between the units of all times on the ground of provinces: communes by the links of the lists, whole
 * provinces and districts by the successors they name.
 * @param root of the program
 * @param own units that plans or lists of a planner's own name
 */
export async function unitLinks(
  root: string,
  provinces: readonly string[],
  own: readonly Unit[],
): Promise<UnitLinks> {
  const country = (await loadProvinces(root)).value ?? [];
  const known = new Map<string, Pick<Unit, 'name' | 'successors'>>();
  const links: Link[] = [];
  const today = new Set(provinces.flatMap((id) => todaysProvince(country, id)?.id ?? []));
  const before = country.filter(({ id }) => today.has(todaysProvince(country, id)?.id ?? ''));
  for (const unit of [...country, ...own]) known.set(unit.id, unit);
  const listed: NationalUnit[] = [...before];
  for (const id of today) {
    const { value } = await loadTerritory(root, country, id);
    links.push(...(value?.links ?? []));
    listed.push(...(value?.units ?? []));
  }
  for (const unit of listed) known.set(unit.id, unit);
  const levels = new Map(listed.map(({ id, level }) => [id, level]));
  for (const { id, level, successors } of listed)
    for (const later of level === 'commune' ? [] : successors)
      if (levels.get(later) === level) links.push({ old: id, new: later, part: 'whole' });
  return {
    links,
    unitOf(id) {
      const unit = known.get(id);
      return unit ? { name: unit.name, successors: unit.successors } : null;
    },
  };
}
