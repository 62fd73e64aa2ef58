import { InvalidArgumentError } from 'commander';
import { DEFAULT_THRESHOLD } from '../../core/consolidate/public/public.ts';
import type { ClosedRound } from '../../core/consolidate/consolidate.ts';
import { isYear } from '../../core/period/period.ts';
import { CommandFailure } from '../failure.ts';

/** The options of everything that is made for publication. */
export const PUBLIC = {
  flag: '--public',
  said: 'bản để công bố: số người, hộ nhỏ hơn ngưỡng và số tính ra được chúng không hiện (for publication)',
};
export const THRESHOLD = {
  flag: '--threshold <n>',
  said: `ngưỡng của --public; mặc định ${DEFAULT_THRESHOLD}: xã có dưới ${DEFAULT_THRESHOLD} người thì ai cũng biết là ai (smaller counts are hidden)`,
};

/** Below 2 nothing would be hidden. */
export function wholeFrom2(text: string): number {
  if (/^\d{1,6}$/u.test(text) && Number(text) >= 2) return Number(text);
  throw new InvalidArgumentError('cần một số nguyên từ 2 (a whole number, 2 or more).');
}

/** What a publication of part of a round would be: what it leaves out could be found by subtracting it from the whole. */
interface PublicOptions {
  public?: boolean;
  threshold?: number;
  plan?: string[];
  level?: string;
  acceptedOnly?: boolean;
}

/**
 * The threshold of a publication; null where nothing is published.
 * @throws CommandFailure where another publication of the same round would tell what this one hides
 */
export function publicThreshold({
  public: isPublic,
  threshold,
  plan,
  level,
  acceptedOnly,
}: PublicOptions): number | null {
  if (!isPublic && threshold === undefined) return null;
  if (!isPublic) throw new CommandFailure('--threshold chỉ dùng cùng --public (only with --public).');
  const narrowed = [
    ...((plan ?? []).length > 0 ? ['--plan'] : []),
    ...(level === undefined ? [] : ['--level']),
    ...(acceptedOnly ? ['--accepted-only'] : []),
  ];
  if (narrowed.length > 0)
    throw new CommandFailure(
      `--public không dùng cùng ${narrowed.join(', ')}: hai bản công bố khác phạm vi của một kỳ trừ cho nhau thì lộ số đã giấu. Hãy bỏ ${narrowed.join(', ')} (a publication is of the whole round).`,
    );
  return threshold ?? DEFAULT_THRESHOLD;
}

/**
 * Only whole years are published: of two periods of one year of which one lies in the other, what both publish, taken
 * from each other, is a figure of the months between, and neither publication knows of the other.
 * @throws CommandFailure for a shorter round
 */
export function refuseShortPublication(round: string, threshold: number | null): void {
  if (threshold === null || isYear(round)) return;
  throw new CommandFailure(
    `--public chỉ làm cho kỳ năm, không cho ${round}: đã công bố cả kỳ ngắn hơn thì lấy số hai kỳ của một năm trừ cho nhau là ra số đã giấu. Hãy dùng --round ${round.slice(0, 4)} (only whole years are published).`,
  );
}

/**
 * Only closed rounds are published: a return that comes in between two publications of a round is what the one, taken
 * from the other, says, whatever each of them hides.
 * @returns what is to be said where figures were corrected since the round was closed; '' where none were
 * @throws CommandFailure for a round that is open
 */
export function refuseOpenPublication(round: string, closed: ClosedRound | null): string {
  if (closed === null)
    throw new CommandFailure(
      `--public chỉ làm cho kỳ đã khóa sổ: công bố ${round} bây giờ, rồi công bố lại khi có thêm báo cáo, thì hai bản trừ cho nhau lộ số đã giấu. Hãy khóa sổ trước: chitieu close --round ${round} (only closed rounds are published).`,
    );
  const { length } = closed.corrections;
  return length === 0
    ? ''
    : `${length} số đã sửa sau khi khóa sổ: nếu đã công bố kỳ này rồi thì đừng công bố thêm bản này, vì hai bản trừ cho nhau lộ số đã giấu (corrected since the round was closed: do not publish it twice).\n`;
}
