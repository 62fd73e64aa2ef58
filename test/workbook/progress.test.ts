import { describe, expect, it } from 'vitest';
import { checkFigures } from '../../core/check/check-figures.ts';
import { sampleFigures } from '../../core/sample/sample.ts';
import { askedOf } from '../../core/workbook/asked.ts';
import { progressOf } from '../../core/workbook/form/progress.ts';
import { layOut } from '../../core/workbook/layout.ts';
import { typedFromKnown } from '../../core/workbook/sheets/check/lines.ts';
import { jobsOf, requestOf } from '../../generator/workbook/jobs.ts';
import { loadSeeds } from './seed-workbooks.ts';

const { catalogue, plans } = await loadSeeds();

describe.each(plans.map((plan) => [plan.file.id, plan] as const))('%s', (_, plan) => {
  it('leaves nothing to enter where the check finds nothing missing', () => {
    for (const job of jobsOf([plan], catalogue, {})) {
      const known = sampleFigures(job.plans, catalogue, job.unit.id, { gaps: false });
      const request = { ...requestOf(job, catalogue), known };
      const layout = layOut(request, askedOf(request));
      const missing = checkFigures(request, typedFromKnown(request, layout)).findings.filter(
        ({ code }) => code === 'figure-missing',
      );
      expect(missing, job.name).toEqual([]);
      for (const input of [layout.entry, layout.background]) {
        const { owed, done } = progressOf(request, input);
        expect(done, `${job.name}, ${input.sheet}`).toBe(owed);
      }
    }
  });
});
