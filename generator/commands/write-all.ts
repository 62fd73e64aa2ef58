import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../core/base/finding.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { labelOf } from '../../core/workbook/key-label.ts';
import { timeOf } from '../clock.ts';
import { CommandFailure } from '../failure.ts';
import { programVersion } from '../package-root.ts';
import { timeLeft } from '../time-left.ts';
import { clearLeftovers } from '../workbook/clear-leftovers.ts';
import { hasSentFigures, sentFigures, type FigureLeft } from '../workbook/from-store.ts';
import { inputCellsOf, type InputCells, type WorkbookJob } from '../workbook/jobs.ts';
import { makeFolder } from '../workbook/make-folder.ts';
import { makeWorkbooks, type MakingOrder } from '../workbook/make-many.ts';
import { runJournal } from '../workbook/run-journal.ts';
import { writeWorkbook } from '../workbook/write-safely.ts';
import type { CommandContext } from './context.ts';
import { said } from './said.ts';

/** Fails before anything is made rather than after half of it. */
export async function makeWritable(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(
      `Không ghi được vào thư mục "${folder}" (${reason}). Hãy chọn thư mục khác bằng --out.`,
    );
  }
}

/** What became of the workbooks of a run. */
export interface WrittenWorkbooks {
  written: number;
  /** They were there already. */
  unchanged: number;
  /** Names of files that somebody has typed into. */
  kept: readonly string[];
  /** How many were built one by one though others are like them, which takes several times as long, and why. */
  builtAlone: readonly { why: string; count: number }[];
}

/**
 * Writes workbooks into a folder, a line for each; one that somebody has typed into stays as it is. After a run that was
 * cut off it goes on with what is not there.
 */
export async function writeAll(
  order: MakingOrder,
  threads: number,
  { out: folder, lang }: { out: string; lang: Language },
  context: CommandContext,
): Promise<WrittenWorkbooks> {
  const { jobs, catalogue } = order;
  const say = said[lang];
  const askedText = (job: WorkbookJob, cells: InputCells) =>
    `${say.workbook(job.name, cells)}\n${sentText(job, catalogue, lang)}`;
  const kept: string[] = [];
  const asked: string[] = jobs.map(() => '');
  const journal = await runJournal(folder, catalogue, programVersion(context.root));
  const left: WorkbookJob[] = [];
  for (const [at, job] of jobs.entries())
    if (await journal.isThere(job)) asked[at] = askedText(job, inputCellsOf(job, catalogue));
    else left.push(job);
  const there = jobs.length - left.length;
  if (there > 0) context.err(`${say.goneOn(there, left.length)}\n`);
  let done = there;
  let written = 0;
  let unchanged = there;
  const began = performance.now();
  const told = (name = '') => {
    const time = timeLeft(done - there, left.length, performance.now() - began);
    context.progress([`${done}/${jobs.length} ${name}`.trim(), time].filter(Boolean).join(', '));
  };
  told();
  const places = new Map(jobs.map((job, at) => [job, at]));
  const whys = new Map<string, number>();
  for await (const { at, bytes, cells, alone } of makeWorkbooks({ jobs: left, catalogue }, threads)) {
    const job = left[at];
    if (job === undefined) continue;
    const { name } = job;
    if (alone !== null) whys.set(alone, (whys.get(alone) ?? 0) + 1);
    asked[places.get(job) ?? 0] = askedText(job, cells);
    const outcome = await writeWorkbook(join(folder, name), bytes).catch((error: unknown) => {
      context.progress('');
      context.err(`${say.stopped(written, jobs.length, join(folder, name))}\n`);
      throw error;
    });
    if (outcome === 'kept') kept.push(name);
    else {
      await journal.note(job, bytes);
      if (outcome === 'unchanged') unchanged += 1;
      else written += 1;
    }
    done += 1;
    told(name);
  }
  context.progress('');
  await journal.end();
  await clearLeftovers(folder, new Set(jobs.map(({ name }) => name)), Date.parse(timeOf()));
  context.out(asked.join(''));
  context.out(`${say.workbooks(written, unchanged, folder)}\n`);
  for (const name of kept) context.err(`${say.keptWorkbook(join(folder, name))}\n`);
  const builtAlone = [...whys].map(([why, count]) => ({ why, count }));
  for (const { why, count } of builtAlone) context.err(`${say.builtAlone(count, why)}\n`);
  if (kept.length > 0) context.exit(2);
  return { written, unchanged, kept, builtAlone };
}

/** Figures shown of a workbook that could not be filled in; all of them stand in the workbook. */
const LEFT_SHOWN = 5;

/** What of a workbook was filled in from others, what was not, and which series are broken off, with the reasons. */
function sentText(job: WorkbookJob, catalogue: Catalogue, lang: Language): string {
  if (!hasSentFigures(job)) return '';
  const { filled, left, brokenOff } = sentFigures(job, catalogue);
  const say = said[lang];
  const listed = (head: string, all: readonly FigureLeft[]) => [
    `${head}\n`,
    ...all.slice(0, LEFT_SHOWN).map(({ key, why }) => `  ${labelOf(key, catalogue, lang)}: ${why}\n`),
    ...(all.length > LEFT_SHOWN ? [`${say.moreLeft(all.length - LEFT_SHOWN)}\n`] : []),
  ];
  return [
    ...(filled + left.length > 0 ? listed(say.sent(filled, left.length), left) : []),
    ...(brokenOff.length > 0 ? listed(say.brokenOff(brokenOff.length), brokenOff) : []),
  ].join('');
}
