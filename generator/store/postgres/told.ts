import type { Decision, StoredReturn } from '../../../core/store/model.ts';
import { provinceOfNumber, type Province } from './province.ts';

/** What a store has told of, and how far that goes in each province. */
export class Told<One extends StoredReturn | Decision> {
  #all: One[] = [];
  readonly #last = new Map<Province, number>();

  /** In the order of numbers. */
  get all(): One[] {
    return [...this.#all];
  }

  /** The highest number; 0 where there is none. */
  get highest(): number {
    return this.#all.at(-1)?.number ?? 0;
  }

  /** The last number of a province; 0 where there is none. */
  lastOf(province: Province): number {
    return this.#last.get(province) ?? 0;
  }

  /** Takes what is new. @param ones above all of their provinces so far */
  add(ones: readonly One[]): void {
    if (ones.length === 0) return;
    this.#all = [...this.#all, ...ones].sort((a, b) => a.number - b.number);
    for (const { number } of ones) {
      const province = provinceOfNumber(number);
      this.#last.set(province, Math.max(number, this.lastOf(province)));
    }
  }
}
