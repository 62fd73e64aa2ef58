import type { Random } from './random.ts';

/** How units differ from each other and years from each other, in the true series of a form. */
export interface Nature {
  /** The logarithm of a unit's people to those of the usual unit of its level. */
  size: (random: Random) => number;
  /** How much the counts to a resident differ from unit to unit, a deviation in logarithms. */
  ratioDeviation: number;
  /** What part of the whole a group has. */
  groupPart: readonly [number, number];
  /** What a share starts at, as a part of its target: of one that nearly everybody is to reach, and of another. */
  start: { nearWhole: readonly [number, number]; other: readonly [number, number] };
  /** How far a share moves in a year whose usual step is given. */
  shareMove: (random: Random, step: number, value: number) => number;
  /** The factor of a year for a count or amount that grows by `mean`. */
  growth: (random: Random, mean: number, value: number, isAmount: boolean) => number;
  /** How much the years of a flow, and of what a total is made of, differ. */
  flowDeviation: { year: number; total: number };
}

/** One province, whose years follow its plan closely. */
const even: Nature = {
  size: (random) => random.noise(0.4),
  ratioDeviation: 0.15,
  groupPart: [0.1, 0.4],
  start: { nearWhole: [0.8, 1], other: [0.6, 1] },
  shareMove: (random, step, value) => step + random.noise(Math.min(0.6, 0.03 * Math.max(value, 0.05))),
  growth: (random, mean, _value, isAmount) => 1 + mean + random.noise(isAmount ? 0.02 : 0.025),
  flowDeviation: { year: 0.08, total: 0.15 },
};

/**
 * Units that are much smaller and larger, poor and rich, and whose years come and go: each form draws what is usual to
 * it. Rules that were fitted to one trend and one noise show here.
 */
function varied(drawn: Random): Nature {
  const [rush, shake, shocks] = [drawn.between(0.5, 1.6), drawn.between(0.4, 1.4), drawn.between(0, 0.06)];
  const low = drawn.between(0.7, 0.85);
  return {
    size: (random) => random.uniform() * 2 - 1.1,
    ratioDeviation: drawn.between(0.1, 0.4),
    groupPart: [0.05, 0.5],
    start: { nearWhole: [low, 1.02], other: [low - 0.25, 1.05] },
    shareMove(random, step, value) {
      const shock = random.uniform() < shocks ? random.noise(2.5) * Math.min(1, value / 50) : 0;
      const most = Math.min(1.2, 0.05 * Math.max(value, 0.05));
      return rush * step * random.between(0, 2) + shock + shake * most * (random.uniform() - 0.5);
    },
    growth(random, mean, value, isAmount) {
      const own = random.uniform() < shocks ? random.noise(0.08) : random.noise(0.018 * shake);
      // A few people come and go however even the years are.
      const few = isAmount ? 0 : random.noise(0.3) / Math.sqrt(Math.max(4, value));
      return Math.max(0.3, 1 + rush * mean * random.between(-1, 3) + own + few);
    },
    flowDeviation: { year: 0.1 * shake, total: 0.2 * shake },
  };
}

/** The natures by name; each form draws its own. */
export const natures = { even: () => even, varied } satisfies Record<string, (drawn: Random) => Nature>;
export type NatureName = keyof typeof natures;

export function isNature(name: string): name is NatureName {
  return Object.hasOwn(natures, name);
}
