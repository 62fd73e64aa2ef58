import type { Language } from '../../core/base/finding.ts';
import type { OldEncoding } from '../../core/exchange/reading.ts';
import { periodTrouble } from '../../core/period/period.ts';
import type { FileState } from '../../core/store/model.ts';
import { defaultJobs } from '../check/check-files.ts';
import { CommandFailure } from '../failure.ts';
import { arrivalsOf } from './arrivals.ts';
import { importReturns, importSetting } from './import-returns.ts';
import { isInConflict, type ImportedFile } from './imported-file.ts';
import { asJson, givenLine, lineOf, summaryOf, unitNameIn } from './said.ts';
import { programVersion } from '../package-root.ts';
import { changesText } from '../sets/said.ts';
import { recordGiven } from '../store/record-given.ts';
import { keepHeapSmall } from '../tune-v8.ts';
import { whoDecides, withStore } from '../store/with-store.ts';
import type { CommandContext } from '../commands/context.ts';
import { returnNamed } from '../commands/decide.ts';
import { release } from '../commands/release.ts';
import { installedFor } from '../commands/installed-for.ts';
import { plannerPaths } from '../commands/planner-paths.ts';

/** What the command was given. */
export interface ImportOptions {
  round?: string;
  dryRun?: boolean;
  json?: boolean;
  corrects?: string;
  encoding?: OldEncoding;
  release?: string;
  by?: string;
  reason?: string;
  at?: string;
  jobs?: number;
  lang: Language;
}

/** Takes returns into the store, or lets in one that was held back. */
export async function runImport(
  paths: string[],
  options: ImportOptions,
  context: CommandContext,
): Promise<void> {
  if (options.release !== undefined) {
    if (paths.length > 0 || options.corrects !== undefined || options.dryRun)
      throw new CommandFailure(
        '--release đi một mình, không kèm tệp hay tùy chọn khác của việc nhận (only by itself).',
      );
    await release(options.release, options, context);
  } else await importAll(paths, options, context);
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
    const { catalogue } = installed;
    const receipt = { by, now, program: programVersion(context.root) };
    const nameOf = unitNameIn(installed);
    const given = await recordGiven(store, await plannerPaths({}, context), { ...workspace, ...receipt });
    if (!options.json) for (const one of given) context.out(givenLine(one, language));
    context.progress(language === 'vi' ? 'đang tìm báo cáo …' : 'looking for returns …');
    const arrivals = await arrivalsOf(paths, options.encoding);
    const jobs = options.jobs ?? defaultJobs(arrivals.arrivals.length);
    const imported: ImportedFile[] = [];
    // Beside this heap stand those of the workers.
    if (jobs > 1) keepHeapSmall(BESIDE_WORKERS);
    try {
      const count = arrivals.arrivals.length + arrivals.sets.length;
      if (corrects !== null && count !== 1)
        throw new CommandFailure(
          `--corrects cần đúng một báo cáo; ở đây có ${count} (one return is needed).`,
        );
      const round = options.round ?? workspace.round;
      const said = { round, corrects, reason: options.reason ?? null, ...receipt };
      const setting = importSetting(installed, said, context.progress);
      for await (const one of importReturns(arrivals, store, setting, jobs)) {
        imported.push(one);
        if (!options.json) {
          context.progress('');
          context.out(lineOf(one, language, nameOf));
          context.out(changesText(one.changes ?? [], catalogue, language));
        }
        const conflicts = isInConflict(one) || (one.conflicts ?? []).length > 0;
        if (EXIT_1.includes(one.state) || conflicts) context.exit(1);
      }
    } finally {
      await arrivals.done();
    }
    if (options.json) context.out(`${JSON.stringify(asJson(imported, given, options), null, 2)}\n`);
    else context.out(summaryOf(imported, options, nameOf));
  });
}

/** Per cent. */
const BESIDE_WORKERS = 20;

const EXIT_1: readonly FileState[] = ['held-back', 'refused'];
