import type { Command } from 'commander';
import type { Language } from '../../core/base/finding.ts';
import { bookOfPlan } from '../../core/planning/from-plan.ts';
import type { RawEntry } from '../../core/planning/book.ts';
import { planningWorkbook } from '../../core/planning/workbook.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { CommandFailure } from '../failure.ts';
import { readText } from '../plan-files/read-text.ts';
import { sourceOf } from '../plan-files/source.ts';
import { parseYaml } from '../plan-files/yaml.ts';
import { groupsOf } from '../planning/new-plan.ts';
import { writeNew } from '../workbook/write-new.ts';
import type { CommandContext } from './context.ts';
import { withExample } from './example.ts';
import { languageOption } from './language-option.ts';
import { planGroup } from './plan-group.ts';
import { planSource, requirePlans } from './selected-plans.ts';

interface PlanToXlsxOptions {
  out: string;
  json?: boolean;
  lang: Language;
}

/** `chitieu plan to-xlsx PLAN --out FILE.xlsx [--json]` */
export function registerPlanToXlsx(program: Command, context: CommandContext): void {
  const command = planGroup(program)
    .command('to-xlsx')
    .argument('<kế hoạch>', 'mã kế hoạch đã có (plan id)')
    .description('đưa kế hoạch đã có ra sổ Excel để sửa (an existing plan as planning workbook)')
    .requiredOption('--out <tệp>', 'sổ lập kế hoạch sẽ ghi, .xlsx (the planning workbook)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (id: string, options: PlanToXlsxOptions) => {
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
    });
  withExample(command, 'chitieu plan to-xlsx lai-chau-2021 --out lai-chau-2021.xlsx');
}

/** A plan file as YAML has it: texts, nothing converted. */
export async function rawPlan(context: CommandContext, id: string): Promise<RawEntry> {
  const { root, folder } = sourceOf(planSource(context));
  const name = `${folder}/${id}/plan.yaml`;
  const { value } = await readText(root, name);
  return (value === null ? {} : parseYaml(value, name).value) as RawEntry;
}
