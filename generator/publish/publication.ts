import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Language } from '../../core/base/finding.ts';
import type { ClosedRound } from '../../core/consolidate/consolidate.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { periodSaid } from '../../core/period/period.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import { closingOf } from '../../core/store/closing.ts';
import type { Decision } from '../../core/store/model.ts';
import { isChangedSince, publicationsOf, type PublishDecision } from '../../core/store/publishing.ts';
import { standingOf } from '../../core/store/standing.ts';
import { METHOD } from '../../core/suppress/suppress.ts';
import { CommandFailure } from '../failure.ts';
import { recordIn } from '../register/draw-up.ts';
import type { Store } from '../store/store.ts';
import { withStore } from '../store/with-store.ts';
import type { CommandContext } from '../commands/context.ts';
import type { KeptFirst } from '../workbook/write-whole.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What is to be published. */
export interface Publishing {
  /** SDMX period. */
  round: string;
  /** Every period of which figures are shown, the round's included. */
  periods: readonly string[];
  threshold: number;
  /** Path of the file or folder. */
  out: string;
  closed: ClosedRound | null;
  catalogue: Catalogue;
  language: Language;
}

/**
 * Only closed rounds are published: a return that comes in between two publications of a round is what the one, taken
 * from the other, says, whatever each of them hides.
 * @throws CommandFailure for a round that is open
 */
export function refuseOpenPublication(round: string, closed: ClosedRound | null): void {
  if (closed === null)
    throw new CommandFailure(
      `--public chỉ làm cho kỳ đã khóa sổ: công bố ${round} bây giờ, rồi công bố lại khi có thêm báo cáo, thì hai bản trừ cho nhau lộ số đã giấu. Hãy khóa sổ trước: chitieu close --round ${round} (only closed rounds are published).`,
    );
}

/**
 * What is kept in the store of figures that are published: before the first file has its name, and only when all are
 * whole. A command that is cut off in between leaves a publication without its files; run again it writes them.
 *
 * Files of the country take minutes to make: the store is open to others meanwhile. It is opened anew when they are
 * whole, and keeps nothing where it has changed by then.
 * @param store which is to be closed before the files are made
 * @throws CommandFailure for a round that is open, and where an earlier publication would tell what this one hides:
 * with another threshold, or of the round as it was before something was changed
 */
export async function newPublication(
  store: Store,
  publishing: Publishing,
  { workspace, now, context }: { workspace: Workspace; now: string; context: CommandContext },
): Promise<KeptFirst> {
  const { round, periods, threshold, out, language } = publishing;
  await refusePublication(store, publishing, workspace);
  const then = await lastIn(store);
  const decided = { return: null, target: null, figure: null, at: now, by: workspace.by ?? 'chitieu' };
  const again = (work: (store: Store) => Promise<void>) =>
    withStore(context, { for: 'write', at: now }, work);
  let made: Decision[] = [];
  return {
    keep: () =>
      again(async (store) => {
        await refuseChanged(store, then, publishing);
        const own = await refusePublication(store, publishing, workspace);
        if (own.some(({ publication }) => periods.every((one) => publication.periods.includes(one)))) return;
        const publication = { periods, threshold, out: relative(workspace.root, out), method: METHOD };
        const reason = reasons[language].published(round, threshold);
        made = await store.decide([{ ...decided, kind: 'publish', publication, reason }]);
      }),
    takeBack: () =>
      again(async (store) => {
        const reason = reasons[language].notWritten;
        await store.decide(made.map(({ number }) => ({ ...decided, kind: 'undo', target: number, reason })));
      }),
  };
}

