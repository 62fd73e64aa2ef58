import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { figureTable, lookedAt, SAID, type FigureTable } from '../../../core/consolidate/figure-table.ts';
import { PLANNER, type Entry } from '../../../core/store/entry.ts';
import { openStore } from '../../../generator/store/home.ts';
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

describe('figures read from the database as columns', () => {
  it('are the same as those of its entries, one by one and in digits', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chitieu-scan-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const store = await openStore(join(folder, 'store'), '2024-01-31T08:00:00+07:00');
    let number = 0;
    for (const sample of fc.sample(lines, { numRuns: 6, seed: 41 })) {
      number += 1;
      const entries = sample.map(({ isGiven, said: one, ...where }): Entry =>
        entry({ ...where, reporter: isGiven && 'value' in one ? PLANNER : where.unit, ...one }),
      );
      await store.take({ ...arriving(1), sha256: `sha-${number}` }, entries, []);
    }
    const { table, read } = await store.figures('2023');
    const entries = await store.entries({ period: '2023' });
    const expected = figureTable(entries);
    expect(rowsOf(table)).toEqual(rowsOf(expected));
    expect(new Map(table.keys.map((key, at) => [key, table.lines[at]]))).toEqual(
      new Map(expected.keys.map((key, at) => [key, expected.lines[at]])),
    );
    expect(new Set(table.said)).toEqual(new Set([SAID.number, SAID['-'], SAID['...'], SAID.x, SAID.look]));

    const few = lookedAt(table, ['VN12']);
    expect(() => table.entry(few[0] ?? 0)).toThrow(RangeError);
    await read(few);
    const keyOf = (one: { return: number; row: number }) => `${one.return}/${one.row}`;
    const stored = new Map(entries.map((one) => [keyOf(one), one]));
    for (const at of few) expect(table.entry(at)).toEqual(stored.get(keyOf(table.entry(at))));
    await read('all');
    await store.close();
    for (const at of table.unit.keys()) {
      const one = table.entry(at);
      expect(one).toEqual(stored.get(keyOf(one)));
      expect([one.unit, one.return]).toEqual([table.units[table.unit[at] ?? 0], table.of[at]]);
    }
  });
});
