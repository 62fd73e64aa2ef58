import { figureTable, type FigureTable } from '../../core/consolidate/figure-table.ts';
import type { StoredEntry } from '../../core/store/model.ts';
import { sha256Of } from './originals.ts';
import type { Store } from './store.ts';

/** SHA-256 of what the figures of a return say, whatever their order, by the number of the return. */
type Said = Map<number, string>;

/** Holds the columns in which a store gives figures for adding up against its entries. */
export function figuresHeld() {
  const expected = new Map<string, Said>();
  return {
    /** @param entries of one return */
    add(entries: readonly StoredEntry[]): void {
      const observed = entries.filter(({ table }) => table === 'observations');
      for (const period of new Set(observed.map((one) => one.period))) {
        const held = expected.get(period) ?? new Map<number, string>();
        expected.set(period, held);
        const said = saidIn(figureTable(observed.filter((one) => one.period === period)));
        for (const [of, sha256] of said) held.set(of, sha256);
      }
    },

    /** @returns numbers of returns whose figures are added up otherwise than their entries say */
    async against(store: Store): Promise<number[]> {
      const differing = new Set<number>();
      for (const [period, held] of expected) {
        const found = saidIn((await store.figures(period)).table);
        for (const of of [...held.keys(), ...found.keys()])
          if (held.get(of) !== found.get(of)) differing.add(of);
      }
      return [...differing].sort((a, b) => a - b);
    },
  };
}

function saidIn({ units, keys, unit, key, of, said, amount }: FigureTable): Said {
  const lines = new Map<number, string[]>();
  for (let at = 0; at < of.length; at += 1) {
    const line = [units[unit[at] ?? -1], keys[key[at] ?? -1], said[at], amount[at]].join('|');
    const own = lines.get(of[at] ?? 0);
    if (own) own.push(line);
    else lines.set(of[at] ?? 0, [line]);
  }
  return new Map([...lines].map(([number, own]) => [number, sha256Of(own.sort().join('\n'))]));
}
