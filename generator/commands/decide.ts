import type { Language } from '../../core/base/finding.ts';
import type { Decision, StoredReturn } from '../../core/store/model.ts';
import { parseReturnName, returnName } from '../../core/store/model.ts';
import { CommandFailure } from '../failure.ts';
import type { Store } from '../store/store.ts';
import { whoDecides } from '../store/with-store.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What every command takes that keeps a decision. */
export interface DecideOptions {
  by?: string;
  reason?: string;
  at?: string;
  json?: boolean;
  lang: Language;
}

/** A return that is in the store. @throws CommandFailure where there is none of the name */
export async function returnNamed(text: string, store: Store): Promise<StoredReturn> {
  const number = parseReturnName(text);
  const found = (await store.returns()).find((one) => one.number === number);
  if (found) return found;
  throw new CommandFailure(
    `Không có bản "${text}" trong kho. Bản nhận về có tên như B12; xem bằng "chitieu status" (no such return).`,
  );
}

/** What is decided; the rest of a decision is empty. */
export type Decided = Pick<Decision, 'kind'> &
  Partial<Pick<Decision, 'return' | 'target' | 'figure' | 'closing' | 'difference'>>;

/** Keeps a decision with who decided, when and why. @throws CommandFailure without a reason */
export async function keepDecision(
  store: Store,
  decided: Decided,
  deciding: { options: Omit<DecideOptions, 'lang'>; workspace: Workspace; now: string },
): Promise<Decision> {
  const [kept] = await keepDecisions(store, [decided], deciding);
  if (!kept) throw new Error('The store kept no decision.');
  return kept;
}

/** {@link keepDecision} for several, all of them or none. */
export async function keepDecisions(
  store: Store,
  decided: readonly Decided[],
  { options, workspace, now }: { options: Omit<DecideOptions, 'lang'>; workspace: Workspace; now: string },
): Promise<Decision[]> {
  const by = whoDecides(options.by, workspace);
  const reason = options.reason?.trim() ?? '';
  if (reason === '') throw new CommandFailure('Quyết định cần lý do: hãy ghi --reason (say why).');
  return store.decide(decided.map((one) => ({ ...NOTHING, ...one, at: now, by, reason })));
}

const NOTHING = { return: null, target: null, figure: null };

/** A decision for programs. */
export function decisionJson(one: Decision) {
  const name = (number: number | null) => (number === null ? null : returnName(number));
  const { target, kind } = one;
  return { ...one, return: name(one.return), target: kind === 'undo' ? target : name(target) };
}
