import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { languageOption } from './language-option.ts';
import { withExample } from './example.ts';
import type { ResolveOptions } from '../register/run-resolve.ts';

/**
 * `chitieu resolve --list [--round P] [--out FILE.xlsx]`, `chitieu resolve --from FILE.xlsx`,
 * `chitieu resolve [ID…] --keep RETURN --reason TEXT`, `chitieu resolve --undo N`
 */
export function registerResolve(program: Command, context: CommandContext): void {
  const command = program
    .command('resolve')
    .argument('[mã...]', 'mã mâu thuẫn; bỏ trống là mọi mâu thuẫn có số của bản được giữ (conflict ids)')
    .description('giải quyết số mâu thuẫn: số của bản nào có hiệu lực (decide which figure holds)')
    .option('--list', 'liệt kê mâu thuẫn chưa giải quyết (list open conflicts)')
    .option('--round <kỳ>', 'chỉ mâu thuẫn có số của báo cáo kỳ này (only conflicts of this round)')
    .option(
      '--out <tệp>',
      'ghi danh sách ra sổ Excel để điền quyết định; tệp đã có thì giữ nguyên (as a workbook)',
    )
    .option('--from <tệp>', 'đọc quyết định từ sổ đã điền: tất cả hoặc không gì (read a filled workbook)')
    .option('--keep <bản>', 'bản có số được giữ, ví dụ B12 (return whose figures hold)')
    .option('--undo <số>', 'bỏ quyết định theo số của nó: 4 hoặc 4-15 (undo decisions)')
    .option('--by <tên>', 'người quyết định; mặc định theo chitieu.yaml (who decides)')
    .option('--reason <lý do>', 'vì sao (why)')
    .option('--at <thời điểm>', 'thời điểm, ISO; mặc định là lúc này (time)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (ids: string[], options: ResolveOptions) => {
      const { runResolve } = await import('../register/run-resolve.ts');
      await runResolve(ids, options, context);
    });
  withExample(
    command,
    'chitieu resolve --list',
    'chitieu resolve m3fa2c1 --keep B12 --reason "Công văn 15"',
    'chitieu resolve --list --out "mau thuan.xlsx"',
    'chitieu resolve --from "mau thuan.xlsx"',
    'chitieu resolve --undo 4 --reason "Nhầm bản"',
  );
}
