import type { Command } from 'commander';
import { assignGroup } from './assign-group.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import type { CheckOptions } from '../assign/run-check.ts';

/** `chitieu assign check FILE.csv [plan…] [--figures FILE] [--units FILE] [--json]` */
export function registerAssignCheck(program: Command, context: CommandContext): void {
  const command = assignGroup(program)
    .command('check')
    .argument('<tệp>', 'tệp CSV số giao (assignments file)')
    .argument('[plan...]', 'mã kế hoạch; bỏ trống là tất cả (plan ids; all when left out)')
    .description('kiểm tra tệp số giao và đối chiếu với kế hoạch (check an assignments file)')
    .option(
      '--figures <tệp>',
      'tệp CSV hoặc xlsx, số liệu đã biết, để tính bình quân (known figures, for means)',
    )
    .option('--units <tệp>', 'danh sách đơn vị CSV thay cho danh sách của kế hoạch (unit list)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .action(async (path: string, given: string[], options: CheckOptions) => {
      const { runAssignCheck } = await import('../assign/run-check.ts');
      await runAssignCheck(path, given, options, context);
    });
  withExample(command, 'chitieu assign check "so giao.csv" lai-chau-2021');
}
