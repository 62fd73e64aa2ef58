import type { EventMessage } from '../events.ts';

/** Category of object model events among the messages of a host. */
const EVENT_CATEGORY = 65_536;

/** An event as every transport carries it: category, type, target, arguments, a number of its own. */
export function eventEntry({ type, target, args }: EventMessage): [number, number, string, string, number] {
  return [EVENT_CATEGORY, type, target, args, 1];
}
