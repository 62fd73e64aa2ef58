import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../core/plan/model.ts';
import { parseColumnKey, sheetNames } from '../../core/workbook/contract.ts';
import { cellIndex, type CellModel, type SheetModel, type WorkbookModel } from '../../core/sheet/model.ts';
import { readReturned } from '../../core/returned/read.ts';
import { readWorkbook } from '../../formats/xlsx/read.ts';
import { serialize } from '../../formats/xlsx/write/serialize.ts';
import type { WorkbookJob } from '../../generator/workbook/jobs.ts';
import { describePackages, lookThrough } from './package-rules.ts';
import { entriesOf, read, type Entries } from './read-entries.ts';
import { seedWorkbooks } from './seed-workbooks.ts';

/** Each file is made and read once; tests say what they want of its figures, and the rest of it is let go. */
interface Read {
  name: string;
  level: string;
  unit: string;
  /** The figures of its model, and of its file. */
  given: Map<string, number | string>;
  found: Entries;
}

/** A workbook in which things are moved, and what is read of it before. */
interface Movable {
  model: WorkbookModel;
  before: Entries;
}

const reads: Read[] = [];
/** Those of provinces, sheets with entries only. */
const provinces: Movable[] = [];
/** Two whole ones. */
let first: Movable | null = null;
let damaged: WorkbookModel | null = null;

const ofProvinces = ({ reporter }: WorkbookJob) => reporter.level === 'province';

// Two hooks: the limit of one is for one of them.
beforeAll(async () => {
  for await (const file of seedWorkbooks({})) await lookThrough(file, await readWorkbook(file.bytes));
});

beforeAll(async () => {
  for (const chosen of [
    { sample: true },
    { sample: true, round: (plan: Plan) => String(plan.file.period.from + 2), choose: ofProvinces },
    { sample: true, round: (plan: Plan) => `${plan.file.period.from + 2}-S1`, choose: ofProvinces },
  ])
    for await (const file of seedWorkbooks(chosen)) {
      const { job, model, bytes } = file;
      const workbook = await readWorkbook(bytes);
      const found = entriesOf(workbook);
      const { level, id } = job.reporter;
      if (chosen.round === undefined && level !== 'district') await lookThrough(file, workbook);
      reads.push({ name: job.name, level, unit: job.unit.id, given: figuresOf(model), found });
      first ??= { model, before: found };
      if (id === 'VN51') damaged ??= model;
      // Sheets that are only computed hold no entries and would be most of the work.
      const sheets = model.sheets.filter(({ name }) => INPUTS.includes(name) || name === sheetNames.meta);
      if (level === 'province') provinces.push({ model: { ...model, sheets }, before: found });
    }
});

const INPUTS = ['Nhập liệu', 'Số liệu nền', 'Số gốc'];

/** The figures a model was given, straight from its keyed input cells. */
function figuresOf(model: WorkbookModel): Map<string, number | string> {
  const figures = new Map<string, number | string>();
  for (const sheet of model.sheets) {
    for (const cell of sheet.cells.values()) {
      if (cell.style !== 'input' || cell.value === undefined) continue;
      const key = sheet.cells.get(cellIndex(cell.row, 1))?.value;
      const column = parseColumnKey(String(sheet.cells.get(cellIndex(1, cell.column))?.value ?? ''));
      if (column?.field === 'value') figures.set(`${String(key)}|${column.period}`, cell.value);
    }
  }
  return figures;
}

describePackages();

describe('a workbook as it was written', () => {
  it('gives back every figure it holds, zeros and signs too', () => {
    let zeros = 0;
    let signs = 0;
    for (const { name, unit, given, found } of reads) {
      const { observations } = found;
      const figures = new Map(
        observations.map((one) => [`${one.indicator}|${one.stratum ?? '_T'}|${one.period}`, one.figure]),
      );
      expect(Object.fromEntries(figures), name).toEqual(Object.fromEntries(given));
      expect(
        observations.every((one) => one.unit === unit),
        name,
      ).toBe(true);
      zeros += observations.filter(({ figure }) => figure === 0).length;
      signs += observations.filter(({ figure }) => typeof figure === 'string').length;
    }
    expect(zeros).toBeGreaterThan(20);
    expect(signs).toBeGreaterThan(100);
  });

  it('keeps how sure a figure is: the round of a report before the year ends gives estimates', () => {
    const vintagesOf = (file: string) => {
      const one = reads.find(({ name }) => name === file);
      if (!one) throw new Error(file);
      return Object.fromEntries(one.found.observations.map(({ period, vintage }) => [period, vintage]));
    };
    expect(vintagesOf('lai-chau-2012_VN12_2014_mau.xlsx')).toEqual({
      2012: 'final',
      2013: 'final',
      2014: 'estimate',
    });
    expect(vintagesOf('lai-chau-2021_VN12_2021_mau.xlsx')).toEqual({ 2021: 'preliminary' });
    expect(vintagesOf('lai-chau-2021_VN12_2023-S1_mau.xlsx')).toEqual({
      2021: 'final',
      2022: 'final',
      '2022-S1': 'final',
      '2023-S1': 'preliminary',
      2023: 'estimate',
    });
  });

  it('gives back baselines with year and source', () => {
    const ofProvinces = reads.filter(({ level }) => level === 'province');
    expect(ofProvinces).toHaveLength(15);
    for (const { baselines } of ofProvinces.map(({ found }) => found)) {
      expect(baselines.length).toBeGreaterThan(3);
      for (const { year, value, source } of baselines) {
        expect(year).toBeTypeOf('number');
        expect(value).toBeTypeOf('number');
        expect(source).toBe('Số liệu mẫu');
      }
    }
  });
});

