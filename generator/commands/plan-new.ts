import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import { planGroup } from './plan-group.ts';
import type { PlanNewOptions } from '../planning/run-new.ts';

/** `chitieu plan new DOCUMENT --from OLD --out FILE.xlsx` */
export function registerPlanNew(program: Command, context: CommandContext): void {
  const command = planGroup(program)
    .command('new')
    .argument('<văn bản>', 'văn bản của kế hoạch mới (document of the new plan)')
    .description('lập kế hoạch kỳ sau: tỉnh, cơ quan, biểu lấy theo kế hoạch trước (a plan after another)')
    .requiredOption('--from <kế hoạch>', 'mã kế hoạch trước (earlier plan)')
    .requiredOption('--out <tệp>', 'sổ lập kế hoạch sẽ ghi, .xlsx (the planning workbook)')
    .option('--id <mã>', 'mã kế hoạch mới; không ghi thì theo tên tệp (plan id)')
    .option('--period <từ-đến>', 'kỳ kế hoạch, ví dụ 2026-2030 (period)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (path: string, options: PlanNewOptions) => {
      const { runPlanNew } = await import('../planning/run-new.ts');
      await runPlanNew(path, options, context);
    });
  withExample(command, 'chitieu plan new ke-hoach-2026.docx --from lai-chau-2021 --out ke-hoach-2026.xlsx');
}
