import type { CheckedWorkbook } from '../../../core/check/check-workbook.ts';
import type { Acceptance } from '../../../core/check/report.ts';
import type { Severity } from '../../../core/base/finding.ts';
import type { Wording } from '../texts/wording.ts';

/** The verdict on a workbook as the head of the pane shows it. */
export interface SummaryView {
  /** Whose workbook it is; empty where nothing says so. */
  identity: string;
  /** `first` while sheets are still to be seen. */
  acceptance: Acceptance | 'first';
  title: string;
  detail: string;
  /** One a severity that occurs, explained warnings apart; worst first. */
  counts: readonly SummaryCount[];
  /** Null where nobody knows what is owed. */
  progress: { done: number; owed: number; text: string } | null;
}

/** A count with its word. */
export interface SummaryCount {
  look: Severity | 'explained';
  label: string;
  count: string;
}

/** What the head of the pane says of a check; where nobody knows the template, or can read the figures, that there was none. */
export function summaryView(
  { report, returned, request, progress }: CheckedWorkbook,
  wording: Wording,
): SummaryView {
  const { texts, number } = wording;
  const { errors, warnings, explained, notes } = report.counts;
  const verdict = texts.acceptance[report.acceptance];
  const isJudged = request !== null;
  const counts: (Omit<SummaryCount, 'count'> & { count: number })[] = [
    { look: 'error', label: texts.severities.error, count: errors },
    { look: 'warning', label: texts.severities.warning, count: warnings },
    { look: 'explained', label: texts.explained, count: explained },
    { look: 'note', label: texts.severities.note, count: notes },
  ];
  const left = progress.owed - progress.done;
  const entered = texts.entered(number(progress.done), number(progress.owed));
  return {
    identity: identityOf(returned, request, wording),
    acceptance: report.acceptance,
    title: isJudged ? verdict.title : texts.unjudged.title,
    detail: isJudged
      ? verdict.detail(number(report.acceptance === 'blocked' ? errors : warnings))
      : returned === null
        ? texts.unread
        : texts.unjudged.detail,
    counts: counts
      .filter(({ look, count }) => count > 0 || (isJudged && (look === 'error' || look === 'warning')))
      .map((one) => ({ ...one, count: number(one.count) })),
    progress:
      request === null
        ? null
        : { ...progress, text: `${entered}; ${left > 0 ? texts.left(number(left)) : texts.nothingLeft}` },
  };
}

/** What the head says of the figures before the other sheets have been seen. */
export function firstView(first: CheckedWorkbook, wording: Wording): SummaryView {
  const { title, detail } = wording.texts.first;
  return { ...summaryView(first, wording), acceptance: 'first', title, detail };
}

function identityOf(
  returned: CheckedWorkbook['returned'],
  request: CheckedWorkbook['request'],
  { texts, period }: Wording,
): string {
  if (returned === null) return '';
  const unit = request?.unit.name ?? returned.unit;
  const reporter = request?.reporter.name ?? returned.reporter;
  const whose = texts.identity(unit, period(returned.round));
  return reporter === unit ? whose : `${whose}. ${texts.reportedBy(reporter)}`;
}
