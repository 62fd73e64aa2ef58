import { Option, type Command } from 'commander';
import { profiles } from '../../core/exchange/profile.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import type { ExportOptions } from '../exchange-files/run-export.ts';

/** `chitieu export FILE… --out DIR [--profile machine|excel] [--force]` */
export function registerExport(program: Command, context: CommandContext): void {
  const command = program
    .command('export')
    .argument('<tệp...>', 'sổ đã nhập, .xlsx, hoặc thư mục chứa sổ (filled workbooks, or folders of them)')
    .description('ghi số liệu của từng sổ ra CSV kèm tệp mô tả (write the figures of workbooks as CSV)')
    .requiredOption('--out <thư mục>', 'thư mục ghi các tệp (output folder)')
    .addOption(
      new Option(
        '--profile <kiểu>',
        'machine: cho phần mềm; excel: để mở bằng Excel (for programs or for Excel)',
      )
        .choices(profiles)
        .default('machine'),
    )
    .option(
      '--force',
      'xuất cả sổ có số có thể đứng sai tên, ghi rõ trong tệp mô tả (even where figures may be misplaced)',
    )
    .option('--sdmx', 'ghi SDMX-CSV 2.0 và cấu trúc SDMX-JSON thay cho bộ tệp trao đổi (SDMX files instead)')
    .option('--dhis2', 'ghi CSV để nhập vào DHIS2 thay cho bộ tệp trao đổi (a DHIS2 data value set instead)')
    // Whoever asks for help only need not wait for all that an export takes.
    .action(async (paths: string[], options: ExportOptions) => {
      const { runExport } = await import('../exchange-files/run-export.ts');
      await runExport(paths, options, context);
    });
  withExample(command, 'chitieu export "Tam Duong.xlsx" --out csv --profile excel');
}