/** Refuses what an earlier publication would tell. @returns earlier publications of the round beside which it may stand */
async function refusePublication(
  store: Store,
  { round, periods, threshold, closed, catalogue }: Publishing,
  { root }: Workspace,
): Promise<PublishDecision[]> {
  refuseOpenPublication(round, closed);
  const [returns, decisions] = [await store.returns(), await store.decisions()];
  const standing = standingOf(decisions);
  for (const period of periods) {
    const before = publicationsOf(standing, period);
    const older = before.find(({ publication }) => (publication.method ?? 1) !== METHOD);
    if (older)
      throw new CommandFailure(
        `Số kỳ ${periodSaid(period)} đã công bố ngày ${dayOf(older)} bằng bản chương trình chọn số phải giấu theo cách khác (quyết định số ${older.number}): công bố lại thì hai bản trừ cho nhau lộ số đã giấu. ${upperFirst(takenBack(older, root))} (published by another version of the program).`,
      );
    const other = before.find((one) => one.publication.threshold !== threshold);
    if (other)
      throw new CommandFailure(
        `Số kỳ ${periodSaid(period)} đã công bố ngày ${dayOf(other)} với ngưỡng ${other.publication.threshold} (quyết định số ${other.number}): công bố lại với ngưỡng ${threshold} thì hai bản trừ cho nhau lộ số đã giấu. Hãy dùng --threshold ${other.publication.threshold}; ${takenBack(other, root)} (published with another threshold).`,
      );
  }
  const own = publicationsOf(standing, round);
  const [first] = own;
  const held = { returns, decisions, entries: first ? await store.entries({ period: round }) : [] };
  if (first && isChangedSince(first, round, held, recordIn(catalogue)))
    throw new CommandFailure(
      `Số kỳ ${periodSaid(round)} đã công bố ngày ${dayOf(first)} (quyết định số ${first.number}), từ đó có số sửa hoặc báo cáo thêm: công bố lại thì hai bản trừ cho nhau lộ số đã giấu. ${upperFirst(takenBack(first, root))} (published before, and changed since).`,
    );
  return own;
}

/** The last decision and return of a store. */
type Last = Pick<Decision, 'number' | 'seen'>;

async function lastIn(store: Store): Promise<Last> {
  const last = (ones: readonly { number: number }[]) => Math.max(0, ...ones.map(({ number }) => number));
  return { number: last(await store.decisions()), seen: last(await store.returns()) };
}

/** @throws CommandFailure where the files that were made in the meantime say what the store no longer does */
async function refuseChanged(
  store: Store,
  then: Last,
  { round, periods, closed, catalogue }: Publishing,
): Promise<void> {
  const now = await lastIn(store);
  if (now.number === then.number && now.seen === then.seen) return;
  const [returns, decisions] = [await store.returns(), await store.decisions()];
  // After the last decision of that time, and before the next.
  const since = { ...then, number: then.number + 0.5 };
  const isReopened = closingOf(standingOf(decisions), round)?.number !== closed?.by.number;
  for (const period of periods) {
    const held = { returns, decisions, entries: await store.entries({ period }) };
    if (!isReopened && !isChangedSince(since, period, held, recordIn(catalogue))) continue;
    throw new CommandFailure(
      `Trong lúc lệnh này chạy, kho có quyết định hoặc số mới của kỳ ${periodSaid(period)}, nên chưa công bố gì. Hãy chạy lại lệnh này (the store has changed in the meantime).`,
    );
  }
}

const reasons: Record<
  Language,
  { published: (round: string, threshold: number) => string; notWritten: string }
> = {
  vi: {
    published: (round, threshold) => `Công bố số kỳ ${periodSaid(round)}, ngưỡng ${threshold}`,
    notWritten: 'Không ghi được tệp, chưa công bố gì',
  },
  en: {
    published: (round, threshold) => `Figures of ${round} published, threshold ${threshold}`,
    notWritten: 'The files could not be written, nothing was published',
  },
};

function dayOf({ at }: Decision): string {
  return vietnameseDate(at.slice(0, 10));
}

/** How a publication is taken back; whether its files are where they were written says whether it ever came to that. */
function takenBack({ number, publication: { out } }: PublishDecision, root: string): string {
  const undo = `nếu bản ấy chưa đưa cho ai: chitieu resolve --undo ${number} --reason "…"`;
  if (out === undefined) return undo;
  return existsSync(resolve(root, out))
    ? `bản ấy ghi ở ${out}; ${undo}`
    : `bản ấy ghi ở ${out} nhưng không thấy ở đó: có thể đã chuyển đi, có thể lệnh bị ngắt trước khi ghi xong; ${undo}`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
