import { describe, expect, it } from 'vitest';
import type { Figure } from '../../core/observation/figure.ts';
import { cellIndex, type CellModel, type WorkbookModel } from '../../core/sheet/model.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { figures, made } from './plan-column-workbooks.ts';

/** What an officer signs reads as the target is judged. */

function under(model: WorkbookModel, head: string, key: string): CellModel | undefined {
  const sheet = model.sheets.find(({ name }) => name === sheetNames.entry);
  const cells = [...(sheet?.cells.values() ?? [])];
  const row = cells.find(({ column, value }) => column === 1 && value === key)?.row;
  const column = cells.find(
    ({ style, value }) => style === 'header' && String(value).startsWith(head),
  )?.column;
  return row && column ? sheet?.cells.get(cellIndex(row, column)) : undefined;
}

function wordOf(model: WorkbookModel, seriesKey: string): unknown {
  const sheet = model.sheets.find(({ name }) => name === sheetNames.summary);
  const cells = [...(sheet?.cells.values() ?? [])];
  const row = cells.find(({ column, value }) => column === 1 && value === seriesKey)?.row;
  return cells.find((cell) => cell.row === row && cell.style === 'verdict')?.result;
}

const SHARE = 'merit-people-local-living-standard';
const lived = (part: number, whole: number) =>
  made('lai-chau-2012', '2015', 'VN12', figures({ [`${SHARE}|_T`]: [['2015', (part / whole) * 100]] })).model;

describe('a figure that is printed as its plan', () => {
  it('is met, and 100,0 % of it', () => {
    const model = lived(29_999, 30_000);
    expect(under(model, '% kế hoạch', `${SHARE}|_T`)?.result).toBe(100);
    expect(wordOf(model, `lai-chau-2012|${SHARE}|_T|maintain`)).toBe('Đạt');
  });

  it('is not met where it is printed below, and never 100,0 % of it', () => {
    const model = lived(29_990, 30_000);
    // 99,97 would be printed as 100,0.
    expect(under(model, '% kế hoạch', `${SHARE}|_T`)?.result).toBe(99.9);
    expect(wordOf(model, `lai-chau-2012|${SHARE}|_T|maintain`)).toBe('Chưa đạt');
  });
});

describe('a sum over several years', () => {
  const HOUSES = 'poor-households-housing-support|_T';
  const built: [string, NonNullable<Figure>][] = [
    ['2012', 1_000],
    ['2013', 1_500],
  ];

  it('is shown so far, with the end it runs towards and its years', () => {
    const { model } = made('lai-chau-2012', '2013', 'VN12', figures({ [HOUSES]: built }));
    expect(under(model, 'Kết quả', HOUSES)).toMatchObject({ result: 2_500, format: '"Σ "#,##0' });
    expect(under(model, 'Kế hoạch năm', HOUSES)).toMatchObject({
      result: 5_000,
      format: '"> "#,##0" (2012–2015)"',
    });
    expect(under(model, '% kế hoạch', HOUSES)?.result).toBe(50);
  });
});

describe('two plans on one form', () => {
  const PLANS = ['lai-chau-2021', 'lai-chau-2024'];
  const PENSIONS = 'pension-coverage|_T';

  it('shows what each asks for, first the one that asks for more, which percent is taken of', () => {
    const { model } = made(PLANS, '2030', 'VN12', figures({ [PENSIONS]: [['2030', 18.5]] }));
    expect(under(model, 'Kế hoạch năm', PENSIONS)?.result).toBe(
      '19,00 (KH 2024–2030); ≈ 18,50 (KH 2021–2030)',
    );
    expect(under(model, '% kế hoạch', PENSIONS)?.result).toBeCloseTo((18.5 / 19) * 100, 9);
  });
});
