import type { Catalogue } from './catalogue.ts';
import { bodiesEver } from './on-date.ts';
import type { Body, Indicator } from './schema.ts';

/** A body on the other side of a change, with the indicators whose figures passed. */
export interface TracedBody {
  body: Body;
  indicators: Indicator[];
}

/** What became of a body of record, and what it was before, indicator by indicator. */
export interface BodyTrace {
  body: Body;
  /** Whose figures it took over. */
  before: TracedBody[];
  /** Who took over its figures. */
  after: TracedBody[];
}

/** Follows a body over the changes of the catalogue, one step each way. */
export function traceBody(body: Body, catalogue: Catalogue): BodyTrace {
  const [before, after] = [new Map<Body, Indicator[]>(), new Map<Body, Indicator[]>()];
  for (const indicator of catalogue.indicators.values()) {
    const holders = [...new Set(bodiesEver(indicator, catalogue))];
    const at = holders.indexOf(body);
    if (at === -1) continue;
    for (const [side, other] of [
      [before, holders[at - 1]],
      [after, holders[at + 1]],
    ] as const)
      if (other) side.set(other, [...(side.get(other) ?? []), indicator]);
  }
  // Of those that only receive reports the catalogue says the successor and no indicator.
  const all = [...catalogue.bodies.values()];
  if (after.size === 0) for (const one of all) if (one.id === body.successor) after.set(one, []);
  if (before.size === 0) for (const one of all) if (one.successor === body.id) before.set(one, []);
  const traced = (side: ReadonlyMap<Body, Indicator[]>) =>
    [...side].map(([one, indicators]): TracedBody => ({ body: one, indicators }));
  return { body, before: traced(before), after: traced(after) };
}
