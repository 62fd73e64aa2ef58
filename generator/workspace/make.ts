import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { assignmentColumns } from '../../core/planner/assignment/assignment.ts';
import { baselineColumns } from '../../core/planner/baseline/baseline.ts';
import { knownFigureColumns } from '../../core/planner/known-figure.ts';
import { loadCatalogue, loadPlan, loadRounds, listPlans, OVERLAY_FILE } from '../plan-files/load.ts';
import { readText } from '../plan-files/read-text.ts';
import { writeNew } from '../workbook/write-new.ts';
import { plannerFiles, WORKSPACE_FILE } from './workspace.ts';

/** What a new workspace is for. */
export interface NewWorkspace {
  folder: string;
  /** Null for the whole country. */
  province: string | null;
  by: string | null;
}

/** What was put into a new workspace. */
export interface MadeWorkspace {
  plans: string[];
  /** Files written, relative to the folder, with forward slashes. */
  written: string[];
  /** Files that were there before and stay as they are. */
  kept: string[];
}

/**
 * Makes a workspace: copies the program's plans of the province, their units and rounds, so that no later version
 * of the program changes them, and puts beside them the files people fill in. `chitieu.yaml` comes last: a folder
 * half made is no workspace.
 * @param program root of the program
 */
export async function makeWorkspace(
  program: string,
  { folder, province, by }: NewWorkspace,
): Promise<MadeWorkspace> {
  const plans = await plansOf(program, province);
  const made: MadeWorkspace = { plans: plans.map(({ id }) => id), written: [], kept: [] };
  const write = async (name: string, text: string) => {
    const isNew = await writeNew(join(folder, ...name.split('/')), Buffer.from(text, 'utf8'));
    made[isNew ? 'written' : 'kept'].push(name);
  };
  const copy = async (from: string, to: string) => {
    const { value } = await readText(program, from);
    if (value !== null) await write(to, value);
  };
  for (const { id } of plans)
    for (const name of await readdir(join(program, 'seeds', id)))
      await copy(`seeds/${id}/${name}`, `plans/${id}/${name}`);
  for (const set of new Set(plans.flatMap(({ units }) => units ?? [])))
    await copy(`seeds/units/${set}.csv`, `plans/units/${set}.csv`);
  await write('plans/rounds.yaml', await roundsText(program, made.plans));
  await write(OVERLAY_FILE, OVERLAY_TEXT);
  const columns = { baselines: baselineColumns, assignments: assignmentColumns, figures: knownFigureColumns };
  for (const kind of ['baselines', 'assignments', 'figures'] as const)
    await write(plannerFiles[kind], `${columns[kind].join(',')}\n`);
  await write('store/.gitignore', '*\n');
  await write(WORKSPACE_FILE, workspaceText(province, by));
  return made;
}

async function plansOf(
  program: string,
  province: string | null,
): Promise<{ id: string; units: string | undefined }[]> {
  const { value: catalogue } = await loadCatalogue(program);
  if (catalogue === null) return [];
  const found: { id: string; units: string | undefined }[] = [];
  for (const id of await listPlans(program)) {
    const { value } = await loadPlan(program, id, catalogue);
    if (value && (province === null || value.plan.file.province === province))
      found.push({ id, units: value.plan.file.units });
  }
  return found;
}

/** The rules of rounds of some plans, as the file they are read from. */
async function roundsText(program: string, plans: readonly string[]): Promise<string> {
  const { value } = await loadRounds(program);
  const { value: text } = await readText(program, 'seeds/rounds.yaml');
  const head = /^(?:#[^\n]*\n)*/u.exec(text ?? '')?.[0] ?? '';
  const rounds = plans.flatMap((plan) => value?.get(plan) ?? []);
  return `${head}${stringify({ schema: '1', rounds: rounds.map(asWritten) }, { lineWidth: 0 })}`;
}

/** Days of the month are numbers once read; the file has texts. */
function asWritten(rule: object): Record<string, string> {
  return Object.fromEntries(Object.entries(rule).map(([field, value]) => [field, String(value)]));
}

function workspaceText(province: string | null, by: string | null): string {
  return `# Thư mục làm việc của Chỉ Tiêu: mọi lệnh chạy trong thư mục này (hoặc thư mục con) dùng tệp ở đây.
# A workspace of Chỉ Tiêu: every command run in this folder or below it works with what is here.
schema: 1
${province === null ? '# Cả nước: không ghi province.' : `province: ${province}`}
# Kế hoạch dùng khi lệnh không nêu tên; để trống là mọi kế hoạch trong plans/.
plans: []
# Kỳ báo cáo dùng khi lệnh không ghi --round.
# round: 2025
# Người quyết định, khi lệnh không ghi --by.
${by === null ? '# by: Nguyễn Văn A' : stringify({ by }).trimEnd()}
# Kho trên máy chủ, không ghi mật khẩu ở đây; để trống là thư mục store/.
# store: postgres://kho.example.vn/chitieu
`;
}

const OVERLAY_TEXT = `# Phần thêm vào danh mục chỉ tiêu của chương trình. Mã đã có trong danh mục không bị thay:
# chỉ tiêu khác thì mã khác; muốn nói rõ thêm (khoảng hợp lý, cơ quan, nguồn) thì ghi ở refine, kèm lý do.
# What is added to the program's catalogue of indicators; nothing in it is replaced.
schema: 1
measureUnits: []
domains: []
strata: []
bodies: []
indicators: []
refine: []
#  - indicator: poverty-rate
#    plausible: [0, 40]
#    reason: Quyết định phê duyệt kết quả rà soát
`;
