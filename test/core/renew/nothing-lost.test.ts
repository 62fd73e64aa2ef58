import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../core/changes/change-map.ts';
import { add, exactOf, exactText, multiply, ZERO } from '../../../core/consolidate/exact.ts';
import type { EarlierFigure } from '../../../core/renew/earlier.ts';
import { placeOf } from '../../../core/renew/earlier.ts';
import type { RollOverLine } from '../../../core/renew/line.ts';
import type { FilledFigure } from '../../../core/renew/input.ts';
import { sumsAgree, sumsOf } from '../../../core/renew/sums.ts';
import { vintages } from '../../../core/observation/vintage.ts';
import { cell, changeMap, COUNTS, figure, KEYS, link, rolled } from './fixture.ts';

/** Old units, those that followed them, and those that followed these. */
const UNITS = ['VN01.1', 'VN01.2', 'VN01.3', 'VN01.4', 'VN01.11', 'VN01.12', 'VN01.13', 'VN01.21', 'VN01.22'];
const PERIODS = ['2019', '2020', '2021'];

const unit = fc.constantFrom(...UNITS);
const key = fc.constantFrom(...KEYS);
const countKey = fc.constantFrom(...COUNTS.map((id) => `${id}|_T`));
const period = fc.constantFrom(...PERIODS);
const text = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .integer({ min: -999, max: 99_999 })
      .map((n) => exactText({ units: BigInt(n), scale: Math.abs(n) % 3 })),
  },
  { weight: 1, arbitrary: fc.constantFrom('-', '...', 'x') },
);

/** One figure a place. */
const figures = fc
  .uniqueArray(fc.tuple(unit, key, period), { selector: (place) => place.join(), maxLength: 60 })
  .chain((places) =>
    fc.tuple(
      ...places.map(([u, k, p]) =>
        fc
          .tuple(text, fc.constantFrom(...vintages))
          .map(([value, vintage]) => ({ ...figure(u, k, p, value), vintage })),
      ),
    ),
  );
const cells = fc
  .uniqueArray(fc.tuple(unit, key, period), { selector: (place) => place.join(), maxLength: 120 })
  .map((all) => all.map((place) => cell(...place)));

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ change: fc.constant('rename' as const), from: countKey, to: countKey }),
  fc.record({
    change: fc.constant('factor' as const),
    from: countKey,
    to: countKey,
    factor: fc.constantFrom('1000', '0.001', '2.5'),
  }),
  fc.record({
    change: fc.constant('merge' as const),
    from: fc.uniqueArray(countKey, { minLength: 2, maxLength: 3 }),
    to: countKey,
  }),
  fc.record({
    change: fc.constant('split' as const),
    from: key,
    to: fc.uniqueArray(countKey, { minLength: 2, maxLength: 3 }),
  }),
  fc.record({ change: fc.constant('retire' as const), from: key }),
  fc.record({ change: fc.constant('break' as const), from: key, to: key, reason: fc.constant('khác') }),
  key.map((own): Change => ({ change: 'break', from: own, to: own, since: 2020, reason: 'chuẩn mới' })),
  fc.record({
    change: fc.constant('undecided' as const),
    from: key,
    to: fc.constant<string[]>([]),
    question: fc.constant('?'),
  }),
);
/** Maps as somebody might write them, circles and contradictions among them. */
const maps = fc.array(
  fc.array(change, { maxLength: 6 }).map((all) => changeMap(...all)),
  { maxLength: 2 },
);
const links = fc
  .uniqueArray(
    fc.oneof(
      fc.tuple(fc.constantFrom(...UNITS.slice(0, 4)), fc.constantFrom(...UNITS.slice(4, 7))),
      fc.tuple(fc.constantFrom(...UNITS.slice(4, 7)), fc.constantFrom(...UNITS.slice(7))),
    ),
    {
      selector: (ends) => ends.join(),
      maxLength: 10,
    },
  )
  .map((all) => all.map((ends) => link(...ends)));

