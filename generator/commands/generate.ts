import { createHash } from 'node:crypto';
import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Plan } from '../../core/plan/model.ts';
import { sampleFigures } from '../../core/sample/sample.ts';
import type { Unit } from '../../core/unit/unit.ts';
import { departmentsOf } from '../../core/workbook/asked.ts';
import { buildWorkbook } from '../../core/workbook/build.ts';
import { firstYear } from '../../core/workbook/layout.ts';
import type { WorkbookModel } from '../../core/workbook/model.ts';
import { figuresOfPlans } from '../workbook/known.ts';
import { serialize } from '../workbook/serialize.ts';
import { writeWorkbook } from '../workbook/write-safely.ts';
import { CommandFailure, type CommandContext } from './context.ts';
import { requirePlans } from './selected-plans.ts';
import { unitsFromFile } from '../plan-files/unit-file.ts';

interface GenerateOptions {
  round?: string;
  units?: string;
  unit: string[];
  sample?: boolean;
  together?: boolean;
  out: string;
}

/** One workbook to be made. */
export interface WorkbookJob {
  /** File name without folder. */
  name: string;
  /** The live plans it reports on. */
  plans: readonly [Plan, ...Plan[]];
  unit: Unit;
  /** Who fills it in: the unit itself, or a department for its province. */
  reporter: Unit;
  round: number;
  sample: boolean;
}

/** `chitieu generate [plan…] [--round P] [--units FILE] [--unit ID]… [--sample] [--out DIR]` */
export function registerGenerate(program: Command, context: CommandContext): void {
  program
    .command('generate [plan...]')
    .description('tạo sổ Excel cho tỉnh, từng huyện và từng sở, ngành (make the workbooks)')
    .option('--round <kỳ>', 'năm báo cáo; mặc định là kỳ đầu của kế hoạch (round to report in)')
    .option('--units <tệp>', 'danh sách đơn vị CSV thay cho danh sách của kế hoạch (unit list)')
    .option('--unit <mã>', 'chỉ tạo cho đơn vị này; lặp lại được (only this unit; repeatable)', collect, [])
    .option('--sample', 'điền số liệu mẫu, có ghi rõ (fill with labelled sample figures)')
    .option('--together', 'các kế hoạch cùng một sổ, mỗi số nhập một lần (all plans in one workbook)')
    .option('--out <thư mục>', 'thư mục ghi sổ (output folder)', 'out')
    .action(async (given: string[], options: GenerateOptions) => {
      const { catalogue, plans } = await requirePlans(context, given);
      const units = options.units === undefined ? null : await unitsFromFile(options.units);
      const chosen = plans.map(({ plan }) => (units ? { ...plan, units } : plan));
      const jobs = options.together
        ? togetherJobs(chosen, catalogue, options)
        : chosen.flatMap((plan) => jobsOf([plan], catalogue, options));
      const unknown = options.unit.filter((id) => jobs.every(({ reporter }) => reporter.id !== id));
      if (unknown.length > 0) {
        throw new CommandFailure(
          `Không có đơn vị "${unknown.join('", "')}" trong các kế hoạch đã chọn. Hãy kiểm tra mã đơn vị (ví dụ VN12, VN12.106).`,
        );
      }
      await makeWritable(options.out);
      await writeAll(jobs, catalogue, options.out, context);
    });
}

/** The bytes of one workbook. */
export async function makeWorkbook(job: WorkbookJob, catalogue: Catalogue): Promise<Uint8Array> {
  return serialize(modelOf(job, catalogue));
}

/** The model of one workbook. */
export function modelOf(job: WorkbookJob, catalogue: Catalogue): WorkbookModel {
  const { plans, unit, reporter, round, sample } = job;
  return buildWorkbook({
    plans,
    catalogue,
    unit,
    reporter,
    round,
    planHashes: new Map(plans.map((plan) => [plan.file.id, planHash(plan)])),
    known: sample ? sampleFigures(plans, catalogue, unit.id) : figuresOfPlans(plans),
    sample,
  });
}

