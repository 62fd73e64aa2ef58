import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { parsePeriod } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import { roundOf } from '../../core/round/round.ts';
import {
  byDispute,
  closingOf,
  lateCorrections,
  type ClosingDecision,
  type Held,
} from '../../core/store/closing.ts';
import type { Decision, StoredReturn } from '../../core/store/model.ts';
import { isSet } from '../../core/store/sent.ts';
import { provinceLine, type ProvinceLine } from '../../core/store/provinces.ts';
import { standingOf } from '../../core/store/standing.ts';
import { unitsOn, type NationalUnit } from '../../core/unit/national.ts';
import type { Store } from '../store/store.ts';
import { closedEntries } from './closed-entries.ts';
import { recordIn, type Register } from './draw-up.ts';
import { livePlans } from './owed-units.ts';

/** Stands as the province of a plan of the country, whose units are the provinces. */
const COUNTRY = 'VN';

/** What the provinces of a round are drawn up from. */
export interface WantedProvinces {
  plans: readonly Plan[];
  catalogue: Catalogue;
  /** The country's provinces of all times. */
  national: readonly NationalUnit[];
  register: Register;
}

/**
 * Every province of the country in a round: those whose plans are here, in the order of the plans, then those of the
 * day whose plans are not, so that none is missing without a word.
 */
export async function drawUpProvinces(
  store: Store,
  { plans, catalogue, national, register }: WantedProvinces,
): Promise<ProvinceLine[]> {
  const { round, today } = register;
  const period = parsePeriod(round);
  if (!period) return [];
  const decisions = await store.decisions();
  const standing = standingOf(decisions);
  // What has changed since a province closed its round may have come with any of its sets.
  const isClosed = decisions.some(({ closing, sent }) => closing?.round === round && sent !== undefined);
  const returns = await store.returns(isClosed ? undefined : { rounds: [round] });
  const live = livePlans(plans, period);
  // A round of the country has thousands of returns: they are gone through once, not once for each province.
  const sentBy = grouped(returns, ({ sent }) => (sent ? [sent.province] : []));
  const setsOf = grouped(returns, (one) => (isSet(one) && one.round === round ? [one.unit] : []));
  const linesOf = grouped(register.lines, ({ plans: reported }) => reported);
  const line = async (province: string, name: string, own: readonly Plan[]): Promise<ProvinceLine> => {
    const ids = new Set(own.map(({ file }) => file.id));
    const mine = sentBy.get(province) ?? [];
    const closed = closingOf(standing, round, province);
    const changed = closed !== null && isTouchedSince(closed, mine, decisions);
    return provinceLine({
      province,
      name,
      plans: [...ids],
      sets: setsOf.get(province) ?? [],
      lines: [...new Set([...ids].flatMap((id) => linesOf.get(id) ?? []))],
      standing,
      closed,
      corrections: changed ? await correctionsSince(closed, { returns: mine, decisions }) : [],
      today,
    });
  };
  const correctionsSince = async (closed: ClosingDecision, held: Omit<Held, 'entries'>) => {
    const numbers = held.returns.map(({ number }) => number);
    const entries = await closedEntries(store, closed.closing, held.returns, numbers);
    return byDispute(lateCorrections(closed, { ...held, entries }, recordIn(catalogue))).corrections;
  };
  const planned = [...new Set(live.map(({ file }) => file.province))].filter((id) => id !== COUNTRY);
  const names = new Map(national.map(({ id, name }) => [id, name]));
  const covered = new Set([
    ...planned,
    ...national.filter(({ id }) => planned.includes(id)).flatMap(({ successors }) => successors),
  ]);
  const cutOff =
    live
      .map((plan) => roundOf(period, plan.roundRules).cutOff)
      .sort()
      .at(-1) ?? today;
  const unknown = unitsOn(national, cutOff).filter(
    ({ id, level }) => level === 'province' && !covered.has(id),
  );
  return Promise.all([
    ...planned.map((id) =>
      line(
        id,
        names.get(id) ?? id,
        live.filter(({ file }) => file.province === id),
      ),
    ),
    ...unknown.map(({ id, name }) => line(id, name, [])),
  ]);
}

function grouped<One>(all: readonly One[], keysOf: (one: One) => readonly string[]): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all)
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  return groups;
}

/** Whether anything has come or was decided since a province closed its round: else no figure need be compared. */
function isTouchedSince(
  { seen, number }: ClosingDecision,
  returns: readonly StoredReturn[],
  decisions: readonly Decision[],
): boolean {
  const about = new Set(returns.flatMap((one) => [one.number, one.sent?.set ?? one.number]));
  return (
    returns.some((one) => one.number > seen) ||
    decisions.some(
      (one) => one.number > number && (one.figure !== null || (one.return !== null && about.has(one.return))),
    )
  );
}
