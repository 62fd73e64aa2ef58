import * as z from 'zod';
import { listOf, slug, text } from '../base/fields.ts';
import { unitLevels } from './levels.ts';

const list = z.string().transform((cell) => cell.split(/\s+/u).filter((word) => word !== ''));
const optionalText = z.string().transform((cell) => (cell === '' ? null : cell));

/**
 * A unit as a list of units has it, one a row. `id` is never reused: `VN` (the country), `VN12` (province),
 * `VN12.105` (district, GSO code 105), `VN12.03388` (commune), `VN12.BHXH` (department); a unit that is set up
 * anew on the same code gets the year, `VN51-2025`, `VN12.03388-2025`. The part before the dot is the code of
 * the province at that time.
 */
export const unitRowSchema = z.strictObject({
  id: z
    .string()
    .regex(
      /^VN(?:\d{2}(?:\.[A-Z0-9]+)?(?:-\d{4})?)?$/u,
      'a unit id such as VN12, VN12.105, VN51-2025 or VN12.03388-2025',
    ),
  /** Code in the national list of administrative units (GSO). */
  code: optionalText,
  name: text,
  level: z.enum(unitLevels),
  /** Id of the unit above; empty for a province. */
  parent: optionalText,
  /** ISO date from which the unit exists in this form; empty: before any plan we know. */
  validFrom: optionalText,
  validTo: optionalText,
  /** Ids of the units that followed it. */
  successors: list,
  /** Tags that strata refer to: poor, mountain, lowland, island … */
  tags: list.pipe(listOf(slug, 50)),
  /** Names of the columns that could not be verified. */
  unverified: list,
});

/** Columns of a unit file, in order. */
export const unitColumns = Object.keys(unitRowSchema.shape) as (keyof Unit)[];

/** A reporting unit (đơn vị báo cáo). */
export type Unit = z.output<typeof unitRowSchema>;

/**
 * One row of seeds/units/<set>.csv: which strata of a plan a unit belongs to. Memberships are the plan's, they
 * change between plans; everything else about a unit stands in the national list.
 */
export const membershipRowSchema = unitRowSchema.pick({ id: true, tags: true, unverified: true });

/** Columns of a file of memberships, in order. */
export const membershipColumns = Object.keys(membershipRowSchema.shape) as (keyof Membership)[];

export type Membership = z.output<typeof membershipRowSchema>;

/** Whether an id is a commune's: `VN12.03388`, `VN12.03388-2025`. */
export function isCommuneId(id: string): boolean {
  return /^VN\d{2}\.\d{5}(?:-\d{4})?$/u.test(id);
}

/** The code in the national list that an id is made from (`12`, `105`, `03388`); null where it is none. */
export function nationalCode(id: string): string | null {
  return /^VN(?:\d{2}\.)?(\d+)(?:-\d{4})?$/u.exec(id)?.[1] ?? null;
}
