import * as z from 'zod';
import { nearest } from '../../core/base/closest.ts';
import { type Finding, reporter } from '../../core/base/finding.ts';
import { fileMessages } from '../../core/base/file-messages.ts';
import { text } from '../../core/base/fields.ts';
import { linkColumns, linkRowSchema } from '../../core/unit/link.ts';
import {
  nationalColumns,
  nationalRowSchema,
  nationalUnit,
  territoryOf,
  type NationalUnit,
  type Territory,
} from '../../core/unit/national.ts';
import { unitRowSchema } from '../../core/unit/unit.ts';
import { parseRows } from '../csv-rows.ts';
import { LATER_CHANGES_FILE, linksFile, PROVINCES_FILE, unitsFile } from './national-files.ts';
import { readText } from './read-text.ts';

const report = reporter(fileMessages);

/** Something read from files: null when a finding is an error. */
interface Loaded<Value> {
  value: Value | null;
  findings: Finding[];
}

/** Compiled: the lists have twenty-five thousand rows, which the schema's own reader takes twice as long for. */
const [unitRows, linkRows] = [z.compile(nationalRowSchema), z.compile(linkRowSchema)];

const laterChangeSchema = z.strictObject({
  /** ISO date. */
  date: z.iso.date(),
  unit: unitRowSchema.shape.id,
  /** What happened, in Vietnamese. */
  change: text,
  /** Names of the columns that could not be verified. */
  unverified: unitRowSchema.shape.unverified,
});

/** A change since the day until which the lists are right. */
export type LaterChange = z.output<typeof laterChangeSchema>;

/** The country and its provinces of all times. */
export async function loadProvinces(root: string): Promise<Loaded<NationalUnit[]>> {
  const { value, findings } = await rowsOf(root, PROVINCES_FILE, nationalRowSchema, nationalColumns);
  return { value: value?.map((row) => nationalUnit(row)) ?? null, findings };
}

/** Changes since the day until which the lists are right. */
export async function loadLaterChanges(root: string): Promise<Loaded<LaterChange[]>> {
  const columns = Object.keys(laterChangeSchema.shape);
  return rowsOf(root, LATER_CHANGES_FILE, laterChangeSchema, columns);
}

/**
 * Districts and communes of all times on the ground that a province lies in, with what passed between them.
 * Only the files of that ground are read.
 * @param provinces as {@link loadProvinces} gives them
 * @param id of a province of any time
 */
export async function loadTerritory(
  root: string,
  provinces: readonly NationalUnit[],
  id: string,
): Promise<Loaded<Territory>> {
  const today = todaysProvince(provinces, id);
  if (today === null) {
    const all = provinces.filter(({ level }) => level === 'province');
    const named = (some: readonly NationalUnit[]) => some.map((one) => `${one.id} (${one.name})`);
    const near = named(nearest(id, all, OFFERED));
    // Without a near one those of today, which a new plan is of.
    const known = named(all.filter(({ successors }) => successors.length === 0));
    return {
      value: null,
      findings: [report('national-province-unknown', {}, { province: id, near, known })],
    };
  }
  const units = await rowsOf(root, unitsFile(today.id), unitRows, nationalColumns);
  const links = await rowsOf(root, linksFile(today.id), linkRows, linkColumns);
  const findings = [...units.findings, ...links.findings];
  if (units.value === null || links.value === null) return { value: null, findings };
  return { value: territoryOf(units.value, links.value), findings };
}

/** How many provinces of a near id or name are offered. */
const OFFERED = 6;

/** Today's province on the ground of one of any time; null when there is none of that id. */
export function todaysProvince(provinces: readonly NationalUnit[], id: string): NationalUnit | null {
  const province = provinces.find((one) => one.id === id && one.level === 'province');
  if (!province) return null;
  const [successor] = province.successors;
  return successor === undefined ? province : todaysProvince(provinces, successor);
}

async function rowsOf<Schema extends z.ZodType>(
  root: string,
  file: string,
  schema: Schema,
  columns: readonly string[],
): Promise<Loaded<z.output<Schema>[]>> {
  const read = await readText(root, file);
  if (read.value === null) return { value: null, findings: read.findings };
  const { rows, findings } = parseRows(read.value, file, schema, columns);
  return { value: findings.length > 0 ? null : rows.map(({ value }) => value), findings };
}
