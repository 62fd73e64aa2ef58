import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { parsePeriod } from '../../core/period/period.ts';
import type { Plan } from '../../core/plan/model.ts';
import { roundOf } from '../../core/round/round.ts';
import { closingOf, lateCorrections } from '../../core/store/closing.ts';
import { isSet } from '../../core/store/sent.ts';
import { provinceLine, type ProvinceLine } from '../../core/store/provinces.ts';
import { standingOf } from '../../core/store/standing.ts';
import { unitsOn, type NationalUnit } from '../../core/unit/national.ts';
import type { Store } from '../store/store.ts';
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
  const [returns, decisions] = [await store.returns(), await store.decisions()];
  const standing = standingOf(decisions);
  const entries = await store.entries({ period: round });
  const live = livePlans(plans, period);
  const line = (province: string, name: string, own: readonly Plan[]): ProvinceLine => {
    const ids = new Set(own.map(({ file }) => file.id));
    const mine = returns.filter(({ sent }) => sent?.province === province);
    const numbers = new Set(mine.map(({ number }) => number));
    const closed = closingOf(standing, round, province);
    const held = { returns: mine, entries: entries.filter((one) => numbers.has(one.return)), decisions };
    return provinceLine({
      province,
      name,
      plans: [...ids],
      sets: returns.filter((one) => isSet(one) && one.unit === province && one.round === round),
      lines: register.lines.filter((one) => one.plans.some((id) => ids.has(id))),
      standing,
      closed,
      corrections: closed ? lateCorrections(closed, held, recordIn(catalogue)) : [],
      today,
    });
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
  return [
    ...planned.map((id) =>
      line(
        id,
        names.get(id) ?? id,
        live.filter(({ file }) => file.province === id),
      ),
    ),
    ...unitsOn(national, cutOff)
      .filter(({ id, level }) => level === 'province' && !covered.has(id))
      .map(({ id, name }) => line(id, name, [])),
  ];
}
