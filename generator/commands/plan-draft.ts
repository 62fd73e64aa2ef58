import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import { planGroup } from './plan-group.ts';
import type { PlanDraftOptions } from '../planning/run-draft.ts';

/** `chitieu plan draft DOCUMENT --out FILE.xlsx [--id ID] [--province ID] [--period Y-Y] [--json]` */
export function registerPlanDraft(program: Command, context: CommandContext): void {
  const command = planGroup(program)
    .command('draft')
    .argument('<văn bản>', 'tệp .docx, .doc, .pdf hoặc .txt (the document)')
    .description('đọc văn bản kế hoạch, lập sổ Excel để người kiểm tra (draft a planning workbook)')
    .requiredOption('--out <tệp>', 'sổ lập kế hoạch sẽ ghi, .xlsx (the planning workbook)')
    .option('--id <mã>', 'mã kế hoạch mới; không ghi thì theo tên tệp (plan id)')
    .option('--province <mã>', 'mã tỉnh; không ghi thì theo thư mục làm việc (province id)')
    .option('--period <từ-đến>', 'kỳ kế hoạch, ví dụ 2026-2030, khi văn bản không nói rõ (period)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (path: string, options: PlanDraftOptions) => {
      const { runPlanDraft } = await import('../planning/run-draft.ts');
      await runPlanDraft(path, options, context);
    });
  withExample(command, 'chitieu plan draft ke-hoach-2026.docx --province VN12 --out ke-hoach-2026.xlsx');
}
