import { type Finding, reporter } from '../../core/base/finding.ts';
import { fileMessages } from '../../core/base/file-messages.ts';
import { reportingBelow, type NationalUnit } from '../../core/unit/national.ts';
import { membershipColumns, membershipRowSchema, type Unit } from '../../core/unit/unit.ts';
import { parseRows } from '../csv-rows.ts';
import { loadProvinces, loadTerritory } from './national-list.ts';
import { readText } from './read-text.ts';
import { sourceOf, type PlanSource } from './source.ts';
import { parseUnits } from './units.ts';

const report = reporter(fileMessages);

/** Units of a plan: null when a finding is an error. */
interface LoadedUnits {
  value: Unit[] | null;
  findings: Finding[];
}

/**
 * The units of a plan over all times: its province and what reported below it, districts until there were none and
 * communes since. They are the national list's, with the plan's own memberships in strata. A file that has all
 * columns of a unit list takes the place of the national one.
 * @param set name of the plan's file of memberships; undefined where it has none
 * @param listed gives the country and its provinces; whoever loads many plans reads them once
 */
export async function loadPlanUnits(
  from: string | PlanSource,
  province: string,
  set: string | undefined,
  listed: ListedProvinces = provincesOnce(from),
): Promise<LoadedUnits> {
  const { root, program } = sourceOf(from);
  const file = membershipFile(from, set ?? '');
  const text = set === undefined ? null : await readText(root, file);
  if (text?.value === null) return { value: null, findings: text.findings };
  if (text !== null && isOwnList(text.value)) return parseUnits(text.value, file);
  const units = await nationalUnits(program ?? root, province, listed);
  if (units.value === null || text === null) return units;
  return withMemberships(units.value, text.value, file);
}

/** The country and its provinces of all times, whenever they are asked for. */
export type ListedProvinces = () => ReturnType<typeof loadProvinces>;

/** Reads the provinces the first time they are asked for. */
export function provincesOnce(from: string | PlanSource): ListedProvinces {
  const { root, program } = sourceOf(from);
  let read: ReturnType<typeof loadProvinces> | null = null;
  return () => (read ??= loadProvinces(program ?? root));
}

/** The file of memberships of a name, relative to the root of its source. */
export function membershipFile(from: string | PlanSource, set: string): string {
  return `${sourceOf(from).folder}/units/${set}.csv`;
}

/** Whether a file is a list of units in place of the national one, not of memberships only. */
export function isOwnList(text: string): boolean {
  return !text.startsWith('id,tags');
}

/**
 * The province and the units below it of all times on its own ground, which after a merger is a part of today's
 * province; of the country its provinces.
 */
async function nationalUnits(root: string, id: string, listed: ListedProvinces): Promise<LoadedUnits> {
  const provinces = await listed();
  if (provinces.value === null) return { value: null, findings: provinces.findings };
  const country = provinces.value.find((one) => one.id === id && one.level === 'country');
  if (country) return { value: provincesOf(country, provinces.value), findings: [] };
  const territory = await loadTerritory(root, provinces.value, id);
  const province = provinces.value.find((one) => one.id === id);
  if (territory.value === null || !province) return { value: null, findings: territory.findings };
  const below = reportingBelow([...provinces.value, ...territory.value.units]);
  const own = below.filter(({ parent }) => parent === id);
  const ownIds = new Set(own.map((unit) => unit.id));
  const followed = new Set(own.flatMap(({ successors }) => successors));
  // Of a province set up anew the districts of the earlier ones, whose ground its communes have.
  const preceded = ({ successors }: NationalUnit) => successors.some((later) => ownIds.has(later));
  const isOnGround = (unit: NationalUnit) => ownIds.has(unit.id) || followed.has(unit.id) || preceded(unit);
  const units = [province, ...below.filter(isOnGround)];
  return { value: units.map(asUnit), findings: [] };
}

/** A plan of the country: its provinces of all times. */
function provincesOf(country: NationalUnit, listed: readonly NationalUnit[]): Unit[] {
  const below = listed.filter(({ level }) => level === 'province');
  return [country, ...below.map((one) => ({ ...one, parent: country.id }))].map(asUnit);
}

/** Decisions are told by `chitieu units trace`; workbooks and checks have no use for them. */
function asUnit({ decision, ...unit }: NationalUnit): Unit {
  void decision;
  return unit;
}

function withMemberships(units: readonly Unit[], text: string, file: string): LoadedUnits {
  const { rows, findings } = parseRows(text, file, membershipRowSchema, membershipColumns);
  for (const { value, line } of rows) {
    if (!units.some(({ id }) => id === value.id))
      findings.push(report('membership-unit-unknown', { file, line }, { unit: value.id }));
  }
  if (findings.length > 0) return { value: null, findings };
  const given = new Map(rows.map(({ value }) => [value.id, value]));
  const value = units.map((unit) => {
    const { tags = [], unverified = [] } = given.get(unit.id) ?? {};
    return { ...unit, tags, unverified: [...unit.unverified, ...unverified] };
  });
  return { value, findings };
}
