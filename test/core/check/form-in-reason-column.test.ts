import { expect, it } from 'vitest';
import { checkReturnFigures } from '../../../core/check/check-return-figures.ts';
import { placed } from '../../../core/workbook/placed.ts';
import type { WorkbookRequest } from '../../../core/workbook/request.ts';
import { jobsOf, requestOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { typedFrom } from './sample-figures.ts';

const { catalogue, plans } = await loadSeeds();
const KEYS = ['poverty-rate|_T', 'new-jobs|_T', 'vocational-training-persons|_T', 'radio-coverage|_T'];

/** What is said of a form of 2022 with these texts in its reason column, and figures where `isTyped` says so. */
function saidOf(texts: readonly string[], isTyped: (period: string) => boolean) {
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
  const [job] = plan ? jobsOf([plan], catalogue, { round: '2022' }) : [];
  if (!job) throw new Error('no workbook');
  const blank = requestOf(job, catalogue);
  const known = {
    ...blank.known,
    figure: (_: string, period: unknown) => (isTyped(String(period)) ? 50 : null),
  };
  const request: WorkbookRequest = { ...blank, known };
  const reasons = Object.fromEntries(texts.map((text, at) => [KEYS[at] ?? '', text]));
  const places = KEYS.map((key, at) => [key, { sheet: 'Nhập liệu', cell: `K${9 + at}` }] as const);
  const typed = { ...typedFrom(request, {}, reasons), reasonPlaces: new Map(places) };
  const { findings } = checkReturnFigures(placed(request), typed);
  return findings.filter(({ code }) => code.startsWith('form-in-'));
}

it("figures in the reason column are named once, and last year's own are not taken for them", () => {
  const said = saidOf(['18,5', '8.392', '7636', '88,53'], (period) => period === '2021');
  expect(said).toMatchObject([
    { code: 'form-in-reason-column', severity: 'error', data: { numbers: 4, blank: 4 } },
  ]);
});

it('reasons in words, one or two numbers, and numbers beside figures are not', () => {
  expect(saidOf(['Do mưa lũ', 'QĐ 12', 'QĐ 13', 'Tăng 3 %'], () => false)).toEqual([]);
  expect(saidOf(['12', '13'], () => false)).toEqual([]);
  expect(saidOf(['1', '2', '3', '4'], () => true)).toEqual([]);
});
