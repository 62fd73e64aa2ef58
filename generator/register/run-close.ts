import { periodSaid } from '../../core/period/period.ts';
import { closingOf, closingText } from '../../core/store/closing.ts';
import { figuresInForce } from '../../core/store/in-force.ts';
import type { RegisterLine } from '../../core/store/register.ts';
import { uncountedOf, uncountedSaid } from '../../core/store/uncounted.ts';
import { standingOf } from '../../core/store/standing.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import { CommandFailure } from '../failure.ts';
import { refuseUnused } from '../unused-options.ts';
import { drawUpRegister, recordIn } from './draw-up.ts';
import { closedEntries } from './closed-entries.ts';
import { requireOwnRound, sumSaidIn } from './round-that-says.ts';
import { sha256Of } from '../store/originals.ts';
import type { Store } from '../store/store.ts';
import { whoDecides, withStore } from '../store/with-store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { CommandContext } from '../commands/context.ts';
import { said } from '../commands/said.ts';
import { decisionJson, keepDecision, type DecideOptions } from '../commands/decide.ts';
import { plannerPaths } from '../commands/planner-paths.ts';
import { programVersion } from '../package-root.ts';
import { conflictId } from './conflict-id.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { loadPlannerFiles } from '../exchange-files/planner-files.ts';
import { keepGivenFiles } from './given-files.ts';
import { namedOrUsual, usablePlans } from '../commands/selected-plans.ts';
import { roundOrUsual } from './round-or-usual.ts';

/** What the command was given. */
export interface CloseOptions extends DecideOptions {
  round?: string;
  leaveOpen?: string[];
  reopen?: boolean;
}

/** Closes a round. */
export async function runClose(options: CloseOptions, context: CommandContext): Promise<void> {
  if (options.reopen)
    refuseUnused(
      { '--leave-open': options.leaveOpen },
      { vi: 'việc khóa sổ, không có --reopen', en: 'closing' },
    );
  await withStore(context, { for: 'write', at: options.at }, async (store, setting) => {
    const round = roundOrUsual(options.round, setting.workspace);
    await requireOwnRound(store, round, options.lang);
    const run = options.reopen ? reopen : close;
    await run(round, options, { store, ...setting, context });
  });
}

interface Setting {
  store: Store;
  workspace: Workspace;
  now: string;
  context: CommandContext;
}

async function close(round: string, options: CloseOptions, setting: Setting): Promise<void> {
  const { store, now, context, workspace } = setting;
  const { catalogue, plans: loaded } = await usablePlans(context, namedOrUsual(context, []));
  const seeds = { plans: loaded.map(({ plan }) => plan), catalogue };
  const standing = standingOf(await store.decisions());
  const before = closingOf(standing, round);
  if (before)
    throw new CommandFailure(
      `Kỳ ${periodSaid(round)} đã khóa sổ ngày ${vietnameseDate(before.at.slice(0, 10))} (quyết định số ${before.number}); mở lại bằng --reopen (it is closed already).`,
    );
  const receipt = { by: whoDecides(options.by, workspace), now, program: programVersion(context.root) };
  const paths = await plannerPaths({}, context);
  // The round is judged by these from now on: one that cannot be read would be kept for good.
  await loadPlannerFiles(paths, exchangeContext(catalogue, seeds.plans), context.err);
  // First of all: a figure that the planner gives may be in conflict with one that came back.
  const given = await keepGivenFiles(store, paths, { ...workspace, ...receipt });
  const { lines, conflicts } = await drawUpRegister(store, seeds, { round, today: now });
  if (lines.every(({ return: one }) => one === null))
    throw new CommandFailure(
      `Kỳ ${periodSaid(round)} chưa có báo cáo nào trong kho: chưa có gì để khóa (nothing has come).`,
    );
  const uncounted = uncountedSaid(lines, options.lang);
  const open = conflicts.map(conflictId);
  const leaveOpen = options.leaveOpen ?? [];
  const unknown = leaveOpen.filter((id) => !open.includes(id));
  if (unknown.length > 0)
    throw new CommandFailure(
      `Không có mâu thuẫn chưa giải quyết nào mang mã ${unknown.join(', ')}; xem "chitieu resolve --list" (no such open conflict).`,
    );
  const left = open.filter((id) => !leaveOpen.includes(id));
  if (left.length > 0)
    throw new CommandFailure(
      `Kỳ ${periodSaid(round)} còn ${left.length} mâu thuẫn chưa giải quyết: ${left.join(', ')}. Giải quyết bằng "chitieu resolve", hoặc nêu từng mã bằng --leave-open. Chưa khóa sổ${uncounted === '' ? '' : `; ${uncounted}`} (conflicts are open).`,
    );
  const sum = await sumSaidIn(store, round);
  const over = { round, ...(sum === undefined ? {} : { sum }) };
  const returns = await store.returns();
  const entries = await closedEntries(store, over, returns);
  const inForce = figuresInForce(returns, entries, { standing, recordOf: recordIn(catalogue) });
  const figures = inForce.filter(({ figure }) => figure !== null).length;
  const checksum = sha256Of(closingText(inForce));
  const closing = { ...over, checksum, figures, given, leftOpen: open };
  const reason = options.reason ?? said[options.lang].closeReason(round);
  // Said before it is done: a closing that cannot be written has warned all the same.
  if (!options.json && uncounted !== '')
    context.out(`${said[options.lang].closesWithout(round, uncounted)}\n`);
  const decision = await keepDecision(
    store,
    { kind: 'close', closing },
    { options: { ...options, reason }, ...setting },
  );
  const without = uncountedOf(lines);
  context.out(
    options.json
      ? `${JSON.stringify({ ...decisionJson(decision), uncounted: without.map(uncountedJson) }, null, 2)}\n`
      : `${said[options.lang].closed({ round, figures, uncounted: without.length, checksum: closing.checksum.slice(0, 12), decision: decision.number })}\n`,
  );
}

function uncountedJson({ reporter, name, state }: RegisterLine) {
  return { unit: reporter, name, state };
}

async function reopen(round: string, options: CloseOptions, setting: Setting): Promise<void> {
  const { store, context } = setting;
  const before = closingOf(standingOf(await store.decisions()), round);
  if (!before)
    throw new CommandFailure(`Kỳ ${periodSaid(round)} không ở trạng thái khóa sổ (it is not closed).`);
  const decided = { kind: 'reopen', closing: before.closing } as const;
  const decision = await keepDecision(store, decided, { options, ...setting });
  context.out(
    options.json
      ? `${JSON.stringify(decisionJson(decision), null, 2)}\n`
      : `${said[options.lang].reopened(round, vietnameseDate(before.at.slice(0, 10)), decision.number)}\n`,
  );
}
