import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { KnownFigure } from '../../core/planner/known-figure.ts';
import type { Plan } from '../../core/plan/model.ts';
import { quoted } from '../../core/target/formula.ts';
import { verdicts } from '../../core/target/verdict.ts';
import { cellIndex, type WorkbookModel } from '../../core/sheet/model.ts';
import { COLUMN } from '../../core/template/sheets/summary/columns.ts';
import { SUM_COLUMN, VERDICT_NAMES } from '../../core/template/sheets/summary/counts.ts';
import { jobsOf, modelOf } from '../../generator/workbook/jobs.ts';
import { NO_FILES } from '../../generator/workbook/known.ts';
import { loadSeeds } from './seed-workbooks.ts';

const OPEN = 'Chưa kết luận';
const MET_COLUMN = COLUMN.domain + VERDICT_NAMES.indexOf('met');
const NOT_ASSIGNED_COLUMN = COLUMN.domain + VERDICT_NAMES.indexOf('notAssigned');

let catalogue: Catalogue;
let plans: Plan[] = [];
beforeAll(async () => {
  ({ catalogue, plans } = await loadSeeds());
});

function summaryOf(plan: string, round: string, unit: string, figures: KnownFigure[] = []) {
  const found = plans.find(({ file }) => file.id === plan);
  if (!found) throw new Error(`no plan ${plan}`);
  const files = { ...NO_FILES, figures };
  const [job] = jobsOf([found], catalogue, { round, unit: [unit], files });
  if (!job) throw new Error(`no workbook of ${unit}`);
  return summaryIn(modelOf(job, catalogue));
}

/** A row of the table of bullets, by the bullet's id. */
interface BulletRow {
  id: string;
  sum: number;
  met: number;
  notAssigned: number;
  whole: string;
  wholeFormula: string;
  counted: string;
}

/** The table of bullets, how many rows of the list are counted under one, and the sums of the table by domain. */
function summaryIn(model: WorkbookModel): {
  bullets: BulletRow[];
  counted: number;
  byDomain: Pick<BulletRow, 'sum' | 'notAssigned'>;
} {
  const sheet = model.sheets.find(({ name }) => name === 'Tổng hợp');
  if (!sheet) throw new Error('no summary');
  const cells = [...sheet.cells.values()];
  const title = cells.find(({ value }) => value === 'THEO TỪNG Ý CỦA KẾ HOẠCH');
  const at = (row: number, column: number) => sheet.cells.get(cellIndex(row, column));
  const bullets: BulletRow[] = [];
  for (let row = (title?.row ?? 0) + 2; at(row, COLUMN.name); row += 1) {
    bullets.push({
      id: String(at(row, COLUMN.name)?.value).split(':')[0] ?? '',
      sum: Number(at(row, SUM_COLUMN)?.result),
      met: Number(at(row, MET_COLUMN)?.result),
      notAssigned: Number(at(row, NOT_ASSIGNED_COLUMN)?.result),
      whole: String(at(row, SUM_COLUMN + 1)?.result),
      wholeFormula: String(at(row, SUM_COLUMN + 1)?.formula),
      counted: String(at(row, SUM_COLUMN + 2)?.value),
    });
  }
  const counted = cells.filter(
    ({ row, column, value }) => row > 1 && column === COLUMN.bullet && value !== '',
  );
  const sums = cells.find((one) => one.column === COLUMN.name && one.value === 'Cộng')?.row ?? 0;
  const [sum, notAssigned] = [SUM_COLUMN, NOT_ASSIGNED_COLUMN].map((column) =>
    Number(at(sums, column)?.result),
  );
  return { bullets, counted: counted.length, byDomain: { sum: sum ?? NaN, notAssigned: notAssigned ?? NaN } };
}

/** All households of the towns have piped water: the only one of the three waters that is followed to 2020. */
const PIPED: KnownFigure = {
  unit: 'VN34',
  indicator: 'urban-households-piped-water',
  stratum: null,
  period: '2020',
  vintage: 'final',
  value: 100,
  source: null,
};

