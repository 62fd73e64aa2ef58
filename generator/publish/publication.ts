import type { Language } from '../../core/base/finding.ts';
import type { ClosedRound } from '../../core/consolidate/consolidate.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { periodSaid } from '../../core/period/period.ts';
import { vietnameseDate } from '../../core/round/round.ts';
import { isChangedSince, publicationsOf } from '../../core/store/publishing.ts';
import { standingOf } from '../../core/store/standing.ts';
import { CommandFailure } from '../failure.ts';
import { recordIn } from '../register/draw-up.ts';
import type { Store } from '../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What is to be published. */
export interface Publishing {
  /** SDMX period. */
  round: string;
  /** Every period of which figures are shown, the round's included. */
  periods: readonly string[];
  threshold: number;
  /** Whether anything is handed out: of what programs are told without a file nothing is kept. */
  isWritten: boolean;
  closed: ClosedRound | null;
  catalogue: Catalogue;
  language: Language;
}

/**
 * Only closed rounds are published: a return that comes in between two publications of a round is what the one, taken
 * from the other, says, whatever each of them hides.
 * @throws CommandFailure for a round that is open
 */
function refuseOpenPublication(round: string, closed: ClosedRound | null): void {
  if (closed === null)
    throw new CommandFailure(
      `--public chỉ làm cho kỳ đã khóa sổ: công bố ${round} bây giờ, rồi công bố lại khi có thêm báo cáo, thì hai bản trừ cho nhau lộ số đã giấu. Hãy khóa sổ trước: chitieu close --round ${round} (only closed rounds are published).`,
    );
}

/**
 * Keeps in the store that figures are published.
 * @throws CommandFailure for a round that is open, and where an earlier publication would tell what this one hides: with another threshold, or of
 * the round as it was before something was changed
 */
export async function keepPublication(
  store: Store,
  { round, periods, threshold, isWritten, closed, catalogue, language }: Publishing,
  { workspace, now }: { workspace: Workspace; now: string },
): Promise<void> {
  refuseOpenPublication(round, closed);
  if (!isWritten) return;
  const [returns, decisions] = [await store.returns(), await store.decisions()];
  const standing = standingOf(decisions);
  for (const period of periods) {
    const other = publicationsOf(standing, period).find((one) => one.publication.threshold !== threshold);
    if (other)
      throw new CommandFailure(
        `Số kỳ ${periodSaid(period)} đã công bố ngày ${vietnameseDate(other.at.slice(0, 10))} với ngưỡng ${other.publication.threshold} (quyết định số ${other.number}): công bố lại với ngưỡng ${threshold} thì hai bản trừ cho nhau lộ số đã giấu. Hãy dùng --threshold ${other.publication.threshold}; nếu bản ấy chưa đưa cho ai: chitieu resolve --undo ${other.number} --reason "…" (published with another threshold).`,
      );
  }
  const own = publicationsOf(standing, round);
  const [first] = own;
  const held = { returns, decisions, entries: first ? await store.entries({ period: round }) : [] };
  if (first && isChangedSince(first, round, held, recordIn(catalogue)))
    throw new CommandFailure(
      `Số kỳ ${periodSaid(round)} đã công bố ngày ${vietnameseDate(first.at.slice(0, 10))} (quyết định số ${first.number}), từ đó có số sửa hoặc báo cáo thêm: công bố lại thì hai bản trừ cho nhau lộ số đã giấu. Nếu bản ấy chưa đưa cho ai: chitieu resolve --undo ${first.number} --reason "…" (published before, and changed since).`,
    );
  if (own.some(({ publication }) => periods.every((one) => publication.periods.includes(one)))) return;
  const reason =
    language === 'vi'
      ? `Công bố số kỳ ${periodSaid(round)}, ngưỡng ${threshold}`
      : `Figures of ${round} published, threshold ${threshold}`;
  await store.decide([
    {
      kind: 'publish',
      return: null,
      target: null,
      figure: null,
      publication: { periods, threshold },
      at: now,
      by: workspace.by ?? 'chitieu',
      reason,
    },
  ]);
}
