import type { Command } from 'commander';
import type { Language } from '../../core/base/finding.ts';
import type { OldEncoding } from '../../core/exchange/reading.ts';
import { periodTrouble } from '../../core/period/period.ts';
import { fileStates, returnName, type FileState, type StoredReturn } from '../../core/store/model.ts';
import { standingOf } from '../../core/store/standing.ts';
import { checkWords } from '../check/words.ts';
import { CommandFailure } from '../failure.ts';
import { arrivalsOf } from '../import/arrivals.ts';
import { importReturns, type ImportedFile } from '../import/import-returns.ts';
import { fileStateWords, whyText } from '../import/words.ts';
import { programVersion } from '../package-root.ts';
import { owes } from '../register/owed-units.ts';
import { recordGiven } from '../store/record-given.ts';
import { whoDecides, withStore } from '../store/with-store.ts';
import type { CommandContext } from './context.ts';
import { decisionJson, keepDecision, returnNamed } from './decide.ts';
import { withExample } from './example.ts';
import { installedFor } from './installed-for.ts';
import { encodingOption } from './encoding-option.ts';
import { languageOption } from './language-option.ts';
import { plannerPaths } from './planner-paths.ts';

interface ImportOptions {
  round?: string;
  dryRun?: boolean;
  json?: boolean;
  corrects?: string;
  encoding?: OldEncoding;
  release?: string;
  by?: string;
  reason?: string;
  at?: string;
  lang: Language;
}

/** `chitieu import PATH… [--round P] [--dry-run] [--json]`, `chitieu import --release RETURN` */
export function registerImport(program: Command, context: CommandContext): void {
  const command = program
    .command('import')
    .argument('[đường dẫn...]', 'sổ, bộ CSV, thư mục kể cả thư mục con, .zip (returns, folders, zips)')
    .description('nhận báo cáo vào kho, mỗi tệp một trạng thái (take returns into the store)')
    .option('--round <kỳ>', 'kỳ đang nhận; báo cáo kỳ khác được giữ lại (round being received)')
    .option('--dry-run', 'chỉ in kết quả, không ghi gì (write nothing)')
    .addOption(encodingOption())
    .option('--corrects <bản>', 'bản mà tệp này thay, ví dụ B12 (return it replaces)')
    .option('--release <bản>', 'cho vào một bản đang giữ lại (let in a return held back)')
    .option('--by <tên>', 'người quyết định; mặc định theo chitieu.yaml (who decides)')
    .option('--reason <lý do>', 'lý do của --corrects, --release (why)')
    .option('--at <thời điểm>', 'thời điểm nhận, ISO; mặc định là lúc này (time of receipt)')
    .option('--json', 'kết quả cho máy đọc (machine-readable)')
    .addOption(languageOption())
    .action(async (paths: string[], options: ImportOptions) => {
      if (options.release !== undefined) await release(options.release, paths, options, context);
      else await importAll(paths, options, context);
    });
  withExample(
    command,
    'chitieu import "hop-thu/2023" --round 2023 --dry-run',
    'chitieu import "so sua.xlsx" --corrects B12 --reason "Công văn 15"',
  );
}

async function importAll(paths: string[], options: ImportOptions, context: CommandContext): Promise<void> {
  const { lang: language } = options;
  if (paths.length === 0)
    throw new CommandFailure('Hãy ghi tệp hoặc thư mục cần nhận (say which files or folders).');
  const trouble = options.round === undefined ? null : periodTrouble(options.round);
  if (trouble !== null) throw new CommandFailure(trouble[language]);
  const use = { for: options.dryRun ? 'try' : 'write', at: options.at } as const;
  await withStore(context, use, async (store, { workspace, now }) => {
    const corrects =
      options.corrects === undefined ? null : (await returnNamed(options.corrects, store)).number;
    const by = corrects === null ? (options.by ?? workspace.by) : whoDecides(options.by, workspace);
    if (corrects !== null && (options.reason ?? '').trim() === '')
      throw new CommandFailure('Thay một bản cần lý do: hãy ghi --reason (say why).');
    const installed = await installedFor(context);
    const { catalogue, plans } = installed;
    const receipt = { by, now, program: programVersion(context.root) };
    const given = await recordGiven(store, await plannerPaths({}, context), { ...workspace, ...receipt });
    if (!options.json) for (const one of given) context.out(givenLine(one, language));
    const arrivals = await arrivalsOf(paths, options.encoding);
    const imported: ImportedFile[] = [];
    try {
      if (corrects !== null && arrivals.arrivals.length !== 1)
        throw new CommandFailure(
          `--corrects cần đúng một báo cáo; ở đây có ${arrivals.arrivals.length} (one return is needed).`,
        );
      const setting = {
        installed,
        round: options.round ?? workspace.round,
        isOwed: (head: Parameters<typeof owes>[2]) => owes(plans, catalogue, head),
        release: false,
        corrects,
        reason: options.reason ?? null,
        ...receipt,
        progress: context.progress,
      };
      for await (const one of importReturns(arrivals, store, setting)) {
        imported.push(one);
        if (!options.json) {
          context.progress('');
          context.out(lineOf(one, language));
        }
        if (EXIT_1.includes(one.state)) context.exit(1);
      }
    } finally {
      await arrivals.done();
    }
    if (options.json) context.out(`${JSON.stringify(asJson(imported, given, options), null, 2)}\n`);
    else context.out(summaryOf(imported, options));
  });
}

