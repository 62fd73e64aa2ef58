import type { Entry } from '../../core/store/entry.ts';
import { figurePlace, figureText, isFigure } from '../../core/store/entry.ts';
import type { Decision, KeptFile, StoredEntry, StoredReturn } from '../../core/store/model.ts';
import { scanOf, type FigureScan } from './figure-scan.ts';
import { sha256Of } from './originals.ts';
import { returnsAmong, type ReturnFilter } from './returns-among.ts';
import type { Additions, EntryFilter, NewDecision, NextNumbers, Original, Store } from './store.ts';

/**
 * A store that keeps nothing: what is added lies in memory, over another store that is only read. A dry run works
 * on it, and so does a question where there is no store yet.
 */
export class MemoryStore implements Store {
  readonly #base: Store | null;
  readonly #returns: StoredReturn[] = [];
  readonly #entries: StoredEntry[] = [];
  readonly #decisions: Decision[] = [];

  constructor(base: Store | null) {
    this.#base = base;
  }

  async returns(which?: ReturnFilter): Promise<StoredReturn[]> {
    // What was added may name a round of which nothing else wants what is below.
    const all = which === undefined || this.#returns.length > 0;
    const found = [...((await this.#base?.returns(all ? undefined : which)) ?? []), ...this.#returns];
    return which === undefined ? found : returnsAmong(found, which);
  }

  async entries(filter: EntryFilter): Promise<StoredEntry[]> {
    const { differing, returns, units, periods, ...exact } = filter;
    const several = {
      ...(returns ? { returns } : {}),
      ...(units ? { units } : {}),
      ...(periods ? { periods } : {}),
    };
    const below = (await this.#base?.entries({ ...exact, ...several })) ?? [];
    const asked = Object.entries(exact).filter(([, value]) => value !== undefined);
    const wanted = units && new Set(units);
    const own = this.#entries.filter(
      (entry) =>
        (returns?.includes(entry.return) ?? true) &&
        (wanted?.has(entry.unit) ?? true) &&
        (periods?.includes(entry.period) ?? true) &&
        asked.every(([name, value]) => entry[name as keyof Entry] === value),
    );
    const all = [...below, ...own];
    return differing ? differingOf(all) : all;
  }

  async units(): Promise<string[]> {
    const below = (await this.#base?.units()) ?? [];
    return [...new Set([...below, ...this.#entries.map(({ unit }) => unit)])].sort();
  }

  async periods(returns: readonly number[]): Promise<string[]> {
    const below = (await this.#base?.periods(returns)) ?? [];
    const own = this.#entries.filter((entry) => returns.includes(entry.return));
    return [...new Set([...below, ...own.map(({ period }) => period)])];
  }

  async figures(period: string): Promise<FigureScan> {
    return scanOf(await this.entries({ period }));
  }

  async decisions(): Promise<Decision[]> {
    return [...((await this.#base?.decisions()) ?? []), ...this.#decisions];
  }

  /** Of what was added here no file is kept. */
  async original(file: KeptFile): Promise<Original | null> {
    return (await this.#base?.original(file)) ?? null;
  }

  async take(
    one: Omit<StoredReturn, 'number' | 'files'>,
    entries: readonly Entry[],
    originals: readonly Original[],
  ): Promise<StoredReturn> {
    const number = ((await this.returns()).at(-1)?.number ?? 0) + 1;
    const files = originals.map(({ name, bytes }) => ({ name, sha256: sha256Of(bytes) }));
    const kept = { ...one, number, files };
    this.#returns.push(kept);
    this.#entries.push(...entries.map((entry, row) => ({ ...entry, return: number, row })));
    return kept;
  }

  async takeTogether(_unit: string, made: (next: NextNumbers) => Additions): Promise<Additions> {
    const [returns, decisions] = [await this.returns(), await this.decisions()];
    const all = made({
      return: (returns.at(-1)?.number ?? 0) + 1,
      decision: (decisions.at(-1)?.number ?? 0) + 1,
      step: 1,
    });
    for (const { one, entries } of all.returns) {
      this.#returns.push(one);
      this.#entries.push(...entries.map((entry, row) => ({ ...entry, return: one.number, row })));
    }
    this.#decisions.push(...all.decisions);
    return all;
  }

  async decide(ones: readonly NewDecision[]): Promise<Decision[]> {
    const last = (await this.decisions()).at(-1)?.number ?? 0;
    const seen = (await this.returns()).at(-1)?.number ?? 0;
    const kept = ones.map((one, at) => ({ ...one, seen, number: last + 1 + at }));
    this.#decisions.push(...kept);
    return kept;
  }

  async close(): Promise<void> {
    await this.#base?.close();
  }
}

function differingOf(entries: readonly StoredEntry[]): StoredEntry[] {
  const figures = entries.filter(isFigure);
  const keys = figures.map((entry) => `${figurePlace(entry)}|${entry.vintage}`);
  const [said, differing] = [new Map<string, string>(), new Set<string>()];
  for (const [at, entry] of figures.entries()) {
    const [key = '', text] = [keys[at], figureText(entry)];
    const before = said.get(key);
    if (before === undefined) said.set(key, text);
    else if (before !== text) differing.add(key);
  }
  return differing.size === 0 ? [] : figures.filter((_, at) => differing.has(keys[at] ?? ''));
}
