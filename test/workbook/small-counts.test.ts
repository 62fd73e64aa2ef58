import { expect, it } from 'vitest';
import { checkOpened } from '../../core/check/check-workbook.ts';
import type { CheckFinding } from '../../core/rules/rule.ts';
import { openReturn } from '../../core/returned/open-return.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { jobsOf, modelOf } from '../../generator/workbook/jobs.ts';
import { factsOf } from '../core/check/structure/facts-of.ts';
import { keysOf, tableOf, typedInto } from './commune-table.ts';
import { loadSeeds } from './seed-workbooks.ts';

/**
 * Figures of communes as they are: a few of everything, the centre of the province many. Each list is gone through
 * again and again, at its own pace, so that the communes differ.
 */
const TABLES: Record<string, Record<string, readonly number[]>> = {
  SYT: {
    'hospital-beds|': [5, 10, 12, 15, 10, 30, 60],
    'doctors|': [1, 2, 5, 10, 3],
    'pharmacists|': [0, 1, 2, 1],
    'nurses|': [1, 12, 5, 10, 2, 20, 7, 15, 21],
  },
  SXD: {
    'social-housing-units|': [0, 1, 2, 0, 12, 5, 0],
    'housing-floor-area|': [18, 20.4, 22, 19.5, 24.1],
    'urban-centralised-water-users|': [2_250, 3_200, 2_050],
    'urban-population|': [2_400, 3_500, 2_200],
    'domestic-wastewater-treated|': [1, 2, 5, 10, 12, 1, 40],
    'domestic-wastewater|': [20, 50, 60, 100, 200, 50, 310],
  },
  SVHTTDL: {
    'ethnic-minority-communes|': [1],
    'ethnic-communes-in-culture|': [1, 0, 1],
    'ethnic-communes-receiving-radio|': [1, 1, 0, 1],
    'ethnic-communes-receiving-television|': [1, 1, 1, 0],
  },
};
const SLIPS = [
  'figure-unit-slip',
  'figure-digits-transposed',
  'figure-neighbours-exchanged',
  'figure-far-from-plan',
];

const seeds = await loadSeeds();

it.each(Object.entries(TABLES))('correct small counts of communes are no slips: %s', (body, lists) => {
  const plan = seeds.plans.find(({ file }) => file.id === 'lai-chau-2024');
  const [job] = plan ? jobsOf([plan], seeds.catalogue, { round: '2026', unit: [`VN12.${body}-2025`] }) : [];
  if (!job) throw new Error(body);
  const model = modelOf(job, seeds.catalogue);
  const communes = [...keysOf(tableOf(model)).rows.keys()];
  const typed = communes.map((id, at) => [
    id,
    Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, list[at % list.length]])),
  ]);
  const opened = openReturn(factsOf(typedInto(model, Object.fromEntries(typed) as never)));
  if (!opened.returned || !opened.issued) throw new Error('not read');
  const { returned, issued } = opened;
  const { report } = checkOpened({ ...opened, returned, issued }, { storedResults: 'not-judged' });
  const said = report.findings.filter(
    ({ place, code }) => place.sheet === sheetNames.communes && SLIPS.includes(code),
  );
  const shown = said.map(({ code, key, found }: CheckFinding) => `${code} ${key ?? ''} ${String(found)}`);
  expect(shown).toEqual([]);
});
