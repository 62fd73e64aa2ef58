import type { PoolClient } from 'pg';
import type { Decision, StoredReturn } from '../../../core/store/model.ts';
import { CommandFailure } from '../../failure.ts';
import type { NewDecision } from '../store.ts';
import { addDecision } from './add-together.ts';
import { lockHead, moveHead, type Head } from './head.ts';
import { COUNTRY, countIn, numberIn, provinceOfNumber, type Province } from './province.ts';
import type { Servers } from './servers.ts';
import { inTransaction } from './session.ts';
import type { Told } from './told.ts';

/** What was told before something is decided, and whose store it is. */
interface Before {
  own: Province;
  returns: Told<StoredReturn>;
  decisions: Told<Decision>;
}

/**
 * Adds decisions, each beside the return or decision it is about. All numbers given later in its province are above
 * what was seen; where a round of the country is closed, those of every province.
 * @throws Overtaken
 * @throws CommandFailure for decisions that belong on several servers: they could not be kept together
 */
export async function addDecisions(
  servers: Servers,
  before: Before,
  ones: readonly NewDecision[],
): Promise<Decision[]> {
  const placed = ones.map((one) => ({ one, province: provinceOfDecision(one, before.own) }));
  const provinces = [...new Set(placed.map(({ province }) => province))].sort();
  const [first] = provinces;
  if (first === undefined) return [];
  const server = servers.serverOf(first);
  if (provinces.some((province) => servers.serverOf(province) !== server))
    throw new CommandFailure(
      'Các quyết định này thuộc những tỉnh ở nhiều máy chủ, không ghi cùng lúc được. Chưa ghi gì; hãy quyết định riêng từng tỉnh (decide province by province).',
    );
  const isClosing = before.own === COUNTRY && ones.some(({ closing }) => closing !== undefined);
  const others = isClosing ? servers.provinces.filter((province) => !provinces.includes(province)) : [];
  const isHere = (province: Province) => servers.serverOf(province) === server;
  // The others first: clocks that have moved in vain only leave numbers out.
  for (const province of others.filter((one) => !isHere(one)))
    await inTransaction(await servers.poolFor(province), (client) => pass(client, province, before));
  return inTransaction(await servers.poolFor(first), async (client) => {
    const heads = new Map<Province, Head>();
    for (const province of [...provinces, ...others.filter(isHere)].sort())
      heads.set(province, await pass(client, province, before));
    const clocks = [...heads.values()].map(({ decisionClock }) => decisionClock);
    const from = Math.max(countIn(before.decisions.highest), ...clocks) + 1;
    const kept: Decision[] = [];
    for (const [at, { one, province }] of placed.entries()) {
      const number = numberIn(province, from + at);
      const decision: Decision = { ...one, seen: before.returns.highest, number };
      await addDecision(client, province, decision);
      await moveHead(client, province, { returns: 0, decisions: number, last: { decision: number } });
      kept.push(decision);
    }
    return kept;
  });
}

/** Locks a head and moves its clocks beyond all that was told. */
async function pass(client: PoolClient, province: Province, { returns, decisions }: Before): Promise<Head> {
  const head = await lockHead(client, {
    province,
    lastReturn: returns.lastOf(province),
    lastDecision: decisions.lastOf(province),
  });
  await moveHead(client, province, { returns: returns.highest, decisions: decisions.highest });
  return head;
}

function provinceOfDecision({ kind, return: of, target }: NewDecision, own: Province): Province {
  if (of !== null) return provinceOfNumber(of);
  return kind === 'undo' && target !== null ? provinceOfNumber(target) : own;
}
