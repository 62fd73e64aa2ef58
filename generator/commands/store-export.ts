import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import type { StoreExportOptions } from '../store/run-export.ts';

/** `chitieu store export --parquet FOLDER [--round P]` */
export function registerStoreExport(group: Command, context: CommandContext): void {
  const command = group
    .command('export')
    .description(
      'ghi kho ra tệp Parquet: cả kho cho phần mềm khác, hoặc một kỳ đã khóa để gửi cấp trên (write the store as Parquet)',
    )
    .requiredOption('--parquet <thư mục>', 'thư mục mới; với --round cũng nhận tên .zip (new folder)')
    .option('--round <kỳ>', 'chỉ kỳ này, đã khóa sổ: bộ số liệu để gửi (the set of a closed round)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (options: StoreExportOptions) => {
      const { runStoreExport } = await import('../store/run-export.ts');
      await runStoreExport(options, context);
    });
  withExample(
    command,
    'chitieu store export --parquet "kho-parquet"',
    'chitieu store export --parquet lai-chau-2025.zip --round 2025',
  );
}
