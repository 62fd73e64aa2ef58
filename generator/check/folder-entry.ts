import { open, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Dirent } from 'node:fs';
import { otherThanText } from '../../formats/file-kind.ts';
import { isDescriptorName, setPartOf, type SameSet } from './set-names.ts';

/** Why something in a folder is not read. */
export const notReadReasons = [
  'lock-file',
  'empty-folder',
  'folder',
  'csv-without-descriptor',
  'archive',
  'download',
  'backup',
  'template',
  'other-spreadsheet',
  'hidden',
  'shortcut',
  'leads-outside',
  'not-regular',
  'no-return',
] as const;
export type NotRead = (typeof notReadReasons)[number];

/** What stands in a folder that is looked at: a return to be read, or why it is not; null where nobody asks. */
export type FolderEntry = { kind: 'workbook' | 'csv' } | { why: NotRead } | null;

/** What a program may have saved a workbook as; of those it cannot read the reader says what to do. */
const SPREADSHEETS: ReadonlySet<string> = new Set(['.xlsx', '.xlsm', '.xls', '.xlsb', '.ods', '.et']);

/** Excel's mark beside a workbook that is open, and that of LibreOffice; they hold the name of a user alone. */
const LOCK_FILE = /^(?:~\$|\.~lock\.)/u;

/** What systems put into folders by themselves. */
const OF_THE_SYSTEM = /^(?:\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|\.localized|__MACOSX)$/iu;

const REASONS: readonly [NotRead, readonly string[]][] = [
  ['archive', ['.zip', '.rar', '.7z', '.gz', '.tgz', '.tar', '.bz2', '.xz']],
  ['download', ['.download', '.crdownload', '.part', '.partial', '.opdownload', '.tmp', '.temp']],
  ['backup', ['.bak', '.old', '.xlk', '.backup', '.asd', '.wbk']],
  ['template', ['.xltx', '.xltm', '.xlt', '.ots', '.ett']],
  [
    'other-spreadsheet',
    ['.fods', '.numbers', '.gnumeric', '.gsheet', '.xml', '.sxc', '.uos', '.slk', '.dif', '.dbf', '.xlw'],
  ],
  ['shortcut', ['.lnk', '.url', '.webloc', '.desktop']],
];

/** Whether a name is that of a mark beside a workbook that is open. */
export function isLockFile(name: string): boolean {
  return LOCK_FILE.test(name);
}

/** What an entry of a folder is, by its name and kind; no content is looked at. */
export async function folderEntry(folder: string, entry: Dirent, sameSet: SameSet): Promise<FolderEntry> {
  const { name } = entry;
  if (isLockFile(name)) return { why: 'lock-file' };
  if (OF_THE_SYSTEM.test(name)) return null;
  if (entry.isSymbolicLink()) {
    const trouble = await linkTrouble(folder, name);
    if (trouble !== null) return { why: trouble };
  } else if (entry.isDirectory()) return { why: 'folder' };
  else if (!entry.isFile()) return { why: 'not-regular' };
  if (name.startsWith('.')) return { why: 'hidden' };
  const ending = extname(name).toLowerCase();
  if (SPREADSHEETS.has(ending)) return { kind: 'workbook' };
  if (setPartOf(name) !== null) {
    if (sameSet(name).some(isDescriptorName) || (await isNoText(join(folder, name)))) return { kind: 'csv' };
    return { why: 'csv-without-descriptor' };
  }
  if (name.endsWith('~')) return { why: 'backup' };
  return { why: REASONS.find(([, endings]) => endings.includes(ending))?.[0] ?? 'no-return' };
}

/** Whether a file is something else under the name of a table, which its reader will say. */
async function isNoText(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    return otherThanText(buffer.subarray(0, bytesRead)) !== null;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

/** A link is followed to a file of the same folder and no further. */
async function linkTrouble(folder: string, name: string): Promise<NotRead | null> {
  try {
    const [home, target] = await Promise.all([realpath(folder), realpath(join(folder, name))]);
    if (!target.startsWith(`${home}${sep}`)) return 'leads-outside';
    const found = await stat(target);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? null : 'not-regular';
  } catch {
    return 'not-regular';
  }
}
