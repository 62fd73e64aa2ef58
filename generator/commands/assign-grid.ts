import type { Command } from 'commander';
import { assignGroup } from './assign-group.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import type { GridOptions } from '../assign/run-grid.ts';

/** `chitieu assign grid <plan> --year Y [--assignments FILE] [--figures FILE] [--baselines FILE] [--units FILE] --out FILE.xlsx` */
export function registerAssignGrid(program: Command, context: CommandContext): void {
  const command = assignGroup(program)
    .command('grid')
    .argument('<plan>', 'mã kế hoạch (plan id)')
    .description('tạo bảng Excel đơn vị × chỉ tiêu để nhập số giao (make the grid workbook)')
    .requiredOption('--year <năm>', 'năm giao chỉ tiêu (year to assign)')
    .option('--assignments <tệp>', 'tệp CSV hoặc xlsx, số đã giao, điền sẵn vào bảng (assigned so far)')
    .option(
      '--figures <tệp>',
      'tệp CSV hoặc xlsx, số liệu đã biết: số năm trước, trọng số bình quân (known figures)',
    )
    .option(
      '--baselines <tệp>',
      'tệp CSV hoặc xlsx, số gốc, để vẽ lộ trình tham chiếu (baselines, for reference paths)',
    )
    .option('--units <tệp>', 'danh sách đơn vị CSV thay cho danh sách của kế hoạch (unit list)')
    .requiredOption('--out <tệp>', 'tệp Excel sẽ ghi (output file)')
    .action(async (id: string, options: GridOptions) => {
      const { runAssignGrid } = await import('../assign/run-grid.ts');
      await runAssignGrid(id, options, context);
    });
  withExample(command, 'chitieu assign grid lai-chau-2021 --year 2023 --out "bang giao 2023.xlsx"');
}