const EXIT_1: readonly FileState[] = ['conflicting', 'held-back', 'refused'];

async function release(
  named: string,
  paths: readonly string[],
  options: ImportOptions,
  context: CommandContext,
): Promise<void> {
  if (paths.length > 0 || options.corrects !== undefined || options.dryRun)
    throw new CommandFailure('--release đi một mình, không kèm tệp hay tùy chọn khác của việc nhận.');
  await withStore(context, { for: 'write', at: options.at }, async (store, setting) => {
    const one = await returnNamed(named, store);
    if (!standingOf(await store.decisions()).isHeld(one))
      throw new CommandFailure(`${returnName(one.number)} không ở trạng thái giữ lại (it is not held back).`);
    const decided = { kind: 'release', return: one.number } as const;
    const decision = await keepDecision(store, decided, { options, ...setting });
    if (options.json) context.out(`${JSON.stringify(decisionJson(decision), null, 2)}\n`);
    else context.out(`Đã cho vào ${returnName(one.number)}: ${one.reporter}, kỳ ${one.round} (let in).\n`);
  });
}

function lineOf({ file, state, why, notLookedAt, return: kept }: ImportedFile, language: Language): string {
  const name = kept ? returnName(kept.number) : '–';
  const word = fileStateWords[state][language];
  const whose = kept ? ` [${kept.reporter}, ${kept.round}]` : '';
  const reason = notLookedAt
    ? checkWords[language].passedOver[notLookedAt.why](file)
    : whyText(why, language);
  const shown = notLookedAt ? reason : `${file}${whose}${reason === '' ? '' : `: ${reason}`}`;
  return `${name.padEnd(5)} ${word.padEnd(language === 'vi' ? 10 : 14)} ${shown}\n`;
}

/** What is said of a planner's file that was kept because it has changed. */
function givenLine({ number, state, why, files }: StoredReturn, language: Language): string {
  const word = fileStateWords[state][language].padEnd(language === 'vi' ? 10 : 14);
  const said = language === 'vi' ? 'số người lập kế hoạch cấp' : 'given by the planner';
  const reasons = [said, ...(why.length > 0 ? [whyText(why, language)] : [])].join('; ');
  return `${returnName(number).padEnd(5)} ${word} ${files[0]?.name ?? ''}: ${reasons}\n`;
}

function countsOf(files: readonly ImportedFile[]): [FileState, number][] {
  return fileStates.map((state) => [state, files.filter((one) => one.state === state).length]);
}

function summaryOf(files: readonly ImportedFile[], { lang: language, dryRun }: ImportOptions): string {
  const counts = countsOf(files)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${fileStateWords[state][language]}`);
  const head = language === 'vi' ? `Tổng cộng ${files.length} tệp` : `${files.length} files`;
  const tried = language === 'vi' ? ' Đây là chạy thử: chưa ghi gì.' : ' A dry run: nothing was written.';
  return `${head}: ${counts.join(', ')}.${dryRun ? tried : ''}\n`;
}

function asJson(files: readonly ImportedFile[], given: readonly StoredReturn[], { dryRun }: ImportOptions) {
  return {
    dryRun: dryRun ?? false,
    given: given.map(({ number, state, files: [file] }) => ({
      return: returnName(number),
      state,
      file: file?.name ?? null,
    })),
    files: files.map(({ file, state, why, notLookedAt, return: kept }) => ({
      file,
      state,
      return: kept && returnName(kept.number),
      unit: kept?.unit ?? null,
      reporter: kept?.reporter ?? null,
      round: kept?.round ?? null,
      why: notLookedAt
        ? [
            {
              code: notLookedAt.why,
              vi: checkWords.vi.passedOver[notLookedAt.why](file),
              en: checkWords.en.passedOver[notLookedAt.why](file),
            },
          ]
        : why.map((one) => ({ code: one.code, vi: whyText([one], 'vi'), en: whyText([one], 'en') })),
    })),
    counts: Object.fromEntries(countsOf(files)),
  };
}
