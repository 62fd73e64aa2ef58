import { beforeAll, describe, expect, it } from 'vitest';
import { checkWorkbook } from '../../../core/check/check-workbook.ts';
import { sheetNames } from '../../../core/workbook/contract.ts';
import { readFacts } from '../../../formats/xlsx/facts.ts';
import {
  definitionFromSeeds,
  type InstalledSeeds,
} from '../../../generator/workbook/definition-from-seeds.ts';
import { jobsOf, makeWorkbook } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';

let seeds: InstalledSeeds;
beforeAll(async () => {
  seeds = await loadSeeds();
});

describe('rules that are judged by keys', () => {
  it('say nothing wrong of a workbook whose unit was assigned values, once its definition is lost', async () => {
    const plan = seeds.plans.find(({ file }) => file.id === 'lai-chau-2021');
    const files = {
      assignments: [
        {
          unit: 'VN12.106',
          indicator: 'new-jobs',
          stratum: null,
          year: 2022,
          comparator: 'equal' as const,
          value: 1000,
          decision: '1841/QĐ-UBND',
          decisionDate: '2021-12-20',
          validFrom: '2022-01-01',
          supersedes: null,
          note: null,
        },
      ],
      baselines: [],
      figures: [
        {
          unit: 'VN12.106',
          indicator: 'households',
          stratum: null,
          period: '2021',
          vintage: 'final' as const,
          value: 11_940,
          source: 'Niên giám',
        },
      ],
    };
    const [job] = plan ? jobsOf([plan], seeds.catalogue, { round: '2022', unit: ['VN12.106'], files }) : [];
    if (!job) throw new Error('There is no such workbook.');
    const facts = await readFacts(await makeWorkbook(job, seeds.catalogue));
    const lost = { ...facts, sheets: facts.sheets.filter(({ name }) => name !== sheetNames.meta) };
    const { report } = checkWorkbook(lost, { definitionOf: (found) => definitionFromSeeds(seeds, found) });
    const codes = new Set(report.findings.map(({ code }) => code));
    expect([...codes].sort()).toEqual(['definition-missing', 'figure-missing']);
    const count = (code: string) => report.rules.find((rule) => rule.code === code);
    expect(count('figure-in-two-places')?.passed).toBeGreaterThan(0);
    expect(count('formula-altered')).toMatchObject({ passed: 0, 'not-evaluable': 1 });
  });
});
