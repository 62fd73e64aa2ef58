import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { languageOption } from './language-option.ts';
import { withExample } from './example.ts';
import type { AcceptOptions } from '../register/run-accept.ts';

/** `chitieu accept UNIT [--round P] --reason TEXT [--by NAME]` */
export function registerAccept(program: Command, context: CommandContext): void {
  const command = program
    .command('accept')
    .argument('<đơn vị>', 'mã hoặc tên đơn vị, ví dụ VN12.106 (unit id or name)')
    .description(
      'chấp nhận báo cáo còn cảnh báo chưa giải trình, không bao giờ khi còn lỗi (accept a return)',
    )
    .option('--round <kỳ>', 'kỳ báo cáo; mặc định theo chitieu.yaml (round)')
    .option('--by <tên>', 'người quyết định; mặc định theo chitieu.yaml (who decides)')
    .option('--reason <lý do>', 'vì sao chấp nhận (why)')
    .option('--at <thời điểm>', 'thời điểm, ISO; mặc định là lúc này (time)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (unit: string, options: AcceptOptions) => {
      const { runAccept } = await import('../register/run-accept.ts');
      await runAccept(unit, options, context);
    });
  withExample(
    command,
    'chitieu accept VN12.106 --round 2023 --reason "Đã giải trình qua điện thoại"',
    'chitieu accept "Huyện Sìn Hồ" --round 2023 --reason "Đã giải trình qua điện thoại"',
  );
}
