import { describe, expect, it } from 'vitest';
import { checkReturnFigures } from '../../../core/check/check-return-figures.ts';
import type { FormOfOtherSize } from '../../../core/check/form/rules/form-of-other-size.ts';
import { placed } from '../../../core/workbook/placed.ts';
import { jobsOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { sampleRequest, typedFrom } from './sample-figures.ts';

const { catalogue, plans } = await loadSeeds();

/** People of a unit of each level as its first form has them. */
const UNITS = {
  commune: ['quang-ngai-2021', '2025', 20_000],
  district: ['lai-chau-2021', '2021', 55_000],
} as const;

/** What is said of a first form whose counts are to the people of the unit as everywhere. */
function firstForm(level: keyof typeof UNITS) {
  const [id, round, people] = UNITS[level];
  const plan = plans.find(({ file }) => file.id === id);
  const jobs = plan ? jobsOf([plan], catalogue, { round }) : [];
  const job = jobs.find(({ unit, reporter }) => unit.level === level && reporter.id === unit.id);
  if (!job) throw new Error(`No form of a ${level}.`);
  const sample = sampleRequest(job, catalogue);
  return (factor: number, reasons: Readonly<Record<string, string>> = {}, slipped: string | null = null) => {
    const rows = placed(sample).asked.figures;
    const usual = (key: string) => {
      const usualTo = rows.find((row) => row.key === key)?.indicator.perThousand;
      const own = key === slipped ? factor / 1_000 : factor;
      return usualTo ? Math.round((own * people * Math.sqrt(usualTo[0] * usualTo[1])) / 1_000) : null;
    };
    const known = {
      ...sample.known,
      figure: (key: string, of: number | string) => (Number(of) === sample.round ? usual(key) : null),
      baseline: () => ({ year: null, value: null, source: null }),
    };
    const where = placed({ ...sample, known });
    return checkReturnFigures(where, typedFrom({ ...sample, known }, {}, reasons)).findings.filter(
      ({ code }) => code === 'form-of-other-size',
    );
  };
}

describe.each(Object.keys(UNITS) as (keyof typeof UNITS)[])('the first form of a %s', (level) => {
  const said = firstForm(level);

  it.each([10, 100, 0.1, 0.01])('times %d is asked about once, at a cell that takes a reason', (factor) => {
    const [one, ...more] = said(factor);
    expect(more).toEqual([]);
    expect(one?.place.cell).toBeTruthy();
    const { people } = one?.data as FormOfOtherSize;
    expect(people / (UNITS[level][2] * factor)).toBeGreaterThan(0.7);
    expect(people / (UNITS[level][2] * factor)).toBeLessThan(1.4);
    const reason = 'Đơn vị là huyện đảo, dân số đúng như vậy';
    expect(said(factor, { [one?.key ?? '']: reason })[0]?.explanation).toBe(reason);
  });

  it.each([1, 2, 0.5])('times %d may be another unit of its level', (factor) => {
    expect(said(factor)).toEqual([]);
  });
});

it('is asked about beside a count that is not asked about itself: one reason would close both', () => {
  const said = firstForm('district');
  const slipped = said(10)[0]?.key;
  expect(slipped).toBeTruthy();
  const [one] = said(10, {}, slipped);
  expect(one?.key).toBeTruthy();
  expect(one?.key).not.toBe(slipped);
});

it('a later form is held against the year before', () => {
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
  const jobs = plan ? jobsOf([plan], catalogue, { round: '2023' }) : [];
  const job = jobs.find(({ unit, reporter }) => unit.level === 'district' && reporter.id === unit.id);
  if (!job) throw new Error('No form of a district.');
  const sample = sampleRequest(job, catalogue);
  const { figure } = sample.known;
  const larger = (key: string, of: number | string) => {
    const one = figure(key, of);
    return typeof one === 'number' && Number.isInteger(one) ? 50 * one : one;
  };
  const request = { ...sample, known: { ...sample.known, figure: larger } };
  const { findings } = checkReturnFigures(placed(request), typedFrom(request));
  expect(findings.filter(({ code }) => code === 'form-of-other-size')).toEqual([]);
});
