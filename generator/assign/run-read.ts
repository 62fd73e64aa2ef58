import { readGridMeta } from '../../core/planner/grid/grid-meta.ts';
import { readGrid } from '../../core/planner/grid/grid-read.ts';
import type { Finding } from '../../core/base/finding.ts';
import { readWorkbook } from '../../formats/xlsx/read.ts';
import { exitCodeOf } from '../exit-code.ts';
import { withAssignments } from '../exchange-files/assignment-rows.ts';
import { readAssignments } from '../exchange-files/assignments.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { loadFigures } from '../exchange-files/figures.ts';
import { writeKeeping } from '../workbook/write-keeping.ts';
import { asLines, assignSetting, type AssignSetting } from './setting.ts';
import type { CommandContext } from '../commands/context.ts';
import { CommandFailure } from '../failure.ts';
import { withGridNames } from '../commands/grid-names.ts';
import { openWorkbook } from '../commands/open-workbook.ts';
import { requirePlans } from '../commands/selected-plans.ts';

/** What the command was given. */
export interface ReadOptions {
  out: string;
  assignments?: string;
  figures?: string;
}

/** Reads a grid that was filled in. */
export async function runAssignRead(
  path: string,
  options: ReadOptions,
  context: CommandContext,
): Promise<void> {
  const refuse = (findings: readonly Finding[]) => {
    context.err(asLines(findings));
    context.err(`Chưa ghi ${options.out}. Hãy sửa các lỗi trên rồi đọc lại.\n`);
    context.exit(exitCodeOf(findings));
  };
  const inFile = (findings: readonly Finding[]) =>
    findings.map((finding) => ({ ...finding, place: { file: path, ...finding.place } }));
  const { sheets, date1904 } = await openWorkbook(path, readWorkbook);
  const grid = readGridMeta(sheets);
  if (grid.meta === null) {
    refuse(inFile(grid.findings));
    return;
  }
  // Figures may be of units that only other plans know; without figures these need not be loaded.
  const { catalogue, plans, exchange } = await (options.figures === undefined
    ? planOf(context, grid.meta.plan)
    : assignSetting(context, [grid.meta.plan], undefined));
  const nothing = { value: [], text: null, findings: [] };
  const earlier =
    options.assignments === undefined ? nothing : await readAssignments(options.assignments, exchange);
  const figures = options.figures === undefined ? nothing : await loadFigures(options.figures, exchange);
  if (earlier.value === null || figures.value === null) {
    refuse([...earlier.findings, ...figures.findings]);
    return;
  }
  const judgedBy = { catalogue, plans, units: exchange.units, figures: figures.value };
  const read = readGrid({ sheets, date1904, meta: grid.meta }, earlier.value, judgedBy);
  const found = withGridNames(read.findings, judgedBy);
  if (read.value === null) {
    refuse(inFile(found));
    return;
  }
  const added = read.value;
  context.err(asLines(inFile(found)));
  const outcome = await writeKeeping(options.out, withAssignments(earlier.text, added));
  if (outcome === 'kept')
    throw new CommandFailure(
      `Giữ nguyên ${options.out}: tệp đã có và chứa dòng khác. Hãy đưa tệp này bằng --assignments, hoặc chọn tên khác bằng --out.`,
    );
  context.out(
    outcome === 'unchanged'
      ? `${options.out} đã có đủ ${earlier.value.length + added.length} số giao, không đổi.\n`
      : `Đã ghi ${options.out}: ${added.length} số giao mới, ${earlier.value.length} số giao trước được giữ.\n`,
  );
}

async function planOf(context: CommandContext, id: string): Promise<AssignSetting> {
  const { catalogue, plans: loaded } = await requirePlans(context, [id]);
  const plans = loaded.map(({ plan }) => plan);
  return { catalogue, plans, national: plans, exchange: exchangeContext(catalogue, plans) };
}
