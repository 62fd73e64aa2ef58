import type { Reason } from './workbench.ts';

/** Reasons by row as they stand in a workbook; rows without a reason cell are not in it. */
export type StandingReasons = ReadonlyMap<string, string>;

/**
 * Reasons that were typed and are not in the workbook yet, by row key: they outlast the finding they were typed
 * under. Each remembers what stood in the cell when its typing began, so that a text somebody else has put there
 * since is seen before it is written over.
 */
export class Drafts {
  readonly #drafts = new Map<string, Reason>();

  constructor(drafts: readonly Reason[] = []) {
    for (const draft of drafts) this.#drafts.set(draft.key, draft);
  }

  get(key: string): Reason | null {
    return this.#drafts.get(key) ?? null;
  }

  /**
   * Takes what the box of a row holds now. A text like the one that stood there before somebody changed it is a
   * draft, too: it puts that one back.
   * @param standing what the officer sees standing in the row
   */
  type({ key, period }: Pick<Reason, 'key' | 'period'>, text: string, standing: string): void {
    const seen = this.#drafts.get(key)?.seen ?? standing;
    if (text.trim() === standing) this.#drafts.delete(key);
    else this.#drafts.set(key, { key, period, text, seen });
  }

  /** Adds a reason that came back from elsewhere; one that is being typed for the row was made from it. */
  add(draft: Reason): void {
    if (!this.#drafts.has(draft.key)) this.#drafts.set(draft.key, draft);
  }

  drop(key: string): void {
    this.#drafts.delete(key);
  }

  /** A reason was written; whatever was typed on meanwhile is still a draft, of what stands there now. */
  written({ key, text }: Pick<Reason, 'key' | 'text'>): void {
    const draft = this.#drafts.get(key);
    if (draft === undefined) return;
    if (draft.text.trim() === text) this.#drafts.delete(key);
    else this.#drafts.set(key, { ...draft, seen: text });
  }

  /** Forgets drafts whose very text stands in the workbook. */
  settle(standing: StandingReasons): void {
    for (const [key, { text }] of this.#drafts) {
      if (text.trim() === (standing.get(key) ?? '')) this.#drafts.delete(key);
    }
  }

  /** Whether the row says something else than what the officer saw when typing began. */
  isOverridden(key: string, standing: StandingReasons): boolean {
    const draft = this.#drafts.get(key);
    return draft !== undefined && draft.seen !== (standing.get(key) ?? '');
  }

  /** Reasons that would be lost; an emptied box holds none. */
  get unwritten(): readonly Reason[] {
    return [...this.#drafts.values()].filter(({ text }) => text.trim() !== '');
  }
}
