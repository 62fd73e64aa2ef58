import type { WorkbookChange } from './changes.ts';

/** Excel tells of a change within moments; later the same cell may be changed by the user. */
const EXPECTED_MS = 5_000;

/** Tells the add-in's own writing from that of people: Excel reports both alike. */
export class OwnChanges {
  readonly #expected: { sheet: string; address: string; until: number }[] = [];
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** A cell is about to be written; the change it makes is expected once. */
  expect(sheet: string, address: string): void {
    this.#expected.push({ sheet, address, until: this.#now() + EXPECTED_MS });
  }

  /** Whether a change is one that was expected; it counts once. */
  includes({ isLocal, sheet, address }: WorkbookChange): boolean {
    const at = this.#expected.findIndex(
      (one) => isLocal && one.sheet === sheet && one.address === address && one.until >= this.#now(),
    );
    if (at < 0) return false;
    this.#expected.splice(at, 1);
    return true;
  }
}
