import type { Language } from '../../core/base/finding.ts';
import { bookOfPlan } from '../../core/planning/from-plan.ts';
import type { RawEntry } from '../../core/planning/book.ts';
import { planningWorkbook } from '../../core/planning/workbook.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { CommandFailure } from '../failure.ts';
import { readText } from '../plan-files/read-text.ts';
import { sourceOf } from '../plan-files/source.ts';
import { parseYaml } from '../plan-files/yaml.ts';
import { groupsOf } from './new-plan.ts';
import { writeNew } from '../workbook/write-new.ts';
import type { CommandContext } from '../commands/context.ts';
import { planSource, requirePlans } from '../commands/selected-plans.ts';

/** What the command was given. */
export interface PlanToXlsxOptions {
  out: string;
  json?: boolean;
  lang: Language;
}

/** Writes a plan as a planning workbook. */
export async function runPlanToXlsx(
  id: string,
  options: PlanToXlsxOptions,
  context: CommandContext,
): Promise<void> {
  const { catalogue, plans } = await requirePlans(context, [id]);
  const [loaded] = plans;
  if (!loaded) return;
  const file = await rawPlan(context, id);
  const book = bookOfPlan(file, loaded.plan.source);
  const groups = groupsOf(book.rows, catalogue, loaded.plan.units);
  const bytes = await serialize(planningWorkbook(book, catalogue, groups));
  if (!(await writeNew(options.out, bytes)))
    throw new CommandFailure(
      `Giữ nguyên ${options.out}: tệp đã có. Hãy chọn tên khác bằng --out (the file is there).`,
    );
  const rows = book.rows.length;
  context.out(
    options.json
      ? `${JSON.stringify({ out: options.out, plan: id, rows }, null, 2)}\n`
      : options.lang === 'vi'
        ? `Đã tạo ${options.out}: ${rows} dòng của ${id}. Sửa, lưu, rồi chạy: chitieu plan from-xlsx ${options.out} --replace\n`
        : `Made ${options.out}: ${rows} rows of ${id}. Change, save, then run: chitieu plan from-xlsx ${options.out} --replace\n`,
  );
}

/** A plan file as YAML has it: texts, nothing converted. */
export async function rawPlan(context: CommandContext, id: string): Promise<RawEntry> {
  const { root, folder } = sourceOf(planSource(context));
  const name = `${folder}/${id}/plan.yaml`;
  const { value } = await readText(root, name);
  return (value === null ? {} : parseYaml(value, name).value) as RawEntry;
}