function moved(sheet: SheetModel, place: (cell: CellModel) => { row: number; column: number }): SheetModel {
  const cells = new Map<number, CellModel>();
  for (const cell of sheet.cells.values()) {
    const { row, column } = place(cell);
    const index = cellIndex(row, column);
    const written = { ...cell, row, column };
    // A cell that was filled from another has its own text too, which is what stands there after the move.
    delete written.filledFrom;
    cells.set(index, written);
  }
  return { ...sheet, cells, merges: [], conditional: [], rows: new Map() };
}

function changeInputs(model: WorkbookModel, change: (sheet: SheetModel) => SheetModel): WorkbookModel {
  return {
    ...model,
    sheets: model.sheets.map((sheet) => (INPUTS.includes(sheet.name) ? change(sheet) : sheet)),
  };
}

const FIRST_ROW = 8;

describe('a workbook whose keyed rows and columns were moved', () => {
  const changes: [string, (sheet: SheetModel) => SheetModel][] = [
    [
      'three rows inserted above the figures',
      (sheet) => moved(sheet, ({ row, column }) => ({ row: row >= FIRST_ROW ? row + 3 : row, column })),
    ],
    ['a blank row after every row', (sheet) => moved(sheet, ({ row, column }) => ({ row: row * 2, column }))],
    [
      'rows sorted the other way round',
      (sheet) => {
        const last = Math.max(...[...sheet.cells.values()].map(({ row }) => row));
        return moved(sheet, ({ row, column }) => ({
          row: row >= FIRST_ROW ? last + FIRST_ROW - row : row,
          column,
        }));
      },
    ],
    [
      'two columns inserted before the first',
      (sheet) => moved(sheet, ({ row, column }) => ({ row, column: column + 2 })),
    ],
    [
      'a column inserted before the figures',
      (sheet) => moved(sheet, ({ row, column }) => ({ row, column: column >= 5 ? column + 1 : column })),
    ],
    [
      'columns in another order',
      (sheet) => {
        const last = Math.max(...[...sheet.cells.values()].map(({ column }) => column));
        return moved(sheet, ({ row, column }) => ({ row, column: column >= 5 ? last + 5 - column : column }));
      },
    ],
  ];
  it.each(changes)('%s: reads back the same', async (_name, change) => {
    for (const { model, before } of provinces)
      expect(await read(await serialize(changeInputs(model, change)))).toEqual(before);
  });

  it('with its sheets in another order and renamed', async () => {
    if (!first) throw new Error('no workbook');
    const { model, before } = first;
    const sheets = [...model.sheets]
      .reverse()
      .map((sheet) => (sheet.name === 'Nhập liệu' ? { ...sheet, name: 'Nhap lieu (2)' } : sheet));
    expect(await read(await serialize({ ...model, sheets }))).toEqual(before);
  });
});

describe('a workbook that cannot be read whole says so', () => {
  async function findingsAfter(change: (sheet: SheetModel) => void) {
    if (!damaged) throw new Error('no workbook');
    const changed = changeInputs(damaged, (sheet) => {
      const copy = { ...sheet, cells: new Map(sheet.cells) };
      if (sheet.name === 'Nhập liệu') change(copy);
      return copy;
    });
    const { value, findings } = readReturned((await readWorkbook(await serialize(changed))).sheets);
    return { value, findings };
  }
  const firstFigure = (sheet: SheetModel) => {
    const cell = [...sheet.cells.values()].find(
      ({ style, value }) => style === 'input' && typeof value === 'number',
    );
    if (!cell) throw new Error('no figure');
    return cell;
  };

  it('text in place of a number is reported with its cell and kept out', async () => {
    const { findings } = await findingsAfter((sheet) => {
      const cell = firstFigure(sheet);
      sheet.cells.set(cellIndex(cell.row, cell.column), { ...cell, value: '12,5' });
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: 'figure-not-read',
      place: { sheet: 'Nhập liệu' },
      data: { found: '12,5' },
    });
    expect(findings[0]?.place.cell).toMatch(/^E\d+$/u);
  });

  it('of a row that stands twice the first figure is read', async () => {
    const twice = (value: (old: number) => number) => (sheet: SheetModel) => {
      const cell = firstFigure(sheet);
      const key = sheet.cells.get(cellIndex(cell.row, 1));
      if (!key) throw new Error('no key');
      sheet.cells.set(cellIndex(500, 1), { ...key, row: 500 });
      sheet.cells.set(cellIndex(500, cell.column), { ...cell, row: 500, value: value(Number(cell.value)) });
    };
    const same = await findingsAfter(twice((old) => old));
    expect(same.value?.observations.length).toBeGreaterThan(0);
    expect(await findingsAfter(twice((old) => old + 1))).toMatchObject({
      value: { observations: same.value?.observations },
      findings: [],
    });
  });

  it('a file without _meta is not ours', () => {
    expect(readReturned([]).findings).toMatchObject([{ code: 'identity-missing' }]);
  });
});
