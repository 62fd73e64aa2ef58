import type { Finding } from '../../core/base/finding.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { unitColumnKey } from '../../core/planner/grid/grid-contract.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { labelled } from '../../core/workbook/key-label.ts';

/** Findings about a grid with the names that stand in it in place of the keys of its rows and columns. */
export function withGridNames(
  findings: readonly Finding[],
  { catalogue, units }: { catalogue: Catalogue; units: readonly Unit[] },
): Finding[] {
  const names = new Map(
    units.flatMap(({ id, name }) => [
      [id, name],
      [unitColumnKey(id), name],
    ]),
  );
  return findings.map((finding) => {
    const data = labelled(finding.data, catalogue, 'vi');
    if (typeof data !== 'object' || data === null) return finding;
    const named = Object.entries(data).map(([field, value]: [string, unknown]) => {
      if ((field === 'unit' || field === 'key') && typeof value === 'string')
        return [field, names.get(value) ?? value];
      if (field === 'keys' && Array.isArray(value))
        return [field, value.map((key: string) => names.get(key) ?? key)];
      return [field, value];
    });
    return { ...finding, data: Object.fromEntries(named) as unknown };
  });
}
