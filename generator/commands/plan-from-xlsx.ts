import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import { planGroup } from './plan-group.ts';
import type { PlanFromXlsxOptions } from '../planning/run-from-xlsx.ts';

/** `chitieu plan from-xlsx FILE [--replace [--drop-comments]] [--marked COPY] [--json]` */
export function registerPlanFromXlsx(program: Command, context: CommandContext): void {
  const command = planGroup(program)
    .command('from-xlsx')
    .argument('<sổ>', 'sổ lập kế hoạch đã sửa, .xlsx (the planning workbook)')
    .description('ghi kế hoạch vào thư mục làm việc từ sổ lập kế hoạch (write the plan from its workbook)')
    .option('--replace', 'thay kế hoạch đã có; bản cũ được giữ bên cạnh (replace; the old one is kept)')
    .option('--drop-comments', 'đồng ý bỏ ghi chú # của tệp đang có (drop comments of the file)')
    .option('--marked <tệp>', 'bản sao có ghi chú lỗi; không ghi thì thêm "-loi" vào tên (marked copy)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (path: string, options: PlanFromXlsxOptions) => {
      const { runPlanFromXlsx } = await import('../planning/run-from-xlsx.ts');
      await runPlanFromXlsx(path, options, context);
    });
  withExample(command, 'chitieu plan from-xlsx ke-hoach-2026.xlsx');
}
