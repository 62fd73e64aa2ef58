import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import { publicOptions } from './public-option.ts';
import { collect } from './repeatable.ts';
import type { ReportOptions } from '../report/run.ts';

/** `chitieu report [--round P] [--plan ID …] --out DIR` */
export function registerReport(program: Command, context: CommandContext): void {
  const command = publicOptions(
    program
      .command('report')
      .description(
        'báo cáo cho lãnh đạo: trang HTML và văn bản Word (report for leaders: HTML page, Word document)',
      )
      .option('--round <kỳ>', 'kỳ báo cáo; mặc định theo chitieu.yaml (round)')
      .option('--plan <mã>', 'chỉ kế hoạch này; lặp lại được (plan)', collect),
  )
    .requiredOption('--out <thư mục>', 'thư mục ghi; tệp đã có người sửa thì giữ nguyên (output folder)')
    .option('--at <thời điểm>', 'ngày lập và tính trễ hạn, ISO; mặc định là hôm nay (day of the report)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    // Whoever asks for help only need not wait for all that a report takes.
    .action(async (options: ReportOptions) => {
      const { runReport } = await import('../report/run.ts');
      await runReport(options, context);
    });
  withExample(
    command,
    'chitieu report --round 2026 --out bao-cao',
    'chitieu report --round 2026 --public --out cong-bo',
  );
}
