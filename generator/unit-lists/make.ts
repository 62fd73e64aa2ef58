import { fold } from '../../core/base/text.ts';
import type { Link, LinkPart } from '../../core/unit/link.ts';
import { nationalColumns, type NationalRow } from '../../core/unit/national.ts';
import type { UnitFacts } from './facts.ts';

/** A row of a national list as text. */
export type RowText = Record<keyof NationalRow, string>;

/** The project's own lists: the country with its provinces, and for each of today's provinces what lies in it. */
export interface UnitLists {
  provinces: RowText[];
  /** By id of today's province. */
  territories: Map<string, { units: RowText[]; links: Link[] }>;
  /** What a person should know of the facts. */
  warnings: string[];
}

const LAST_DAY = '2025-06-30';
const FIRST_DAY = '2025-07-01';
const MERGERS = 'Nghị quyết 202/2025/QH15';

/** The words of the Statistics Office's table for what passed, in ours. */
const PARTS: Record<string, LinkPart> = {
  whole: 'whole',
  part: 'part',
  'area-only': 'area',
  'people-only': 'people',
  'part-area-all-people': 'all-people',
  'all-area': 'all-area',
};

/** Codes on which the sources differ; a person has to look them up in QĐ 19/2025/QĐ-TTg. */
const DOUBTFUL_CODES = new Set(['23938', '06970']);

/**
 * Makes the lists from the facts.
 * @param known what is known beyond the facts: of a listed unit the cells that differ, and units before the lists
 * @throws Error when the facts contradict each other
 */
export function makeUnitLists(facts: UnitFacts, known: readonly RowText[]): UnitLists {
  const todays = provincesOfToday(facts);
  const provinces = [row({ id: 'VN', name: 'Việt Nam', level: 'country' }), ...provinceRows(facts, todays)];
  const territories: UnitLists['territories'] = new Map();
  for (const { code } of facts.newProvinces) {
    const id = need(todays.idOf.get(code), `province ${code}`);
    const olds = facts.oldProvinces
      .filter((old) => todays.newOf.get(old.code) === code)
      .map((old) => old.code);
    territories.set(id, territory(facts, { code, id, olds }));
  }
  for (const change of known) addKnown(change, territories);
  return { provinces, territories, warnings: otherNames(facts) };
}

interface Todays {
  /** Code of today's province by that of each old one. */
  newOf: Map<string, string>;
  /** Id by code; a province that took in others is another unit than the one whose code it keeps. */
  idOf: Map<string, string>;
}

function provincesOfToday({ oldProvinces, newProvinces, newCommunes, links }: UnitFacts): Todays {
  const provinceOf = new Map(newCommunes.map(({ code, province }) => [code, province]));
  const newOf = new Map<string, string>();
  for (const { oldProvince, new: later } of links) {
    const found = need(provinceOf.get(later), `commune ${later}`);
    if ((newOf.get(oldProvince) ?? found) !== found) throw new Error(`Province ${oldProvince} is split.`);
    newOf.set(oldProvince, found);
  }
  for (const { code } of oldProvinces) need(newOf.get(code), `successor of province ${code}`);
  const isAsBefore = (code: string) =>
    oldProvinces.every((old) => (newOf.get(old.code) === code) === (old.code === code));
  const idOf = new Map(
    newProvinces.map(({ code }) => [code, isAsBefore(code) ? `VN${code}` : `VN${code}-2025`]),
  );
  return { newOf, idOf };
}

