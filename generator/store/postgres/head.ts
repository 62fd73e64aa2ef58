import type { PoolClient } from 'pg';
import { CommandFailure } from '../../failure.ts';
import { Overtaken } from '../store.ts';
import { countIn, type Province } from './province.ts';

/** How far a store has told of a province: its last return and decision. */
export interface ToldOf {
  province: Province;
  lastReturn: number;
  lastDecision: number;
}

/** The counters of a province, which nobody else moves before the transaction ends. */
export interface Head {
  returnClock: number;
  decisionClock: number;
}

/**
 * Locks the head of a province.
 * @throws Overtaken when there is more in the province than was told
 * @throws CommandFailure when this server does not keep the province, or not for this account
 */
export async function lockHead(
  client: PoolClient,
  { province, lastReturn, lastDecision }: ToldOf,
): Promise<Head> {
  const { rows } = await client.query<Record<string, number>>(
    'SELECT return_clock, decision_clock, last_return, last_decision FROM heads WHERE province = $1 FOR UPDATE',
    [province],
  );
  const [head] = rows;
  if (!head)
    throw new CommandFailure(
      `Không ghi được vào phần của tỉnh ${province}: máy chủ này không giữ tỉnh ấy, hoặc tài khoản không phải của tỉnh ấy. Chưa ghi gì (not a province of this server or account).`,
    );
  if (head.last_return !== lastReturn || head.last_decision !== lastDecision) throw new Overtaken();
  return { returnClock: head.return_clock ?? 0, decisionClock: head.decision_clock ?? 0 };
}

/** Moves the counters of a head forward, never back. @param last the last return or decision, where there is one */
export async function moveHead(
  client: PoolClient,
  province: Province,
  {
    returns,
    decisions,
    last,
  }: { returns: number; decisions: number; last?: { return?: number; decision?: number } },
): Promise<void> {
  await client.query(
    `UPDATE heads SET return_clock = greatest(return_clock, $2), decision_clock = greatest(decision_clock, $3),
      last_return = coalesce($4, last_return), last_decision = coalesce($5, last_decision) WHERE province = $1`,
    [province, countIn(returns), countIn(decisions), last?.return ?? null, last?.decision ?? null],
  );
}
