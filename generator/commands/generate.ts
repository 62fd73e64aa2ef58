import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { collect } from './repeatable.ts';
import { languageOption } from './language-option.ts';
import { jobsFrom } from './jobs-option.ts';
import type { GenerateOptions } from '../workbook/run-generate.ts';

/** `chitieu generate [plan…] [--round P] [--units FILE] [--unit ID]… [--sample] [--out DIR]` */
export function registerGenerate(program: Command, context: CommandContext): void {
  const command = program
    .command('generate [plan...]')
    .description('tạo sổ Excel cho tỉnh, từng huyện và từng sở, ngành (make the workbooks)')
    .option(
      '--round <kỳ>',
      'năm, 6 tháng, quý, 9 tháng lũy kế: 2025, 2025-S1, 2025-Q3, 2025-LK9; mặc định là năm đầu (round to report in)',
    )
    .option('--units <tệp>', 'danh sách đơn vị CSV thay cho danh sách của kế hoạch (unit list)')
    .option('--unit <mã>', 'chỉ tạo cho đơn vị này; lặp lại được (only this unit; repeatable)', collect)
    .option('--assignments <tệp>', 'chỉ tiêu đã giao cho đơn vị, CSV hoặc xlsx (assigned values)')
    .option('--baselines <tệp>', 'số gốc, CSV hoặc xlsx (baselines)')
    .option(
      '--figures <tệp>',
      'số liệu đã biết, điền sẵn, CSV, xlsx hoặc thư mục đã xuất (known figures; or a folder of exports)',
    )
    .option(
      '--from-store',
      'sổ của tỉnh và sở, ngành: điền sẵn số mà đơn vị khác đã báo cáo và đã chấp nhận (figures others have sent)',
    )
    .option('--sample', 'điền số liệu mẫu, có ghi rõ (fill with labelled sample figures)')
    .option('--together', 'các kế hoạch cùng một sổ, mỗi số nhập một lần (all plans in one workbook)')
    .option('--jobs <số>', 'số sổ tạo cùng lúc, mặc định theo số nhân máy (workbooks at once)', jobsFrom)
    .option('--out <thư mục>', 'thư mục ghi sổ (output folder)', 'out')
    .addOption(languageOption())
    // Whoever asks for help only need not wait for all that making workbooks takes.
    .action(async (given: string[], options: GenerateOptions) => {
      const { runGenerate } = await import('../workbook/run-generate.ts');
      await runGenerate(given, options, context);
    });
  withExample(
    command,
    'chitieu generate lai-chau-2021 --round 2023 --unit VN12.106 --out so-2023',
    'chitieu generate lai-chau-2021 --round 2023 --sample --out so-mau',
  );
}
