import { Option, type Command } from 'commander';
import type { Language } from '../../core/base/finding.ts';
import { checkInput, type CheckedInput, type UnreadableInput } from '../check/check-input.ts';
import { inputsOf } from '../check/inputs.ts';
import { installedOf, type Installed } from '../check/installed.ts';
import { writeMarkedCopy } from '../check/marked-copy.ts';
import { fileJson, summaryJson, unreadableJson } from '../check/report-json.ts';
import { reportText, summaryText, unreadableText } from '../check/report-text.ts';
import { addFile, emptySummary } from '../check/tally.ts';
import { checkWords } from '../check/words.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import { loadPlannerFiles, type PlannerPaths } from '../exchange-files/planner-files.ts';
import { unitsFromFile } from '../plan-files/unit-file.ts';
import type { InstalledSeeds } from '../workbook/definition-from-seeds.ts';
import type { CommandContext } from './context.ts';
import { CommandFailure } from '../failure.ts';
import { requirePlans } from './selected-plans.ts';

interface CheckOptions extends PlannerPaths {
  units?: string;
  json?: boolean;
  out?: string;
  lang: Language;
  all?: boolean;
}

/** `chitieu check FILE… [--json] [--out DIR] [--lang vi|en] [--all]` */
export function registerCheck(program: Command, context: CommandContext): void {
  program
    .command('check')
    .argument('<tệp...>', 'sổ đã nhập, tệp CSV đã xuất, hoặc thư mục chứa sổ (returns, or folders of them)')
    .description('kiểm tra số liệu của các sổ nhận về (check the figures of returned workbooks)')
    .option('--json', 'in kết quả dạng JSON (as JSON)')
    .option('--out <thư mục>', 'ghi bản sao có đánh dấu ô sai, không ghi đè (folder for marked copies)')
    .option('--all', 'in hết, không rút gọn (print everything)')
    .option('--units <tệp>', 'danh sách đơn vị, khi tệp không mang theo mẫu, CSV (unit list)')
    .option('--assignments <tệp>', 'chỉ tiêu đã giao, khi tệp không mang theo mẫu, CSV (assigned values)')
    .option('--baselines <tệp>', 'số gốc, khi tệp không mang theo mẫu, CSV (baselines)')
    .option('--figures <tệp>', 'số cấp sẵn, khi tệp không mang theo mẫu, CSV (known figures)')
    .addOption(
      new Option('--lang <tiếng>', 'tiếng của kết quả và bản đánh dấu (language)')
        .choices(['vi', 'en'])
        .default('vi'),
    )
    .action(async (paths: string[], options: CheckOptions) => {
      const words = checkWords[options.lang];
      const { inputs, passedOver } = await inputsOf(paths);
      for (const { path, why } of passedOver) context.err(`${words.passedOver[why](path)}\n`);
      if (inputs.length === 0) throw new CommandFailure(words.noInput);
      const installed = installedOf(await seedsFor(options, context));
      const summary = emptySummary();
      const copies = new Set<string>();
      // Written file by file: what is kept in mind does not grow with their number.
      if (options.json) context.out('{"files":[');
      for (const [at, input] of inputs.entries()) {
        context.progress(`${at + 1}/${inputs.length} ${input.path}`);
        const file = await checkInput(input, installed);
        const marked =
          file.kind === 'checked' ? await mark(file, installed, { ...options, copies }, context) : null;
        context.progress('');
        if (options.json) context.out(`${at > 0 ? ',' : ''}\n${jsonOf(file, installed, marked)}`);
        else context.out(`${textOf(file, installed, options)}${marked?.said ?? ''}\n`);
        const verdict = file.kind === 'checked' ? file.checked.report.acceptance : 'unreadable';
        addFile(summary, verdict, file.kind === 'checked' ? file.checked.report.counts : null);
        if (verdict === 'unreadable') context.exit(2);
        if (verdict === 'blocked') context.exit(1);
      }
      if (options.json) context.out(`\n],\n"summary":${JSON.stringify(summaryJson(summary))}}\n`);
      else context.out(summaryText(summary, options.lang));
    });
}

/** The installed plans with what the options name beside them. */
async function seedsFor(options: CheckOptions, context: CommandContext): Promise<InstalledSeeds> {
  const { catalogue, plans: loaded } = await requirePlans(context, []);
  const units = options.units === undefined ? null : await unitsFromFile(options.units);
  const plans = loaded.map(({ plan }) => (units ? { ...plan, units } : plan));
  const { assignments, baselines, figures } = options;
  if ((assignments ?? baselines ?? figures) === undefined) return { catalogue, plans };
  const files = await loadPlannerFiles(options, exchangeContext(catalogue, plans), context.err);
  return { catalogue, plans, files };
}

function textOf(
  file: CheckedInput | UnreadableInput,
  { catalogue }: Installed,
  { lang: language, all = false }: CheckOptions,
): string {
  if (file.kind === 'unreadable') return unreadableText(file, language);
  return reportText(file, { language, catalogue, all });
}

function jsonOf(
  file: CheckedInput | UnreadableInput,
  { catalogue }: Installed,
  marked: { path: string | null } | null,
): string {
  const json =
    file.kind === 'unreadable'
      ? unreadableJson(file, catalogue)
      : fileJson(file, catalogue, marked?.path ?? null);
  return JSON.stringify(json);
}

/** Writes the marked copy where one is wanted; what stands in its way is said and sets the exit code. */
async function mark(
  file: CheckedInput,
  { catalogue }: Installed,
  { out, lang: language, copies: taken }: CheckOptions & { copies: Set<string> },
  context: CommandContext,
): Promise<{ path: string | null; said: string } | null> {
  if (out === undefined) return null;
  const words = checkWords[language];
  const copy = await writeMarkedCopy(file, out, { language, catalogue, taken }).catch((error: unknown) => {
    // What cannot be marked is still reported, and so are the files after it.
    context.progress('');
    const reason = error instanceof Error ? error.message : String(error);
    context.err(`${words.notMarked(file.input.path, reason)}\n`);
    context.exit(2);
    return null;
  });
  if (copy === null) return null;
  switch (copy.kind) {
    case 'nothing':
      return { path: null, said: `${words.nothingToMark}\n` };
    case 'kept':
      context.progress('');
      context.err(`${words.kept(copy.path)}\n`);
      context.exit(2);
      return null;
    case 'written': {
      const lost = copy.unmarked > 0 ? `${words.unmarked(copy.unmarked)}\n` : '';
      return { path: copy.path, said: `\n${words.marked(copy.path, copy.cells)}\n${lost}` };
    }
  }
}
