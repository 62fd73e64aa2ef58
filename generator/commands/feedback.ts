import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { languageOption } from './language-option.ts';
import { withExample } from './example.ts';
import type { FeedbackOptions } from '../feedback/run.ts';

/** `chitieu feedback [--round P] --out DIR` */
export function registerFeedback(program: Command, context: CommandContext): void {
  const command = program
    .command('feedback')
    .description('thư góp ý và bản đánh dấu cho từng báo cáo chưa chấp nhận, danh sách nhắc nộp (letters)')
    .option('--round <kỳ>', 'kỳ báo cáo; mặc định theo chitieu.yaml (round)')
    .requiredOption('--out <thư mục>', 'thư mục ghi; không ghi đè tệp nào (output folder)')
    .option('--at <thời điểm>', 'ngày tính trễ hạn, ISO; mặc định là hôm nay (day lateness is counted on)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (options: FeedbackOptions) => {
      const { runFeedback } = await import('../feedback/run.ts');
      await runFeedback(options, context);
    });
  withExample(command, 'chitieu feedback --round 2023 --out gop-y');
}
