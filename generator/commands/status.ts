import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import type { StatusOptions } from '../register/run-status.ts';

/** `chitieu status [--round P] [--out FILE.xlsx] [--json]` */
export function registerStatus(program: Command, context: CommandContext): void {
  const command = program
    .command('status')
    .description('sổ theo dõi: từng đơn vị của kỳ đã nộp đến đâu (the register of a round)')
    .option('--round <kỳ>', 'kỳ báo cáo; mặc định theo chitieu.yaml (round)')
    .option('--province <mã>', 'ở thư mục làm việc cả nước: từng đơn vị của tỉnh này (units of one province)')
    .option('--at <thời điểm>', 'ngày tính trễ hạn, ISO; mặc định là hôm nay (day lateness is counted on)')
    .option('--out <tệp>', 'ghi sổ theo dõi ra sổ Excel để in; tệp đã có thì giữ nguyên (as a workbook)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (options: StatusOptions) => {
      const { runStatus } = await import('../register/run-status.ts');
      await runStatus(options, context);
    });
  withExample(
    command,
    'chitieu status --round 2023',
    'chitieu status --round 2023 --out "so theo doi 2023.xlsx"',
    'chitieu status --round 2023 --province VN12',
  );
}
