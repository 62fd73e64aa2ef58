import { describe, expect, it } from 'vitest';
import { checkReturnFigures } from '../../../core/check/check-return-figures.ts';
import type { FormCountsMultiplied } from '../../../core/check/form/rules/form-counts-multiplied.ts';
import { askedColumns } from '../../../core/workbook/layout.ts';
import { placed } from '../../../core/workbook/placed.ts';
import { jobsOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { sampleRequest, typedFrom } from './sample-figures.ts';

const { catalogue, plans } = await loadSeeds();

/** A commune's form of 2026 whose counts stood still since 2025, and what is said of it when some are multiplied. */
function formOfCommune() {
  const plan = plans.find(({ file: { id } }) => id === 'quang-ngai-2021');
  const jobs = plan ? jobsOf([plan], catalogue, { round: '2025' }) : [];
  const job = jobs.find(({ unit, reporter }) => unit.level === 'commune' && reporter.id === unit.id);
  if (!job) throw new Error('No form of a commune.');
  const sample = sampleRequest(job, catalogue);
  const { figure } = sample.known;
  const request = {
    ...sample,
    // The years are alike, and every count is large enough to double.
    known: {
      ...sample.known,
      figure: (key: string, of: number | string) => {
        const one = figure(key, Number(of) === sample.round - 1 ? sample.round : of);
        return typeof one === 'number' && Number.isInteger(one) ? one + 20 : one;
      },
    },
  };
  const where = placed(request);
  const counts = [where.layout.entry, where.layout.background].flatMap((input) =>
    input.rows.flatMap((row) => {
      if (!('figure' in row) || row.figure.indicator.measure !== 'count') return [];
      const { key, indicator } = row.figure;
      if (indicator.aggregation !== 'sum') return [];
      return askedColumns(input, row.figure, request.reporting)
        .filter(({ ofRound }) => ofRound)
        .map(({ period, vintage }) => ({ key, id: `${key}|${period}|${vintage}` }));
    }),
  );
  const said = (factor: number, part: number, reasons: Readonly<Record<string, string>> = {}) => {
    const changes = counts.slice(0, Math.round(part * counts.length)).flatMap(({ key, id }) => {
      const one = request.known.figure(key, request.round);
      return typeof one === 'number' ? [[id, Math.round(factor * one)] as const] : [];
    });
    return checkReturnFigures(where, typedFrom(request, Object.fromEntries(changes), reasons)).findings;
  };
  return { counts, said };
}

const OF_EACH = ['figure-jump', 'figure-digits-transposed', 'figure-neighbours-exchanged'];

describe('a form whose counts are all twice what they were', () => {
  const { counts, said } = formOfCommune();
  const whole = (findings: ReturnType<typeof said>) =>
    findings.filter(({ code }) => code === 'form-counts-multiplied');

  it('is asked about once', () => {
    const findings = said(2, 1);
    const [one, ...more] = whole(findings);
    expect(more).toEqual([]);
    const data = one?.data as FormCountsMultiplied;
    expect(data.factor).toBeCloseTo(2, 1);
    expect(data.figures).toBeGreaterThan(counts.length / 2);
    expect(one?.place.cell).toBeTruthy();
    const keys = new Set(counts.map(({ key }) => key));
    expect(findings.filter(({ code, key }) => OF_EACH.includes(code) && keys.has(key ?? ''))).toEqual([]);
  });

  it('is explained by one reason', () => {
    const [one] = whole(said(2, 1));
    const reason = 'Sáp nhập hai xã từ 01/7/2025';
    const [explained] = whole(said(2, 1, { [one?.key ?? '']: reason }));
    expect(explained?.explanation).toBe(reason);
  });

  it.each([
    ['as they were', 1, 1],
    ['typed in thousands', 0.001, 1],
    ['doubled in part', 2, 0.4],
  ])('is not, where counts are %s', (_, factor, part) => {
    expect(whole(said(factor, part))).toEqual([]);
  });
});
