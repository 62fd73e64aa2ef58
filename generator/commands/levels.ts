import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import type { LevelsOptions } from '../register/run-levels.ts';

/** `chitieu levels [--round P]`, `chitieu levels ID… --reason TEXT [--by NAME]` */
export function registerLevels(program: Command, context: CommandContext): void {
  const command = program
    .command('levels')
    .argument('[mã...]', 'mã chênh lệch; bỏ trống là liệt kê (ids of differences)')
    .description(
      'chỗ các cấp nói khác nhau, và giải trình từng chỗ (where levels contradict each other, and why)',
    )
    .option('--round <kỳ>', 'kỳ báo cáo; mặc định theo chitieu.yaml (round)')
    .option('--reason <lý do>', 'vì sao hai cấp khác nhau (why they differ)')
    .option('--by <tên>', 'người quyết định; mặc định theo chitieu.yaml (who decides)')
    .option('--at <thời điểm>', 'thời điểm, ISO; mặc định là lúc này (time)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (ids: string[], options: LevelsOptions) => {
      const { runLevels } = await import('../register/run-levels.ts');
      await runLevels(ids, options, context);
    });
  withExample(
    command,
    'chitieu levels --round 2023',
    'chitieu levels c3fa2c10 --round 2023 --reason "Sở tính cả hộ tạm trú"',
  );
}
