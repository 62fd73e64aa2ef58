import { beforeAll, describe, expect, it } from 'vitest';
import { exactGroups } from '../../../core/unit/link.ts';
import type { RollOver } from '../../../core/renew/input.ts';
import { rollOver } from '../../../core/renew/roll-over.ts';
import { sumsAgree, sumsOf } from '../../../core/renew/sums.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { unitLinks, type UnitLinks } from '../../../generator/renew/unit-links.ts';
import { catalogue, cell, figure } from '../../core/renew/fixture.ts';

/** Every old commune has as many as its place in the list; so no two sums are the same by chance. */
function renewedFrom(units: UnitLinks, provinces: string[]): RollOver & { news: string[] } {
  const ofCommunes = units.links.filter(({ old }) => old.includes('.'));
  const olds = [...new Set(ofCommunes.map(({ old }) => old))];
  const news = [...new Set(ofCommunes.map(({ new: later }) => later))];
  const rolled = rollOver({
    earlier: [
      ...olds.map((id, at) => figure(id, 'count-0', '2024', String(1000 + at))),
      ...provinces.map((id) => figure(id, 'count-0', '2024', '1000000')),
    ],
    aside: [],
    cells: { cells: [...news, '_'].map((id) => cell(id, 'count-0', '2024')), baselines: [] },
    given: { figures: [], baselines: [] },
    maps: [],
    links: units.links,
    catalogue,
    unitOf: units.unitOf,
  });
  return { ...rolled, news };
}

describe.each([
  { today: 'VN51-2025', before: ['VN51', 'VN62'], communes: 96, exact: 93, districts: ['VN51.21548-2025'] },
  { today: 'VN33-2025', before: ['VN33', 'VN34'], communes: 104, exact: 99, districts: [] },
])('$before → $today', ({ today, before, communes, exact, districts }) => {
  let units: UnitLinks;
  let rolled: ReturnType<typeof renewedFrom>;
  beforeAll(async () => {
    units = await unitLinks(packageRoot(), [today], []);
    rolled = renewedFrom(units, before);
  });

  it('has the communes of the resolution, and sums for those that are whole old ones', () => {
    expect(rolled.news).toHaveLength(communes);
    const ofDistricts = rolled.figures.filter(({ unit }) => districts.includes(unit));
    // Lý Sơn had no communes: the special zone is the whole district.
    expect(ofDistricts).toHaveLength(districts.length);
    expect(rolled.figures).toHaveLength(exact + districts.length);
    const groups = exactGroups(units.links.filter(({ old }) => old.includes('.')));
    for (const { unit } of rolled.figures) expect(groups.get(unit)?.new).toEqual([unit]);
  });

  it('adds up every whole old commune, and lists each of the others with what it became', () => {
    expect(sumsAgree(sumsOf(rolled).now)).toBe(true);
    const left = rolled.lines.filter(({ figure: one, to }) => to.length === 0 && one.unit.includes('.'));
    for (const { why, detail } of left) {
      expect(['unit-part', 'elsewhere', 'incomplete', 'not-asked']).toContain(why);
      expect(detail).not.toBe('');
    }
    const sum = (values: (string | null)[]) => values.reduce((all, value) => all + Number(value), 0);
    const before = sum(
      rolled.lines.filter(({ figure: one }) => one.unit.includes('.')).map(({ figure: one }) => one.value),
    );
    expect(
      sum(rolled.figures.map(({ value }) => value)) + sum(left.map(({ figure: one }) => one.value)),
    ).toBe(before);
  });

  it('adds up the provinces too, all of them or none', () => {
    const of = (ids: string[]) =>
      rollOver({
        earlier: ids.map((id, at) => figure(id, 'count-0', '2024', String(at + 1))),
        aside: [],
        cells: { cells: [cell(today, 'count-0', '2024')], baselines: [] },
        given: { figures: [], baselines: [] },
        maps: [],
        links: units.links,
        catalogue,
        unitOf: units.unitOf,
      });
    expect(of(before).figures.map(({ unit, value }) => `${unit} ${value}`)).toEqual([`${today} 3`]);
    const alone = of(before.slice(1));
    expect(alone.figures).toEqual([]);
    expect(alone.lines[0]).toMatchObject({ why: 'incomplete' });
  });
});
