import type { Indicator } from '../../catalogue/schema.ts';

/** Units of things and bodies; a count of anything else may be of persons or of the homes they live in. */
const THINGS: ReadonlySet<string> = new Set([
  ...['xã', 'phường', 'thôn', 'huyện', 'tiêu chí'],
  ...['trạm', 'trường', 'cơ sở', 'cơ quan', 'giường'],
]);

/** Whether a count is one of persons or households. A unit that nobody has thought of counts as one. */
export function isOfPeople({ measure, unit }: Pick<Indicator, 'measure' | 'unit'>): boolean {
  return measure === 'count' && !THINGS.has(unit);
}
