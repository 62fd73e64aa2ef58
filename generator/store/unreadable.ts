import type { Finding } from '../../core/base/finding.ts';

/** What is kept of a return and can no longer be read as it was. */
export interface Unreadable {
  /** Names of files that are missing or are no longer what they were. */
  missing: string[];
  /** Files that are what they were and cannot be read, with why; none where some are missing. */
  broken: { file: string; why: Finding }[];
}
