import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../core/sheet/model.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import { checksum, checksumPart } from '../../core/template/form/checksum.ts';
import { readReturned } from '../../core/returned/read.ts';
import { readWorkbook } from '../../formats/xlsx/read.ts';
import { jobsOf, modelOf, type WorkbookJob } from '../../generator/workbook/jobs.ts';
import { NO_FILES } from '../../generator/workbook/known.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import type { KnownFigure } from '../../core/planner/known-figure.ts';
import { describeWithEngine } from '../engines/availability.ts';
import * as libreoffice from '../engines/libreoffice.ts';
import { loadSeeds } from './seed-workbooks.ts';

/** The six months of Bảo hiểm xã hội: participants are counted monthly, satisfaction by a yearly survey. */
const REPORTER = 'VN12.BHXH';
const PERIOD = '2024-S1';
const COUNTED = 'voluntary-insurance-participants|_T';
const SURVEYED = 'insurance-satisfaction-index|_T';

let folder = '';
let seeds: Awaited<ReturnType<typeof loadSeeds>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-short-'));
  seeds = await loadSeeds();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function job(round: string, figures: KnownFigure[] = [], reporter = REPORTER): WorkbookJob {
  const plan = seeds.plans.find(({ file }) => file.id === 'lai-chau-2021');
  if (!plan) throw new Error('no plan');
  const [made] = jobsOf([plan], seeds.catalogue, {
    round,
    unit: [reporter],
    files: { ...NO_FILES, figures },
  });
  if (!made) throw new Error('no job');
  return made;
}

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

/** Types into every figure cell of the round that is open, as an officer would in another program. */
async function fillRound(path: string): Promise<Map<string, number>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const typed = new Map<string, number>();
  let next = 100;
  for (const name of [sheetNames.entry, sheetNames.background]) {
    const sheet = book.getWorksheet(name);
    for (let row = 8; row <= (sheet?.rowCount ?? 0); row += 1) {
      const key = String(sheet?.getCell(row, 1).value ?? '');
      if (!key.includes('|')) continue;
      for (let column = 5; column <= (sheet?.columnCount ?? 0); column += 1) {
        const head = String(sheet?.getCell(1, column).value ?? '');
        const cell = sheet?.getCell(row, column);
        if (!/^2024(?:-S1)?\|\w+\|value$/u.test(head) || cell?.style.protection?.locked !== false) continue;
        // A published share is a fallback for the figures it is made of.
        const isShare = sheet?.getCell(row, 4).value === '%' && key !== SURVEYED;
        if (isShare) continue;
        next += 1;
        cell.value = next;
        typed.set(`${key}|${head.split('|').slice(0, 2).join('|')}`, next);
      }
      if (key === COUNTED) {
        const reason = Array.from({ length: 40 }, (_, at) => at + 1).find(
          (column) => sheet?.getCell(1, column).value === `${PERIOD}|preliminary|reason`,
        );
        if (sheet && reason) sheet.getCell(row, reason).value = 'Mở rộng đại lý thu';
      }
    }
  }
  await book.xlsx.writeFile(path);
  return typed;
}

describeWithEngine('libreoffice', 'a workbook of six months that was filled in', () => {
  it('gives the figures of the period and of the year, with counter and check number of both', async () => {
    const made = job(PERIOD);
    const path = join(folder, made.name);
    expect(made.name).toBe('lai-chau-2021_VN12.BHXH_2024-S1.xlsx');
    await writeFile(path, await serialize(modelOf(made, seeds.catalogue)));
    const typed = await fillRound(path);
    const [saved] = await libreoffice.recalculate([path], join(folder, 'saved'), { locale: 'vi-VN' });
    const { sheets } = await readWorkbook(new Uint8Array(await readFile(saved ?? '')));
    const { value, findings } = readReturned(sheets);
    expect(findings).toEqual([]);
    expect(value?.round).toBe(PERIOD);
    const observations = value?.observations ?? [];
    expect(
      Object.fromEntries(
        observations.map((one) => [
          `${one.indicator}|${one.stratum ?? '_T'}|${one.period}|${one.vintage}`,
          one.figure,
        ]),
      ),
    ).toEqual(Object.fromEntries(typed));
    expect(typed.has(`${COUNTED}|${PERIOD}|preliminary`)).toBe(true);
    expect(typed.has(`${COUNTED}|2024|estimate`)).toBe(true);
    expect(typed.has(`${SURVEYED}|${PERIOD}|preliminary`)).toBe(false);
    const noted = observations.filter(({ note }) => note !== null);
    expect(noted.map(({ indicator, period }) => `${indicator}|_T|${period}`)).toEqual([
      `${COUNTED}|${PERIOD}`,
    ]);

    for (const name of [sheetNames.entry, sheetNames.background]) {
      const cells = sheets.find((sheet) => sheet.name === name)?.cells ?? [];
      const footOf = (label: string) => {
        const row = cells.find((one) => typeof one.value === 'string' && one.value.startsWith(label))?.row;
        return cells.find((one) => one.row === row && typeof one.value === 'number')?.value;
      };
      expect(footOf('Số còn phải nhập')).toBe(0);
      const keys = new Set(cells.filter(({ column }) => column === 1).map((one) => String(one.value)));
      const parts = [...typed].flatMap(([id, figure]) => {
        const [indicator, stratum, period] = id.split('|');
        const key = `${indicator}|${stratum}`;
        if (!keys.has(key)) return [];
        return [checksumPart(figure, period === '2024' ? key : `${key}|${period}`)];
      });
      expect(parts.length).toBeGreaterThan(2);
      expect(footOf('Mã kiểm tra số liệu 6 tháng đầu năm 2024')).toBe(checksum(parts));
    }
  });
});
