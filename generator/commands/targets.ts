import { type Command, Option } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';

/** `chitieu targets [plan…] [--json|--csv]` */
export function registerTargets(program: Command, context: CommandContext): void {
  const command = program
    .command('targets')
    .argument('[plan...]', 'mã kế hoạch; bỏ trống là tất cả (plan ids; all when left out)')
    .description('liệt kê mục tiêu, số gốc và việc có hạn của các kế hoạch (list what the plans ask for)')
    .addOption(new Option('--json', 'mảng JSON (a JSON array)').conflicts('csv'))
    .addOption(new Option('--csv', 'CSV, dấu phẩy ngăn ô, dấu chấm thập phân (comma-separated, decimal dot)'))
    .action(async (given: string[], options: { json?: boolean; csv?: boolean }) => {
      const { runTargets } = await import('../planning/run-targets.ts');
      await runTargets(given, options, context);
    });
  withExample(command, 'chitieu targets lai-chau-2021', 'chitieu targets --csv > muc-tieu.csv');
}
