import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { languageOption } from './language-option.ts';
import { withExample } from './example.ts';
import type { PlannerFilesOptions } from '../exchange-files/run-planner-files.ts';

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
      const { runPlannerFiles } = await import('../exchange-files/run-planner-files.ts');
      await runPlannerFiles(given, options, context);
    });
  withExample(
    command,
    'chitieu planner-files lai-chau-2021 --round 2023 --out "can dien.xlsx"',
    'chitieu generate lai-chau-2021 --round 2023 --figures "can dien.xlsx" --baselines "can dien.xlsx"',
  );
}
