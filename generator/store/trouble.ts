import { fileMessages } from '../../core/base/file-messages.ts';
import { reporter } from '../../core/base/finding.ts';
import { renderFinding } from '../../core/wording/render.ts';
import { CommandFailure } from '../failure.ts';
import { readRegular } from '../regular-file.ts';
import { isThere } from '../workbook/write-new.ts';
import { Database } from './database.ts';
import type { StorePaths } from './paths.ts';

const report = reporter(fileMessages);

/** What the system says, in DuckDB's words, where nothing more can be written. */
const FULL = /No space left on device|Disk quota exceeded|File too large|not enough space/iu;

/** And where this account may not write; a store that is only asked is written to as well. */
const FORBIDDEN = /Permission denied|Read-only file system|Access is denied|Operation not permitted/iu;

/** Does something with the database; its troubles are said in words for people. */
export async function said<Result>(work: () => Promise<Result>, paths: StorePaths): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw await storeTrouble(error, paths);
  }
}

/** Whether DuckDB says that another process has the file open; which, where it says that. */
function holderIn(words: string): string | null {
  return /lock[^]*\(PID (\d+)\)/u.exec(words)?.[1] ?? null;
}

/**
 * A store that is put aside must be nobody's: what another process writes into it now would be aside with it. One that
 * does not open for another reason is none's.
 * @throws CommandFailure when another process has it open
 */
export async function requireNobody(paths: StorePaths): Promise<void> {
  try {
    if (await isThere(paths.database)) (await Database.open(paths.database)).close();
  } catch (error) {
    const pid = holderIn(error instanceof Error ? error.message : String(error));
    if (pid !== null) throw new CommandFailure(await inUse(pid, paths));
  }
}

/**
 * DuckDB's words for a store that another process has open, a full disk and a damaged file, in words for people. What
 * is none of these stays as it is.
 */
async function storeTrouble(error: unknown, paths: StorePaths): Promise<unknown> {
  if (error instanceof CommandFailure) return error;
  const words = error instanceof Error ? error.message : String(error);
  const pid = holderIn(words);
  if (pid !== null) return new CommandFailure(await inUse(pid, paths));
  if (FULL.test(words) || (error instanceof Error && 'code' in error && error.code === 'EFBIG'))
    return new CommandFailure(
      `${renderFinding(report('disk-full', {}, {}), 'vi')} Bản đang nhận chưa được nhận; các bản trước còn nguyên trong kho (the store is as before).`,
    );
  if (FORBIDDEN.test(words))
    return new CommandFailure(
      `Không có quyền ghi vào kho ${paths.database}. Lệnh nào dùng kho cũng cần quyền đọc và ghi trong thư mục của kho, kể cả khi chỉ xem. Hãy xin quyền rồi chạy lại; kho không hỏng, đừng lập lại (no permission to write to the store).`,
    );
  if (/^(?:IO|Serialization|Fatal|INTERNAL|Invalid Input) Error/iu.test(words))
    return new CommandFailure(
      `Không mở được kho ${paths.database}. Tệp gốc vẫn còn; nếu tệp hỏng, hãy chạy "chitieu store rebuild" (the store cannot be opened: ${words.split('\n')[0]}).`,
    );
  return error;
}

async function inUse(pid: string, { holder }: StorePaths): Promise<string> {
  const held = await readRegular(holder).then(
    (text) => JSON.parse(text.toString()) as { pid: number; since: string },
    () => null,
  );
  const since = String(held?.pid) === pid ? `, từ ${held?.since.slice(0, 16).replace('T', ' ')}` : '';
  return `Kho đang được một tiến trình khác dùng (số ${pid}${since}). Hãy đợi lệnh kia xong rồi chạy lại (the store is in use by process ${pid}).`;
}
