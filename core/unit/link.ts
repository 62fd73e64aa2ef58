import * as z from 'zod';
import { unitRowSchema } from './unit.ts';

/**
 * What of an old commune passed to a new one: all of it; a part of its area and people; area without people;
 * people without area; a part of its area with all its people; all its area with a part of its people.
 */
const linkParts = ['whole', 'part', 'area', 'people', 'all-people', 'all-area'] as const;
export type LinkPart = (typeof linkParts)[number];

/**
 * One row of seeds/units/vn/links/<province>.csv: an old commune and a new one that took it over, in whole or
 * in part. Where a place had no commune, `old` is the district that governed it.
 */
export const linkRowSchema = z.strictObject({
  old: unitRowSchema.shape.id,
  new: unitRowSchema.shape.id,
  part: z.enum(linkParts),
});

/** Columns of a file of links, in order. */
export const linkColumns = Object.keys(linkRowSchema.shape) as (keyof Link)[];

export type Link = z.output<typeof linkRowSchema>;

/** Old and new units whose figures add up to the same only all together. */
export interface ExactGroup {
  old: string[];
  new: string[];
}

/**
 * The smallest groups of old and new units that cover the same ground and people, by the id of every member.
 * A group with one new unit is an exact sum of whole old ones; counts of a larger one add up only together.
 * @param links of one province or more; groups never reach beyond a province
 */
export function exactGroups(links: readonly Link[]): ReadonlyMap<string, ExactGroup> {
  const groups = new Map<string, ExactGroup>();
  for (const { old, new: later } of links) {
    const one = groups.get(old) ?? { old: [old], new: [] };
    const other = groups.get(later) ?? { old: [], new: [later] };
    if (one === other && groups.has(old)) continue;
    const joined = { old: [...one.old, ...other.old], new: [...one.new, ...other.new] };
    for (const id of [...joined.old, ...joined.new]) groups.set(id, joined);
  }
  return groups;
}