const world = fc.record({ earlier: figures, cells, maps, links });
/** Every cell there can be, and series that break off. */
const brokenWorld = fc.record({
  earlier: figures,
  cells: fc.constant(UNITS.flatMap((u) => KEYS.flatMap((k) => PERIODS.map((p) => cell(u, k, p))))),
  maps: fc
    .array(
      fc.oneof(
        fc.record({ change: fc.constant('break' as const), from: key, to: key, reason: fc.constant('khác') }),
        key.map((own): Change => ({ change: 'break', from: own, to: own, since: 2020, reason: 'chuẩn mới' })),
        change,
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((all) => [changeMap(...all)]),
  links,
});
const RUNS = { numRuns: 400 };

/** A figure and the count that it is made of: what is counted otherwise makes another share. */
const withNumerator = (of: string) => (of === 'share|_T' ? [of, 'count-0|_T'] : [of]);

/** The cell of a line as text. */
const cellsOfLine = ({ to }: RollOverLine) => to.map(placeOf);

/** What the lines say that a cell holds. */
function saidBy(lines: readonly RollOverLine[], place: string): string {
  const parts = lines.flatMap(({ figure: one, to }) =>
    to.filter((target) => placeOf(target) === place).map(({ factor }) => ({ one, factor })),
  );
  return exactText(
    parts.reduce(
      (sum, { one, factor }) =>
        one.value === null ? sum : add(sum, multiply(exactOf(one.value), exactOf(factor))),
      ZERO,
    ),
  );
}

function asEarlier({
  unit: of,
  key: k,
  period: p,
  vintage,
  value,
  sign,
  source,
}: FilledFigure): EarlierFigure {
  return { kind: 'figure', unit: of, key: k, period: p, vintage, value, sign, reporter: of, source };
}

const said = (all: readonly FilledFigure[]) => all.map((one) => JSON.stringify(one)).sort();

describe('whatever figures, change maps, links and cells there are', () => {
  it('loses no figure: each stands in one line, in a cell or with the reason why in none', () => {
    fc.assert(
      fc.property(world, (input) => {
        const { lines } = rolled(input);
        expect(lines.map((line) => line.figure)).toEqual(input.earlier);
        for (const { outcome, why, to } of lines) {
          expect(to.length > 0).toBe(outcome === 'carried' || outcome === 'converted');
          expect(why === null).toBe(to.length > 0);
        }
      }),
      RUNS,
    );
  });

  it('invents none: a cell is filled with what its lines come to, digit for digit', () => {
    fc.assert(
      fc.property(world, (input) => {
        const { figures: filled, lines } = rolled(input);
        const wanted = new Set(input.cells.map(placeOf));
        const places = filled.map(placeOf);
        expect(new Set(places).size).toBe(places.length);
        for (const one of filled) {
          expect(wanted).toContain(placeOf(one));
          if (one.sign === null) expect(one.value).toBe(saidBy(lines, placeOf(one)));
        }
        expect(new Set(lines.flatMap(cellsOfLine))).toEqual(new Set(places));
      }),
      RUNS,
    );
  });

  it('leaves a figure of the very place as it is, but for one before a break', () => {
    fc.assert(
      fc.property(world, (input) => {
        const { figures: filled } = rolled(input);
        const now = new Map(filled.map((one) => [placeOf(one), one]));
        const broken = new Set(
          input.maps.flatMap(({ changes }) =>
            changes.flatMap((one) =>
              one.change === 'break' && one.since !== undefined ? withNumerator(one.from) : [],
            ),
          ),
        );
        const wanted = new Set(input.cells.map(placeOf));
        for (const one of input.earlier.filter((each) => wanted.has(placeOf(each)))) {
          const isBroken = broken.has(one.key) && Number(one.period) < 2020;
          const found = now.get(placeOf(one));
          if (!isBroken)
            expect(found).toMatchObject({ value: one.value, sign: one.sign, vintage: one.vintage });
          else expect(found?.source).not.toBe(one.source);
        }
      }),
      RUNS,
    );
  });

  it('never divides a unit: what passed to several goes nowhere, and a sum has all its parts', () => {
    fc.assert(
      fc.property(world, (input) => {
        const { lines } = rolled({ ...input, maps: [] });
        const successors = (old: string) => input.links.filter((one) => one.old === old).length;
        for (const { figure: one, to } of lines)
          for (const target of to.filter((each) => each.unit !== one.unit)) {
            expect(successors(one.unit)).toBe(1);
            const parts = lines.filter((line) => cellsOfLine(line).includes(placeOf(target)));
            expect(parts).toHaveLength(target.parts);
            const olds = input.links.filter((each) => each.new === target.unit).length;
            expect(parts.length).toBeGreaterThanOrEqual(olds);
            if (olds > 1) expect(COUNTS.map((id) => `${id}|_T`)).toContain(target.key);
          }
      }),
      RUNS,
    );
  });

  it('keeps sums: before by what became of them, and in the cells by what went into them', () => {
    fc.assert(
      fc.property(world, (input) => {
        const sums = sumsOf(rolled(input));
        expect(sumsAgree(sums.now)).toBe(true);
        for (const { before, by } of sums.earlier) {
          const parts = Object.values(by);
          expect(parts.reduce((all, { count }) => all + count, 0)).toBe(before.count);
          expect(exactText(parts.reduce((all, { sum }) => add(all, exactOf(sum)), ZERO))).toBe(before.sum);
        }
        expect(sums.earlier.reduce((all, { before }) => all + before.count, 0)).toBe(input.earlier.length);
      }),
      RUNS,
    );
  });

  it('done twice gives what it gives once, with or without what was kept aside', () => {
    fc.assert(
      fc.property(world, (input) => {
        const once = rolled(input);
        const carried = once.figures.map(asEarlier);
        const twice = rolled({ ...input, earlier: carried });
        expect(said(twice.figures)).toEqual(said(once.figures));
        expect(twice.lines.every(({ outcome }) => outcome === 'carried')).toBe(true);
        const aside = once.lines.filter(({ to }) => to.length === 0).map((line) => line.figure);
        const known = new Set(carried.map(placeOf));
        const again = rolled({
          ...input,
          earlier: [...carried, ...aside.filter((one) => !known.has(placeOf(one)))],
        });
        expect(said(again.figures)).toEqual(said(once.figures));
      }),
      RUNS,
    );
  });

  it('gives the same where units that have nothing to do with each other are worked on one after the other', () => {
    fc.assert(
      fc.property(fc.oneof(world, brokenWorld), fc.integer({ min: 1, max: 40 }), (input, most) => {
        const [whole, parts] = [rolled(input), rolled(input, most)];
        expect(parts.lines).toEqual(whole.lines);
        expect(said(parts.figures)).toEqual(said(whole.figures));
        const texts = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).sort();
        expect(texts(parts.breaks)).toEqual(texts(whole.breaks));
      }),
      RUNS,
    );
  });

  it('names what was broken off beside blank cells alone, a figure each that is in no cell of its series', () => {
    let named = 0;
    fc.assert(
      fc.property(brokenWorld, (input) => {
        const { figures: filled, breaks, lines } = rolled(input);
        const wanted = new Set(input.cells.map(placeOf));
        const full = new Set(filled.map(placeOf));
        const places = breaks.map(placeOf);
        expect(new Set(places).size).toBe(places.length);
        const ends = input.maps.flatMap(({ changes }) =>
          changes.flatMap((one) => {
            if (one.change !== 'break') return [];
            const isOwn = one.since !== undefined && one.from === one.to;
            return isOwn
              ? withNumerator(one.from).map((each) => `${each} ${each}`)
              : [`${one.from} ${one.to}`];
          }),
        );
        for (const one of breaks) {
          expect(wanted).toContain(placeOf(one));
          expect(full).not.toContain(placeOf(one));
          // It is the earlier figure itself, of the same unit and period, by a break that somebody wrote down.
          expect(input.earlier).toContain(one.figure);
          expect(one.figure).toMatchObject({ unit: one.unit, period: one.period });
          expect(ends).toContain(`${one.figure.key} ${one.key}`);
          const line = lines.find(({ figure: of }) => of === one.figure);
          expect(line).toMatchObject({ why: 'break', to: [] });
        }
        named += breaks.length;
      }),
      RUNS,
    );
    expect(named).toBeGreaterThan(50);
  });

  it('breaks off where a series does, again when it is renewed again, and never adds over a break', () => {
    fc.assert(
      fc.property(brokenWorld, (input) => {
        const first = rolled(input);
        const kept = first.lines.filter(({ to }) => to.length === 0).map(({ figure: one }) => one);
        const again = rolled({ ...input, earlier: [...kept, ...first.figures.map(asEarlier)] });
        const told = (all: typeof first.breaks) =>
          all.map(({ unit: of, key: k, period: p }) => [of, k, p].join()).sort();
        for (const place of told(first.breaks)) expect(told(again.breaks)).toContain(place);
      }),
      RUNS,
    );
  });
});
