import type { CheckedInput, FileIdentity } from './check-input.ts';
import { namesOf } from './shown-names.ts';

/** Whose return a file is, as data that can cross threads. */
export interface ReturnOwner {
  identity: FileIdentity;
  /** As they are shown: a name with its id. */
  unit: string;
  /** Null where the unit reports itself. */
  reporter: string | null;
}

/** Files that are returns of one reporter for one unit, plan and round. */
export interface SameReturn extends Omit<ReturnOwner, 'identity'> {
  round: string;
  files: string[];
}

/** Whose return a checked file is. */
export function ownerOf(file: CheckedInput): ReturnOwner {
  const { unit, reporter } = namesOf(file);
  return { identity: file.identity, unit, reporter };
}

/** Gathers whose return each file is, so that two of one are named: only one of them can count. */
export class SameReturns {
  readonly #byIdentity = new Map<string, SameReturn>();

  add(file: string, { identity, unit, reporter }: ReturnOwner): void {
    const { round, plans, sample } = identity;
    for (const plan of plans) {
      const key = [identity.unit, identity.reporter, round, plan, sample].join('|');
      const known = this.#byIdentity.get(key) ?? { unit, reporter, round, files: [] };
      this.#byIdentity.set(key, known);
      known.files.push(file);
    }
  }

  /** Those with more than one file, in the order of the first; the same files are said once. */
  get found(): SameReturn[] {
    const said = new Set<string>();
    return [...this.#byIdentity.values()].filter(({ files }) => {
      const id = files.join('\0');
      if (files.length < 2 || said.has(id)) return false;
      said.add(id);
      return true;
    });
  }
}
