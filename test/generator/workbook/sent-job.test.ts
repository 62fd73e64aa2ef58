import { expect, it } from 'vitest';
import type { KnownFigure } from '../../../core/planner/known-figure.ts';
import { columnsByCommune } from '../../../core/workbook/commune-layout.ts';
import { definitionOf } from '../../../core/workbook/definition.ts';
import { jobsOf, requestOf } from '../../../generator/workbook/jobs.ts';
import { NO_FILES } from '../../../generator/workbook/known.ts';
import { receivedJob, sender } from '../../../generator/workbook/sent-job.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

it('makes of every job what it would have made here, the table of communes of a body included', async () => {
  const { catalogue, plans: all } = await loadSeeds();
  const plan = all.find(({ file }) => file.id === 'lai-chau-2024');
  if (!plan) throw new Error('no plan');
  const blank = jobsOf([plan], catalogue, { round: '2026' });
  // A figure of the year before for each commune and each column of the tables of communes, and some of its own.
  const figures = blank.flatMap((job): KnownFigure[] => {
    const request = requestOf(job, catalogue);
    const { byCommune, reporting } = request;
    if (!byCommune) return [];
    const columns = columnsByCommune({ figures: byCommune.figures, catalogue: request.catalogue, reporting });
    return byCommune.units.flatMap(({ id }) =>
      columns.map(({ figure: { key }, before: period }, at) => {
        const [indicator = '', stratum = ''] = key.split('|');
        return {
          ...{ unit: id, indicator, stratum: stratum === '_T' ? null : stratum, period },
          ...{ vintage: 'final' as const, value: 10 + at, source: 'so.xlsx' },
        };
      }),
    );
  });
  expect(figures.length).toBeGreaterThan(100);
  const elsewhere = figures.slice(0, 1).map((one) => ({ ...one, unit: 'VN51.21548-2025' }));
  const given = { ...NO_FILES, figures: [...figures, ...elsewhere] };
  const jobs = jobsOf([plan], catalogue, { round: '2026', files: given });
  const { plans, sent } = sender(jobs);
  const there = structuredClone(plans);
  let ofCommunes = 0;
  for (const job of jobs) {
    const request = requestOf(receivedJob(structuredClone(sent(job)), there), catalogue);
    const here = requestOf(job, catalogue);
    expect(definitionOf(request)).toEqual(definitionOf(here));
    expect(request.byCommune?.before).toEqual(here.byCommune?.before);
    // Of a country's figures a body gets those of its own province.
    expect(sent(job).files.figures.some((one) => elsewhere.includes(one))).toBe(false);
    ofCommunes += request.byCommune?.before.length ?? 0;
  }
  expect(ofCommunes).toBeGreaterThan(100);
});
