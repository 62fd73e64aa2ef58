import { Option, type Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { collect } from './repeatable.ts';
import type { RepairOptions } from '../repair/run.ts';

/** `chitieu repair FILE --out FILE` */
export function registerRepair(program: Command, context: CommandContext): void {
  const command = program
    .command('repair')
    .argument('<tệp>', 'sổ bị hỏng, .xlsx (damaged workbook)')
    .description('dựng lại mẫu của một sổ bị hỏng và đặt lại mọi số, lý do đã nhập (repair a workbook)')
    .requiredOption('--out <tệp>', 'sổ mới; không ghi đè tệp đã có (file to write)')
    .option('--plan <mã>', 'kế hoạch, khi tệp không còn cho biết; lặp lại được (plan; repeatable)', collect)
    .option('--unit <mã>', 'đơn vị báo cáo, khi tệp không còn cho biết (reporting unit)')
    .option('--round <kỳ>', 'kỳ báo cáo, khi tệp không còn cho biết: 2025, 2025-S1, 2025-Q3 (round)')
    .option('--units <tệp>', 'danh sách đơn vị CSV thay cho danh sách của kế hoạch (unit list)')
    .option('--assignments <tệp>', 'chỉ tiêu đã giao, khi sổ mất định nghĩa, CSV hoặc xlsx (assigned values)')
    .option('--baselines <tệp>', 'số gốc, khi sổ mất định nghĩa, CSV hoặc xlsx (baselines)')
    .option('--figures <tệp>', 'số cấp sẵn, khi sổ mất định nghĩa, CSV hoặc xlsx (known figures)')
    .option('--json', 'kết quả dạng JSON (as JSON)')
    .addOption(
      new Option('--lang <tiếng>', 'tiếng của kết quả (language)').choices(['vi', 'en']).default('vi'),
    )
    .action(async (path: string, options: RepairOptions) => {
      const { runRepair } = await import('../repair/run.ts');
      await runRepair(path, options, context);
    });
  withExample(command, 'chitieu repair "Tam Duong hong.xlsx" --out "Tam Duong.xlsx"');
}
