import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Indicator } from '../../core/catalogue/schema.ts';
import type { RawCell } from '../../core/rules/figure/cell.ts';
import type { CheckFinding } from '../../core/rules/rule.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import type { Round } from '../../core/round/round.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { COLUMN } from '../../core/template/sheets/check/columns.ts';
import { LISTED } from '../../core/template/sheets/check/list.ts';
import { placed } from '../../core/workbook/placed.ts';
import { jobsOf, togetherJobs, type WorkbookJob } from '../../generator/workbook/jobs.ts';
import { sampleRequest } from '../core/check/sample-figures.ts';
import { rowsOf } from './found-in-lines.ts';
import { loadSeeds } from './seed-workbooks.ts';
import { wrongWorkbook, type WrongWorkbook } from './wrong-figures.ts';

export interface Case extends WrongWorkbook {
  name: string;
}

/** Workbooks of every sort of reporter and round, filled in wrongly. */
export async function wrongCases(): Promise<Case[]> {
  const { catalogue, plans } = await loadSeeds();
  const jobOf = (id: string, reporter: string, round: string): WorkbookJob => {
    const plan = plans.find(({ file }) => file.id === id);
    const [job] = plan ? jobsOf([plan], catalogue, { round, unit: [reporter] }) : [];
    if (!job) throw new Error(`${id} has no workbook of ${reporter} for ${round}.`);
    return job;
  };
  const [together] = togetherJobs(plans, catalogue, { unit: ['VN12'], round: '2026' });
  if (!together) throw new Error('No plans share a workbook.');
  // Final figures that nobody can have yet on the day the report is due.
  const tooEarly = { vintage: 'final', due: '2013-01-31' } as const;
  const inTens = jobOf('lai-chau-2021', 'VN12.107', '2024');
  const asBefore = jobOf('thai-binh-2013', 'VN34.341', '2014');
  const pasted = jobOf('lai-chau-2021', 'VN12.111', '2022');
  const jobs: [WorkbookJob, number, number, Partial<Round>?, ReadonlyMap<string, RawCell>?][] = [
    [jobOf('quang-ngai-2021', 'VN51', '2023'), 7, 0.5],
    [jobOf('thai-binh-2013', 'VN34', '2015'), 11, 0.4],
    [jobOf('lai-chau-2012', 'VN12', '2012'), 3, 0.12, tooEarly],
    [jobOf('lai-chau-2021', 'VN12.106', '2024'), 5, 0.4],
    [jobOf('lai-chau-2024', 'VN12.BHXH', '2026'), 23, 0.3],
    [jobOf('lai-chau-2021', 'VN12', '2023-S1'), 13, 0.4],
    // Sums from the start of the year beside the period.
    [jobOf('thai-binh-2013', 'VN34', '2014-Q3'), 17, 0.3, { cumulative: true }],
    [together, 19, 0.3],
    [inTens, 29, 0.1, {}, tenfold(inTens, catalogue)],
    [asBefore, 31, 0.1, {}, again(asBefore, catalogue)],
    [pasted, 37, 0.05, {}, fractions(pasted, catalogue)],
  ];
  return jobs.map(([job, seed, often, reporting, more]) => ({
    name: job.name,
    ...wrongWorkbook(job, catalogue, seed, often, reporting, more),
  }));
}

/** A cell of the round in place of another, by `indicator|stratum|period`; by the cell's figures of both years. */
function insteadOf(
  job: WorkbookJob,
  catalogue: Catalogue,
  of: (row: {
    key: string;
    indicator: Indicator;
    figure: (key: string, year: number) => unknown;
    round: number;
  }) => [string, RawCell][],
): Map<string, RawCell> {
  const { known, round, ...request } = sampleRequest(job, catalogue);
  const { entry, background } = placed({ known, round, ...request }).layout;
  const figure = (key: string, year: number) => known.figure(key, year);
  return new Map(
    [entry, background].flatMap(({ rows }) =>
      rows.flatMap((row) => {
        if (!('figure' in row)) return [];
        const { key, indicator } = row.figure;
        return of({ key, indicator, figure, round });
      }),
    ),
  );
}

/** The counts of the round tenfold, all but a few. */
function tenfold(job: WorkbookJob, catalogue: Catalogue): ReadonlyMap<string, RawCell> {
  let counts = 0;
  return insteadOf(job, catalogue, ({ key, indicator, figure, round }) => {
    const one = figure(key, round);
    if (indicator.measure !== 'count' || typeof one !== 'number') return [];
    counts += 1;
    return counts % 6 === 0 ? [] : [[`${key}|${round}`, 10 * one]];
  });
}

/** Last year's figures once more. */
function again(job: WorkbookJob, catalogue: Catalogue): ReadonlyMap<string, RawCell> {
  return insteadOf(job, catalogue, ({ key, figure, round }) => {
    const before = figure(key, round - 1);
    return typeof before === 'number' ? [[`${key}|${round}`, before]] : [];
  });
}

/** Shares as published, a hundredth of themselves; and a whole of a few far below a part of it. */
function fractions(job: WorkbookJob, catalogue: Catalogue): ReadonlyMap<string, RawCell> {
  const changes = insteadOf(job, catalogue, ({ key, indicator, figure, round }) => {
    const [, stratum] = key.split('|');
    const [over, under] = [indicator.numerator, indicator.denominator].map((one) => `${one}|${stratum}`);
    const part = Number(figure(over ?? '', round)) / Number(figure(under ?? '', round));
    return indicator.measure !== 'share' || !(part > 0)
      ? []
      : [
          [`${key}|${round}`, Number(part.toPrecision(4))],
          [`${over}|${round}`, null],
        ];
  });
  const [few, of] = ['sudden-hardship-people|_T', 'sudden-hardship-relieved|_T'];
  return new Map([...changes, [`${few}|2021`, 45], [`${few}|2022`, 2], [`${of}|2022`, 240]]);
}

/** A row of the sheet by column. */
export type Row = ReadonlyMap<number, unknown>;

/** Rows of the table: from its head on as long as they are numbered. */
export function listOf(facts: WorkbookFacts): Row[] {
  const rows = rowsOf(facts, sheetNames.check);
  const head = [...rows].find(([, row]) => row.get(COLUMN.number) === 'TT')?.[0] ?? 0;
  return Array.from({ length: LISTED }, (_, at) => rows.get(head + 1 + at) ?? new Map()).filter(
    (row) => typeof row.get(COLUMN.number) === 'number',
  );
}

export const isListed = ({ code }: CheckFinding) => code !== 'figure-missing';
export const countOf = (findings: readonly CheckFinding[], fits: (finding: CheckFinding) => boolean) =>
  findings.filter(fits).length;
export const isOpen = ({ severity, explanation }: CheckFinding) =>
  severity === 'warning' && explanation === null;
export const isExplained = ({ severity, explanation }: CheckFinding) =>
  severity === 'warning' && explanation !== null;

/** The number beside a text of the counts. */
export function countBeside(facts: WorkbookFacts, column: number, word: string, at: number): unknown {
  const row = [...rowsOf(facts, sheetNames.check).values()].find((one) => one.get(column) === word);
  return row?.get(at);
}
