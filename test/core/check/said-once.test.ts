import { describe, expect, it } from 'vitest';
import { allRules } from '../../../core/check/all-rules.ts';
import { checkReturnFigures } from '../../../core/check/check-return-figures.ts';
import { describeFinding } from '../../../core/check/describe.ts';
import { perOf } from '../../../core/catalogue/per.ts';
import type { RawCell } from '../../../core/rules/figure/cell.ts';
import type { WithEarlier } from '../../../core/rules/figure/earlier-cell.ts';
import type { CheckFinding } from '../../../core/rules/rule.ts';
import { askedColumns } from '../../../core/workbook/layout.ts';
import { placed } from '../../../core/workbook/placed.ts';
import { jobsOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { sampleRequest, typedFrom } from './sample-figures.ts';

const { catalogue, plans } = await loadSeeds();

/** A district's form of 2013 with last year's figures, and what is said once some of this year's are others. */
function formOf(planId: string, round: string) {
  const plan = plans.find(({ file: { id } }) => id === planId);
  const job = plan && jobsOf([plan], catalogue, { round }).find(({ unit }) => unit.level === 'district');
  if (!job) throw new Error('No form of a district.');
  const request = sampleRequest(job, catalogue);
  const where = placed(request);
  const rows = [where.layout.entry, where.layout.background].flatMap((input) =>
    input.rows.flatMap((row) => {
      if (!('figure' in row)) return [];
      const { key, indicator } = row.figure;
      return askedColumns(input, row.figure, request.reporting)
        .filter(({ ofRound }) => ofRound)
        .map(({ period, vintage }) => ({ key, indicator, id: `${key}|${period}|${vintage}` }));
    }),
  );
  const known = (key: string, year = request.round) => request.known.figure(key, year);
  const idOf = (indicator: string) => rows.find(({ key }) => key === `${indicator}|_T`)?.id ?? '';
  const said = (changes: Record<string, RawCell>, reasons: Record<string, string> = {}): CheckFinding[] => {
    const before = checkReturnFigures(where, typedFrom(request)).findings;
    const usual = new Set(before.map(({ code, key, period }) => `${code}|${key}|${period}`));
    return checkReturnFigures(where, typedFrom(request, changes, reasons)).findings.filter(
      ({ code, key, period }) => !usual.has(`${code}|${key}|${period}`) && code !== 'gap-to-explain',
    );
  };
  return { rows, known, idOf, said, year: request.round };
}

const wordsOf = (finding: CheckFinding | undefined) =>
  finding ? describeFinding(finding, 'vi', { catalogue, rules: allRules }).message : '';

describe('one cause of many figures is said once', () => {
  const { rows, known, said, year } = formOf('thai-binh-2013', '2014');

  it("last year's form typed again", () => {
    const again = Object.fromEntries(rows.map(({ key, id }) => [id, known(key, year - 1)] as const));
    const findings = said(again).filter(({ code }) => code.endsWith('unchanged'));
    expect(findings.map(({ code }) => code)).toEqual(['figure-form-unchanged']);
    expect(wordsOf(findings[0])).toMatch(/^(\d+) trong \1 số của biểu đúng bằng kỳ trước/u);
    const key = findings[0]?.key ?? '';
    const reason = 'Chưa có số mới, dùng tạm số năm trước';
    const [explained] = said(again, { [key]: reason }).filter(({ code }) => code === 'figure-form-unchanged');
    expect(explained?.explanation).toBe(reason);
  });

  it("a part of last year's form is still asked about figure by figure", () => {
    const again = Object.fromEntries(
      rows.slice(0, rows.length / 3).map(({ key, id }) => [id, known(key, year - 1)] as const),
    );
    const codes = new Set(said(again).map(({ code }) => code));
    expect(codes).toContain('figure-unchanged');
    expect(codes).not.toContain('figure-form-unchanged');
  });

  it('percentages pasted from cells in per cent', () => {
    const shares = rows.flatMap(({ key, indicator: { measure, numerator, denominator }, id }) => {
      const [stratum] = key.split('|').slice(1);
      const [over, under] = [`${numerator}|${stratum}`, `${denominator}|${stratum}`];
      const part = Number(known(over)) / Number(known(under));
      const counted = rows.find((one) => one.key === over);
      if (measure !== 'share' || !counted || !(part > 0)) return [];
      return [{ [id]: Number(part.toPrecision(4)), [counted.id]: null }];
    });
    const findings = said(Object.assign({}, ...shares) as Record<string, RawCell>);
    expect(findings.filter(({ code }) => code !== 'figure-missing').map(({ code }) => code)).toEqual([
      'figure-shares-as-fractions',
    ]);
    expect(wordsOf(findings[0])).toMatch(/có lẽ dán từ bảng có ô định dạng phần trăm/u);
    // One of them alone is a slip of its own.
    expect(said(shares[0] ?? {}).map(({ code }) => code)).toEqual(['figure-far-from-plan']);
  });
});

describe('one wrong count', () => {
  const { rows, known, idOf, said, year } = formOf('lai-chau-2012', '2013');
  const number = (indicator: string, of = year) => Number(known(`${indicator}|_T`, of));

  it('is named by the parts that lie above it', () => {
    const findings = said({ [idOf('population')]: Math.round(number('population') / 10) });
    const parts = findings.filter(({ severity }) => severity === 'error');
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(wordsOf(part)).toMatch(/Có lẽ chính "Dân số trung bình" \(ô .*\) sai/u);
    expect(
      findings.filter(({ key, code }) => key === 'population|_T' && code === 'figure-unit-slip'),
    ).toHaveLength(1);
  });

  it('is not, where the part slipped', () => {
    const findings = said({ [idOf('poor-households')]: 10 * number('households') });
    const [part] = findings.filter(({ severity }) => severity === 'error');
    expect(wordsOf(part)).toMatch(/lớn hơn mẫu số/u);
    expect(wordsOf(part)).not.toMatch(/Có lẽ chính/u);
  });

  it('is said at itself, and not at the rate that is computed from it', () => {
    const whole = number('households');
    const findings = said({ [idOf('poor-households')]: whole });
    expect(findings.map(({ key }) => key)).toEqual(['poor-households|_T']);
    expect(wordsOf(findings[0])).toMatch(
      /đúng bằng số của "Tổng số hộ gia đình" \(ô .*\): có lẽ chép nhầm dòng\.$/u,
    );
  });

  it('is one of a column in tens, however much the year moved it', () => {
    const tenfold = rows.flatMap(({ key, indicator, id }): [string, RawCell][] => {
      const figure = known(key, year - 1);
      return indicator.measure === 'count' && perOf(indicator) === null && typeof figure === 'number'
        ? [[id, 10 * figure]]
        : [];
    });
    const changes = Object.fromEntries(tenfold);
    const moved = idOf('new-jobs');
    changes[moved] = Math.round(1.5 * Number(changes[moved]));
    const codes = said(changes)
      .filter(({ severity }) => severity === 'warning')
      .map(({ code }) => code);
    expect(codes).toEqual(['figure-counts-multiplied']);
  });

  it('does not lay it on last year where most counts of people slipped alike', () => {
    const people = [
      'population',
      'households',
      'workers-15-plus',
      'children-under-1',
      'merit-people',
      'agencies',
    ];
    const findings = said(Object.fromEntries(people.map((one) => [idOf(one), 10 * number(one)])));
    const slips = findings.filter(({ code }) => code === 'figure-unit-slip');
    expect(slips.length).toBeGreaterThan(3);
    for (const { data } of slips) expect((data as WithEarlier).earlier?.isDoubted).toBe(false);
  });
});
