import { reporter, type Finding } from '../core/base/finding.ts';
import { NotOpened } from './regular-file.ts';
import { fileMessages } from '../core/base/file-messages.ts';

const report = reporter(fileMessages);

/**
 * What the operating system says of a file, in plain words.
 * @returns null for an error that is none of the operating system's
 */
export function fileTrouble(error: unknown): Finding | null {
  if (error instanceof NotOpened) return error.finding;
  if (!(error instanceof Error) || !('syscall' in error)) return null;
  const code = 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return report('path-missing', {}, {});
    case 'EISDIR':
      return report('path-is-folder', {}, {});
    case 'EACCES':
    case 'EPERM':
      return report('path-not-permitted', {}, {});
    case 'ENOSPC':
    case 'EDQUOT':
      return report('disk-full', {}, {});
    case 'EROFS':
      return report('disk-read-only', {}, {});
    case 'EBUSY':
      return report('path-busy', {}, {});
    default:
      return report('text-file-unreadable', {}, { reason: String(code) });
  }
}
