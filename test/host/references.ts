import type { References } from './host-services.ts';
import type { HostObject } from './members/object-type.ts';
import { HostError } from './wire/host-error.ts';

/**
 * Objects the add-in asked Excel to remember between batches. Each costs Excel memory until it is released:
 * learn.microsoft.com/office/dev/add-ins/excel/performance#untrack-unneeded-ranges
 */
export class TrackedReferences implements References {
  readonly #objects = new Map<string, HostObject>();
  readonly #ids = new Map<HostObject, string>();
  #last = 0;

  /** How many are remembered now. */
  get size(): number {
    return this.#objects.size;
  }

  keep(object: HostObject): string {
    const known = this.#ids.get(object);
    if (known !== undefined) return known;
    this.#last += 1;
    const id = `reference-${this.#last}`;
    this.#objects.set(id, object);
    this.#ids.set(object, id);
    return id;
  }

  idOf(object: HostObject): string | null {
    return this.#ids.get(object) ?? null;
  }

  find(id: string): HostObject {
    const object = this.#objects.get(id);
    if (!object) throw new HostError('InvalidReference');
    return object;
  }

  release(id: string): void {
    const object = this.#objects.get(id);
    if (object) this.#ids.delete(object);
    this.#objects.delete(id);
  }
}
