import { CommandFailure } from './failure.ts';

/**
 * The time something is done at: the one place where the clock is read.
 * @param said what `--at` says instead; a day alone is its beginning
 * @returns ISO time with the offset of this machine, so that its first ten characters are the day here
 * @throws CommandFailure when `said` is no time
 */
export function timeOf(said?: string): string {
  if (said === undefined) return withOffset(new Date());
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:Z|[+-]\d{2}:\d{2})?)?$/u.exec(said);
  const time = match && Date.parse(said);
  if (!match || time === null || Number.isNaN(time))
    throw new CommandFailure(
      `"${said}" không phải thời điểm; cần dạng 2026-01-31 hoặc 2026-01-31T08:00:00+07:00 (no ISO time).`,
    );
  return said;
}

function withOffset(time: Date): string {
  const minutes = -time.getTimezoneOffset();
  const two = (part: number) => String(Math.trunc(Math.abs(part))).padStart(2, '0');
  const local = new Date(time.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  return `${local}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
