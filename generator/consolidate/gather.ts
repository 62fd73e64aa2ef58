import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Level } from '../../core/catalogue/schema.ts';
import { consolidate, type Consolidation } from '../../core/consolidate/consolidate.ts';
import { sourcesOf, type FigureSource } from '../../core/consolidate/sources.ts';
import type { Plan } from '../../core/plan/model.ts';
import { standingOf } from '../../core/store/standing.ts';
import { drawUpRegister, type Register } from '../register/draw-up.ts';
import type { Store } from '../store/store.ts';

/** What is to be added up. */
export interface Wanted {
  round: string;
  plans: readonly [Plan, ...Plan[]];
  catalogue: Catalogue;
  level: Level | null;
  acceptedOnly: boolean;
  /** ISO day or time, on which lateness is counted. */
  today: string;
}

/** A round added up, with its register and where every figure comes from. */
export interface Gathered {
  found: Consolidation;
  sources: FigureSource[];
  register: Register;
}

/** Adds up the returns of a round in a store. */
export async function gather(store: Store, wanted: Wanted): Promise<Gathered> {
  const { round, plans, catalogue, level, acceptedOnly, today } = wanted;
  const register = await drawUpRegister(store, { plans, catalogue }, { round, today });
  const returns = await store.returns();
  const standing = standingOf(await store.decisions());
  const found = consolidate({
    round,
    plans,
    catalogue,
    level,
    acceptedOnly,
    returns,
    standing,
    entries: await store.entries({ period: round }),
    lines: register.lines,
    conflicting: new Set(register.conflicts.flatMap(({ figures }) => figures.map((one) => one.return))),
  });
  return { found, sources: sourcesOf(found, returns, standing), register };
}
