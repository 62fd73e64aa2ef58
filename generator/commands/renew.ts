import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import { collect } from './repeatable.ts';
import type { RenewOptions } from '../renew/run.ts';

/** `chitieu renew --round P [--plan NEW]… [--changes FILE]… (PATH… | --from-store) [--dry-run] --out DIR` */
export function registerRenew(program: Command, context: CommandContext): void {
  const command = program
    .command('renew')
    .argument('[đường dẫn...]', 'sổ, bộ CSV, thư mục, .zip của các kỳ trước (returns of earlier rounds)')
    .description('tạo sổ của kỳ sau, số các kỳ trước đi theo (the next round, earlier figures filled in)')
    .requiredOption(
      '--round <kỳ>',
      'kỳ của sổ mới: 2026, 2026-S1, 2026-Q3, 2026-LK9; next là kỳ sau kỳ cuối đã báo cáo (round of the new workbooks; next: after the last one reported on)',
    )
    .option(
      '--plan <mã>',
      'kế hoạch của sổ mới; mặc định là kế hoạch của báo cáo cũ; lặp lại được (plan)',
      collect,
    )
    .option(
      '--changes <tệp>',
      'bảng đổi chỉ tiêu changes.yaml, theo thứ tự kế hoạch; lặp lại được (change map)',
      collect,
    )
    .option('--from-store', 'lấy số từ kho của thư mục làm việc (figures from the store)')
    .option(
      '--with-unaccepted',
      'chuyển cả số của báo cáo còn lỗi, đang giữ lại; ô nguồn ghi rõ (carry figures nobody accepted, marked)',
    )
    .option('--together', 'các kế hoạch cùng một sổ (all plans in one workbook)')
    .option('--dry-run', 'chỉ ghi báo cáo chuyển kỳ, không ghi sổ (report only)')
    .option('--assignments <tệp>', 'chỉ tiêu đã giao cho đơn vị, CSV hoặc xlsx (assigned values)')
    .option('--baselines <tệp>', 'số gốc, CSV hoặc xlsx (baselines)')
    .option('--figures <tệp>', 'số liệu đã biết khác, CSV hoặc xlsx (other known figures)')
    .requiredOption('--out <thư mục>', 'thư mục ghi sổ và báo cáo (output folder)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (paths: string[], options: RenewOptions) => {
      const { runRenew } = await import('../renew/run.ts');
      await runRenew(paths, options, context);
    });
  withExample(
    command,
    'chitieu renew --round 2026 "hop-thu/2025" --out so-2026',
    'chitieu renew --round 2026 --plan lai-chau-2024 --changes doi-2021-2024.yaml --from-store --dry-run --out thu',
  );
}
