import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { planGroup } from './plan-group.ts';

/** `chitieu plan lint [plan…] [--json]` */
export function registerPlanLint(program: Command, context: CommandContext): void {
  const command = planGroup(program)
    .command('lint')
    .argument('[plan...]', 'mã kế hoạch; bỏ trống là tất cả (plan ids; all when left out)')
    .description('kiểm tra tệp kế hoạch, đối chiếu với văn bản và kế hoạch trước của tỉnh (check plan files)')
    .option('--baselines <file>', 'số gốc, tệp CSV; chỉ liệt kê số gốc còn thiếu (baselines)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .action(async (given: string[], options: { baselines?: string; json?: boolean }) => {
      const { runPlanLint } = await import('../planning/run-lint.ts');
      await runPlanLint(given, options, context);
    });
  withExample(
    command,
    'chitieu plan lint lai-chau-2021',
    'chitieu plan lint --baselines "so goc.csv" --json',
  );
}
