import type { Language } from '../../core/base/finding.ts';
import type { OldEncoding } from '../../core/exchange/reading.ts';
import type { FileResult } from './check-file.ts';
import { checkFiles, defaultJobs } from './check-files.ts';
import { inputsOf } from './inputs.ts';
import { writeMarkedCopy } from './marked-copy.ts';
import { passedOverJson, summaryJson } from './report-json.ts';
import { summaryText } from './report-text.ts';
import { AcrossUnits } from '../../core/check/across-units.ts';
import { CopiedReturns } from '../../core/check/copied-figures.ts';
import { copiedJson, farJson, otherSizeJson, type Whose } from './far-from-others.ts';
import { togetherJson } from './folder/json.ts';
import { togetherText, type CheckedBeside } from './folder/text.ts';
import { installedOf } from './installed.ts';
import { timeOf } from '../clock.ts';
import { SameReturns } from './same-return.ts';
import { addFile, emptySummary } from './tally.ts';
import { checkWords } from './words.ts';
import { exchangeContext } from '../exchange-files/context.ts';
import type { PlannerPaths } from '../exchange-files/planner-files.ts';
import { unitsFromFile } from '../plan-files/unit-file.ts';
import type { InstalledSeeds } from '../workbook/definition-from-seeds.ts';
import { renderMessage } from '../../core/wording/render.ts';
import { fileTrouble } from '../file-trouble.ts';
import type { CommandContext } from '../commands/context.ts';
import { CommandFailure } from '../failure.ts';
import { plannerPaths } from '../commands/planner-paths.ts';
import { usablePlans } from '../commands/selected-plans.ts';

/** What the command was given. */
export interface CheckOptions extends PlannerPaths {
  units?: string;
  json?: boolean;
  out?: string;
  lang: Language;
  all?: boolean;
  jobs?: number;
  encoding?: OldEncoding;
}

/** Checks files and folders, and says what each of them and all of them together come to. */
export async function runCheck(
  paths: readonly string[],
  options: CheckOptions,
  context: CommandContext,
): Promise<void> {
  const words = checkWords[options.lang];
  const { inputs: found, passedOver } = await inputsOf(paths);
  const inputs = found.map((input) => ({ ...input, encoding: options.encoding }));
  for (const { path, why } of passedOver) context.err(`${words.passedOver[why](path)}\n`);
  if (inputs.length === 0) throw new CommandFailure(words.noInput);
  const wants = {
    language: options.lang,
    all: options.all ?? false,
    json: options.json ?? false,
    marked: options.out !== undefined,
    together: inputs.length > 1,
  };
  const order = { seeds: await seedsFor(options, context), wants };
  const summary = emptySummary();
  const copies = new Set<string>();
  const returns = new SameReturns();
  const across = new AcrossUnits<Whose>();
  const copied = new CopiedReturns<Whose>();
  const results: CheckedBeside[] = [];
  // Of several files the table comes first, then each by itself where that is wanted, and why one cannot be read.
  const reports: string[] = [];
  if (wants.json) context.out('{"files":[');
  const showAwaited = (at: number) => {
    const awaited = inputs[at];
    context.progress(awaited ? `${at + 1}/${inputs.length} ${awaited.path}` : '');
  };
  showAwaited(0);
  let at = 0;
  for await (const file of checkFiles(inputs, order, options.jobs ?? defaultJobs(inputs.length))) {
    context.progress('');
    const marked = await writeMarked(file, { ...options, copies }, context);
    const { input, verdict, counts, beside } = file;
    results.push({ input, verdict, counts, beside });
    if (typeof file.report === 'string') {
      const text = `${file.report}${marked?.said ?? ''}`;
      if (!wants.together) context.out(`${text}\n`);
      else if (text !== '') reports.push(file.report === '' ? text : `${text}\n`);
    } else {
      const report = { ...file.report, marked: marked?.path ?? null };
      context.out(`${at > 0 ? ',' : ''}\n${JSON.stringify(report)}`);
    }
    addFile(summary, file.verdict, file.counts);
    if (file.of) returns.add(file.input.path, file.of);
    if (file.of && file.figures) {
      const whose = { file: file.input.path, unit: file.of.unit };
      across.add(whose, file.figures);
      copied.add(whose, file.figures);
    }
    if (file.verdict === 'unreadable') context.exit(2);
    if (file.verdict === 'blocked') context.exit(1);
    at += 1;
    showAwaited(at);
  }
  const notRead = passedOver.filter(({ why }) => why !== 'empty-folder');
  const together = wants.together ? await lookedAt(results, order.seeds) : null;
  if (!wants.json) {
    if (wants.together) {
      const { catalogue } = order.seeds;
      context.out(
        `${togetherText(results, together, { language: options.lang, all: wants.all, catalogue })}\n`,
      );
      for (const text of reports) context.out(text);
    }
    const { lang } = options;
    const beside = {
      ...{ notRead: notRead.length, same: returns.found, copied: copied.found },
      ...{ far: across.found, otherSize: across.ofOtherSize },
    };
    context.out(summaryText(summary, lang, beside));
    return;
  }
  const all = {
    summary: summaryJson(summary),
    sameReturn: returns.found,
    farFromOthers: across.found.map(farJson),
    ofOtherSize: across.ofOtherSize.map(otherSizeJson),
    copiedFigures: copied.found.map(copiedJson),
    together: together && togetherJson(together),
    notRead: passedOver.map(passedOverJson),
  };
  context.out(`\n],\n${JSON.stringify(all).slice(1)}\n`);
}

