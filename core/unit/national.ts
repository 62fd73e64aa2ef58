import * as z from 'zod';
import type { Link } from './link.ts';
import { nationalCode, unitRowSchema, type Unit } from './unit.ts';
import { existsOn } from './validity.ts';

const { id, name, level, parent, validFrom, validTo, successors, unverified } = unitRowSchema.shape;

/**
 * One row of the national list of units (seeds/units/vn). A province or an earlier unit names its successors;
 * those of communes and districts follow from the links.
 */
export const nationalRowSchema = z.strictObject({
  id,
  name,
  level,
  parent,
  validFrom,
  validTo,
  successors,
  /** The document that set the unit up or ended it, where the list as a whole does not say it. */
  decision: z.string(),
  unverified,
});

/** Columns of the files of the national list, in order. */
export const nationalColumns = Object.keys(nationalRowSchema.shape) as (keyof NationalRow)[];

export type NationalRow = z.output<typeof nationalRowSchema>;

/** A unit of the national list. Which strata it belongs to is said by plans, not here. */
export interface NationalUnit extends Unit {
  decision: string | null;
}

/** The units of all times on the ground of one of today's provinces, and what passed from old ones to new ones. */
export interface Territory {
  units: NationalUnit[];
  links: Link[];
}

/** Puts the rows of a territory and its links together: every old unit gets its successors. */
export function territoryOf(rows: readonly NationalRow[], links: readonly Link[]): Territory {
  const parents = new Map(rows.map((row) => [row.id, row.parent]));
  const followed = new Map<string, Set<string>>();
  for (const { old, new: later } of links) {
    const district = parents.get(old) ?? null;
    for (const earlier of [old, district]) {
      if (earlier !== null) followed.set(earlier, (followed.get(earlier) ?? new Set()).add(later));
    }
  }
  return { units: rows.map((row) => nationalUnit(row, followed.get(row.id))), links: [...links] };
}

/** A row as the unit it describes. */
export function nationalUnit(row: NationalRow, successors: Iterable<string> = []): NationalUnit {
  // Field by field: there are ten thousand rows, and copies of what is left of an object take their time.
  return {
    id: row.id,
    code: nationalCode(row.id),
    name: row.name,
    level: row.level,
    parent: row.parent,
    validFrom: row.validFrom,
    validTo: row.validTo,
    successors: [...new Set([...row.successors, ...successors])],
    tags: [],
    unverified: row.unverified,
    decision: row.decision === '' ? null : row.decision,
  };
}

/** The units of a list that exist on a day (ISO date), as far as the list says. */
export function unitsOn<Listed extends Unit>(units: readonly Listed[], date: string): Listed[] {
  return units.filter((unit) => existsOn(unit, date));
}

/**
 * The units that report below a province: districts until there were none, communes since then; old communes
 * reported to their district.
 */
export function reportingBelow<Listed extends Unit>(units: readonly Listed[]): Listed[] {
  const provinces = new Set(units.filter(({ level }) => level === 'province').map((unit) => unit.id));
  return units.filter(({ parent }) => parent !== null && provinces.has(parent));
}
