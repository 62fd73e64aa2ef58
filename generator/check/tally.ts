import type { FindingCounts } from '../../core/check/report.ts';
import type { FileVerdict } from './words.ts';

/** All files of a check together. */
export interface CheckSummary {
  files: number;
  verdicts: Record<FileVerdict, number>;
  counts: FindingCounts;
}

/** A summary of no file yet. */
export function emptySummary(): CheckSummary {
  return {
    files: 0,
    verdicts: { accepted: 0, 'to-explain': 0, blocked: 0, unreadable: 0 },
    counts: { errors: 0, warnings: 0, explained: 0, notes: 0 },
  };
}

/** Adds a file; one that could not be read has no counts. */
export function addFile(summary: CheckSummary, verdict: FileVerdict, counts: FindingCounts | null): void {
  summary.files += 1;
  summary.verdicts[verdict] += 1;
  if (counts === null) return;
  summary.counts.errors += counts.errors;
  summary.counts.warnings += counts.warnings;
  summary.counts.explained += counts.explained;
  summary.counts.notes += counts.notes;
}
