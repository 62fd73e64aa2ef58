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
import { asLines, assignSetting } from './setting.ts';
import type { CommandContext } from '../commands/context.ts';
import { CommandFailure } from '../failure.ts';
import { ownListFindings } from '../commands/own-list.ts';
import { whyNoMembers } from '../commands/why-no-members.ts';

/** What the command was given. */
export interface GridOptions {
  year: string;
  assignments?: string;
  figures?: string;
  baselines?: string;
  units?: string;
  out: string;
}

/** Writes the grid in which targets are assigned to units. */
export async function runAssignGrid(
  id: string,
  options: GridOptions,
  context: CommandContext,
): Promise<void> {
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
    throw new CommandFailure(`Kế hoạch ${id} không có chỉ tiêu nào giao được cho đơn vị trong năm ${year}.`);
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
}
