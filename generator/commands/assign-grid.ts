import type { Command } from 'commander';
import { layOutGrid } from '../../core/planner/grid/grid-layout.ts';
import { gridSubject } from '../../core/planner/grid/grid-request.ts';
import { gridWorkbook } from '../../core/planner/grid/grid-sheet.ts';
import { exitCodeOf } from '../exit-code.ts';
import { loadAssignments } from '../exchange-files/assignments.ts';
import { loadBaselines } from '../exchange-files/baselines.ts';
import { loadFigures } from '../exchange-files/figures.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { baselinesFor } from '../workbook/known.ts';
import { writeWorkbook } from '../workbook/write-safely.ts';
import { asLines, assignGroup, assignSetting } from './assign-group.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { CommandFailure } from '../failure.ts';
import { ownListFindings } from './own-list.ts';
import { whyNoMembers } from './why-no-members.ts';

interface GridOptions {
  year: string;
  assignments?: string;
  figures?: string;
  baselines?: string;
  units?: string;
  out: string;
}

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
      const { catalogue, plans, national, exchange } = await assignSetting(context, [id], options.units);
      const [listed] = plans;
      if (!listed) throw new CommandFailure(`Không có kế hoạch "${id}".`);
      const { from, to } = listed.file.period;
      const year = Number(options.year);
      if (!/^\d{4}$/u.test(options.year) || year < from || year > to)
        throw new CommandFailure(
          `Năm "${options.year}" không thuộc kế hoạch ${id}: cần một năm từ ${from} đến ${to}.`,
        );
      const subject = gridSubject(listed, catalogue, year);
      if (options.units !== undefined && national[0])
        context.err(asLines(ownListFindings(listed, national[0], subject.date, options.units)));
      const { plan } = subject;
      const nothing = { value: [], findings: [] };
      const figures = options.figures === undefined ? nothing : await loadFigures(options.figures, exchange);
      const baselines =
        options.baselines === undefined ? nothing : await loadBaselines(options.baselines, exchange);
      const assignments =
        options.assignments === undefined
          ? nothing
          : await loadAssignments(options.assignments, exchange, figures.value ?? []);
      if (assignments.value === null || figures.value === null || baselines.value === null) {
        const findings = [...assignments.findings, ...figures.findings, ...baselines.findings];
        context.err(asLines(findings.filter(({ severity }) => severity === 'error')));
        context.exit(exitCodeOf(findings));
        return;
      }
      // Rows of other plans may stay in the file; that this one has no such target is no news.
      const warnings = assignments.findings.filter(({ code }) => code !== 'assignment-without-target');
      context.err(asLines(warnings));
      const files = { assignments: [], figures: [], baselines: baselines.value };
      const bases = baselinesFor(plan.file.province, [plan], files);
      const request = {
        ...subject,
        assignments: assignments.value,
        figures: figures.value,
        baseline: (key: string) => bases.get(key) ?? { year: null, value: null },
      };
      const layout = layOutGrid(request);
      if (!layout) throw new CommandFailure(whyNoMembers(listed, year));
      const rows = layout.rows.filter((row) => 'key' in row).length;
      if (rows === 0)
        throw new CommandFailure(
          `Kế hoạch ${id} không có chỉ tiêu nào giao được cho đơn vị trong năm ${year}.`,
        );
      const bytes = await serialize(gridWorkbook(request, layout));
      const outcome = await writeWorkbook(options.out, bytes);
      if (outcome === 'kept') {
        context.err(
          `Giữ nguyên ${options.out}: tệp đã có và có thể chứa số liệu. Hãy chuyển tệp đi nơi khác hoặc chọn tên khác bằng --out.\n`,
        );
        context.exit(2);
        return;
      }
      const said = outcome === 'unchanged' ? `${options.out} đã có, không đổi` : `Đã tạo ${options.out}`;
      context.out(`${said}: ${rows} chỉ tiêu, ${layout.members.length} đơn vị.\n`);
    });
  withExample(command, 'chitieu assign grid lai-chau-2021 --year 2023 --out "bang giao 2023.xlsx"');
}
