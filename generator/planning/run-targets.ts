import Papa from 'papaparse';
import { figureText, shownFigure } from '../../core/target/figure-text.ts';
import type { Plan, Statement } from '../../core/plan/model.ts';
import { kinds } from '../../core/target/kinds/index.ts';
import { targetRowFields, targetRows } from '../../core/target/target-rows.ts';
import type { CommandContext } from '../commands/context.ts';
import { namedOrUsual, usablePlans } from '../commands/selected-plans.ts';
import { textTable } from '../commands/text-table.ts';

/** Lists the targets of plans. */
export async function runTargets(
  given: string[],
  options: { json?: boolean; csv?: boolean },
  context: CommandContext,
): Promise<void> {
  const plans = (await usablePlans(context, namedOrUsual(context, given))).plans.map(({ plan }) => plan);
  const rows = plans.flatMap(targetRows);
  if (options.json) context.out(`${JSON.stringify(rows, null, 2)}\n`);
  else if (options.csv) {
    context.out(`${Papa.unparse(rows, { columns: [...targetRowFields], newline: '\n' })}\n`);
  } else context.out(plans.map(planTable).join('\n'));
}

const roleWords = { target: 'mục tiêu', baseline: 'số gốc', deadline: 'việc có hạn' };

/** The statements of one plan for a reader; the name comes last, so that nothing has to be cut off. */
function planTable(plan: Plan): string {
  const { targets, baselines, deadlines, file } = plan;
  const statements: Statement[] = [...targets, ...baselines, ...deadlines];
  const counts = `${targets.length} mục tiêu, ${baselines.length} số gốc, ${deadlines.length} việc có hạn`;
  const rows = statements.map((statement) => [
    String(statement.citations[0].line),
    roleWords[statement.role],
    kinds[statement.kind].word,
    figureText(shownFigure(statement), 'vi'),
    yearsText(statement),
    statement.id,
    nameText(statement),
  ]);
  const header = ['Dòng', 'Vai trò', 'Loại', 'Giá trị', 'Năm', 'Mã', 'Chỉ tiêu'];
  return `${file.id}: ${counts}\n${textTable(header, rows)}`;
}

function yearsText({ yearFrom, yearTo }: Statement): string {
  if (yearTo === null) return '';
  return yearFrom === null || yearFrom === yearTo ? String(yearTo) : `${yearFrom}–${yearTo}`;
}

function nameText({ indicator, stratum }: Statement): string {
  const name = indicator?.name.vi ?? '';
  return stratum === null ? name : `${name} [${stratum.name.vi}]`;
}
