import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { languageOption } from './language-option.ts';
import type { DecideOptions } from './decide.ts';
import { withExample } from './example.ts';

/** `chitieu withdraw RETURN --reason TEXT [--by NAME]` */
export function registerWithdraw(program: Command, context: CommandContext): void {
  const command = program
    .command('withdraw')
    .argument('<bản>', 'bản đã nhận, ví dụ B12 (return)')
    .description('rút một bản: số của nó không còn hiệu lực, lịch sử được giữ (take a return out of force)')
    .option('--by <tên>', 'người quyết định; mặc định theo chitieu.yaml (who decides)')
    .option('--reason <lý do>', 'vì sao rút (why)')
    .option('--at <thời điểm>', 'thời điểm, ISO; mặc định là lúc này (time)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (named: string, options: DecideOptions) => {
      const { runWithdraw } = await import('../register/run-withdraw.ts');
      await runWithdraw(named, options, context);
    });
  withExample(command, 'chitieu withdraw B12 --reason "Gửi nhầm sổ của huyện khác"');
}