/** What a user may say of the jobs. */
type JobOptions = Pick<GenerateOptions, 'round' | 'sample'> & { unit?: string[] };

/** The workbooks of plans that share one workbook per unit, in the order of the first plan's units. */
export function jobsOf(
  plans: readonly [Plan, ...Plan[]],
  catalogue: Catalogue,
  options: JobOptions,
): WorkbookJob[] {
  const round = roundOf(plans, options.round);
  const wanted = options.unit ?? [];
  const sample = options.sample ?? false;
  const reportersOf = (plan: Plan) => [...plan.units, ...departmentsOf(plan, catalogue)];
  const reporters = new Map(plans.flatMap(reportersOf).map((reporter) => [reporter.id, reporter]));
  return [...reporters.values()]
    .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
    .flatMap((reporter): WorkbookJob[] => {
      const [first, ...others] = plans.filter((plan) =>
        reportersOf(plan).some(({ id }) => id === reporter.id),
      );
      const [province] = first?.units ?? [];
      if (!first || !province) return [];
      const ids = [first, ...others].map((plan) => plan.file.id).join('+');
      const name = `${ids}_${reporter.id}_${round}${sample ? '_mau' : ''}.xlsx`;
      const unit = reporter.level === 'department' ? province : reporter;
      return [{ name, plans: [first, ...others], unit, reporter, round, sample }];
    });
}

/** One workbook per province and unit for all plans of the province that are live in the round. */
function togetherJobs(plans: readonly Plan[], catalogue: Catalogue, options: JobOptions): WorkbookJob[] {
  const provinces = new Map<string, Plan[]>();
  for (const plan of plans) {
    const group = provinces.get(plan.file.province) ?? [];
    provinces.set(plan.file.province, [...group, plan]);
  }
  return [...provinces.values()].flatMap((group) => {
    const latest = Math.max(...group.map((plan) => firstYear(plan.file.firstRound)));
    const round = Number(options.round ?? latest);
    const [first, ...others] = group.filter(
      (plan) => firstYear(plan.file.firstRound) <= round && round <= plan.file.period.to,
    );
    return first ? jobsOf([first, ...others], catalogue, { ...options, round: String(round) }) : [];
  });
}

function roundOf(plans: readonly [Plan, ...Plan[]], given: string | undefined): number {
  const text = given ?? plans[0].file.firstRound;
  const year = Number(text);
  for (const { file } of plans) {
    const first = firstYear(file.firstRound);
    if (/^\d{4}$/u.test(text) && first <= year && year <= file.period.to) continue;
    throw new CommandFailure(
      `Kế hoạch ${file.id} không có kỳ báo cáo "${text}": cần một năm từ ${first} đến ${file.period.to}.`,
    );
  }
  return year;
}

function planHash(plan: Plan): string {
  return createHash('sha256').update(JSON.stringify(plan.file)).update(plan.source).digest('hex');
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

/** Fails before anything is made rather than after half of it. */
async function makeWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(
      `Không ghi được vào thư mục "${folder}" (${reason}). Hãy chọn thư mục khác bằng --out.`,
    );
  }
}

async function writeAll(
  jobs: readonly WorkbookJob[],
  catalogue: Catalogue,
  folder: string,
  context: CommandContext,
): Promise<void> {
  const kept: string[] = [];
  let written = 0;
  for (const [at, job] of jobs.entries()) {
    context.progress(`${at + 1}/${jobs.length} ${job.name}`);
    const outcome = await writeWorkbook(join(folder, job.name), await makeWorkbook(job, catalogue));
    if (outcome === 'kept') kept.push(job.name);
    else written += 1;
  }
  context.progress('');
  context.out(`Đã tạo ${written} sổ trong thư mục ${folder}.\n`);
  for (const name of kept) {
    context.err(
      `Giữ nguyên ${join(folder, name)}: tệp đã có người nhập, sửa hoặc không đọc được. Hãy chuyển tệp đi nơi khác hoặc dùng --out.\n`,
    );
  }
  if (kept.length > 0) context.exit(2);
}