/** What the files are beside each other; those that could not be read say nothing. */
async function lookedAt(results: readonly CheckedBeside[], seeds: InstalledSeeds) {
  const { lookTogether } = await import('./folder/together.ts');
  const read = results.flatMap(({ input, beside }) => (beside ? [{ file: input.path, beside }] : []));
  return lookTogether(read, installedOf(seeds), timeOf());
}

/** The installed plans with what the options name beside them. */
async function seedsFor(options: CheckOptions, context: CommandContext): Promise<InstalledSeeds> {
  const { catalogue, plans: loaded } = await usablePlans(context, []);
  const units = options.units === undefined ? null : await unitsFromFile(options.units);
  const plans = loaded.map(({ plan }) => (units ? { ...plan, units } : plan));
  const paths = await plannerPaths(options, context);
  if (Object.keys(paths).length === 0) return { catalogue, plans };
  const { loadPlannerFiles } = await import('../exchange-files/planner-files.ts');
  const files = await loadPlannerFiles(paths, exchangeContext(catalogue, plans), context.err);
  return { catalogue, plans, files };
}

/** Writes the marked copy where one is wanted; what stands in its way is said and sets the exit code. */
async function writeMarked(
  { copy, input: { path: original } }: FileResult,
  { out: folder, lang: language, copies: taken }: CheckOptions & { copies: Set<string> },
  context: CommandContext,
): Promise<{ path: string | null; said: string } | null> {
  if (copy === null || folder === undefined) return null;
  const words = checkWords[language];
  const fail = (said: string) => {
    context.err(`${said}\n`);
    context.exit(2);
    return null;
  };
  switch (copy.kind) {
    case 'nothing':
      return { path: null, said: `${words.nothingToMark}\n` };
    case 'failed':
      return fail(words.notMarked(original, copy.reason));
    case 'marked': {
      const { bytes, cells, unmarked } = copy;
      try {
        const { path, isWritten } = await writeMarkedCopy(bytes, { original, folder, taken });
        if (!isWritten) return fail(words.kept(path));
        const lost = unmarked > 0 ? `${words.unmarked(unmarked)}\n` : '';
        return { path, said: `\n${words.marked(path, cells)}\n${lost}` };
      } catch (error) {
        const trouble = fileTrouble(error);
        const reason = error instanceof Error ? error.message : String(error);
        return fail(words.notMarked(original, trouble === null ? reason : renderMessage(trouble, language)));
      }
    }
  }
}
