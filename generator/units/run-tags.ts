import type { Plan } from '../../core/plan/model.ts';
import { inheritedTags, type MixedTag } from '../../core/unit/former.ts';
import { membershipColumns } from '../../core/unit/unit.ts';
import { CommandFailure } from '../failure.ts';
import { membershipFile, isOwnList } from '../plan-files/plan-units.ts';
import { readText } from '../plan-files/read-text.ts';
import { sourceOf } from '../plan-files/source.ts';
import { writeKeeping } from '../workbook/write-keeping.ts';
import type { CommandContext } from '../commands/context.ts';
import { planSource, requirePlans } from '../commands/selected-plans.ts';

/** What the command was given. */
export interface TagsOptions {
  out?: string;
  json?: boolean;
}

/** Lists the tags that communes take from their former districts. */
export async function runUnitsTags(
  id: string,
  { out, json }: TagsOptions,
  context: CommandContext,
): Promise<void> {
  const { plans } = await requirePlans(context, [id]);
  const plan = plans[0]?.plan;
  if (!plan) throw new CommandFailure(`Không có kế hoạch "${id}".`);
  const before = await membershipsOf(plan, context);
  const { whole, mixed } = inheritedTags(plan.units, tagsOf(plan));
  const listed = new Set(before.split(/\r?\n/u).map((line) => line.split(',')[0]));
  const added = whole.filter(({ unit }) => !listed.has(unit.id));
  const open = mixed.filter(({ unit }) => !listed.has(unit.id));
  const text = before + added.map(({ unit, tags }) => `${unit.id},${tags.join(' ')},tags\n`).join('');
  const outcome = out === undefined ? null : await writeKeeping(out, text);
  if (outcome === 'kept')
    throw new CommandFailure(
      `Giữ nguyên ${out}: tệp đã có và không phải tệp nhãn của kế hoạch ${id}. Hãy chọn tên khác bằng --out.`,
    );
  if (json)
    context.out(`${JSON.stringify({ added: added.map(rowJson), mixed: open.map(mixedJson) }, null, 2)}\n`);
  else if (out === undefined) context.out(text);
  else if (outcome === 'unchanged') context.out(`${out} đã có đủ các nhãn ấy, không đổi (unchanged).\n`);
  else context.out(`Đã ghi ${out}: thêm ${added.length} đơn vị, nhãn chưa kiểm chứng (unverified).\n`);
  for (const one of open) context.err(`${mixedText(one)}\n`);
}

/** The plan's file of memberships as it is; a header where it has none yet. */
async function membershipsOf({ file: { id, units } }: Plan, context: CommandContext): Promise<string> {
  const header = `${membershipColumns.join(',')}\n`;
  if (units === undefined) return header;
  const from = planSource(context);
  const { value } = await readText(sourceOf(from).root, membershipFile(from, units));
  if (value === null) return header;
  if (isOwnList(value))
    throw new CommandFailure(
      `Kế hoạch ${id} có danh sách đơn vị riêng: hãy ghi nhãn ở cột tags của danh sách ấy.`,
    );
  return value.endsWith('\n') ? value : `${value}\n`;
}

/** Tags that groups of units in the plan's targets go by. */
function tagsOf({ targets }: Plan): string[] {
  return [...new Set(targets.flatMap(({ stratum }) => stratum?.tag ?? []))];
}

function mixedText({ unit, tag, tagged, others }: MixedTag): string {
  const names = (units: MixedTag['others']) => units.map(({ name }) => name).join(', ');
  return `${unit.name} (${unit.id}): ghép từ đất của ${names(tagged)} (có nhãn "${tag}") và ${names(others)} (không có): chưa xếp, hãy ghi tay theo văn bản của tỉnh.`;
}

function rowJson({ unit, tags }: ReturnType<typeof inheritedTags>['whole'][number]) {
  return { id: unit.id, name: unit.name, tags };
}

function mixedJson({ unit, tag, tagged, others }: MixedTag) {
  const ids = (units: MixedTag['others']) => units.map(({ id }) => id);
  return { id: unit.id, name: unit.name, tag, tagged: ids(tagged), others: ids(others) };
}
