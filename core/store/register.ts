import type { Judged, StoredReturn } from './model.ts';
import type { Standing } from './standing.ts';

/** What a unit can be in the register of a round; it is exactly one of these at any time. */
export const unitStates = [
  'not-received',
  'refused',
  'held-back',
  'conflicting',
  'blocked',
  'to-explain',
  'accepted',
  'not-owed',
] as const;
export type UnitState = (typeof unitStates)[number];

/** Somebody who reports in a round. */
export interface OwedUnit {
  reporter: string;
  name: string;
  /** Why nothing is owed; null where a return is. */
  notOwed: string | null;
  /** ISO day by which the return is due; null where no rule says. */
  due: string | null;
  /** Figures owed. */
  owed: number;
}

/** One unit of the register. */
export interface RegisterLine extends OwedUnit {
  state: UnitState;
  /** The return its state is of; null while there is none. */
  return: StoredReturn | null;
  /** Which of the unit's returns it is, from 1. */
  version: number | null;
  /** Returns of the unit that wait to be let in, or were refused, beside the one that counts. */
  waiting: number;
  judged: Judged | null;
  /** Days after the due day on which it came in first, or, where it has not, `today`; 0 in time, null without due day. */
  daysLate: number | null;
}

/** What the register is drawn up from. */
export interface RegisterInput {
  units: readonly OwedUnit[];
  /** Returns of the round. */
  returns: readonly StoredReturn[];
  standing: Standing;
  /** Numbers of returns with a figure in an open conflict. */
  conflicting: ReadonlySet<number>;
  /** ISO day. */
  today: string;
}

/** The register of a round: a line for every unit, in their order. */
export function registerOf({ units, returns, standing, conflicting, today }: RegisterInput): RegisterLine[] {
  return units.map((unit) => {
    const own = returns.filter(({ reporter }) => reporter === unit.reporter);
    const kept = own.filter(({ state }) => state !== 'unchanged');
    const live = own.filter(standing.isLive);
    const held = own.filter(standing.isHeld);
    const refused = own.filter((one) => one.state === 'refused' && !standing.isWithdrawn(one));
    const current = live.at(-1) ?? held.at(-1) ?? refused.at(-1) ?? null;
    const state = stateOf(unit, { live, held, refused, standing, conflicting });
    const first = live[0] ?? null;
    return {
      ...unit,
      state,
      return: current,
      version: current && kept.indexOf(current) + 1,
      waiting:
        held.length +
        (live.length > 0 ? refused.filter(({ number }) => number > (live.at(-1)?.number ?? 0)).length : 0),
      judged: current?.judged ?? null,
      daysLate: unit.notOwed !== null ? null : lateness(unit.due, first?.received ?? today),
    };
  });
}

interface Own {
  live: readonly StoredReturn[];
  held: readonly StoredReturn[];
  refused: readonly StoredReturn[];
  standing: Standing;
  conflicting: ReadonlySet<number>;
}

function stateOf({ notOwed }: OwedUnit, { live, held, refused, standing, conflicting }: Own): UnitState {
  const last = live.at(-1);
  if (!last) {
    if (held.length > 0) return 'held-back';
    if (refused.length > 0) return 'refused';
    return notOwed === null ? 'not-received' : 'not-owed';
  }
  if (live.some(({ number }) => conflicting.has(number))) return 'conflicting';
  const { acceptance = 'blocked' } = last.judged ?? {};
  return acceptance === 'to-explain' && standing.isAccepted(last) ? 'accepted' : acceptance;
}

/** Whole days from the due day to the day of a time; 0 where it was in time. */
function lateness(due: string | null, time: string): number | null {
  if (due === null) return null;
  const days = (Date.parse(time.slice(0, 10)) - Date.parse(due)) / 86_400_000;
  return Number.isFinite(days) ? Math.max(0, Math.round(days)) : null;
}

/** How many units are in each state; they add up to the units of the round. */
export function countStates(lines: readonly RegisterLine[]): Record<UnitState, number> {
  const counts = Object.fromEntries(unitStates.map((state) => [state, 0])) as Record<UnitState, number>;
  for (const { state } of lines) counts[state] += 1;
  return counts;
}
