import { Option, type Command } from 'commander';
import type { CommandContext } from './context.ts';
import { languageOption } from './language-option.ts';
import { withExample } from './example.ts';
import type { InitOptions } from '../workspace/run-init.ts';

/** `chitieu init [folder] (--province ID | --country)` */
export function registerInit(program: Command, context: CommandContext): void {
  const command = program
    .command('init')
    .argument('[thư mục]', 'thư mục mới hoặc còn trống; mặc định là thư mục đang đứng (folder)', '.')
    .description('lập thư mục làm việc của một tỉnh hoặc cả nước (make a workspace)')
    .addOption(new Option('--province <mã>', 'mã tỉnh, ví dụ VN12 (province id)').conflicts('country'))
    .option('--country', 'cả nước: mọi kế hoạch của chương trình (all plans)')
    .option('--by <tên>', 'người quyết định, ghi vào chitieu.yaml (who decides)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (given: string, options: InitOptions) => {
      const { runInit } = await import('../workspace/run-init.ts');
      await runInit(given, options, context);
    });
  withExample(command, 'chitieu init lai-chau --province VN12');
}
