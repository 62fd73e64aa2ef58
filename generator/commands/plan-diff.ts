import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import { planGroup } from './plan-group.ts';
import type { PlanDiffOptions } from '../planning/run-diff.ts';

/** `chitieu plan diff OLD NEW [--draft [--out FILE]] [--json]` */
export function registerPlanDiff(program: Command, context: CommandContext): void {
  const command = planGroup(program)
    .command('diff')
    .argument('<kế hoạch trước>', 'mã kế hoạch trước (earlier plan)')
    .argument('<kế hoạch sau>', 'mã kế hoạch sau (later plan)')
    .description('so hai kế hoạch: chỉ tiêu giữ, bỏ, thêm, đổi mục tiêu (compare two plans)')
    .option('--draft', 'đề xuất bảng đổi chỉ tiêu changes.yaml; chỗ ngờ thì hỏi (propose a change map)')
    .option('--out <tệp>', 'ghi bảng đổi vào tệp này; tệp đã có thì giữ nguyên (file for --draft)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (before: string, after: string, options: PlanDiffOptions) => {
      const { runPlanDiff } = await import('../planning/run-diff.ts');
      await runPlanDiff(before, after, options, context);
    });
  withExample(
    command,
    'chitieu plan diff lai-chau-2012 lai-chau-2021',
    'chitieu plan diff lai-chau-2021 lai-chau-2024 --draft --out doi-2021-2024.yaml',
  );
}
