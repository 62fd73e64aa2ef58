import { describe, expect, it } from 'vitest';
import { checkReturnFigures } from '../../../core/check/check-return-figures.ts';
import type { CountsMultiplied } from '../../../core/rules/figure/rules/figure-counts-multiplied.ts';
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
        .filter(({ ofRound, period }) => ofRound || period === String(request.round - 1))
        .map(({ period, vintage }) => ({ key, period: Number(period), id: `${key}|${period}|${vintage}` }));
    }),
  );
  const { round } = request;
  const said = (
    factor: number,
    part: number,
    reasons: Readonly<Record<string, string>> = {},
    year: number = round,
    odd: readonly [id: string, times: number] | null = null,
  ) => {
    const ofYear = counts.filter(({ period }) => period === year);
    const changes = ofYear.slice(0, Math.round(part * ofYear.length)).flatMap(({ key, id }) => {
      const one = request.known.figure(key, year);
      const times = odd?.[0] === id ? odd[1] : factor;
      return typeof one === 'number' ? [[id, Math.round(times * one)] as const] : [];
    });
    return checkReturnFigures(where, typedFrom(request, Object.fromEntries(changes), reasons)).findings;
  };
  return { counts: counts.filter(({ period }) => period === round), said, round };
}

const OF_EACH = [
  'figure-unit-slip',
  'figure-cumulative-falls',
  'figure-jump',
  'figure-digits-transposed',
  'figure-neighbours-exchanged',
];

describe('a form whose counts are all the same multiple of what they were', () => {
  const { counts, said, round } = formOfCommune();
  const whole = (findings: ReturnType<typeof said>) =>
    findings.filter(({ code }) => code === 'figure-counts-multiplied');

  it('is asked about once', () => {
    const findings = said(2, 1);
    const [one, ...more] = whole(findings);
    expect(more).toEqual([]);
    const data = one?.data as CountsMultiplied;
    expect(data.factor).toBeCloseTo(2, 1);
    expect(data.figures).toBeGreaterThan(counts.length / 2);
    expect(one?.place.cell).toBeTruthy();
    const keys = new Set(counts.map(({ key }) => key));
    expect(findings.filter(({ code, key }) => OF_EACH.includes(code) && keys.has(key ?? ''))).toEqual([]);
  });

  it.each([
    ['tenfold', 10, round],
    ['a thousand times', 1000, round],
    ['tenfold last year', 10, round - 1],
    ['a tenth last year', 0.1, round - 1],
  ])('is asked about once where they are %s', (_, factor, year) => {
    const findings = said(factor, 1, {}, year);
    const [one, ...more] = whole(findings);
    expect(more).toEqual([]);
    const expected = year === round ? factor : 1 / factor;
    expect(Math.log10((one?.data as CountsMultiplied).factor / expected)).toBeCloseTo(0, 0);
    const keys = new Set(counts.map(({ key }) => key));
    expect(findings.filter(({ code, key }) => OF_EACH.includes(code) && keys.has(key ?? ''))).toEqual([]);
  });

  const ALONE = ['figure-apart-from-multiple', 'figure-unit-slip', 'figure-jump'];
  it.each([
    ['that stands as in any year is', 1.02, true],
    ['that slipped beyond what a year moves is', 5.5, true],
    ['that moved by itself by less is not', 14, false],
  ])('a count %s asked about by itself, whatever explains the form', (_, times, isAsked) => {
    const odd = counts[2];
    const form = whole(said(10, 1))[0]?.key ?? '';
    const reasons = { [form]: 'Năm trước nhập theo chục' };
    const found = said(10, 1, reasons, round, [odd?.id ?? '', times]);
    const own = found.filter(({ key, code }) => key === odd?.key && ALONE.includes(code));
    expect(own).toHaveLength(isAsked ? 1 : 0);
    for (const one of own) expect(one.explanation).toBeNull();
  });

  it('names the column of last year where its counts speak of a unit as there is none', () => {
    const doubted = (factor: number) =>
      whole(said(factor, 1, {}, round - 1)).map(({ data }) => (data as CountsMultiplied).earlier?.isDoubted);
    expect(doubted(100)).toEqual([true]);
    expect(doubted(2)).toEqual([false]);
  });

  it('is explained by one reason', () => {
    const [one] = whole(said(2, 1));
    const reason = 'Sáp nhập hai xã từ 01/7/2025';
    const [explained] = whole(said(2, 1, { [one?.key ?? '']: reason }));
    expect(explained?.explanation).toBe(reason);
  });

  it.each([
    ['as they were', 1, 1],
    ['doubled in part', 2, 0.4],
  ])('is not, where counts are %s', (_, factor, part) => {
    expect(whole(said(factor, part))).toEqual([]);
  });
});