function provinceRows({ oldProvinces, newProvinces }: UnitFacts, { newOf, idOf }: Todays): RowText[] {
  const rows = oldProvinces.map(({ code, name }) => {
    const id = `VN${code}`;
    const successor = need(idOf.get(need(newOf.get(code), code)), code);
    const ended = { validTo: LAST_DAY, successors: successor, decision: MERGERS };
    return row({ id, name, level: 'province', ...(successor === id ? {} : ended) });
  });
  const begun = newProvinces.flatMap(({ code, name }) => {
    const id = need(idOf.get(code), code);
    const full = name.startsWith('Thành phố') ? name : `Tỉnh ${name}`;
    const fields = { validFrom: FIRST_DAY, decision: MERGERS };
    return id === `VN${code}` ? [] : [row({ id, name: full, level: 'province', ...fields })];
  });
  return [...rows, ...begun];
}

function territory(
  { oldDistricts, oldCommunes, newCommunes, links }: UnitFacts,
  { code, id, olds }: { code: string; id: string; olds: string[] },
): { units: RowText[]; links: Link[] } {
  const districts = oldDistricts.filter(({ province }) => olds.includes(province));
  const provinceOf = new Map(districts.map((district) => [district.code, district.province]));
  const communes = oldCommunes.filter(({ district }) => provinceOf.has(district));
  const later = newCommunes.filter(({ province }) => province === code);
  const laterCodes = new Set(later.map((commune) => commune.code));
  const ended = { validTo: LAST_DAY };
  const oldId = (district: string, commune: string) =>
    `VN${need(provinceOf.get(district), `district ${district}`)}.${commune}`;
  const newId = (commune: string) => `VN${code}.${commune}-2025`;
  return {
    units: [
      ...districts.map((one) =>
        row({
          id: oldId(one.code, one.code),
          name: one.name,
          level: 'district',
          parent: `VN${one.province}`,
          ...ended,
        }),
      ),
      ...communes.map((one) =>
        row({
          id: oldId(one.district, one.code),
          name: one.name,
          level: 'commune',
          parent: oldId(one.district, one.district),
          ...ended,
        }),
      ),
      ...later.map((one) =>
        row({
          id: newId(one.code),
          name: one.name,
          level: 'commune',
          parent: id,
          validFrom: FIRST_DAY,
          unverified: DOUBTFUL_CODES.has(one.code) ? 'code' : '',
        }),
      ),
    ],
    links: links
      .filter((link) => laterCodes.has(link.new))
      .map((link) => {
        const isDistrict = link.old === '';
        const hasCommunes = communes.some(({ district }) => district === link.oldDistrict);
        return {
          old: oldId(link.oldDistrict, isDistrict ? link.oldDistrict : link.old),
          new: newId(link.new),
          // Mud flats outside every commune are ground without people.
          part: isDistrict && hasCommunes ? 'area' : need(PARTS[link.part], `word ${link.part}`),
        };
      }),
  };
}

/** Lays what is known beyond the facts over the lists. */
function addKnown(change: RowText, territories: UnitLists['territories']): void {
  const lists = [...territories.values()];
  const listed = lists.flatMap(({ units }) => units).find(({ id }) => id === change.id);
  const given = Object.fromEntries(Object.entries(change).filter(([, cell]) => cell !== ''));
  if (listed) {
    Object.assign(listed, given);
    return;
  }
  const neighbour = lists.find(({ units }) => units.some(({ parent }) => parent === change.parent));
  if (!neighbour) throw new Error(`${change.id} lies in no listed province.`);
  neighbour.units.unshift(row(given));
}

/** Names that the table of links spells otherwise than the list: the list's count, a person may compare. */
function otherNames({ oldCommunes, links }: UnitFacts): string[] {
  const names = new Map(oldCommunes.map(({ code, name }) => [code, name]));
  return links.flatMap(({ old, oldName }) => {
    const listed = names.get(old);
    if (listed === undefined || fold(listed) === fold(oldName)) return [];
    return [`${old}: "${listed}" in the list, "${oldName}" in the links`];
  });
}

function row(cells: Partial<RowText>): RowText {
  return Object.fromEntries(nationalColumns.map((column) => [column, cells[column] ?? ''])) as RowText;
}

function need<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`The facts lack ${what}.`);
  return value;
}
