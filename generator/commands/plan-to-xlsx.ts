import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import { planGroup } from './plan-group.ts';
import type { PlanToXlsxOptions } from '../planning/run-to-xlsx.ts';

/** `chitieu plan to-xlsx PLAN --out FILE.xlsx [--json]` */
export function registerPlanToXlsx(program: Command, context: CommandContext): void {
  const command = planGroup(program)
    .command('to-xlsx')
    .argument('<kế hoạch>', 'mã kế hoạch đã có (plan id)')
    .description('đưa kế hoạch đã có ra sổ Excel để sửa (an existing plan as planning workbook)')
    .requiredOption('--out <tệp>', 'sổ lập kế hoạch sẽ ghi, .xlsx (the planning workbook)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (id: string, options: PlanToXlsxOptions) => {
      const { runPlanToXlsx } = await import('../planning/run-to-xlsx.ts');
      await runPlanToXlsx(id, options, context);
    });
  withExample(command, 'chitieu plan to-xlsx lai-chau-2021 --out lai-chau-2021.xlsx');
}
