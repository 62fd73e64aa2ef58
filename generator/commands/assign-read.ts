import type { Command } from 'commander';
import { assignGroup } from './assign-group.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import type { ReadOptions } from '../assign/run-read.ts';

/** `chitieu assign read FILE.xlsx --out assignments.csv [--assignments OLD.csv] [--figures FILE]` */
export function registerAssignRead(program: Command, context: CommandContext): void {
  const command = assignGroup(program)
    .command('read')
    .argument('<tệp>', 'bảng giao chỉ tiêu đã nhập (filled grid workbook)')
    .description('đọc bảng giao, ghi thêm số đã sửa vào tệp CSV (append the changed values)')
    .requiredOption('--out <tệp>', 'tệp CSV sẽ ghi (output file)')
    .option(
      '--assignments <tệp>',
      'tệp CSV hoặc xlsx, số đã giao từ trước; mọi dòng được giữ lại (assigned so far)',
    )
    .option('--figures <tệp>', 'tệp CSV hoặc xlsx, số liệu đã biết, để so với số năm trước (known figures)')
    .action(async (path: string, options: ReadOptions) => {
      const { runAssignRead } = await import('../assign/run-read.ts');
      await runAssignRead(path, options, context);
    });
  withExample(
    command,
    'chitieu assign read "bang giao 2023.xlsx" --out "so giao.csv"',
    'chitieu assign read "bang giao 2024.xlsx" --assignments "so giao.csv" --out "so giao.csv"',
  );
}
