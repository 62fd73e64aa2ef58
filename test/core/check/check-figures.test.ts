import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { allRules } from '../../../core/check/all-rules.ts';
import { checkFigures } from './figures-checked.ts';
import { describeFinding } from '../../../core/check/describe.ts';
import type { RawCell } from '../../../core/rules/figure/cell.ts';
import { valueRules } from '../../../core/rules/value-rules.ts';
import type { Plan } from '../../../core/plan/model.ts';
import type { Figure } from '../../../core/observation/figure.ts';
import type { WorkbookRequest } from '../../../core/workbook/request.ts';
import { jobsOf } from '../../../generator/workbook/jobs.ts';
import { loadSeeds } from '../../workbook/seed-workbooks.ts';
import { sampleRequest, typedFrom } from './sample-figures.ts';

let catalogue: Catalogue;
let plans: Plan[] = [];

beforeAll(async () => {
  ({ catalogue, plans } = await loadSeeds());
});

/** Requests of every reporter of a plan in a round, filled with sample figures. */
function requestsOf(plan: Plan, round: string): WorkbookRequest[] {
  return jobsOf([plan], catalogue, { sample: true, round }).map((job) => sampleRequest(job, catalogue));
}

/** The workbook of the province of the plan Lai Châu 2021 for 2022, with the figures given and no others. */
function laiChau(figures: Readonly<Record<string, Figure>>): WorkbookRequest {
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
  const [request] = plan ? requestsOf(plan, '2022') : [];
  if (!request) throw new Error('The plan lai-chau-2021 has no workbook for 2022.');
  return {
    ...request,
    known: {
      figure: (key, period) => figures[`${key}|${period}`] ?? null,
      source: () => null,
      baseline: () => ({ year: null, value: null, source: null }),
    },
  };
}

describe('sample workbooks', () => {
  it.each(['first', 'last', 'half'] as const)('have no errors in the %s round of any plan', (which) => {
    expect(plans).toHaveLength(5);
    for (const { file } of plans) {
      const plan = plans.find((one) => one.file.id === file.id);
      const rounds = {
        first: file.firstRound,
        last: String(file.period.to),
        half: `${file.period.to}-S1`,
      };
      for (const request of plan ? requestsOf(plan, rounds[which]) : []) {
        const { findings, rules } = checkFigures(request, typedFrom(request));
        const errors = findings.filter(({ severity }) => severity === 'error');
        expect(errors.map(({ code, key, period }) => `${request.unit.id} ${code} ${key} ${period}`)).toEqual(
          [],
        );
        expect(rules.map(({ code }) => code)).toEqual(valueRules.map(({ code }) => code));
        expect(rules.reduce((sum, { passed }) => sum + passed, 0)).toBeGreaterThan(0);
      }
    }
  });
});

