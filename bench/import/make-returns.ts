import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReturnFigures } from '../../core/exchange/return-figures.ts';
import { figureKey, parseRowKey } from '../../core/observation/key.ts';
import { askedOf } from '../../core/workbook/asked.ts';
import { writeReturnCsv } from '../../formats/csv/write-return.ts';
import { installedOf } from '../../generator/check/installed.ts';
import { planHash, requestOf, type WorkbookJob } from '../../generator/workbook/jobs.ts';
import { makeWorkbooks } from '../../generator/workbook/make-many.ts';
import { ROUND, type Country } from './country.ts';

/** Where what was made lies. */
interface MadeReturns {
  sets: string;
  large: string;
  workbooks: string;
}

/** Makes a CSV set for each of so many communes, one large file of the same columns, and workbooks. */
export async function makeReturns(
  folder: string,
  { catalogue, plans, jobs }: Country,
  { returns, rows, workbooks }: { returns: number; rows: number; workbooks: number },
): Promise<MadeReturns> {
  const made = {
    sets: join(folder, 'sets'),
    large: join(folder, 'large.csv'),
    workbooks: join(folder, 'books'),
  };
  await mkdir(made.sets);
  await mkdir(made.workbooks);
  const [first] = jobs;
  if (!first) throw new Error('There are no communes.');
  const { names } = installedOf({ catalogue, plans });
  const asked = askedOf(requestOf(first, catalogue)).figures.map(({ key }) => key);
  const options = { profile: 'machine', names, templateSchema: 3, errors: [], forced: false } as const;
  const setOf = async (job: WorkbookJob, at: number) =>
    (await writeReturnCsv(figuresOf(job, asked, at), options)).value?.files ?? [];
  for (const [at, job] of jobs.slice(0, returns).entries())
    for (const { name, bytes } of await setOf(job, at)) await writeFile(join(made.sets, name), bytes);
  const [one] = await setOf(first, 0);
  const [header = '', ...body] = new TextDecoder().decode(one?.bytes).trimEnd().split('\r\n');
  const block = `${body.join('\r\n')}\r\n`;
  await writeFile(made.large, `${header}\r\n${block.repeat(Math.ceil(rows / body.length))}`);
  const wanted = jobs.slice(0, workbooks);
  let at = 0;
  for await (const { bytes } of makeWorkbooks({ jobs: wanted, catalogue }, 1)) {
    await writeFile(join(made.workbooks, wanted[at]?.name ?? ''), bytes);
    at += 1;
  }
  return made;
}

/** The figures a commune is asked for, of a size that suits shares and counts. */
function figuresOf({ unit, plans }: WorkbookJob, asked: readonly string[], at: number): ReturnFigures {
  const said = {
    unit: unit.id,
    reporter: unit.id,
    vintage: 'preliminary',
    period: ROUND,
    note: null,
  } as const;
  return {
    unit: unit.id,
    reporter: unit.id,
    round: ROUND,
    sample: false,
    plans: new Map(plans.map((plan) => [plan.file.id, planHash(plan)])),
    observations: asked.flatMap((key) => {
      const row = parseRowKey(key);
      if (!row || figureKey(row.indicator, row.stratum) !== key) return [];
      return [{ ...said, indicator: row.indicator, stratum: row.stratum, figure: 10 + (at % 80) }];
    }),
    remarks: [],
    ownVerdicts: [],
    baselines: [],
    unread: [],
    replaces: null,
    byUnit: [],
  };
}
