import { sampleFigures } from '../../core/workbook/sample/sample.ts';
import { askedOf } from '../../core/workbook/asked.ts';
import type { KnownFigures, WorkbookRequest } from '../../core/workbook/request.ts';
import { jobsOf, requestOf, type WorkbookJob } from '../../generator/workbook/jobs.ts';
import { loadSeeds } from './seed-workbooks.ts';

export const { catalogue, plans } = await loadSeeds();

/** Keys by their place in what is asked. */
export type Leave = (place: number, part: 'published' | 'numerator' | 'background') => boolean;

/** How far a workbook is filled in; those whose figure is left out stay blank. */
export const FILLINGS: Record<string, Leave> = {
  'nothing typed': () => true,
  'some figures typed': (place) => place % 3 === 0,
  'numerators without rates and shared counts': (_, part) => part !== 'numerator',
  'rates only': (_, part) => part !== 'published',
  'rates and numerators, every other shared count': (place, part) => part === 'background' && place % 2 === 0,
  'everything typed': () => false,
};

export function filled(job: WorkbookJob, leave: Leave): WorkbookRequest {
  const request = requestOf(job, catalogue);
  const sample = sampleFigures(job.plans, catalogue, job.unit, { gaps: false });
  const blank = new Set(
    askedOf(request)
      .figures.filter(({ part }, place) => leave(place, part))
      .map(({ key }) => key),
  );
  const known: KnownFigures = {
    ...sample,
    figure: (key, period) => (blank.has(key) ? null : sample.figure(key, period)),
  };
  return { ...request, known };
}

export function jobs(id: string, round: string): WorkbookJob[] {
  const plan = plans.find(({ file }) => file.id === id);
  if (!plan) throw new Error(`There is no plan ${id}.`);
  const all = jobsOf([plan], catalogue, { round: `${plan.file.firstRound.slice(0, 4)}${round}` });
  // The province, and a reporter that owes a part.
  return [...all.slice(0, 1), ...all.slice(-1)];
}
