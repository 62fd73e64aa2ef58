import { fewOfEach } from '../../core/planner/few-findings.ts';
import type { Language } from '../../core/base/finding.ts';
import { renderFinding } from '../../core/wording/render.ts';
import { CommandFailure } from '../failure.ts';
import type { PlannerFiles } from '../workbook/known.ts';
import { loadAssignments } from './assignments.ts';
import { loadBaselines } from './baselines.ts';
import type { ExchangeContext, Loaded } from './context.ts';
import { loadFigures } from './figures.ts';

/** Paths a planner may give on the command line. */
export interface PlannerPaths {
  assignments?: string;
  baselines?: string;
  figures?: string;
}

/**
 * Loads the files a planner gives beside the plans.
 * @throws CommandFailure with every error of a file that does not load
 */
export async function loadPlannerFiles(
  paths: PlannerPaths,
  context: ExchangeContext,
  warn: (text: string) => void,
  language: Language = 'vi',
): Promise<PlannerFiles> {
  const take = async <Value>(
    path: string | undefined,
    load: (path: string, context: ExchangeContext) => Promise<Loaded<Value[]>>,
  ): Promise<Value[]> => {
    if (path === undefined) return [];
    const { value, findings } = await load(path, context);
    const said = fewOfEach(findings)
      .map((finding) => renderFinding(finding, language))
      .join('\n');
    if (value === null) throw new CommandFailure(said);
    if (said !== '') warn(`${said}\n`);
    return value;
  };
  const figures = await take(paths.figures, loadFigures);
  return {
    assignments: await take(paths.assignments, (path, known) => loadAssignments(path, known, figures)),
    baselines: await take(paths.baselines, loadBaselines),
    figures,
  };
}
