import type { Command } from 'commander';
import type { Language } from '../../core/base/finding.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';

/** `chitieu history UNIT INDICATOR [--json]` */
export function registerHistory(program: Command, context: CommandContext): void {
  const command = program
    .command('history')
    .argument('<đơn vị>', 'mã hoặc tên đơn vị, ví dụ VN12.106 (unit id or name)')
    .argument('<chỉ tiêu>', 'mã hoặc tên chỉ tiêu, ví dụ poor-households (indicator id or name)')
    .description('lịch sử một số liệu: từ tệp nào, ô nào, số nào có hiệu lực (the life of a figure)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (unitId: string, id: string, options: { json?: boolean; lang: Language }) => {
      const { runHistory } = await import('../register/run-history.ts');
      await runHistory(unitId, id, options, context);
    });
  withExample(
    command,
    'chitieu history VN12.106 poor-households',
    'chitieu history "Huyện Sìn Hồ" "Tỷ lệ hộ nghèo"',
  );
}
