import { describe, expect, it } from 'vitest';
import { AcrossUnits, type UnitFigures } from '../../../core/check/across-units.ts';

/** What there is to a resident, and rates, of units whose people differ by a factor of 25. */
const COUNTS = { population: 1, households: 0.25, births: 0.018, 'poor-households': 0.03 };
const RATES = { 'poverty-rate': 12, coverage: 96 };
const PEOPLE = [8_000, 20_000, 45_000, 60_000, 90_000, 120_000, 200_000];

/** The figures of the units; none is quite in proportion. */
function province(people: readonly number[] = PEOPLE): UnitFigures[] {
  return people.map((size, at) => {
    const varied = (value: number, by: number) => value * (1 + (((at * 7 + by) % 5) - 2) * 0.15);
    const figure = (key: string, value: number, adds: boolean) => ({
      key,
      name: { vi: key, en: key },
      unit: '',
      value,
      adds,
    });
    return {
      unit: `VN12.${at}`,
      level: 'district',
      round: '2023',
      figures: [
        ...Object.entries(COUNTS).map(([key, each], by) =>
          figure(key, Math.round(varied(size * each, by)), true),
        ),
        ...Object.entries(RATES).map(([key, rate], by) => figure(key, varied(rate, by), false)),
      ],
    };
  });
}

function found(returns: readonly UnitFigures[]): string[] {
  const across = new AcrossUnits<number>();
  for (const [at, one] of returns.entries()) across.add(at, one);
  return across.found.map(({ whose, figure }) => `${whose} ${figure.key}`);
}

/** One figure of one unit times a factor. */
const slipped = (returns: UnitFigures[], unit: number, key: string, factor: number) =>
  returns.map((one, at) => ({
    ...one,
    figures: one.figures.map((figure) =>
      at === unit && figure.key === key ? { ...figure, value: figure.value * factor } : figure,
    ),
  }));

/** The returns all of whose counts are another unit's size. */
function otherSizes(returns: readonly UnitFigures[]): number[] {
  const across = new AcrossUnits<number>();
  for (const [at, one] of returns.entries()) across.add(at, one);
  return across.ofOtherSize.map(({ whose }) => whose);
}

/** All counts of one unit times a factor. */
const multiplied = (returns: UnitFigures[], unit: number, factor: number) =>
  returns.map((one, at) => ({
    ...one,
    figures: one.figures.map((figure) =>
      at === unit && figure.adds ? { ...figure, value: figure.value * factor } : figure,
    ),
  }));

describe('all counts of a unit', () => {
  const alike = province([40_000, 52_000, 60_000, 75_000, 48_000, 66_000, 81_000]);

  it.each([10, 100, 0.1, 0.01])('times %d are named once, and no figure of its own', (factor) => {
    for (const unit of [0, 3, 6]) {
      const returns = multiplied(alike, unit, factor);
      expect(otherSizes(returns)).toEqual([unit]);
      expect(found(returns)).toEqual([]);
    }
  });

  it('of units that differ in size are no slip', () => {
    expect(otherSizes(province())).toEqual([]);
    expect(otherSizes(multiplied(alike, 3, 2))).toEqual([]);
  });

  it('of one of few units say nothing', () => {
    expect(otherSizes(multiplied(alike.slice(0, 4), 1, 10))).toEqual([]);
  });

  it('where several are as large are no slip', () => {
    expect(otherSizes(multiplied(multiplied(alike, 3, 10), 5, 9))).toEqual([]);
  });
});

describe('units of one level and round', () => {
  it('that differ in size are in proportion', () => {
    expect(found(province())).toEqual([]);
  });

  it.each(
    Object.keys({ ...COUNTS, ...RATES }).flatMap((key) =>
      [100, 1_000, 0.01, 0.001].map((factor) => [key, factor] as const),
    ),
  )('%s times %d is named, and nothing else', (key, factor) => {
    for (const unit of [2, PEOPLE.length - 1])
      expect(found(slipped(province(), unit, key, factor))).toEqual([`${unit} ${key}`]);
  });

  it('some units without a rate, others nearby: nobody is accused', () => {
    const two = slipped(slipped(province(), 0, 'poverty-rate', 0.02), 1, 'poverty-rate', 0.03);
    expect(found(two)).toEqual([]);
  });

  it('too few say nothing', () => {
    expect(found(slipped(province(PEOPLE.slice(0, 4)), 1, 'coverage', 0.01))).toEqual([]);
  });

  it('other rounds and levels are no measure', () => {
    const others = province().map((one, at) => ({ ...one, round: String(2_020 + at) }));
    expect(found(slipped(others, 1, 'coverage', 0.01))).toEqual([]);
  });

  it('several returns of one unit are one unit, and no measure of each other', () => {
    const [unit, ...others] = slipped(province(), 1, 'coverage', 0.01);
    if (!unit) throw new Error('no unit');
    const copies = Array.from({ length: 9 }, () => unit);
    expect(found(slipped(copies, 1, 'coverage', 0.01))).toEqual([]);
    expect(found(slipped([...copies, ...others.slice(0, 2)], 1, 'coverage', 0.01))).toEqual([]);
    // The slip of the unit at 1 stands after its copies now.
    expect(found([...copies, ...others])).toEqual([`${copies.length} coverage`]);
  });

  it('counts each other unit once in what it says', () => {
    const across = new AcrossUnits<number>();
    const returns = slipped(province(), 1, 'coverage', 0.01);
    for (const [at, one] of [...returns, ...returns.slice(2)].entries()) across.add(at, one);
    expect(across.found.map(({ whose, others }) => [whose, others])).toEqual([[1, PEOPLE.length - 1]]);
  });

  it('a unit whose returns differ measures nobody, and each of its returns is measured', () => {
    const returns = province();
    const wrong = slipped(returns, 1, 'coverage', 0.01).slice(1, 2);
    expect(found([...returns, ...wrong])).toEqual([`${returns.length} coverage`]);
    // Four others are left beside the one whose returns differ: too few for them, enough for it.
    expect(found([...slipped(province(PEOPLE.slice(0, 5)), 3, 'coverage', 100), ...wrong])).toEqual([
      '5 coverage',
    ]);
  });
});
