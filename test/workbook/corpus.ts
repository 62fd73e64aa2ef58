import { readFile, writeFile } from 'node:fs/promises';
import type { WorkbookModel } from '../../core/sheet/model.ts';
import { jobsOf, modelOf, togetherJobs, type WorkbookJob } from '../../generator/workbook/jobs.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { madeOnce } from '../engines/made-once.ts';
import { coverOf } from './cover.ts';
import { loadSeeds } from './seed-workbooks.ts';
import { excerptOf } from './excerpt.ts';
import { isOfLocale, shapedCells } from './shapes.ts';

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
  ofShapes: string[];
  /** The same for the shapes that can depend on the locale. */
  ofLocale: string[];
  /** Workbooks in which everything that is filled in comes in every form, of every level and plan. */
  ofEntries: string[];
}

type Candidate = Pick<CorpusWorkbook, 'name' | 'part' | 'job'>;

/** Cells that cost as much as starting on one workbook more. */
const CELLS_PER_WORKBOOK = 3_000;
/** Bodies of record that report commune by commune. */
const BY_COMMUNE = ['lai-chau-2021_VN12.SGDDT-2025', 'lai-chau-2024_VN12.SXD-2025'];
/** Of excerpts all cost the same. */
const EXCERPT = 1;

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
    ...jobs('commune', true, ({ to }) => String(to), ['commune']).slice(0, 1),
    ...jobs('by commune', true, ({ to }) => String(to), ['department']).filter(({ name }) =>
      BY_COMMUNE.some((one) => name.includes(one)),
    ),
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
    const { level } = job.reporter;
    const sorts = [`${level}, ${job.plans.map(({ file }) => file.id).join()}`, `${level}, ${part}`];
    const shapes = shapedCells(model);
    return {
      name,
      shapes: new Set(shapes.map(({ shape }) => shape)),
      entries: new Set([
        ...sorts,
        ...shapes.flatMap(({ cell, shape }) => (cell.formula === undefined ? [shape] : [])),
      ]),
      cost: cells + CELLS_PER_WORKBOOK,
    };
  });
  return {
    shapes: Object.fromEntries(all.map(({ name, shapes }) => [name, [...shapes]])),
    ofShapes: coverOf(all.map((one) => ({ ...one, cost: EXCERPT }))),
    ofLocale: coverOf(
      all.map(({ name, shapes }) => ({
        name,
        shapes: new Set([...shapes].filter(isOfLocale)),
        cost: EXCERPT,
      })),
    ),
    ofEntries: coverOf(all.map(({ name, entries, cost }) => ({ name, shapes: entries, cost }))),
  };
}

/** Whole workbooks that hold everything that is filled in, in every form it comes in. */
export async function workbooksOfEntries(): Promise<CorpusWorkbook[]> {
  const { ofEntries } = await corpusChoice();
  return built((await candidates()).filter(({ name }) => ofEntries.includes(name)));
}

/**
 * Every shape of a formula and of an input once, in excerpts of the workbooks that hold it.
 * @param fits which shapes are wanted
 */
export async function excerpts(
  of: 'ofShapes' | 'ofLocale',
  fits: (shape: string) => boolean = () => true,
): Promise<CorpusWorkbook[]> {
  const choice = await corpusChoice();
  const { catalogue } = await loadSeeds();
  const all = new Map((await candidates()).map((one) => [one.name, one]));
  const made: CorpusWorkbook[] = [];
  const covered = new Set<string>();
  for (const name of choice[of]) {
    const one = all.get(name);
    if (!one) throw new Error(name);
    const fresh = (choice.shapes[name] ?? []).filter((shape) => fits(shape) && !covered.has(shape));
    for (const shape of fresh) covered.add(shape);
    const model = excerptOf(modelOf(one.job, catalogue), new Set(fresh));
    made.push({ ...one, model, bytes: await serialize(model) });
  }
  return made;
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
