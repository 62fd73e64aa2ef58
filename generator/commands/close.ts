import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { languageOption } from './language-option.ts';
import { withExample } from './example.ts';
import { collect } from './repeatable.ts';
import type { CloseOptions } from '../register/run-close.ts';

/** `chitieu close [--round P] [--leave-open ID …]`, `chitieu close --reopen --reason TEXT` */
export function registerClose(program: Command, context: CommandContext): void {
  const command = program
    .command('close')
    .description('khóa sổ một kỳ: từ đó mọi thay đổi là bản sửa có lý do (freeze a round)')
    .option('--round <kỳ>', 'kỳ báo cáo; mặc định theo chitieu.yaml (round)')
    .option('--leave-open <mã>', 'mâu thuẫn biết mà để lại; lặp lại được (conflict left open)', collect)
    .option('--reopen', 'mở lại kỳ đã khóa, kèm --reason (open it again)')
    .option('--by <tên>', 'người quyết định; mặc định theo chitieu.yaml (who decides)')
    .option('--reason <lý do>', 'vì sao (why)')
    .option('--at <thời điểm>', 'thời điểm, ISO; mặc định là lúc này (time)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (options: CloseOptions) => {
      const { runClose } = await import('../register/run-close.ts');
      await runClose(options, context);
    });
  withExample(
    command,
    'chitieu close --round 2023',
    'chitieu close --round 2023 --leave-open m3fa2c1b0 --reason "Chờ Sở Y tế trả lời"',
    'chitieu close --round 2023 --reopen --by "Phòng Tổng hợp" --reason "Bộ giao rà soát lại"',
  );
}
