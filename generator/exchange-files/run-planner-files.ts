import { periodSaid } from '../../core/period/period.ts';
import type { Language } from '../../core/base/finding.ts';
import { missingRows } from '../../core/planner/missing/missing-rows.ts';
import { missingWorkbook } from '../../core/planner/missing/missing-workbook.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { exchangeContext } from './context.ts';
import { loadPlannerFiles, type PlannerPaths } from './planner-files.ts';
import { CommandFailure } from '../failure.ts';
import { reportingOf, requestOf, togetherJobs } from '../workbook/jobs.ts';
import { ofKnownRound } from '../workbook/known-round.ts';
import { writeNew } from '../workbook/write-new.ts';
import type { CommandContext } from '../commands/context.ts';
import { said } from '../commands/said.ts';
import { plannerPaths } from '../commands/planner-paths.ts';
import { namedOrUsual, usablePlans } from '../commands/selected-plans.ts';

/** What the command was given. */
export interface PlannerFilesOptions extends PlannerPaths {
  round?: string;
  json?: boolean;
  lang: Language;
  out: string;
}

/** Writes the workbook of what the planner has not given yet. */
export async function runPlannerFiles(
  given: string[],
  options: PlannerFilesOptions,
  context: CommandContext,
): Promise<void> {
  const { catalogue, plans: loaded } = await usablePlans(context, namedOrUsual(context, given));
  const plans = loaded.map(({ plan }) => plan);
  const round = options.round ?? context.workspace?.round ?? undefined;
  const exchange = exchangeContext(catalogue, plans);
  const files = await loadPlannerFiles(
    await plannerPaths(options, context),
    exchange,
    context.err,
    options.lang,
  );
  const jobs = ofKnownRound(() =>
    togetherJobs(plans, catalogue, { files, ...(round === undefined ? {} : { round }) }),
  );
  const [first] = jobs;
  if (!first) throw new CommandFailure('Không có kế hoạch nào trong kỳ này (no plan has this round).');
  const rows = missingRows(jobs.map((job) => requestOf(job, catalogue)));
  const counts = {
    figures: rows.figures.length,
    baselines: rows.baselines.length,
    assignments: rows.assignments.length,
  };
  const title = `Số người lập kế hoạch còn thiếu, kỳ ${periodSaid(first.period)}`;
  const model = missingWorkbook(rows, { title, round: reportingOf(first) });
  if (!(await writeNew(options.out, await serialize(model))))
    throw new CommandFailure(
      `Giữ nguyên "${options.out}": tệp đã có, có thể có người đã điền. Hãy chọn tên khác bằng --out (the file is there already).`,
    );
  context.out(
    options.json
      ? `${JSON.stringify({ file: options.out, round: first.period, missing: counts }, null, 2)}\n`
      : `${said[options.lang].missing(options.out, counts.figures, counts.baselines, counts.assignments)}\n`,
  );
}
