import type { Severity } from '../../../core/base/finding.ts';

/** Worst first: of several marks on one cell the first of these colours it. */
export const SEVERITIES = ['error', 'warning', 'note'] as const satisfies readonly Severity[];

/** ARGB of a marked cell, unlike any the workbooks themselves use. */
export const MARK_COLORS: Readonly<Record<Severity, string>> = {
  error: 'FFFF9B9B',
  warning: 'FFFFD24D',
  note: 'FF9DC9F5',
};
