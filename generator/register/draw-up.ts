import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { bodiesEver } from '../../core/catalogue/on-date.ts';
import type { Plan } from '../../core/plan/model.ts';
import { figuresInForce, type Conflict } from '../../core/store/in-force.ts';
import type { StoredReturn } from '../../core/store/model.ts';
import { isSet } from '../../core/store/sent.ts';
import { registerOf, type RegisterLine } from '../../core/store/register.ts';
import { standingOf } from '../../core/store/standing.ts';
import type { EntryFilter, Store } from '../store/store.ts';
import { owedUnits } from './owed-units.ts';
import { returnsAbout } from './returns-about.ts';

/** The register of a round with what is open in it. */
export interface Register {
  round: string;
  /** ISO day or time on which it was drawn up. */
  today: string;
  lines: RegisterLine[];
  conflicts: readonly Conflict[];
  /** All returns of the round. */
  returns: readonly StoredReturn[];
  /** Those by reporters who are none of its units. */
  others: readonly StoredReturn[];
}

/** Draws up the register of a round. @param today ISO day or time */
export async function drawUpRegister(
  store: Store,
  { plans, catalogue }: { plans: readonly Plan[]; catalogue: Catalogue },
  { round, today }: { round: string; today: string },
): Promise<Register> {
  const returns = await store.returns({ rounds: [round] });
  const conflicts = await conflictsOf(store, returns, catalogue);
  const units = owedUnits(plans, catalogue, round);
  const lines = registerOf({
    units,
    returns,
    standing: standingOf(await store.decisions()),
    conflicting: new Set(conflicts.flatMap(({ figures }) => figures.map((one) => one.return))),
    today,
  });
  const known = new Set(units.map(({ reporter }) => reporter));
  const others = returns.filter((one) => !known.has(one.reporter) && !isSet(one));
  return { round, today, lines, conflicts, returns, others };
}

/** Conflicts of a round that nobody has decided: those in which a return of it has a figure, whatever the figure is of. */
export async function conflictsOfRound(
  store: Pick<Store, 'entries' | 'decisions' | 'returns' | 'periods'>,
  round: string,
  catalogue: Catalogue,
): Promise<Conflict[]> {
  return conflictsOf(store, await store.returns({ rounds: [round] }), catalogue);
}

async function conflictsOf(
  store: Parameters<typeof conflictsOfRound>[0],
  returns: readonly StoredReturn[],
  catalogue: Catalogue,
): Promise<Conflict[]> {
  const numbers = new Set(returns.map(({ number }) => number));
  // Of years gone by most say nothing of the round, and there are many.
  const periods = await store.periods([...numbers]);
  const open = await openConflicts(store, { periods }, catalogue);
  return open.filter(({ figures }) => figures.some((one) => numbers.has(one.return)));
}

/**
 * Conflicts that nobody has decided, of a unit or of all.
 * @param among the returns that are looked at, where not all of the store may be
 */
export async function openConflicts(
  store: Pick<Store, 'entries' | 'decisions' | 'returns'>,
  filter: Pick<EntryFilter, 'unit' | 'indicator' | 'periods'>,
  catalogue: Catalogue,
  among?: readonly StoredReturn[],
): Promise<Conflict[]> {
  const entries = await store.entries({ ...filter, differing: true });
  if (entries.length === 0) return [];
  const decisions = await store.decisions();
  const rules = { standing: standingOf(decisions), recordOf: recordIn(catalogue) };
  const numbers = entries.map((one) => one.return);
  const returns = among ?? (await returnsAbout(store, numbers, decisions));
  return figuresInForce(returns, entries, rules).flatMap(({ conflicts }) => conflicts);
}

/**
 * Who is the source of record of an indicator for a unit: for a province the departments of the bodies that publish
 * it or have published it. Below a province each unit is the only one who reports for itself.
 */
export function recordIn(catalogue: Catalogue) {
  return (unit: string, indicator: string): string[] => {
    const known = catalogue.indicators.get(indicator);
    if (known === undefined || unit.includes('.')) return [];
    const codes = new Set(bodiesEver(known, catalogue).map(({ code }) => code));
    return [...codes].map((code) => `${unit}.${code}`);
  };
}
