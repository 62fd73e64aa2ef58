import { Option, type Command } from 'commander';
import { levels } from '../../core/catalogue/levels.ts';
import { consolidationFormats } from '../consolidate/formats.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { publicOptions } from './public-option.ts';
import { collect } from './repeatable.ts';
import { languageOption } from './language-option.ts';
import type { ConsolidateOptions } from '../consolidate/run.ts';

/** `chitieu consolidate [--round P] [--plan ID …] [--level L] --out FILE` */
export function registerConsolidate(program: Command, context: CommandContext): void {
  const command = publicOptions(
    program
      .command('consolidate')
      .description('tổng hợp báo cáo của kỳ, mỗi tổng truy được về từng ô (add up the returns of a round)')
      .option('--round <kỳ>', 'kỳ báo cáo; mặc định theo chitieu.yaml (round)')
      .option('--plan <mã>', 'chỉ kế hoạch này; lặp lại được (plan)', collect)
      .addOption(
        new Option(
          '--level <cấp>',
          'cấp của đơn vị được cộng; mặc định là cấp thấp nhất của kỳ (level)',
        ).choices(levels),
      )
      .option('--accepted-only', 'chỉ tính báo cáo đã chấp nhận (accepted returns only)')
      .addOption(
        new Option('--format <dạng>', 'mặc định theo đuôi tên tệp (format)').choices(consolidationFormats),
      )
      .addOption(new Option('--paper <khổ>', 'khổ giấy khi in (paper)').choices(['A4', 'A3']).default('A4')),
  )
    .option(
      '--out <tệp>',
      'tệp .xlsx, .csv hoặc .parquet sẽ ghi; tệp đã có người sửa thì giữ nguyên (output file)',
    )
    .option('--at <thời điểm>', 'ngày tính trễ hạn, ISO; mặc định là hôm nay (day lateness is counted on)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (options: ConsolidateOptions) => {
      const { runConsolidate } = await import('../consolidate/run.ts');
      await runConsolidate(options, context);
    });
  withExample(
    command,
    'chitieu consolidate --round 2025 --out tong-hop-2025.xlsx',
    'chitieu consolidate --round 2025 --plan lai-chau-2024 --accepted-only --format csv --out tong-hop.csv',
    'chitieu consolidate --round 2025 --public --out cong-bo-2025.xlsx',
    'chitieu consolidate --round 2025 --out so-2025.parquet',
  );
}
