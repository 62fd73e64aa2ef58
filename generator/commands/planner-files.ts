import { periodSaid } from '../../core/period/period.ts';
import type { Command } from 'commander';
import type { Language } from '../../core/base/finding.ts';
import { missingRows } from '../../core/planner/missing/missing-rows.ts';
import { missingWorkbook } from '../../core/planner/missing/missing-workbook.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { loadPlannerFiles, type PlannerPaths } from '../exchange-files/planner-files.ts';
import { CommandFailure } from '../failure.ts';
import { reportingOf, requestOf, togetherJobs } from '../workbook/jobs.ts';
import { ofKnownRound } from '../workbook/known-round.ts';
import { writeNew } from '../workbook/write-new.ts';
import type { CommandContext } from './context.ts';
import { languageOption } from './language-option.ts';
import { said } from './said.ts';
import { withExample } from './example.ts';
import { plannerPaths } from './planner-paths.ts';
import { namedOrUsual, usablePlans } from './selected-plans.ts';

interface PlannerFilesOptions extends PlannerPaths {
  round?: string;
  json?: boolean;
  lang: Language;
  out: string;
}

/** `chitieu planner-files [plan…] [--round P] --out FILE.xlsx` */
export function registerPlannerFiles(program: Command, context: CommandContext): void {
  const command = program
    .command('planner-files [plan...]')
    .description(
      'một sổ Excel có mọi số gốc, số đã biết, số giao còn thiếu, để điền rồi đọc lại (what the planner has not given yet)',
    )
    .option('--round <kỳ>', 'kỳ báo cáo; mặc định theo chitieu.yaml, hoặc năm đầu của kế hoạch (round)')
    .option('--assignments <tệp>', 'chỉ tiêu đã giao, CSV hoặc xlsx (assigned values)')
    .option('--baselines <tệp>', 'số gốc đã có, CSV hoặc xlsx (baselines)')
    .option(
      '--figures <tệp>',
      'số liệu đã biết, CSV, xlsx hoặc thư mục đã xuất (known figures; or a folder of exports)',
    )
    .requiredOption('--out <tệp>', 'tệp Excel sẽ ghi; tệp đã có thì giữ nguyên (output file)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (given: string[], options: PlannerFilesOptions) => {
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
    });
  withExample(
    command,
    'chitieu planner-files lai-chau-2021 --round 2023 --out "can dien.xlsx"',
    'chitieu generate lai-chau-2021 --round 2023 --figures "can dien.xlsx" --baselines "can dien.xlsx"',
  );
}
