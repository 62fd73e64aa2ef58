import type { ClosingDecision, LateCorrection } from './closing.ts';
import type { StoredReturn } from './model.ts';
import { lateness, type RegisterLine } from './register.ts';
import type { Standing } from './standing.ts';

/** What the round of a province can be where the country's is drawn up; it is exactly one of these. */
export type ProvinceState =
  'sent' | 'corrected' | 'conflicting' | 'held-back' | 'not-closed' | 'not-received' | 'no-plan';

/** One province in the round of the country. */
export interface ProvinceLine {
  province: string;
  name: string;
  /** Its plans that have the round; none where the workspace has none of them. */
  plans: readonly string[];
  state: ProvinceState;
  /** The set that its state is of; null while there is none. */
  set: StoredReturn | null;
  /** Sets that wait to be let in. */
  waiting: number;
  /** How the province closed the round, as its sets say; null while none counts. */
  closed: ClosingDecision | null;
  /** Figures that changed since then, as later sets say. */
  corrections: readonly LateCorrection[];
  /** Who reports in the province, and how many of them have a return that counts. */
  units: number;
  received: number;
  /** ISO day by which the province's return is due; null where no rule says. */
  due: string | null;
  /** Days after the due day on which its first set came in, or that are past; null without a due day. */
  daysLate: number | null;
}

/** What the line of a province is drawn up from. */
export interface ProvinceInput {
  province: string;
  name: string;
  plans: readonly string[];
  /** Its sets of the round. */
  sets: readonly StoredReturn[];
  /** Lines of the register of those who report in the province. */
  lines: readonly RegisterLine[];
  standing: Standing;
  closed: ClosingDecision | null;
  corrections: readonly LateCorrection[];
  /** ISO day or time. */
  today: string;
}

/** Draws up the line of a province. */
export function provinceLine(input: ProvinceInput): ProvinceLine {
  const { province, name, plans, sets, lines, standing, today } = input;
  const live = sets.filter(standing.isLive);
  const held = sets.filter(standing.isHeld);
  const current = live.at(-1) ?? held.at(-1) ?? null;
  const corrections = live.length > 0 ? input.corrections : [];
  const owing = lines.filter(({ notOwed }) => notOwed === null);
  const received = owing.filter(
    (line) => line.state !== 'not-received' && line.return !== null && standing.isLive(line.return),
  ).length;
  const due = owing.find(({ reporter }) => reporter === province)?.due ?? owing[0]?.due ?? null;
  const state = (): ProvinceState => {
    if (plans.length === 0) return 'no-plan';
    if (live.length > 0) return corrections.length > 0 ? 'corrected' : 'sent';
    if (current !== null) return current.state === 'conflicting' ? 'conflicting' : 'held-back';
    return received > 0 ? 'not-closed' : 'not-received';
  };
  return {
    province,
    name,
    plans,
    state: state(),
    set: current,
    waiting: held.length,
    closed: live.length > 0 ? input.closed : null,
    corrections,
    units: owing.length,
    received,
    due,
    daysLate: plans.length === 0 ? null : lateness(due, live[0]?.received ?? today),
  };
}

/** Whether the closed round of a province is there and counts. */
export function hasSent({ state }: ProvinceLine): boolean {
  return state === 'sent' || state === 'corrected';
}
