import { describe, expect, it } from 'vitest';
import { exactGroups } from '../../../core/unit/link.ts';
import { unitsOn } from '../../../core/unit/national.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import {
  loadLaterChanges,
  loadProvinces,
  loadTerritory,
  todaysProvince,
} from '../../../generator/plan-files/national-list.ts';
import { seedFolder } from './seed-folder.ts';

const ROOT = packageRoot();
const listed = (await loadProvinces(ROOT)).value ?? [];
const ofToday = unitsOn(listed, '2025-07-01').filter(({ level }) => level === 'province');
const territories = await Promise.all(
  ofToday.map(async ({ id }) => {
    const { value, findings } = await loadTerritory(ROOT, listed, id);
    if (!value) throw new Error(JSON.stringify(findings));
    return value;
  }),
);
const units = territories.flatMap((territory) => territory.units);
const links = territories.flatMap((territory) => territory.links);
const on = (date: string, level: string) =>
  unitsOn([...listed, ...units], date).filter((unit) => unit.level === level);

/**
 * Official numbers: 63 provinces, 696 districts, 10 035 communes until 30 June 2025 and 34 provinces since
 * (Nghị quyết 202/2025/QH15); 3 321 communes since (nghị quyết 1654 đến 1687/NQ-UBTVQH15, QĐ 19/2025/QĐ-TTg). The
 * links are counted in the Statistics Office's table "Bảng chuyển đổi ĐVHC mới – cũ" with its three wrong codes
 * corrected. See seeds/units/vn/README.md.
 */
describe('the committed lists', () => {
  it('have the official numbers of units before and after the reform', () => {
    expect(on('2025-06-30', 'province')).toHaveLength(63);
    expect(on('2025-06-30', 'district')).toHaveLength(696);
    expect(on('2025-06-30', 'commune')).toHaveLength(10_035);
    expect(on('2025-07-01', 'province')).toHaveLength(34);
    expect(on('2025-07-01', 'district')).toHaveLength(0);
    const communes = on('2025-07-01', 'commune').map(({ name }) => name);
    expect(communes).toHaveLength(3321);
    const ofSort = (word: string) => communes.filter((name) => name.startsWith(word)).length;
    expect([ofSort('Xã '), ofSort('Phường '), ofSort('Đặc khu ')]).toEqual([2621, 687, 13]);
  });

  it('never use an id twice, and put every unit below one that is listed', () => {
    const ids = new Set([...listed, ...units].map(({ id }) => id));
    expect(ids.size).toBe(listed.length + units.length);
    expect(units.filter(({ parent }) => parent === null || !ids.has(parent))).toEqual([]);
    expect(
      [...listed, ...units].flatMap(({ successors }) => successors).filter((id) => !ids.has(id)),
    ).toEqual([]);
  });

  it('put every old province into exactly one of today', () => {
    const olds = on('2025-06-30', 'province');
    expect(olds.every(({ successors }) => successors.length <= 1)).toBe(true);
    expect(new Set(olds.map(({ id }) => todaysProvince(listed, id)?.id)).size).toBe(34);
  });

  it('link every old commune to a new one and every new one to an old one, within one province', () => {
    expect(links).toHaveLength(10_571);
    const linked = new Set(links.flatMap((link) => [link.old, link.new]));
    const communes = units.filter(({ level }) => level === 'commune');
    expect(communes.filter(({ id }) => !linked.has(id))).toEqual([]);
    for (const territory of territories) {
      const inside = new Set(territory.units.map(({ id }) => id));
      expect(territory.links.filter((link) => !inside.has(link.old) || !inside.has(link.new))).toEqual([]);
    }
  });

  it('tell which new communes are exact sums of old ones', () => {
    const groups = exactGroups(links);
    const oldCommunes = new Set(on('2025-06-30', 'commune').map(({ id }) => id));
    const later = on('2025-07-01', 'commune');
    const exact = later.filter(({ id }) => {
      const group = groups.get(id);
      return group?.new.length === 1 && group.old.some((old) => oldCommunes.has(old));
    });
    expect(exact).toHaveLength(2904);
    const inProvince = (province: string) =>
      [exact, later].map((all) => all.filter(({ parent }) => parent === province).length);
    expect(inProvince('VN12')).toEqual([38, 38]);
    expect(inProvince('VN33-2025')).toEqual([99, 104]);
    expect(inProvince('VN51-2025')).toEqual([93, 96]);
    const larger = [...new Set(groups.values())].filter((group) => group.new.length > 1);
    expect(larger).toHaveLength(122);
    expect(larger.reduce((sum, group) => sum + group.new.length, 0)).toBe(412);
    expect(Math.max(...larger.map((group) => group.old.length))).toBe(283);
  });

  it('keep what is open open: two codes, and the change of 30 April 2026', async () => {
    const open = units.filter(({ unverified }) => unverified.includes('code') && unverified.length === 1);
    expect(open.map(({ name }) => name).sort()).toEqual(['Xã Ba Chẽ', 'Xã Ia Mơ']);
    const changes = (await loadLaterChanges(ROOT)).value ?? [];
    expect(changes.map(({ date, unit, unverified }) => [date, unit, unverified])).toEqual([
      ['2026-04-30', 'VN75-2025', ['date', 'change']],
    ]);
  });

  it('hold the districts of Lai Châu as they came about', () => {
    const districts = (date: string) =>
      on(date, 'district')
        .filter(({ parent }) => parent === 'VN12')
        .map(({ id }) => id.slice(5));
    const kept = ['106', '107', '108', '109', '110', '111'];
    expect(districts('2012-11-15')).toEqual(['TX', ...kept]);
    expect(districts('2013-12-27')).toEqual(['TX', ...kept, '112']);
    expect(districts('2013-12-28')).toEqual(['105', ...kept, '112']);
  });
});

describe('loading a territory', () => {
  it('names a province that does not exist and those that do', async () => {
    const { value, findings } = await loadTerritory(ROOT, listed, 'VN13');
    expect(value).toBeNull();
    expect(findings).toMatchObject([{ code: 'national-province-unknown', data: { province: 'VN13' } }]);
    expect(findings[0]?.data).toMatchObject({ near: expect.arrayContaining(['VN12 (Tỉnh Lai Châu)']) });
  });

  it('knows a province by its name typed in haste, and offers those of today where none is near', async () => {
    const dataOf = async (province: string) =>
      (await loadTerritory(ROOT, listed, province)).findings[0]?.data as { near: string[]; known: string[] };
    expect((await dataOf('lai-chau')).near).toEqual(['VN12 (Tỉnh Lai Châu)']);
    const { near, known } = await dataOf('không có ở đâu');
    expect(near).toEqual([]);
    expect(known).toContain('VN12 (Tỉnh Lai Châu)');
    expect(known.length).toBe(34);
  });

  it('names the file that is missing', async () => {
    const { findings } = await loadTerritory(await seedFolder({}), listed, 'VN12');
    expect(findings.map(({ place }) => place.file)).toEqual([
      'seeds/units/vn/units/VN12.csv',
      'seeds/units/vn/links/VN12.csv',
    ]);
  });
});
