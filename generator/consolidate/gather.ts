import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Level } from '../../core/catalogue/schema.ts';
import { consolidate, type ClosedRound, type Consolidation } from '../../core/consolidate/consolidate.ts';
import { sourcesOf, type FigureSource } from '../../core/consolidate/sources.ts';
import type { Plan } from '../../core/plan/model.ts';
import { closingOf, closingText, inForceAt, lateCorrections, type Held } from '../../core/store/closing.ts';
import { standingOf } from '../../core/store/standing.ts';
import { drawUpRegister, recordIn, type Register } from '../register/draw-up.ts';
import { sha256Of } from '../store/originals.ts';
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

/** The closing of a round, held against what the store gives of that time now. */
export function closedRound(round: string, held: Held, catalogue: Catalogue): ClosedRound | null {
  const by = closingOf(standingOf(held.decisions), round);
  if (by === null) return null;
  const recordOf = recordIn(catalogue);
  const then = sha256Of(closingText(inForceAt(by, held, recordOf)));
  return {
    by,
    isAsItWas: then === by.closing.checksum,
    corrections: lateCorrections(by, held, recordOf),
  };
}

/** Adds up the returns of a round in a store. */
export async function gather(store: Store, wanted: Wanted): Promise<Gathered> {
  const { round, plans, catalogue, level, acceptedOnly, today } = wanted;
  const register = await drawUpRegister(store, { plans, catalogue }, { round, today });
  const returns = await store.returns();
  const decisions = await store.decisions();
  const standing = standingOf(decisions);
  const entries = await store.entries({ period: round });
  const found = consolidate({
    round,
    plans,
    catalogue,
    level,
    acceptedOnly,
    returns,
    standing,
    entries,
    closed: closedRound(round, { returns, entries, decisions }, catalogue),
    lines: register.lines,
    conflicting: new Set(register.conflicts.flatMap(({ figures }) => figures.map((one) => one.return))),
  });
  return { found, sources: sourcesOf(found, returns, standing), register };
}
