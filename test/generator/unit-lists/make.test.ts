import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exactGroups } from '../../../core/unit/link.ts';
import { readFacts } from '../../../generator/unit-lists/facts.ts';
import { makeUnitLists, type RowText } from '../../../generator/unit-lists/make.ts';
import { writeUnitLists } from '../../../generator/unit-lists/write.ts';
import { packageRoot } from '../../../generator/package-root.ts';
import { loadProvinces, loadTerritory } from '../../../generator/plan-files/national-list.ts';
import { seedFolder } from '../plan-files/seed-folder.ts';

/** Eleven new communes of six of today's provinces with all that they were made from. */
const FACTS = join(packageRoot(), 'test/fixtures/unit-facts');
const facts = await readFacts(FACTS);
const blank = {
  level: '',
  parent: '',
  validFrom: '',
  validTo: '',
  successors: '',
  decision: '',
  unverified: '',
};
const lists = makeUnitLists(facts, []);
const rowOf = (id: string) =>
  [...lists.provinces, ...[...lists.territories.values()].flatMap(({ units }) => units)].find(
    (row) => row.id === id,
  );

describe('lists from facts', () => {
  it('keeps the id of a province that stayed as it was and gives a merged one another', () => {
    expect(rowOf('VN12')).toMatchObject({ name: 'Tỉnh Lai Châu', validTo: '', successors: '' });
    expect(rowOf('VN34')).toMatchObject({ validTo: '2025-06-30', successors: 'VN33-2025' });
    expect(rowOf('VN33-2025')).toMatchObject({ name: 'Tỉnh Hưng Yên', validFrom: '2025-07-01' });
    expect(rowOf('VN')).toMatchObject({ level: 'country', parent: '' });
  });

  it('gives an old and a new commune of one code two ids, each with the code of its province at that time', () => {
    expect(rowOf('VN12.03388')).toMatchObject({
      name: 'Phường Quyết Tiến',
      parent: 'VN12.105',
      validTo: '2025-06-30',
    });
    expect(rowOf('VN12.03388-2025')).toMatchObject({
      name: 'Phường Đoàn Kết',
      parent: 'VN12',
      validFrom: '2025-07-01',
    });
    expect(rowOf('VN62.23284')).toMatchObject({ parent: 'VN62.608' });
    expect(rowOf('VN51.23284-2025')).toMatchObject({ parent: 'VN51-2025' });
  });

  it('links a place without a commune to its district: the whole of an island, the ground of mud flats', () => {
    const links = [...lists.territories.values()].flatMap((territory) => territory.links);
    expect(links).toContainEqual({ old: 'VN51.536', new: 'VN51.21548-2025', part: 'whole' });
    expect(links).toContainEqual({ old: 'VN37.376', new: 'VN37.14698-2025', part: 'area' });
  });

  it('marks the codes on which the sources differ', () => {
    expect(rowOf('VN52.23938-2025')?.unverified).toBe('code');
  });

  it('lays what is known beyond the facts over them', () => {
    const changes: RowText[] = [
      {
        ...blank,
        id: 'VN12.TX',
        name: 'Thị xã Lai Châu',
        level: 'district',
        parent: 'VN12',
        validTo: '2013-12-27',
      },
      { ...blank, id: 'VN12.105', name: '', validFrom: '2013-12-28' },
    ];
    const units = makeUnitLists(facts, changes).territories.get('VN12')?.units ?? [];
    expect(units.find(({ id }) => id === 'VN12.TX')).toMatchObject({ name: 'Thị xã Lai Châu' });
    expect(units.find(({ id }) => id === 'VN12.105')).toMatchObject({
      name: 'Thành phố Lai Châu',
      validFrom: '2013-12-28',
      validTo: '2025-06-30',
    });
    const lost = { ...blank, id: 'VN99.1', name: 'x', parent: 'VN99' };
    expect(() => makeUnitLists(facts, [lost])).toThrow('VN99.1 lies in no listed province.');
  });

  it('says where the table of links spells a name otherwise, and goes by the code', () => {
    const other = {
      ...facts,
      links: facts.links.map((link) => ({ ...link, oldName: link.oldName.replace('Phú', 'Phủ') })),
    };
    expect(makeUnitLists(other, []).warnings).toEqual([
      '12331: "Xã Phú Cường" in the list, "Xã Phủ Cường" in the links',
      '12463: "Xã Phú Xuân" in the list, "Xã Phủ Xuân" in the links',
    ]);
    expect(lists.warnings).toEqual([]);
  });

  it.each([
    [
      'a province in two of today’s',
      { links: facts.links.map((link) => (link.new === '03388' ? { ...link, oldProvince: '34' } : link)) },
      'Province 34 is split.',
    ],
    [
      'a word for a part that it does not know',
      { links: facts.links.map((link) => ({ ...link, part: 'half' })) },
      'The facts lack word half.',
    ],
    [
      'a commune that nobody lists',
      { links: facts.links.map((link) => (link.new === '03388' ? { ...link, new: '99999' } : link)) },
      'The facts lack commune 99999.',
    ],
  ])('refuses %s', (_, change, message) => {
    expect(() => makeUnitLists({ ...facts, ...change }, [])).toThrow(message);
  });
});

describe('files of the lists', () => {
  it('are written, and read back as the units and links they were made from', async () => {
    const root = await seedFolder({ 'seeds/units/vn/known-changes.csv': 'id,name\n' });
    await expect(writeUnitLists(FACTS, root)).resolves.toEqual([]);
    const provinces = (await loadProvinces(root)).value ?? [];
    const { value } = await loadTerritory(root, provinces, 'VN51');
    const groups = exactGroups(value?.links ?? []);
    expect(groups.get('VN51.21136')).toEqual(groups.get('VN51.21157-2025'));
    expect(groups.get('VN62.23284')?.new).toEqual(['VN51.23284-2025']);
    expect(value?.units.find(({ id }) => id === 'VN51.525')?.successors).toEqual([
      'VN51.21136-2025',
      'VN51.21157-2025',
    ]);
  });

  it('names the file that has other columns', async () => {
    const text = await readFile(join(FACTS, 'provinces-from-2025-07-01.csv'), 'utf8');
    const folder = await seedFolder({
      'provinces-until-2025-06-30.csv': text.replace('code,name', 'code,title'),
    });
    await expect(readFacts(folder)).rejects.toThrow(
      'provinces-until-2025-06-30.csv: columns code,title; expected code,name',
    );
  });
});
