import { DEFAULT_THRESHOLD } from '../../core/consolidate/public/threshold.ts';
import { isYear } from '../../core/period/period.ts';
import { CommandFailure } from '../failure.ts';

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