describe('checkFigures', () => {
  const POOR = 'poor-households|_T';
  const HOUSEHOLDS = 'households|_T';
  const RATE = 'poverty-rate|_T';
  const MERIT_POOR = 'poor-merit-households|_T';
  /** The cell of a row in the column of the year before. */
  const yearBefore = (request: WorkbookRequest, key: string) => {
    const cells = [...typedFrom(request).cells.keys()];
    return cells.find((id) => id.startsWith(`${key}|${request.round - 1}|`)) ?? key;
  };
  const known = {
    [`${POOR}|2021`]: 12_345,
    [`${HOUSEHOLDS}|2021`]: 100_231,
    [`${POOR}|2022`]: 11_345,
    [`${HOUSEHOLDS}|2022`]: 101_231,
  };

  /** Codes found at keys of poverty once some cells are changed. */
  function poverty(changes: Record<string, RawCell>, reasons: Record<string, string> = {}) {
    const request = laiChau(known);
    const { findings } = checkFigures(request, typedFrom(request, changes, reasons));
    return findings.filter(({ key }) => [POOR, HOUSEHOLDS, RATE].includes(key ?? ''));
  }
  const codes = (changes: Record<string, RawCell>) =>
    poverty(changes).map(({ code, key }) => `${code} ${key}`);
  const cell = (key: string, year = 2022) => `${key}|${year}|${year === 2022 ? 'preliminary' : 'final'}`;

  it('finds nothing wrong with plain figures', () => {
    expect(codes({})).toEqual([]);
  });

  it.each<[string, Record<string, RawCell>, string[]]>([
    ['a number as text', { [cell(POOR)]: '11.345' }, [`figure-number-as-text ${POOR}`]],
    ['the same last year', { [cell(POOR, 2021)]: '12.345' }, [`figure-number-as-text ${POOR}`]],
    ['more poor than all', { [cell(POOR)]: 111_345 }, [`figure-numerator-above-denominator ${POOR}`]],
    ['poor households in thousands', { [cell(POOR)]: 11 }, [`figure-unit-slip ${POOR}`]],
    ['nothing at all', { [cell(POOR)]: null }, [`figure-missing ${RATE}`]],
    ['no denominator', { [cell(HOUSEHOLDS)]: null }, [`figure-missing ${HOUSEHOLDS}`]],
    ['a sign', { [cell(POOR)]: '...' }, [`figure-sign-without-reason ${POOR}`]],
    ['another rate', { [cell(RATE)]: 45.1 }, [`figure-rate-differs ${RATE}`]],
    ['last year again', { [cell(POOR)]: 12_345 }, [`figure-unchanged ${POOR}`]],
  ])('finds %s, once', (_name, changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });

  describe('of a wrong figure of the year before', () => {
    const said = (changes: Record<string, RawCell>) =>
      poverty(changes).map((finding) => ({
        ...{ code: finding.code, key: finding.key, period: finding.period },
        ...describeFinding(finding, 'vi', { catalogue, rules: allRules }),
      }));
    /** The cells of last year, as messages name them. */
    const addressOf = (key: string) => {
      const place = typedFrom(laiChau(known)).cells.get(cell(key, 2021))?.place;
      return `${place?.sheet}!${place?.cell}`;
    };

    it('names the cell of that year and says that it is probably the wrong one', () => {
      const found = said({ [cell(POOR, 2021)]: 111_345 });
      const warning = found.find(({ period }) => period === '2022');
      expect(found.filter((one) => one !== warning)).toMatchObject([
        { code: 'figure-numerator-above-denominator', key: POOR, period: '2021' },
      ]);
      expect(warning).toMatchObject({ code: 'figure-unit-slip', key: POOR, period: '2022' });
      expect(warning?.message).toContain(`Số kỳ trước (ô ${addressOf(POOR)}) không hợp`);
      expect(warning?.expected).not.toContain('có lẽ');
    });

    it('does the same of a whole below its part', () => {
      const found = said({ [cell(HOUSEHOLDS, 2021)]: 10_023 });
      const slip = found.find(({ code }) => code === 'figure-unit-slip');
      expect(slip).toMatchObject({ key: HOUSEHOLDS, period: '2022' });
      expect(slip?.message).toContain(`Số kỳ trước (ô ${addressOf(HOUSEHOLDS)}) không hợp`);
    });

    it('leaves open which of two years is wrong where nothing tells, and names both cells', () => {
      const found = said({ [cell(POOR, 2021)]: 25_000 });
      expect(found).toMatchObject([{ code: 'figure-jump', key: POOR, period: '2022' }]);
      expect(found[0]?.message).toContain(
        `Một trong hai số có thể sai: xem cả số kỳ trước (ô ${addressOf(POOR)}).`,
      );
    });
  });

  it('takes the reason of the row for a warning, never for an error', () => {
    const reasons = { [POOR]: ' đổi chuẩn nghèo ' };
    const [warning] = poverty({ [cell(POOR)]: 11 }, reasons);
    expect(warning).toMatchObject({ severity: 'warning', explanation: 'đổi chuẩn nghèo' });
    const [error] = poverty({ [cell(POOR)]: '11.345' }, reasons);
    expect(error).toMatchObject({ severity: 'error', explanation: null });
    expect(poverty({ [cell(POOR)]: '...' }, reasons)).toEqual([]);
    expect(poverty({ [cell(POOR)]: 11 }, { [POOR]: '   ' })[0]?.explanation).toBeNull();
  });

  it('points at the cell that is wrong', () => {
    const [missing] = poverty({ [cell(HOUSEHOLDS)]: null });
    expect(missing?.place.sheet).toBe('Số liệu nền');
    const [text] = poverty({ [cell(POOR)]: { error: '#REF!' } });
    expect(text).toMatchObject({ key: POOR, period: '2022', found: '#REF!', place: { sheet: 'Nhập liệu' } });
  });

  it('judges no cell that was not found', () => {
    const request = laiChau(known);
    const typed = typedFrom(request);
    const cells = new Map([...typed.cells].filter(([id]) => !id.startsWith(POOR) && !id.startsWith(RATE)));
    const { findings, rules } = checkFigures(request, { ...typed, cells });
    expect(findings.filter(({ key }) => key === POOR || key === RATE)).toEqual([]);
    const whole = checkFigures(request, typed).rules;
    const unknown = (counts: typeof rules) => counts.reduce((sum, count) => sum + count['not-evaluable'], 0);
    expect(unknown(rules)).toBeGreaterThan(unknown(whole));
  });

  it('compares parts with their wholes and strata with the whole count', () => {
    const clean = 'rural-clean-water-users|_T';
    const hygienic = 'rural-hygienic-water-users|_T';
    const together = plans
      .flatMap((plan) => requestsOf(plan, plan.file.firstRound))
      .find((request) => {
        const { cells } = typedFrom(request);
        return [clean, hygienic].every((key) => [...cells.keys()].some((id) => id.startsWith(key)));
      });
    if (!together) throw new Error('No plan asks for both.');
    const { round, reporting } = together;
    const id = (key: string) => `${key}|${round}|${reporting.vintage}`;
    const typed = typedFrom(together, { [id(clean)]: 5_001, [id(hygienic)]: 5_000 });
    const found = checkFigures(together, typed).findings.filter(({ key }) => key === clean);
    expect(found.map(({ code }) => code)).toContain('figure-part-above-whole');
  });

  it.each([
    ['poor households', POOR, { [POOR]: 21_000, [HOUSEHOLDS]: 20_000 }, 'figure-numerator-above-denominator'],
    ['poor households', POOR, { [POOR]: 4_000, [HOUSEHOLDS]: 2_000 }, 'figure-numerator-above-denominator'],
    ['merit people', MERIT_POOR, { [MERIT_POOR]: 5_000, [POOR]: 4_000 }, 'figure-part-above-whole'],
  ])('finds a part above its whole in the year before, too: %s', (_name, key, figures, code) => {
    const [request, round] = [laiChau(known), 2022];
    const changes = Object.fromEntries(
      Object.entries(figures).map(([of, value]) => [yearBefore(request, of), value]),
    );
    const found = checkFigures(request, typedFrom(request, changes)).findings.filter(
      (one) => one.code === code && one.key === key,
    );
    expect(found).toMatchObject([{ severity: 'error', period: String(round - 1) }]);
    expect(found[0]?.place.cell).toBeTruthy();
    const clean = checkFigures(request, typedFrom(request)).findings;
    expect(clean.filter((one) => one.code === code && one.period === String(round - 1))).toEqual([]);
  });

  it('asks for a reason where a target is clearly missed', () => {
    // To be held at 100 %.
    const rate = 'merit-people-local-living-standard|_T';
    const request = laiChau({ 'merit-people-local-standard|_T|2022': 600, 'merit-people|_T|2022': 1_000 });
    const { findings } = checkFigures(request, typedFrom(request, {}, { [rate]: 'thiên tai' }));
    expect(findings.filter(({ code }) => code === 'gap-to-explain')).toMatchObject([
      {
        key: `lai-chau-2021|${rate}|maintain`,
        period: '2022',
        severity: 'warning',
        explanation: 'thiên tai',
        data: { behind: 40, share: 0.4 },
      },
    ]);
  });
});