describe('a bullet of the plan', () => {
  it('is not called met by the part of it that is still followed', () => {
    const waters = summaryOf('thai-binh-2013', '2020', 'VN34', [PIPED]).bullets.find(
      ({ id }) => id === 'II.1.2.1-8',
    );
    expect(waters).toMatchObject({ sum: 1, met: 1, counted: '1/3: 2 đã qua kỳ tính', whole: OPEN });
    // Nor when the officer's figures come in.
    expect(waters?.wholeFormula).not.toContain(quoted(verdicts.met.vi));
    expect(waters?.wholeFormula).toContain(quoted(verdicts.notMet.vi));
  });

  it('is judged by all its rows while all are followed', () => {
    const waters = summaryOf('thai-binh-2013', '2014', 'VN34').bullets.find(({ id }) => id === 'II.1.2.1-8');
    expect(waters).toMatchObject({ sum: 3, counted: '3/3', whole: OPEN });
    expect(waters?.wholeFormula).toContain(quoted(verdicts.met.vi));
  });

  it('stays in the table when its time is over, or has not come', () => {
    const stages = (round: string) =>
      summaryOf('lai-chau-2012', round, 'VN12').bullets.filter(({ id }) => /^II-20(?:15|20)-/u.test(id));
    const ids = stages('2014').map(({ id }) => id);
    expect(ids).toHaveLength(18);
    expect(ids).toEqual(stages('2020').map(({ id }) => id));
    // In the order of the document: all of the first stage before the second.
    expect(ids).toEqual([...ids].sort());
    expect(stages('2020').find(({ id }) => id === 'II-2015-4')).toMatchObject({
      sum: 0,
      counted: '0/3: 3 đã qua kỳ tính',
      whole: OPEN,
    });
    expect(stages('2014').find(({ id }) => id === 'II-2020-4')).toMatchObject({
      sum: 0,
      counted: '0/3: 3 chưa đến kỳ tính',
      whole: OPEN,
    });
  });

  it('says of which of its rows the time is over though nothing has taken their place', () => {
    const { bullets } = summaryOf('thai-binh-2013', '2016', 'VN34');
    const over = bullets.filter(({ counted }) => counted.includes('trong đó'));
    expect(over.map(({ sum, notAssigned, counted }) => ({ sum, notAssigned, counted }))).toEqual(
      over.map(({ sum, notAssigned }) => ({
        sum,
        notAssigned,
        counted: `${sum}/${sum}: trong đó ${notAssigned} đã qua kỳ tính`,
      })),
    );
    expect(over.reduce((sum, { notAssigned }) => sum + notAssigned, 0)).toBe(3);
  });

  it('is no whole in a workbook that has only some of its rows', () => {
    const { bullets } = summaryOf('lai-chau-2021', '2023', 'VN12.106');
    const poverty = bullets.find(({ id }) => id === 'II.2-a');
    expect(poverty).toMatchObject({ sum: 1, counted: '1/2: 1 không thuộc sổ này' });
    expect(poverty?.wholeFormula).not.toContain(quoted(verdicts.met.vi));
  });

  it('counts every row once, as the table by domain does', () => {
    for (const [plan, round, unit] of [
      ['thai-binh-2013', '2016', 'VN34'],
      ['thai-binh-2013', '2020', 'VN34'],
      ['lai-chau-2012', '2014', 'VN12'],
      ['lai-chau-2021', '2023', 'VN12.106'],
    ] as const) {
      const { bullets, counted, byDomain } = summaryOf(plan, round, unit);
      expect(counted, plan).toBeGreaterThan(10);
      const total = (of: 'sum' | 'notAssigned') => bullets.reduce((sum, one) => sum + one[of], 0);
      expect(total('sum'), plan).toBe(counted);
      expect({ sum: total('sum'), notAssigned: total('notAssigned') }, plan).toEqual(byDomain);
    }
  });
});
