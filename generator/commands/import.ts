import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { encodingOption } from './encoding-option.ts';
import { jobsFrom } from './jobs-option.ts';
import { languageOption } from './language-option.ts';
import type { ImportOptions } from '../import/run.ts';
import { keepYoungSmall } from '../tune-v8.ts';

/** `chitieu import PATH… [--round P] [--dry-run] [--json]`, `chitieu import --release RETURN` */
export function registerImport(program: Command, context: CommandContext): void {
  keepYoungSmall();
  const command = program
    .command('import')
    .argument(
      '[đường dẫn...]',
      'sổ, bộ CSV, bộ số liệu kỳ đã khóa của tỉnh, thư mục kể cả thư mục con, .zip (returns, sets of closed rounds, folders, zips)',
    )
    .description('nhận báo cáo vào kho, mỗi tệp một trạng thái (take returns into the store)')
    .option('--round <kỳ>', 'kỳ đang nhận; báo cáo kỳ khác được giữ lại (round being received)')
    .option('--dry-run', 'chỉ in kết quả, không ghi gì (write nothing)')
    .addOption(encodingOption())
    .option('--corrects <bản>', 'bản mà tệp này thay, ví dụ B12 (return it replaces)')
    .option('--release <bản>', 'cho vào một bản đang giữ lại (let in a return held back)')
    .option('--by <tên>', 'người quyết định; mặc định theo chitieu.yaml (who decides)')
    .option('--reason <lý do>', 'lý do của --corrects, --release (why)')
    .option('--at <thời điểm>', 'thời điểm nhận, ISO; mặc định là lúc này (time of receipt)')
    .option('--jobs <số>', 'số tệp đọc cùng lúc, mặc định theo số nhân máy (files at once)', jobsFrom)
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    // Whoever asks for help only need not wait for all that an import takes.
    .action(async (paths: string[], options: ImportOptions) => {
      const { runImport } = await import('../import/run.ts');
      await runImport(paths, options, context);
    });
  withExample(
    command,
    'chitieu import "hop-thu/2023" --round 2023 --dry-run',
    'chitieu import "so sua.xlsx" --corrects B12 --reason "Công văn 15"',
    'chitieu import lai-chau-2025.zip quang-ngai-2025.zip --round 2025',
  );
}
