import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { typedFromRows } from '../../core/check/typed-from-rows.ts';
import type { CsvReturn } from '../../core/exchange/read-tables.ts';
import type { Vintage } from '../../core/observation/vintage.ts';
import type { Plan } from '../../core/plan/model.ts';
import { checkedFigures } from '../../core/rules/figure/checked-figures.ts';
import { contentOf, entriesOf } from '../../core/store/entry.ts';
import { figuresOf } from '../../core/exchange/from-workbook.ts';
import { placed } from '../../core/workbook/placed.ts';
import { jobsOf, modelOf, requestOf } from '../../generator/workbook/jobs.ts';
import { NO_FILES } from '../../generator/workbook/known.ts';
import { typeInto } from '../generator/commands/filled-workbooks.ts';
import { readReturned } from '../../core/returned/read.ts';
import { sheetsOf } from './model-cells.ts';
import { loadSeeds } from './seed-workbooks.ts';

const KEY = 'new-jobs|_T';
let catalogue: Catalogue;
let plan: Plan;

beforeAll(async () => {
  const seeds = await loadSeeds();
  ({ catalogue } = seeds);
  plan = seeds.plans.find(({ file }) => file.id === 'lai-chau-2021') ?? plan;
});

/** The workbook of a district in 2023 that comes with last year's figure. */
function workbook(vintage: Vintage) {
  const row = { unit: 'VN12.106', indicator: 'new-jobs', stratum: null, vintage, value: 812 };
  const figures = ['2022', '2023'].map((period) => ({
    ...row,
    period,
    source: 'Ước thực hiện: báo cáo năm 2022',
  }));
  const [job] = jobsOf([plan], catalogue, {
    round: '2023',
    unit: ['VN12.106'],
    files: { ...NO_FILES, figures },
  });
  if (!job) throw new Error('no job');
  return { job, request: requestOf(job, catalogue), model: modelOf(job, catalogue) };
}

const lastYear = (model: ReturnType<typeof workbook>['model']) => {
  const { value: returned } = readReturned(sheetsOf(model));
  if (!returned) throw new Error('not read');
  return {
    returned,
    of: returned.observations.filter(
      ({ indicator, period }) => indicator === 'new-jobs' && period === '2022',
    ),
  };
};

describe("last year's estimate in this year's workbook", () => {
  it('comes back as an estimate with its source, though its column says final', () => {
    expect(lastYear(workbook('estimate').model).of).toMatchObject([
      { figure: 812, vintage: 'estimate', source: 'Ước thực hiện: báo cáo năm 2022' },
    ]);
    expect(lastYear(workbook('final').model).of).toMatchObject([{ figure: 812, vintage: 'final' }]);
  });

  it.each(['estimate', 'final'] as const)(
    'is final when somebody has changed it, with a reason (%s)',
    (vintage) => {
      const { job, model, request } = workbook(vintage);
      typeInto({ job, model }, KEY, ['2022', 'final', 'value'], 845);
      expect(lastYear(model).of).toMatchObject([{ figure: 845, vintage: 'final' }]);
      const { asked, layout } = placed(request);
      const cells = checkedFigures(request, asked, layout).filter(({ context }) => context.key === KEY);
      expect(cells.find(({ context }) => context.period === '2022')?.context.given?.figure).toBe(812);
    },
  );

  it('is not filled in for the round itself, where it would pass for what the round asks for', () => {
    const { request } = workbook('estimate');
    expect(request.known.figure(KEY, '2023')).toBeNull();
    expect(request.known.figure(KEY, '2022')).toBe(812);
  });

  it('keeps its source in the store, and says the same as the CSV file of it', () => {
    const { returned } = lastYear(workbook('estimate').model);
    const entries = entriesOf(figuresOf(returned), new Map());
    const own = entries.filter(({ indicator, period }) => indicator === 'new-jobs' && period === '2022');
    expect(own).toMatchObject([{ vintage: 'estimate', source: 'Ước thực hiện: báo cáo năm 2022' }]);
    expect(contentOf(own)).toBe(contentOf(own.map((entry) => ({ ...entry, source: null }))));
  });

  it('stands in its cell when it comes in a CSV file', () => {
    const { request } = workbook('estimate');
    const { returned, of } = lastYear(workbook('estimate').model);
    const rows = { ...figuresOf(returned), places: new Map(), leftOut: new Set() } as unknown as CsvReturn;
    const typed = typedFromRows({ ...rows, observations: of }, placed(request));
    expect(typed.cells.get(`${KEY}|2022|final`)?.raw).toBe(812);
  });
});
