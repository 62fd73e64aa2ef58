import type { Pool, PoolClient } from 'pg';
import type { Decision, StoredReturn } from '../../../core/store/model.ts';
import { sha256Of } from '../originals.ts';
import { Overtaken, type Additions, type NextNumbers, type Original } from '../store.ts';
import { addEntries } from './copy-rows.ts';
import { lockHead, moveHead } from './head.ts';
import { countIn, numberIn, PLACES, type Province } from './province.ts';
import { inTransaction } from './session.ts';
import type { Told } from './told.ts';

/** What was told before something is added to a province. */
export interface Before {
  province: Province;
  returns: Told<StoredReturn>;
  decisions: Told<Decision>;
}

/** Adds what belongs together to a province with the files it comes from, in one transaction. @throws Overtaken */
export async function addTogether(
  pool: Pool,
  { province, returns, decisions }: Before,
  { made, originals }: { made: (next: NextNumbers) => Additions; originals: readonly Original[] },
): Promise<Additions> {
  return inTransaction(pool, async (client) => {
    const head = await lockHead(client, {
      province,
      lastReturn: returns.lastOf(province),
      lastDecision: decisions.lastOf(province),
    });
    const next = (clock: number, highest: number) =>
      numberIn(province, Math.max(clock, countIn(highest)) + 1);
    const all = made({
      return: next(head.returnClock, returns.highest),
      decision: next(head.decisionClock, decisions.highest),
      step: PLACES,
    });
    for (const original of originals) await addOriginal(client, province, original);
    const repeats = new Map<string, number>();
    for (const { sha256 } of returns.all) repeats.set(sha256, (repeats.get(sha256) ?? 0) + 1);
    for (const { one } of all.returns) {
      await addReturn(client, province, { one, repeats: repeats.get(one.sha256) ?? 0 });
      repeats.set(one.sha256, (repeats.get(one.sha256) ?? 0) + 1);
    }
    await addEntries(client, province, all.returns);
    for (const one of all.decisions) await addDecision(client, province, one);
    const [lastReturn, lastDecision] = [all.returns.at(-1)?.one.number, all.decisions.at(-1)?.number];
    await moveHead(client, province, {
      returns: lastReturn ?? 0,
      decisions: lastDecision ?? 0,
      last: {
        ...(lastReturn === undefined ? {} : { return: lastReturn }),
        ...(lastDecision === undefined ? {} : { decision: lastDecision }),
      },
    });
    return all;
  });
}

async function addOriginal(client: PoolClient, province: Province, { bytes }: Original): Promise<void> {
  await client.query('INSERT INTO originals VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    province,
    sha256Of(bytes),
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  ]);
}

async function addReturn(
  client: PoolClient,
  province: Province,
  { one, repeats }: { one: StoredReturn; repeats: number },
): Promise<void> {
  const { number, unit, reporter, round, state, received, sha256 } = one;
  const { rowCount } = await client.query(
    'INSERT INTO returns VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING',
    [province, number, unit, reporter, round, state, received, sha256, repeats, JSON.stringify(one)],
  );
  if (rowCount === 0) throw new Overtaken();
}

/** Adds a decision to a province whose head is locked. */
export async function addDecision(client: PoolClient, province: Province, one: Decision): Promise<void> {
  const said = [province, one.number, JSON.stringify(one)];
  await client.query('INSERT INTO decisions VALUES ($1, $2, $3)', said);
}
