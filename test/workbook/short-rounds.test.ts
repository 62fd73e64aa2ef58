import { describe, expect, it } from 'vitest';
import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../core/sheet/model.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { modelOf } from '../../generator/workbook/jobs.ts';
import type { KnownFigure } from '../../core/planner/known-figure.ts';
import { PERIOD, COUNTED, SURVEYED, job, seeds } from './short-round-jobs.ts';

function sheetOf(model: WorkbookModel, name: string = sheetNames.entry): SheetModel {
  const sheet = model.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

function columnOf(sheet: SheetModel, key: string): number {
  const cell = [...sheet.cells.values()].find(({ row, value }) => row === 1 && value === key);
  if (!cell) throw new Error(`${sheet.name} has no column ${key}`);
  return cell.column;
}

function rowOf(sheet: SheetModel, key: string): number {
  const cell = [...sheet.cells.values()].find(({ column, value }) => column === 1 && value === key);
  if (!cell) throw new Error(`${sheet.name} has no row ${key}`);
  return cell.row;
}

function cellAt(sheet: SheetModel, row: string, column: string): CellModel | undefined {
  return sheet.cells.get(cellIndex(rowOf(sheet, row), columnOf(sheet, column)));
}

function textAt(sheet: SheetModel, row: number, column: number): string {
  return String(sheet.cells.get(cellIndex(row, column))?.value);
}

describe('the form of six months', () => {
  it('has last year, the period and the year, in this order, and the years before beside the page', () => {
    const sheet = sheetOf(modelOf(job(PERIOD), seeds.catalogue));
    const keys = ['2023-S1|final|value', `${PERIOD}|preliminary|value`, '2024|estimate|value'];
    expect(keys.map((key) => columnOf(sheet, key))).toEqual([5, 6, 7]);
    expect(keys.map((key) => textAt(sheet, sheet.titleRows?.[0] ?? 0, columnOf(sheet, key)))).toEqual([
      'Cùng kỳ: 6 tháng đầu năm 2023',
      'Sơ bộ 6 tháng đầu năm 2024',
      'Ước thực hiện cả năm 2024',
    ]);
    const reason = columnOf(sheet, `${PERIOD}|preliminary|reason`);
    expect(sheet.printTo).toBe(reason);
    const earlier = ['2021', '2022', '2023'].map((year) => columnOf(sheet, `${year}|final|value`));
    for (const column of earlier) {
      expect(column).toBeGreaterThan(reason);
      expect(sheet.columns[column - 1]).toMatchObject({ outlined: true });
      expect(sheet.columns[column - 1]?.hidden).toBeUndefined();
    }
  });

  it('asks for the period only what is counted in it, and for the year everything', () => {
    const sheet = sheetOf(modelOf(job(PERIOD), seeds.catalogue));
    const styles = (row: string) =>
      ['2023-S1|final|value', `${PERIOD}|preliminary|value`, '2024|estimate|value'].map(
        (column) => cellAt(sheet, row, column)?.style,
      );
    expect(styles(COUNTED)).toEqual(['input', 'input', 'input']);
    expect(styles(SURVEYED)).toEqual(['notAsked', 'notAsked', 'input']);
  });

  it('asks quarters and the second half for what is counted in them too, and no more', () => {
    const asked = (period: string, indicator: string) => {
      const sheet = sheetOf(modelOf(job(period, [], 'VN12'), seeds.catalogue));
      return cellAt(sheet, `${indicator}|_T`, `${period}|preliminary|value`)?.style;
    };
    const cultural = seeds.catalogue.indicators.get('recognised-cultural-villages');
    expect(cultural?.source.frequency).toBe('year');
    expect(asked('2024-Q3', 'recognised-cultural-villages')).toBe('notAsked');
    expect(asked('2024-Q3', 'new-jobs')).toBe('input');
    expect(asked('2024-S2', 'new-jobs')).toBe('input');
  });

  it('says its period on every sheet and keeps the year as the number other sheets read', () => {
    const model = modelOf(job(PERIOD), seeds.catalogue);
    const cover = sheetOf(model, sheetNames.cover);
    expect(textAt(cover, 8, 2)).toBe('(Kỳ báo cáo: 6 tháng đầu năm 2024)');
    expect(cover.cells.get(cellIndex(12, 4))?.value).toBe(2024);
    for (const name of [sheetNames.entry, sheetNames.background, sheetNames.summary])
      expect(textAt(sheetOf(model, name), 3, 2)).toContain('kỳ báo cáo 6 tháng đầu năm 2024');
    const quarter = modelOf(job('2024-Q3'), seeds.catalogue);
    expect(textAt(sheetOf(quarter, sheetNames.cover), 8, 2)).toBe('(Kỳ báo cáo: quý III năm 2024)');
  });

  it('compares the period with the same of last year and the year with the plan', () => {
    const known = (period: string, value: number, vintage: KnownFigure['vintage']): KnownFigure => ({
      unit: 'VN12',
      indicator: 'voluntary-insurance-participants',
      stratum: null,
      period,
      vintage,
      value,
      source: null,
    });
    const figures = [
      known('2023-S1', 800, 'final'),
      known('2023', 1_000, 'final'),
      known(PERIOD, 1_000, 'preliminary'),
      known('2024', 1_500, 'estimate'),
    ];
    const sheet = sheetOf(modelOf(job(PERIOD, figures), seeds.catalogue));
    const cells = [...sheet.cells.values()].filter(({ row }) => row === rowOf(sheet, COUNTED));
    expect(cells.find(({ tag }) => tag === 'form.before')?.result).toBe(125);
    const yearly = sheetOf(modelOf(job('2024', figures), seeds.catalogue));
    // An estimate is less sure than the preliminary figures of a round after the year's end.
    expect(cellAt(yearly, COUNTED, '2024|preliminary|value')?.value).toBeUndefined();
  });

  it('owes a figure for the period and one for the year, each counted as it is entered', () => {
    const figure = (period: string, vintage: KnownFigure['vintage']): KnownFigure => ({
      unit: 'VN12',
      indicator: 'voluntary-insurance-participants',
      stratum: null,
      period,
      vintage,
      value: 700,
      source: null,
    });
    const left = (...figures: KnownFigure[]) => {
      const cover = sheetOf(modelOf(job(PERIOD, figures), seeds.catalogue), sheetNames.cover);
      const row = [...cover.cells.values()].find(({ value }) => value === sheetNames.entry)?.row ?? 0;
      return Number(cover.cells.get(cellIndex(row, 4))?.result);
    };
    const blank = left();
    expect(left(figure(PERIOD, 'preliminary'))).toBe(blank - 1);
    expect(left(figure('2024', 'estimate'))).toBe(blank - 1);
    expect(left(figure(PERIOD, 'preliminary'), figure('2024', 'estimate'))).toBe(blank - 2);
    // Last year's figures are not owed.
    expect(left(figure('2023-S1', 'final'), figure('2023', 'final'))).toBe(blank);
  });
});

describe('where known figures come from', () => {
  const known = (period: string, source: string | null): KnownFigure => ({
    unit: 'VN12',
    indicator: 'population',
    stratum: null,
    period,
    vintage: 'final',
    value: 480_000,
    source,
  });
  const population = 'population|_T';
  const written = (...figures: KnownFigure[]) => {
    const sheet = sheetOf(modelOf(job('2023', figures, 'VN12'), seeds.catalogue), sheetNames.background);
    const column = [...sheet.cells.values()].find(({ value }) => value === 'Nguồn số cấp sẵn')?.column ?? 0;
    return { sheet, source: sheet.cells.get(cellIndex(rowOf(sheet, population), column)) };
  };

  it('is told when the cell is selected, and stands in a locked column of its own', () => {
    const { sheet, source } = written(known('2023', 'Niên giám thống kê 2023'));
    const cell = cellAt(sheet, population, '2023|preliminary|value');
    expect(cell?.validation?.prompt).toMatch(/^Số cấp sẵn: nguồn Niên giám thống kê 2023\. Nhập số/u);
    expect(cell?.validation?.prompt.length).toBeLessThanOrEqual(255);
    expect(source).toMatchObject({ value: 'Niên giám thống kê 2023', style: 'small' });
    expect(source?.column).toBe(sheet.printTo);
    // What stands in the officer's own columns is the officer's.
    expect(cellAt(sheet, population, '2023|preliminary|reason')?.value).toBeUndefined();
  });

  it('is said by period where it differs, and not at all where nobody said it', () => {
    expect(written(known('2022', 'Niên giám 2022'), known('2023', 'Niên giám 2023')).source?.value).toBe(
      '2022: Niên giám 2022; 2023: Niên giám 2023',
    );
    expect(written(known('2022', 'Niên giám'), known('2023', 'Niên giám')).source?.value).toBe('Niên giám');
    const { sheet, source } = written(known('2023', null));
    expect(source?.value).toBeUndefined();
    expect(cellAt(sheet, population, '2023|preliminary|value')?.validation?.prompt).toMatch(/^Nhập số/u);
  });

  it('of a long name is cut so that what the cell takes is still said', () => {
    const { sheet } = written(known('2023', 'Báo cáo '.repeat(60)));
    const prompt = cellAt(sheet, population, '2023|preliminary|value')?.validation?.prompt ?? '';
    expect(prompt.length).toBeLessThanOrEqual(255);
    expect(prompt).toContain('"x" không áp dụng');
  });
});
