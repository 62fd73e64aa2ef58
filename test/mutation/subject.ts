import type { TypedFigures } from '../../core/rules/typed.ts';
import type { CheckFinding } from '../../core/rules/rule.ts';
import { typedFigures } from '../../core/returned/typed-figures.ts';
import { checkWorkbook } from '../../core/check/check-workbook.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import { sampleFigures } from '../../core/workbook/sample/sample.ts';
import { verdicts } from '../../core/target/verdict.ts';
import { buildWorkbook } from '../../core/template/build.ts';
import { definitionOf, requestOf, type WorkbookDefinition } from '../../core/workbook/definition.ts';
import { parseColumnKey } from '../../core/workbook/contract.ts';
import { fingerprint, plainCells } from '../../core/workbook/fingerprint.ts';
import { cellIndex, type WorkbookModel } from '../../core/sheet/model.ts';
import { readReturned, type ReturnedWorkbook } from '../../core/returned/read.ts';
import type { KnownFigures } from '../../core/workbook/request.ts';
import { readFacts } from '../../formats/xlsx/facts.ts';
import { jobsOf, requestOf as requestOfJob, type WorkbookJob } from '../../generator/workbook/jobs.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { everySort } from '../workbook/every-sort.ts';
import { sheetsOf } from '../workbook/model-cells.ts';
import { loadSeeds } from '../workbook/seed-workbooks.ts';

/** What officers typed into a workbook, as the reader gives it back. */
export type Typed = Pick<ReturnedWorkbook, 'observations' | 'baselines' | 'remarks' | 'ownVerdicts'>;

/** A workbook that was issued, filled in and returned whole. */
export interface Subject {
  name: string;
  job: WorkbookJob;
  definition: WorkbookDefinition;
  /** As it was issued, and as it was filled in. */
  issued: WorkbookModel;
  model: WorkbookModel;
  bytes: Uint8Array;
  facts: WorkbookFacts;
  typed: Typed;
  /** What the check says of it, undamaged. */
  findings: readonly CheckFinding[];
}

/** Which workbook: plans that share it, who fills it in, for which round. */
export interface Which {
  plans: readonly [string, ...string[]];
  reporter: string;
  round: string;
  /** One of how many of the plans' targets it is about, or those that show every sort; all of them unless said. */
  part?: number | 'every sort';
}

const cache = new Map<string, Promise<Subject>>();

/** The filled workbook of a reporter, made once a process. */
export function subjectOf(which: Which): Promise<Subject> {
  const name = `${which.plans.join('+')} ${which.reporter} ${which.round} ${which.part ?? 'whole'}`;
  const known = cache.get(name);
  if (known) return known;
  const made = makeSubject(name, which);
  cache.set(name, made);
  return made;
}

let seeds: ReturnType<typeof loadSeeds> | null = null;

/** The job of a workbook. */
export async function jobOf({ plans: ids, reporter, round, part = 1 }: Which) {
  const { catalogue, plans } = await (seeds ??= loadSeeds());
  const [first, ...others] = ids.map((id) => {
    const plan = plans.find(({ file }) => file.id === id);
    if (!plan) throw new Error(`seeds/ has no plan ${id}.`);
    const { targets } = plan;
    return {
      ...plan,
      targets: part === 'every sort' ? everySort(targets) : targets.filter((_, place) => place % part === 0),
    };
  });
  if (!first) throw new Error('no plan');
  const [job] = jobsOf([first, ...others], catalogue, { round, unit: [reporter] });
  if (!job) throw new Error(`${ids.join('+')} has no reporter ${reporter}.`);
  return { job, catalogue };
}

async function makeSubject(name: string, which: Which): Promise<Subject> {
  const { job, catalogue } = await jobOf(which);
  const blank = requestOfJob(job, catalogue);
  const definition = definitionOf(blank);
  const issued = buildWorkbook(blank);
  const untouched = fingerprint(plainCells(issued));
  const sample = sampleFigures(job.plans, catalogue, job.unit, { gaps: false });
  const known: KnownFigures = {
    figure: (key, period) => sample.figure(key, period),
    source: () => null,
    baseline: (key) => ({ ...sample.baseline(key), source: `Niên giám thống kê, ${key}` }),
  };
  const filled = (typed?: TypedFigures) => {
    const built = buildWorkbook(requestOf(definition, known), { untouched, definition }, typed);
    writeRemarks(built);
    return built;
  };
  // Results may depend on what was typed beside the figures.
  const { value } = readReturned(sheetsOf(filled()));
  if (!value) throw new Error(`${name} is not read.`);
  const model = filled(typedFigures(value));
  const bytes = await serialize(model);
  const facts = await readFacts(bytes);
  const { returned, report } = checkWorkbook(facts);
  if (!returned) throw new Error(`${name} is not read.`);
  return {
    name,
    job,
    definition,
    issued,
    model,
    bytes,
    facts,
    typed: typedIn(returned),
    findings: report.findings,
  };
}

/** What was typed, out of everything read. */
export function typedIn({ observations, baselines, remarks, ownVerdicts }: ReturnedWorkbook): Typed {
  return { observations, baselines, remarks, ownVerdicts };
}

/** Gives every row a reason of its own, some rows a mark, some series the officer's own verdict. */
function writeRemarks(model: WorkbookModel): void {
  const verdictWords = Object.values(verdicts).map(({ vi }) => vi);
  for (const sheet of model.sheets) {
    for (const [index, cell] of sheet.cells) {
      const { row, column, style } = cell;
      if (style !== 'inputText' || sheet.cells.get(cellIndex(row, 1))?.value === undefined) continue;
      const key = parseColumnKey(String(sheet.cells.get(cellIndex(1, column))?.value ?? ''));
      const write = (value: string) => sheet.cells.set(index, { ...cell, value });
      if (key?.field === 'reason')
        write(`Lý do dòng ${row}: vì điều tra lại, “đã rà soát” <&> ${'ý'.repeat(row % 3)}`);
      if (key?.field === 'mark' && row % 3 === 0) write(row % 2 === 0 ? '*' : `r${row}`);
      if (key?.field === 'ownVerdict' && row % 4 === 0) write(verdictWords[row % verdictWords.length] ?? '');
      if (key?.field === 'ownReason' && row % 4 === 0) write(`Tự đánh giá dòng ${row}: theo biên bản`);
    }
  }
}
