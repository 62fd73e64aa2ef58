import { NO_CATALOGUE } from '../../core/catalogue/catalogue.ts';
import type { CheckedWorkbook } from '../../core/check/check-workbook.ts';
import { exportCheck } from '../../core/check/export-check.ts';
import { countCodes } from '../../core/exchange/descriptor.ts';
import { figuresOf } from '../../core/exchange/from-workbook.ts';
import { namesIn } from '../../core/exchange/names.ts';
import { allObservations } from '../../core/exchange/return-figures.ts';
import type { Profile } from '../../core/exchange/profile.ts';
import type { Finding } from '../../core/base/finding.ts';
import { writeReturnCsv, type ReturnFiles } from '../../formats/csv/write-return.ts';
import { CommandFailure } from '../failure.ts';
import { findingLine } from '../check/finding-line.ts';
import { inputsOf } from '../check/inputs.ts';
import { findingsText } from '../check/report-text.ts';
import { checkWords } from '../check/words.ts';
import { openReturned } from './returned-workbook.ts';
import { renderMessage } from '../../core/wording/render.ts';
import { fileTrouble } from '../file-trouble.ts';
import { NotAsWritten, systemFiles } from './system-files.ts';
import { writeSet } from './write-set.ts';
import type { InstalledSeeds } from '../workbook/definition-from-seeds.ts';
import type { CommandContext } from '../commands/context.ts';
import { usablePlans } from '../commands/selected-plans.ts';

/** What the command was given. */
export interface ExportOptions {
  out: string;
  profile: Profile;
  force?: boolean;
  sdmx?: boolean;
  dhis2?: boolean;
}

/** What exporting one workbook needs beside the options. */
interface Tools {
  context: CommandContext;
  /** The installed plans, loaded once; null where they cannot be. */
  seeds: () => Promise<InstalledSeeds | null>;
}

/** Writes the figures of workbooks as CSV, or for another system. */
export async function runExport(
  paths: readonly string[],
  options: ExportOptions,
  context: CommandContext,
): Promise<void> {
  const { inputs, passedOver } = await inputsOf(paths);
  for (const { path, why } of passedOver) context.err(`${checkWords.vi.passedOver[why](path)}\n`);
  for (const { kind, path } of inputs) if (kind === 'csv') context.err(`${words.isCsv(path)}\n`);
  const workbooks = inputs.filter(({ kind }) => kind === 'workbook').map(({ path }) => path);
  if (workbooks.length === 0) throw new CommandFailure(words.noWorkbook);
  let written = 0;
  let loaded: Promise<InstalledSeeds | null> | null = null;
  const seeds = () => (loaded ??= seedsOf(context));
  for (const [at, path] of workbooks.entries()) {
    context.progress(`${at + 1}/${workbooks.length} ${path}`);
    const isWritten = await exportOne(path, options, { context, seeds }).catch((error: unknown) => {
      // One broken file must not keep the others from being written.
      context.progress('');
      context.err(`${path}: Lỗi: ${reasonOf(error)} Tệp này chưa được xuất (not exported).\n`);
      context.exit(2);
      return false;
    });
    if (isWritten) written += 1;
  }
  context.progress('');
  context.out(`Đã xuất ${written}/${workbooks.length} sổ vào thư mục ${options.out}.\n`);
}

/** Without the installed plans a workbook that has lost its definition is exported unjudged, which counts. */
async function seedsOf(context: CommandContext): Promise<InstalledSeeds | null> {
  const found = await usablePlans(context, []).catch(() => null);
  return found && { catalogue: found.catalogue, plans: found.plans.map(({ plan }) => plan) };
}

/** Whether the files of the workbook are there now. */
async function exportOne(path: string, options: ExportOptions, { context, seeds }: Tools): Promise<boolean> {
  const opened = await openReturned(path, seeds);
  if (opened.checked === null) {
    for (const finding of opened.findings) say(lineOf(finding), context);
    context.exit(2);
    return false;
  }
  const { returned, request } = opened.checked;
  if (returned === null) return false;
  const { errors, misplacing } = exportCheck(opened.checked);
  if (errors.length > 0) {
    const { catalogue } = request ?? { catalogue: NO_CATALOGUE };
    // Errors block acceptance, never exporting: what can be read is written, and the descriptor says so.
    say(`${words.errors(path, errors.length)}\n`, context);
    say(findingsText(errors, request, { language: 'vi', catalogue, all: false }), context);
    context.exit(1);
  }
  // Only a figure that may stand under a wrong name is worse than none.
  const forced = misplacing.length > 0;
  if (forced && options.force !== true) {
    say(`${words.misplaced(path)}\n`, context);
    context.exit(2);
    return false;
  }
  const figures = figuresOf(returned);
  const names = namesIn(returned.definition);
  const { value: set, findings } = await writeReturnCsv(figures, {
    profile: options.profile,
    names,
    // Layouts before this one carried no definition; which of them it was is not handed on.
    templateSchema: returned.definition?.layout ?? null,
    errors: countCodes(errors),
    forced,
  });
  for (const finding of findings)
    say(lineOf({ ...finding, place: { file: path, ...finding.place } }), context);
  if (findings.some(({ severity }) => severity === 'error')) context.exit(1);
  if (set === null) return false;
  const files = isForSystems(options) ? forSystems(opened.checked, options, { path, context, errors }) : set;
  if (files === null) return false;
  const outcome = await writeSet(options.out, files);
  context.progress('');
  if (outcome.kind === 'kept') {
    say(`${words.kept(outcome.paths, path)}\n`, context);
    context.exit(2);
    return false;
  }
  if (errors.length > 0) say(`${forced ? words.forced(path) : words.told(path)}\n`, context);
  const { ownVerdicts, baselines } = returned;
  const isBefore = outcome.kind === 'unchanged' ? ' (đã có, không đổi)' : '';
  context.out(
    `${files.name}: ${allObservations(returned).length} số liệu, ${ownVerdicts.length} đánh giá của cán bộ, ${baselines.length} số gốc${isBefore}\n`,
  );
  return true;
}

