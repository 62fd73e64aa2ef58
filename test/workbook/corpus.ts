import { readFile, writeFile } from 'node:fs/promises';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { jobsOf, modelOf, togetherJobs, type WorkbookJob } from '../../generator/workbook/jobs.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { madeOnce } from '../engines/made-once.ts';
import { coverOf } from './cover.ts';
import { loadSeeds } from './seed-workbooks.ts';
import { isOfLocale, shapesOf } from './shapes.ts';

/** A workbook of the seeds that the referees may be given. */
export interface CorpusWorkbook {
  /** Which of the rounds below, and the workbook's file name. */
  name: string;
  part: string;
  job: WorkbookJob;
  model: WorkbookModel;
  bytes: Uint8Array;
}

/** What all workbooks hold, and which of them are enough. */
export interface Choice {
  /** Shapes of every workbook, by its name. */
  shapes: Record<string, string[]>;
  /** Workbooks that together hold every shape. */
  chosen: string[];
  /** Of these, such that together hold every shape that can depend on the locale. */
  chosenForLocale: string[];
}

type Candidate = Pick<CorpusWorkbook, 'name' | 'part' | 'job'>;

/** Cells that cost as much as starting on one workbook more. */
const CELLS_PER_WORKBOOK = 3_000;

/**
 * Every workbook of the five plans, blank and with sample figures, in the first round and in later ones,
 * yearly and shorter, and those that several plans share.
 */
async function candidates(): Promise<Candidate[]> {
  const { catalogue, plans } = await loadSeeds();
  const jobs = (
    part: string,
    sample: boolean,
    round: (period: { from: number; to: number }) => string | undefined,
    levels?: readonly string[],
  ): Candidate[] =>
    plans
      .flatMap((plan) =>
        jobsOf([plan], catalogue, { round: round(plan.file.period) ?? plan.file.firstRound, sample }),
      )
      .filter(({ reporter }) => levels?.includes(reporter.level) ?? true)
      .map((job) => ({ name: `${part}/${job.name}`, part, job }));
  return [
    ...jobs('blank', false, () => undefined),
    ...jobs('sample', true, () => undefined),
    ...jobs('middle', true, ({ from }) => String(from + 2), ['province']),
    ...jobs('last', true, ({ to }) => String(to), ['province']),
    ...jobs('half', true, ({ from }) => `${from + 2}-S1`, ['province']),
    ...jobs('quarter', true, ({ from }) => `${from}-Q4`, ['province', 'department']),
    ...togetherJobs(plans, catalogue, { sample: true, round: '2024' })
      .filter(({ reporter }) => reporter.level === 'province')
      .map((job) => ({ name: `together/${job.name}`, part: 'together', job })),
  ];
}

let choice: Promise<Choice> | undefined;

/** The choice is made once in a run. */
export function corpusChoice(): Promise<Choice> {
  choice ??= madeOnce(['corpus.json'], async ([mine]) => {
    await writeFile(mine?.path ?? '', JSON.stringify(await choose()));
  }).then(async ([path = '']) => JSON.parse(await readFile(path, 'utf8')) as Choice);
  return choice;
}

async function choose(): Promise<Choice> {
  const { catalogue } = await loadSeeds();
  const all = (await candidates()).map(({ name, part, job }) => {
    const model = modelOf(job, catalogue);
    const cells = model.sheets.reduce((sum, sheet) => sum + sheet.cells.size, 0);
    const sort = `workbook of a ${job.reporter.level}, ${job.plans.map(({ file }) => file.id).join()}, ${part}`;
    return { name, shapes: shapesOf(model).add(sort), cost: cells + CELLS_PER_WORKBOOK };
  });
  const chosen = coverOf(all);
  const ofLocale = all
    .filter(({ name }) => chosen.includes(name))
    .map((one) => ({ ...one, shapes: new Set([...one.shapes].filter(isOfLocale)) }));
  return {
    shapes: Object.fromEntries(all.map(({ name, shapes }) => [name, [...shapes]])),
    chosen,
    chosenForLocale: coverOf(ofLocale),
  };
}

/**
 * The workbooks that hold every shape of all, for suites that have them saved by another program.
 * @param fits which of them are wanted
 */
export async function corpus(fits: (one: Candidate) => boolean = () => true): Promise<CorpusWorkbook[]> {
  const { chosen } = await corpusChoice();
  return built((await candidates()).filter((one) => chosen.includes(one.name) && fits(one)));
}

/** Every workbook that could have been chosen. */
export async function wholeCorpus(): Promise<CorpusWorkbook[]> {
  return built(await candidates());
}

async function built(wanted: readonly Candidate[]): Promise<CorpusWorkbook[]> {
  const { catalogue } = await loadSeeds();
  const made: CorpusWorkbook[] = [];
  for (const one of wanted) {
    const model = modelOf(one.job, catalogue);
    made.push({ ...one, model, bytes: await serialize(model) });
  }
  return made;
}
