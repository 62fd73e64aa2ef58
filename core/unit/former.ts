import type { Unit } from './unit.ts';

/** The units of another level that governed a unit's ground before it, as far as a list names them. */
export function formerUnits(unit: Unit, ever: readonly Unit[]): Unit[] {
  return ever.filter(({ level, successors }) => level !== unit.level && successors.includes(unit.id));
}

/** A tag that some of a unit's ground had and some had not. */
export interface MixedTag {
  unit: Unit;
  tag: string;
  /** Former units that carry the tag. */
  tagged: Unit[];
  /** Former units that do not. */
  others: Unit[];
}

/**
 * What communes have of the tags of the districts before them: a tag that all of their ground had passes on, one
 * that only a part of it had does not, and somebody has to say. Units without a former one are left out.
 * @param ever the units of all times, which name their successors
 * @param tags the tags that matter
 */
export function inheritedTags(
  ever: readonly Unit[],
  tags: readonly string[],
): { whole: { unit: Unit; tags: string[] }[]; mixed: MixedTag[] } {
  const whole: { unit: Unit; tags: string[] }[] = [];
  const mixed: MixedTag[] = [];
  for (const unit of ever) {
    const former = formerUnits(unit, ever);
    if (former.length === 0) continue;
    const has = (tag: string) => (one: Unit) => one.tags.includes(tag);
    whole.push({ unit, tags: tags.filter((tag) => former.every(has(tag))) });
    for (const tag of tags) {
      const tagged = former.filter(has(tag));
      const others = former.filter((one) => !tagged.includes(one));
      if (tagged.length > 0 && others.length > 0) mixed.push({ unit, tag, tagged, others });
    }
  }
  return { whole: whole.filter((one) => one.tags.length > 0), mixed };
}
