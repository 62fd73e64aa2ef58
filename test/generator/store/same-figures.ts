import fc from 'fast-check';
import { expect } from 'vitest';
import {
  figureTable,
  lookedAt,
  observationsOf,
  SAID,
  type FigureTable,
} from '../../../core/consolidate/figure-table.ts';
import { PLANNER, type Entry } from '../../../core/store/entry.ts';
import type { Store } from '../../../generator/store/store.ts';
import { arriving, entry } from '../../core/store/fixture.ts';

const UNITS = ['VN12', 'VN12.106', "VN12.'107", 'VN12.108'];

const said = fc.oneof(
  fc
    .tuple(
      fc.oneof(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.bigInt({ min: 0n, max: 10n ** 7n })),
      fc.integer({ min: 0, max: 6 }),
    )
    .map(([units, decimals]) => ({ value: decimalText(units, decimals) })),
  fc.constantFrom('-', '...', 'x').map((sign) => ({ sign })),
  fc.constant({ reason: 'Chưa có số' }),
  fc.constantFrom('hai\tdòng\r\n', '\\N', '\\t\\', '👩‍🌾').map((reason) => ({ value: '7', reason })),
);
const lines = fc.array(
  fc.record({
    unit: fc.constantFrom(...UNITS),
    indicator: fc.constantFrom('poverty-rate', 'poor-households', 'new-jobs'),
    stratum: fc.constantFrom('_T', 'female'),
    period: fc.constantFrom('2023', '2023', '2023', '2022'),
    isGiven: fc.boolean(),
    said,
  }),
  { minLength: 1, maxLength: 60 },
);

/** Digits as entries hold them. */
function decimalText(units: bigint, decimals: number): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return `${units < 0n ? '-' : ''}${digits.slice(0, cut)}${decimals > 0 ? `.${digits.slice(cut)}` : ''}`;
}

/** What a table says, figure by figure, whatever the order. */
function rowsOf({ units, keys, unit, key, of, said: what, amount }: FigureTable) {
  return Array.from(unit, (at, row) =>
    [units[at], keys[key[row] ?? 0], of[row], what[row], amount[row]].join(),
  ).sort();
}

/** How many observations there are of each key. */
function linesOf(table: FigureTable): Map<string, number> {
  const counts = table.keys.map((key, at) => [key, observationsOf(table, new Set([at]))] as const);
  return new Map(counts.filter(([, count]) => count !== 0));
}

/**
 * Puts figures of every kind into an empty store and holds its columns against its entries, one by one and in digits.
 * @param open the store, to be asked only
 */
export async function requireSameFigures(empty: Store, open: () => Promise<Store>): Promise<void> {
  let number = 0;
  for (const sample of fc.sample(lines, { numRuns: 6, seed: 41 })) {
    number += 1;
    const entries = sample.map(({ isGiven, said: one, ...where }): Entry =>
      entry({ ...where, reporter: isGiven && 'value' in one ? PLANNER : where.unit, ...one }),
    );
    await empty.take({ ...arriving(1), sha256: `sha-${number}` }, entries, []);
  }
  await empty.close();
  const store = await open();
  const { table, read } = await store.figures('2023');
  const entries = await store.entries({ period: '2023' });
  const expected = figureTable(entries);
  expect(rowsOf(table)).toEqual(rowsOf(expected));
  expect(linesOf(table)).toEqual(linesOf(expected));
  expect(new Set(table.said)).toEqual(new Set([SAID.number, SAID['-'], SAID['...'], SAID.x, SAID.look]));

  const few = lookedAt(table, ['VN12']);
  expect(() => table.entry(few[0] ?? 0)).toThrow(RangeError);
  await read(few);
  const keyOf = (one: { return: number; row: number }) => `${one.return}/${one.row}`;
  const stored = new Map(entries.map((one) => [keyOf(one), one]));
  for (const at of few) expect(table.entry(at)).toEqual(stored.get(keyOf(table.entry(at))));
  await read('all');
  const none = await store.figures('2019');
  expect([none.table.unit.length, linesOf(none.table).size]).toEqual([0, 0]);
  await store.close();
  for (const at of table.unit.keys()) {
    const one = table.entry(at);
    expect(one).toEqual(stored.get(keyOf(one)));
    expect([one.unit, one.return]).toEqual([table.units[table.unit[at] ?? 0], table.of[at]]);
  }
}
