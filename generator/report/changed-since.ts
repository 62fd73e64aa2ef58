import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { NO_PERIOD } from '../../core/exchange/return-figures.ts';
import {
  byDispute,
  closedPeriods,
  lateCorrections,
  type ClosingDecision,
  type Held,
  type LateCorrection,
} from '../../core/store/closing.ts';
import { touchedSince } from '../../core/store/touched.ts';
import { recordIn } from '../register/draw-up.ts';
import type { Store } from '../store/store.ts';

/**
 * What has changed since a round was closed in figures that its report judges by and its closing is not over: those of
 * earlier years, of a round shorter than a year those of the year, and baselines.
 * @param held `returns` those the report goes by
 * @param periods of all figures it judges by
 */
export async function changedBeside(
  store: Store,
  close: ClosingDecision,
  {
    held,
    periods,
    catalogue,
  }: { held: Omit<Held, 'entries'>; periods: Iterable<string>; catalogue: Catalogue },
): Promise<ReturnType<typeof byDispute>> {
  const touched = touchedSince(close, held);
  if (touched.returns.length === 0 && touched.units.length === 0) return byDispute([]);
  const closed = closedPeriods(close.closing);
  const numbers = new Set(held.returns.map(({ number }) => number));
  const changes: LateCorrection[][] = [];
  for (const period of new Set([...periods, NO_PERIOD])) {
    if (closed.includes(period)) continue;
    const said = await store.entries({ period, returns: touched.returns });
    const units = [...new Set([...said.map(({ unit }) => unit), ...touched.units])];
    if (units.length === 0) continue;
    const entries = (await store.entries({ period, units })).filter(
      ({ table, return: of }) => (table === 'observations' || table === 'baselines') && numbers.has(of),
    );
    changes.push(lateCorrections(close, { ...held, entries }, recordIn(catalogue)));
  }
  return byDispute(changes.flat());
}