describe('describeFinding', () => {
  const describeOf = (raw: RawCell, language: 'vi' | 'en') => {
    const request = laiChau({});
    const { findings } = checkFigures(
      request,
      typedFrom(request, { 'poor-households|_T|2022|preliminary': raw }),
    );
    const finding = findings.find(({ key }) => key === 'poor-households|_T');
    if (!finding) throw new Error('expected a finding');
    return describeFinding(finding, language, { catalogue, rules: valueRules });
  };

  it('writes a year without groups of digits', () => {
    const finding = {
      ...{
        code: 'baseline-impossible',
        severity: 'error' as const,
        place: {},
        key: null,
        period: null,
        explanation: null,
      },
      data: { name: 'x', at: 'year', found: 2044, unit: '', why: 'year', low: 1990, high: 2023 },
      found: 2044,
    };
    const said = describeFinding(finding, 'vi', { catalogue, rules: allRules });
    expect(said.found).toBe('2044');
  });

  it('says everything in Vietnamese', () => {
    expect(describeOf(1_234.5, 'vi')).toMatchObject({
      severity: 'Lỗi',
      title: 'Số đếm không nguyên',
      label: 'Số hộ nghèo',
      period: '2022',
      found: '1.234,5',
      message: 'Ô ghi 1.234,5 hộ, số đếm phải là số nguyên.',
      expected: 'số nguyên',
      explanation: '',
    });
  });

  it('says everything in English', () => {
    const described = describeOf('1.234', 'en');
    expect(described).toMatchObject({ severity: 'Error', title: 'Number stored as text', found: '"1.234"' });
    expect(described.message).toBe('The cell holds "1.234" as text, which may be read as 1,234 or as 1.234.');
    expect(described.place).toMatch(/^Nhập liệu!/u);
  });

  it('does not describe a code that no rule has', () => {
    const finding = {
      code: 'stray',
      severity: 'note' as const,
      place: {},
      data: {},
      key: null,
      period: null,
      found: null,
      explanation: null,
    };
    expect(() => describeFinding(finding, 'vi', { catalogue, rules: valueRules })).toThrow('stray');
  });
});
