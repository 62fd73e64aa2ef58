import { beforeAll, describe, it } from 'vitest';
import { NothingToDamage } from './damage.ts';
import { damages } from './damages/index.ts';
import { countMemoryFromHere, expectSound } from './expect-sound.ts';
import { outcomeOf } from './outcome.ts';
import { subjectOf, type Which } from './subject.ts';

/**
 * Others, which take turns: a district, a department, half a year, two plans in one workbook; of what their plans ask,
 * all there is for the department, and what shows every sort of it for the others.
 */
const OTHERS: readonly Which[] = [
  { plans: ['quang-ngai-2021'], reporter: 'VN51.522', round: '2023', part: 'every sort' },
  { plans: ['lai-chau-2012'], reporter: 'VN12.SYT', round: '2014' },
  { plans: ['thai-binh-2013'], reporter: 'VN34.336', round: '2015-S1', part: 'every sort' },
  { plans: ['lai-chau-2021', 'lai-chau-2024'], reporter: 'VN12.106', round: '2025', part: 'every sort' },
];

beforeAll(countMemoryFromHere);

// The rest says the same of any file.
const all = damages.slice(0, 4).flatMap((one) => one.damages);

// One workbook after the other: what a check takes apart of its formulas is not forgotten between two damages.
describe.each(
  OTHERS.map((which, at) => [`${which.plans.join(' and ')}, ${which.reporter}`, which, at] as const),
)('on the workbook of %s', (_name, which, turn) => {
  const its = all.filter((_, at) => at % OTHERS.length === turn);
  it.each(its.map((one) => [one.name, one] as const))('%s', async (_, damage) => {
    const subject = await subjectOf(which);
    let bytes: Uint8Array;
    try {
      bytes = await damage.damage(subject);
    } catch (error) {
      // A workbook without baselines has none to damage.
      if (error instanceof NothingToDamage) return;
      throw error;
    }
    expectSound(damage, await outcomeOf(subject, bytes), false);
  });
});
