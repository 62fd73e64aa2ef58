import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReturnFigures } from '../../core/exchange/return-figures.ts';
import { buildWorkbook } from '../../core/template/build.ts';
import { askedOf } from '../../core/workbook/asked.ts';
import { definitionOf } from '../../core/workbook/definition.ts';
import type { WorkbookRequest } from '../../core/workbook/request.ts';
import { sampleFigures } from '../../core/workbook/sample/sample.ts';
import { writeReturnCsv } from '../../formats/csv/write-return.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import { installedOf } from '../../generator/check/installed.ts';
import { requestOf, type WorkbookJob } from '../../generator/workbook/jobs.ts';
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
  const options = { profile: 'machine', names, templateSchema: 3, errors: [], forced: false } as const;
  const setOf = async (job: WorkbookJob) => {
    const request = requestOf(job, catalogue);
    return (await writeReturnCsv(figuresOf(request), options)).value?.files ?? [];
  };
  for (const job of jobs.slice(0, returns))
    for (const { name, bytes } of await setOf(job)) await writeFile(join(made.sets, name), bytes);
  const [one] = await setOf(first);
  const [header = '', ...body] = new TextDecoder().decode(one?.bytes).trimEnd().split('\r\n');
  const block = `${body.join('\r\n')}\r\n`;
  await writeFile(made.large, `${header}\r\n${block.repeat(Math.ceil(rows / body.length))}`);
  for (const job of jobs.slice(0, workbooks))
    await writeFile(join(made.workbooks, job.name), await filledIn(requestOf(job, catalogue)));
  return made;
}

/** A workbook that was issued blank, filled in as {@link figuresOf}: it is not called a sample. */
function filledIn(blank: WorkbookRequest): Promise<Uint8Array> {
  const made = sampleFigures(blank.plans, blank.catalogue, blank.unit, { gaps: false });
  const known = { ...made, source: () => null, given: blank.known };
  const issued = { untouched: 'issued', definition: definitionOf(blank) };
  return serialize(buildWorkbook({ ...blank, known }, issued));
}

/** Figures of a commune that has filled in everything it is asked for: plausible ones, of shares their parts. */
function figuresOf(request: WorkbookRequest): ReturnFigures {
  const { unit, reporting, planHashes, plans, catalogue } = request;
  const made = sampleFigures(plans, catalogue, unit, { gaps: false });
  const said = { unit: unit.id, reporter: unit.id, vintage: reporting.vintage, period: ROUND, note: null };
  return {
    unit: unit.id,
    reporter: unit.id,
    round: ROUND,
    sample: false,
    plans: planHashes,
    observations: askedOf(request).figures.flatMap(({ key, indicator, stratum }) => {
      const figure = made.figure(key, ROUND);
      return figure === null || indicator.numerator !== undefined
        ? []
        : [{ ...said, indicator: indicator.id, stratum: stratum?.id ?? null, figure }];
    }),
    remarks: [],
    ownVerdicts: [],
    baselines: [],
    unread: [],
    replaces: null,
    byUnit: [],
  };
}
