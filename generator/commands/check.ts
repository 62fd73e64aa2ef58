import { Option, type Command } from 'commander';
import type { CheckOptions } from '../check/run.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { encodingOption } from './encoding-option.ts';
import { jobsFrom } from './jobs-option.ts';

/** `chitieu check FILE… [--json] [--out DIR] [--lang vi|en] [--all] [--jobs N]` */
export function registerCheck(program: Command, context: CommandContext): void {
  const command = program
    .command('check')
    .argument('<tệp...>', 'sổ đã nhập, tệp CSV đã xuất, hoặc thư mục chứa sổ (returns, or folders of them)')
    .description('kiểm tra số liệu của các sổ nhận về (check the figures of returned workbooks)')
    .option('--json', 'in kết quả dạng JSON (as JSON)')
    .option('--out <thư mục>', 'ghi bản sao có đánh dấu ô sai, không ghi đè (folder for marked copies)')
    .option('--all', 'in hết, không rút gọn (print everything)')
    .option('--jobs <số>', 'số tệp xét cùng lúc, mặc định theo số nhân máy (files at once)', jobsFrom)
    .addOption(encodingOption())
    .option('--units <tệp>', 'danh sách đơn vị, khi tệp không mang theo mẫu, CSV (unit list)')
    .option(
      '--assignments <tệp>',
      'chỉ tiêu đã giao, khi tệp không mang theo mẫu, CSV hoặc xlsx (assigned values)',
    )
    .option('--baselines <tệp>', 'số gốc, khi tệp không mang theo mẫu, CSV hoặc xlsx (baselines)')
    .option('--figures <tệp>', 'số cấp sẵn, khi tệp không mang theo mẫu, CSV hoặc xlsx (known figures)')
    .addOption(
      new Option('--lang <tiếng>', 'tiếng của kết quả và bản đánh dấu (language)')
        .choices(['vi', 'en'])
        .default('vi'),
    )
    // Whoever asks for help only need not wait for all that a check takes.
    .action(async (paths: string[], options: CheckOptions) => {
      const { runCheck } = await import('../check/run.ts');
      await runCheck(paths, options, context);
    });
  withExample(command, 'chitieu check "Tam Duong.xlsx" --out danh-dau', 'chitieu check hop-thu --all');
}
