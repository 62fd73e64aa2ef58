import type { Language } from '../base/finding.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { tallied } from '../check/check-figures.ts';
import { describeFinding } from '../check/describe.ts';
import { judgeAll } from '../rules/judge-all.ts';
import { checkedFigures } from '../rules/figure/checked-figures.ts';
import { notYetDue } from '../rules/figure/rules/figure-not-yet-due.ts';
import { figureRules } from '../rules/figure/rules/index.ts';
import type { CheckFinding } from '../rules/rule.ts';
import { placed } from '../workbook/placed.ts';
import type { KnownFigures, WorkbookRequest } from '../workbook/request.ts';
import type { EarlierFigure } from './earlier.ts';

/** A figure of the year before that the rules of the check doubt, and that nobody has explained. */
export interface DoubtfulFigure extends Pick<EarlierFigure, 'unit' | 'key' | 'period' | 'value' | 'source'> {
  /** What the check says of it. */
  finding: CheckFinding;
}

/**
 * What the check would say of figures that are carried over, in the round they are of: beside the years before it, the
 * baseline and the plan. That a figure is not there, or not due yet, is nothing about the figure.
 * @param before what the unit was asked for in that round
 * @param known figures of that period and of those before it
 * @param reasons what was written beside them, by row
 */
export function doubtsAbout(
  before: WorkbookRequest,
  known: Pick<KnownFigures, 'figure'>,
  reasons: ReadonlyMap<string, string>,
): CheckFinding[] {
  const { request, asked, layout } = placed(before);
  const cells = checkedFigures(request, asked, layout).map(({ context: { key, period, vintage } }) => {
    const cell = { place: {}, raw: known.figure(key, period) };
    return [`${key}|${period}|${vintage}`, cell] as const;
  });
  const typed = { cells: new Map(cells), reasons };
  const { people, figures } = judgeAll(request, asked, layout, typed);
  return tallied(typed, { people, figures, series: [] }).findings.filter(
    ({ code, severity, period, found, explanation }) =>
      period === request.reporting.period &&
      typeof found === 'number' &&
      severity !== 'note' &&
      explanation === null &&
      code !== notYetDue.code,
  );
}

/** A doubt in the words of its rule. */
export function doubtSaid(
  { finding }: DoubtfulFigure,
  { catalogue, language }: { catalogue: Catalogue; language: Language },
): { title: string; message: string } {
  return describeFinding(finding, language, { catalogue, rules: figureRules });
}
