import { ANY_SHEET, type EventType, type HostEvents } from './host-services.ts';

/** An event on its way to office.js, its arguments as JSON. */
export interface EventMessage {
  type: EventType;
  target: string;
  args: string;
}

/** Keeps who listens to what and passes on what happens; nobody hears what they did not subscribe to. */
export class SubscribedEvents implements HostEvents {
  /** The pages that are open; each gets every message and office.js picks its own. */
  readonly listeners = new Set<(message: EventMessage) => void>();
  readonly #subscriptions = new Set<string>();

  /** How many subscriptions are open; a pane that was closed should leave none. */
  get size(): number {
    return this.#subscriptions.size;
  }

  subscribe(type: EventType, target: string): void {
    this.#subscriptions.add(`${type} ${target}`);
  }

  unsubscribe(type: EventType, target: string): void {
    this.#subscriptions.delete(`${type} ${target}`);
  }

  fire(type: EventType, sheetId: string, args: Record<string, unknown>): void {
    for (const target of [sheetId, ANY_SHEET]) {
      if (!this.#subscriptions.has(`${type} ${target}`)) continue;
      const message = { type, target, args: JSON.stringify(args) };
      for (const deliver of this.listeners) deliver(message);
    }
  }
}