function isForSystems({ sdmx, dhis2 }: ExportOptions): boolean {
  return sdmx === true || dhis2 === true;
}

/**
 * The files for other systems; null where the return is not fit for them. They carry no descriptor that would tell
 * of errors, so a return with errors needs the word of whoever sends it.
 */
function forSystems(
  { returned, request }: CheckedWorkbook,
  options: ExportOptions,
  { path, context, errors }: { path: string; context: CommandContext; errors: readonly Finding[] },
): ReturnFiles | null {
  if (returned === null) return null;
  const refused = returned.sample
    ? words.sample(path)
    : errors.length > 0 && options.force !== true
      ? words.notForOthers(path)
      : null;
  if (refused !== null) {
    say(`${refused}\n`, context);
    context.exit(2);
    return null;
  }
  const known = { names: namesIn(returned.definition), catalogue: request?.catalogue ?? null };
  const day = request?.reporting.cutOff ?? `${returned.round.slice(0, 4)}-12-31`;
  const files = systemFiles(figuresOf(returned), options, known, day);
  if (files.leftOut > 0) say(`${words.leftOut(path, files.leftOut)}\n`, context);
  return files;
}

/** What the command says beside findings. */
const words = {
  isCsv: (path: string) => `Bỏ qua ${path}: đã là tệp CSV, không cần xuất (a CSV file already).`,
  noWorkbook: 'Không có sổ nào để xuất (no workbook to export).',
  errors: (path: string, count: number) => `${path}: còn ${count} lỗi (not ready to be accepted).`,
  told: (path: string) => `Lỗi của ${path} được ghi trong tệp mô tả: nơi nhận sẽ chưa chấp nhận.`,
  misplaced: (path: string) =>
    `Chưa xuất ${path}: số có thể đứng dưới tên của chỉ tiêu, kỳ hoặc đơn vị khác (figures may stand under a wrong name). Hãy đưa bảng về như mẫu, hoặc chạy "chitieu repair" rồi xuất sổ mới; nếu đã xem và số đúng theo mã ẩn thì xuất bằng --force.`,
  sample: (path: string) =>
    `Chưa xuất ${path}: số liệu mẫu không được đưa vào hệ thống thống kê khác (sample figures are for no other system).`,
  notForOthers: (path: string) =>
    `Chưa xuất ${path}: tệp cho hệ thống khác không mang theo danh sách lỗi. Hãy sửa các lỗi trên, hoặc đã xem và vẫn gửi thì thêm --force (not written: other systems are not told of errors).`,
  leftOut: (path: string, count: number) =>
    `${path}: ${count} số không có trong tệp DHIS2: DHIS2 không có chỗ cho dấu "...", "x" và cho lũy kế 9 tháng (left out).`,
  notAsWritten: (file: string) =>
    `${file} đọc lại khác với số đã ghi, nên không được ghi ra. Hãy xem ghi chú của các số trong sổ; nếu không thấy gì lạ thì báo cho người phát triển.`,
  forced: (path: string) =>
    `Đã xuất ${path} bằng --force dù số có thể đứng sai tên; tệp mô tả ghi rõ điều này.`,
  kept: (paths: readonly string[], path: string) =>
    `Giữ nguyên ${paths.join(', ')}: tệp đã có, nội dung khác với ${path}. Chưa ghi tệp nào của sổ này; hãy chuyển tệp cũ đi nơi khác hoặc chọn thư mục khác bằng --out.`,
};

function lineOf(finding: Finding): string {
  return `${findingLine(finding, 'vi')}\n`;
}

function say(text: string, context: CommandContext): void {
  context.progress('');
  context.err(text);
}

/** The operating system's own words, or where the program is at fault the whole story. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof NotAsWritten) return words.notAsWritten(error.file);
  const trouble = fileTrouble(error);
  return trouble === null ? (error.stack ?? error.message) : renderMessage(trouble, 'vi');
}
