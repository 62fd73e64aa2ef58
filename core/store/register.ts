import type { Language } from '../base/finding.ts';
import type { Judged, StoredReturn } from './model.ts';
import { acceptanceBy } from './acceptance.ts';
import type { Standing } from './standing.ts';

/** What a unit can be in the register of a round; it is exactly one of these at any time. */
export const unitStates = [
  'accepted',
  'to-explain',
  'blocked',
  'conflicting',
  'held-back',
  'refused',
  'not-received',
  'not-owed',
] as const;
export type UnitState = (typeof unitStates)[number];

/** Of several plans a unit reports on, its state is the one that wants most to be done. */
const WORST_FIRST: readonly UnitState[] = [
  'conflicting',
  'blocked',
  'held-back',
  'refused',
  'not-received',
  'to-explain',
  'accepted',
  'not-owed',
];

/** Why a unit owes no return: it is not there any more or not yet, or the plans ask nothing of it in the round. */
export interface NotOwed {
  because: 'ended' | 'not-yet' | 'nothing-asked';
  said: Record<Language, string>;
}

/** Somebody who reports in a round. */
export interface OwedUnit {
  reporter: string;
  name: string;
  /** Plans it reports on, by ids; each by a return of its own, or several by one. Of who owes nothing those it would. */
  plans: readonly string[];
  /** Why nothing is owed; null where a return is. */
  notOwed: NotOwed | null;
  /** ISO day by which the return is due; null where no rule says. */
  due: string | null;
}

/** One unit of the register. */
export interface RegisterLine extends OwedUnit {
  state: UnitState;
  /** The return its state is of, of a unit that has sent some of its plans the last of these; null while there is none. */
  return: StoredReturn | null;
  /** Which of the unit's returns it is, from 1; files that only repeat another do not count. */
  version: number | null;
  /** Files of the unit that wait to be let in, or were refused after the return that counts. */
  waiting: number;
  /** Plans of which nothing has come that counts, where something has of others. */
  missing: readonly string[];
  judged: Judged | null;
  /**
   * Days after the due day on which the last of its plans first came in, or, while one has not, that are past; null
   * without a due day.
   */
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
  /** ISO day, or time. */
  today: string;
}

/** The register of a round: a line for every unit, in their order. */
export function registerOf({ units, returns, standing, conflicting, today }: RegisterInput): RegisterLine[] {
  const byReporter = new Map<string, StoredReturn[]>();
  for (const one of returns) byReporter.set(one.reporter, [...(byReporter.get(one.reporter) ?? []), one]);
  return units.map((unit) =>
    lineOf(unit, byReporter.get(unit.reporter) ?? [], { standing, conflicting, today }),
  );
}

type Deciding = Pick<RegisterInput, 'standing' | 'conflicting' | 'today'>;

function lineOf(unit: OwedUnit, own: readonly StoredReturn[], deciding: Deciding): RegisterLine {
  const { standing, today } = deciding;
  const parts = unit.plans.map((plan) => {
    const ofPlan = own.filter(({ plans }) => plans.includes(plan));
    return { plan, ...currentOf(unit, ofPlan, deciding) };
  });
  const [worst] = [...parts].sort((a, b) => WORST_FIRST.indexOf(a.state) - WORST_FIRST.indexOf(b.state));
  const counting = own.filter(standing.isLive).at(-1)?.number ?? Infinity;
  const refusedSince = own.filter((one) => one.state === 'refused' && one.number > counting);
  const there = parts.flatMap(({ isThere, current }) => (isThere && current ? [current] : []));
  const [last = null] = there.sort((a, b) => b.number - a.number);
  const current = worst?.current ?? last;
  const versions = own.filter(({ state }) => state !== 'unchanged');
  return {
    ...unit,
    state: worst?.state ?? 'not-owed',
    return: current,
    version: current && versions.indexOf(current) + 1,
    waiting: own.filter(standing.isHeld).length + refusedSince.length,
    missing:
      last === null || unit.notOwed !== null
        ? []
        : parts.filter(({ isThere }) => !isThere).map(({ plan }) => plan),
    judged: current?.judged ?? null,
    daysLate: unit.notOwed !== null ? null : lateOf(unit, parts, today),
  };
}

/** Of the plan that came last: what was sent of one plan in time says nothing of another. */
function lateOf({ due }: OwedUnit, parts: readonly Part[], today: string): number | null {
  const days = parts.map(({ first }) => lateness(due, first?.received ?? today) ?? 0);
  return due === null ? null : Math.max(0, ...days);
}

/** What a unit's returns on one plan come to. */
interface Part {
  state: UnitState;
  /** The return its state is of. */
  current: StoredReturn | null;
  /** The first return that was let in. */
  first: StoredReturn | null;
  isThere: boolean;
}

/** What a unit's returns on one plan come to, and which of them it is. */
function currentOf(
  { notOwed }: OwedUnit,
  own: readonly StoredReturn[],
  { standing, conflicting }: Deciding,
): Part {
  const live = own.filter(standing.isLive);
  const [first = null] = live;
  const current = live.at(-1);
  if (!current) {
    const held = own.filter(standing.isHeld).at(-1);
    if (held) return { state: 'held-back', current: held, first, isThere: false };
    const refused = own.filter((one) => one.state === 'refused' && !standing.isWithdrawn(one)).at(-1);
    if (refused) return { state: 'refused', current: refused, first, isThere: false };
    return { state: notOwed === null ? 'not-received' : 'not-owed', current: null, first, isThere: false };
  }
  const is = (state: UnitState) => ({ state, current, first, isThere: true });
  if (notOwed?.because === 'nothing-asked' && live.every(saysNothing)) return is('not-owed');
  if (live.some(({ number }) => conflicting.has(number))) return is('conflicting');
  return is(acceptanceBy({ standing, conflicting })(current));
}

/**
 * Whether a return is the empty form of a unit of which nothing is asked; what somebody has let in says something. One
 * that was issued when something still was has cells, and is told to be empty as it comes in.
 */
export function saysNothing({ state, judged, why }: StoredReturn): boolean {
  if (state === 'held-back') return false;
  if (why.some(({ code }) => code === NOTHING_ASKED)) return true;
  return judged?.owed === 0 && judged.entered === 0 && judged.errors === 0;
}

/** What an empty return is told as it comes in. */
const NOTHING_ASKED = 'store-nothing-asked';

const DAY = 86_400_000;

/** Whole days from the due day to the day of a time; 0 where it was in time. */
export function lateness(due: string | null, time: string): number | null {
  if (due === null) return null;
  const days = (Date.parse(time.slice(0, 10)) - Date.parse(due)) / DAY;
  return Number.isFinite(days) ? Math.max(0, Math.round(days)) : null;
}

/** How many units are in each state; they add up to the units of the round. */
export function countStates(lines: readonly RegisterLine[]): Record<UnitState, number> {
  const counts = Object.fromEntries(unitStates.map((state) => [state, 0])) as Record<UnitState, number>;
  for (const { state } of lines) counts[state] += 1;
  return counts;
}
