import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { layOutGrid } from '../../../../core/planner/grid/grid-layout.ts';
import { readGridMeta } from '../../../../core/planner/grid/grid-meta.ts';
import { readGrid } from '../../../../core/planner/grid/grid-read.ts';
import { gridSubject } from '../../../../core/planner/grid/grid-request.ts';
import { gridWorkbook } from '../../../../core/planner/grid/grid-sheet.ts';
import { GRID_SHEET, unitColumnKey } from '../../../../core/planner/grid/grid-contract.ts';
import type { AssignedValueContext } from '../../../../core/planner/assignment/assigned-value.ts';
import type { Finding } from '../../../../core/base/finding.ts';
import { renderFinding } from '../../../../core/wording/render.ts';
import { readWorkbook } from '../../../../formats/xlsx/read.ts';
import { serialize } from '../../../../formats/xlsx/write/serialize.ts';
import { gridCell, typeInto, type Typed } from '../../../generator/commands/assign-fill.ts';
import { loadSeeds } from '../../../workbook/seed-workbooks.ts';
import { expectReadable } from '../../wording/readable.ts';

const JOBS = 'new-jobs|_T';
/** Has no baseline here, so no path. */
const UNDERWEIGHT = 'underweight-rate|_T';
const INSURED = 'health-insurance-coverage|_T';
const HEAD = { decision: '1841/QĐ-UBND', decisionDate: '20/12/2024', validFrom: '01/01/2025' };

let bytes = Buffer.alloc(0);
let context: AssignedValueContext;
beforeAll(async () => {
  const { catalogue, plans } = await loadSeeds();
  const plan = plans.find(({ file }) => file.id === 'lai-chau-2021');
  if (!plan) throw new Error('The plan does not load.');
  const figures = [
    {
      unit: 'VN12.105',
      indicator: 'new-jobs',
      stratum: null,
      period: '2024',
      vintage: 'final' as const,
      value: 980,
      source: null,
    },
  ];
  context = { catalogue, plans: [plan], units: plan.units, figures };
  const baseline = (key: string) => ({ year: 2020, value: key === UNDERWEIGHT ? null : 27 });
  const request = { ...gridSubject(plan, catalogue, 2025), assignments: [], figures, baseline };
  const layout = layOutGrid(request);
  if (!layout) throw new Error('The plan has no grid.');
  bytes = Buffer.from(await serialize(gridWorkbook(request, layout)));
});

/** Reads the grid after somebody has changed it with another program. */
async function readChanged(change: (book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet) => void) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = book.getWorksheet(GRID_SHEET);
  if (!sheet) throw new Error('This is no grid.');
  change(book, sheet);
  const { sheets, date1904 } = await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
  const { meta } = readGridMeta(sheets);
  if (!meta) throw new Error('This is no grid any more.');
  const read = readGrid({ sheets, date1904, meta }, [], context);
  expectReadable(read.findings);
  return read;
}

const said = (findings: readonly Finding[]) =>
  findings.map((finding) => renderFinding(finding, 'vi')).join('\n');

describe('readGrid', () => {
  it('finds nothing wrong with the grid as it was made', async () => {
    expect(await readChanged(() => undefined)).toEqual({ value: [], findings: [] });
  });

  it('takes a formula with its result, and notes in words beside the table', async () => {
    const { value, findings } = await readChanged((book, sheet) => {
      typeInto(book, { ...HEAD, values: { [JOBS]: { 'VN12.105': { formula: '500+550', result: 1050 } } } });
      sheet.getCell(70, 3).value = 'Đã họp với các huyện ngày 12/12';
      book.addWorksheet('Ghi chú').getCell('A1').value = 'Chờ Sở Tài chính';
    });
    expect(findings).toEqual([]);
    expect(value?.map((one) => one.value)).toEqual([1050]);
  });

  const refused: [string, Typed, string[]][] = [
    ['a cut with a sign', { values: { 'poverty-rate|_T': { 'VN12.105': -3 } } }, ['giảm 3 thì ghi 3']],
    ['a level for a cut', { values: { 'poverty-rate|_T': { 'VN12.105': 21 } } }, ['không phải mức giảm']],
    ['half a person', { values: { [JOBS]: { 'VN12.105': 1050.5 } } }, ['1.050,5 người', 'phần lẻ']],
    ['a share as a part of one', { values: { [INSURED]: { 'VN12.105': 0.96 } } }, ['có phải 96 %']],
    ['a small share as a part of one', { values: { [INSURED]: { 'VN12.105': 0.2 } } }, ['có phải 20 %']],
    ['a share above 100 %', { values: { [INSURED]: { 'VN12.105': 960 } } }, ['từ 0 đến 100']],
    [
      'a formula without a result',
      { values: { [JOBS]: { 'VN12.105': { formula: '500+550' } } } },
      ['không có kết quả'],
    ],
    [
      'a formula over blank cells',
      { values: { [JOBS]: { 'VN12.105': { formula: 'AZ99', result: 0 } } } },
      ['đều trống'],
    ],
    ['a date without a result', { validFrom: { formula: 'DATE(2025,1,1)' } }, ['D7', 'không có kết quả']],
    ['a date of before 2000', { validFrom: new Date('1999-12-31') }, ['"31/12/1999"', 'từ năm 2000']],
    ['a year for a date', { validFrom: 2025 }, ['"17/07/1905"', 'từ năm 2000']],
    ['a dot for a decision', { decision: ' . ' }, ['số quyết định', '" . "']],
    [
      "a group's value for one unit",
      { values: { 'poverty-rate|poor-districts': { 'VN12.107': 4 } } },
      ['ô không giao'],
    ],
    [
      'a value the unit has no figure of',
      { values: { 'underweight-rate|_T': { 'VN12.107': 15 } } },
      ['ô không giao'],
    ],
  ];
  it.each(refused)('refuses %s', async (_, typed, named) => {
    const { value, findings } = await readChanged((book) => {
      typeInto(book, { ...HEAD, ...typed, values: { [INSURED]: { 'VN12.106': 96 }, ...typed.values } });
    });
    expect(value).toBeNull();
    expect(findings.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    for (const words of named) expect(said(findings)).toContain(words);
  });

  it.each<[string, (book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet) => void, string[]]>([
    ['in an added row', (_, sheet) => (sheet.getCell(60, 8).value = 77), ['!H60', '"77"']],
    ['as text in an added row', (_, sheet) => (sheet.getCell(60, 9).value = '1.050'), ['!I60', '"1.050"']],
    ['in an added column', (_, sheet) => (sheet.getCell(20, 400).value = 12), ['!OJ20', '"12"']],
    [
      'as text behind the table',
      (_, sheet) => (sheet.getCell(20, 60).value = '12,5 %'),
      ['!BH20', '"12,5 %"'],
    ],
    [
      'in a hidden column beside the table',
      (_, sheet) => {
        sheet.getCell(20, 50).value = 77;
        sheet.getColumn(50).hidden = true;
      },
      ['!AX20', '"77"'],
    ],
    ['above the table', (_, sheet) => (sheet.getCell(8, 9).value = 9000), ['!I8', '"9000"']],
    ['over a total', (book) => (gridCell(book, JOBS, '@total').value = 8500), ['"8500"']],
    ['over a hidden weight', (book) => (gridCell(book, INSURED, '@weight|VN12.105').value = 77), ['"77"']],
    ['over a path', (book) => (gridCell(book, INSURED, '@path').value = 77), ['!F', '"77"']],
    ['where no path stands', (book) => (gridCell(book, UNDERWEIGHT, '@path').value = 99), ['!F', '"99"']],
    ['in the row of a heading', (_, sheet) => (sheet.getCell(11, 9).value = 5), ['!I11', '"5"']],
    [
      'by formula below',
      (_, sheet) => (sheet.getCell(61, 8).value = { formula: '1+1' }),
      ['!H61', 'Công thức'],
    ],
    ['on another sheet', (book) => (book.addWorksheet('Tính').getCell('B2').value = 4), ['Tính!B2', '"4"']],
  ])('refuses a value %s', async (_, change, named) => {
    const { value, findings } = await readChanged((book, sheet) => {
      typeInto(book, { ...HEAD, values: { [JOBS]: { 'VN12.105': 1500 } } });
      change(book, sheet);
    });
    expect(value).toBeNull();
    expect(findings).toHaveLength(1);
    for (const words of named) expect(said(findings)).toContain(words);
  });

  it.each<[string, string, string, ExcelJS.CellValue, string, string]>([
    ['a day for a number', JOBS, 'unit|VN12.106', new Date('2025-01-01'), 'dd/mm/yyyy', 'Ô hiện 01/01/2025'],
    ['per cent for a share', INSURED, 'unit|VN12.107', 0.97, '0%', 'Ô hiện 97%'],
    ['per cent for a cut', 'poverty-rate|_T', 'unit|VN12.107', 0.03, '0.0%', 'Ô hiện 3%'],
    ['per cent for persons', JOBS, 'unit|VN12', 90, '0%', 'Ô hiện 9.000%'],
    ['thousands', JOBS, 'unit|VN12.106', 18_900, '#,##0,', 'Ô hiện 19 nhưng'],
    ['added digits', JOBS, 'unit|VN12.106', 900, '0"000"', 'Ô hiện 900000 nhưng'],
    ['nothing', JOBS, 'unit|VN12.106', 900, ';;;', 'Ô hiện (trống) nhưng'],
    [
      'fewer decimals than it was made with',
      INSURED,
      'unit|VN12',
      97.6,
      '0',
      'Ô hiện 98 nhưng số trong ô là 97,6',
    ],
    ['a day for a decision', '@decision', '@head', new Date('2024-12-01'), 'mm/yyyy', 'số quyết định'],
    ['per cent for a date', '@validFrom', '@head', 45_658, '0%', 'ngày có hiệu lực'],
  ])('refuses a format that shows %s', async (_, row, column, value, numFmt, words) => {
    const { value: read, findings } = await readChanged((book) => {
      typeInto(book, { ...HEAD, values: { [JOBS]: { 'VN12.105': 1500 } } });
      const cell = gridCell(book, row, column);
      cell.value = value;
      // Cells of a look share one style; only this one is changed.
      cell.style = { ...cell.style, numFmt };
    });
    expect(read).toBeNull();
    expect(findings).toHaveLength(1);
    expect(said(findings)).toContain(words);
  });

  it.each<[string, (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void, string[]]>([
    [
      'rows whose names were sorted without their keys',
      (sheet, book) => {
        const [first, second] = [JOBS, INSURED].map((key) =>
          sheet.getCell(Number(gridCell(book, key, unitColumnKey('VN12.105')).row), 3),
        );
        if (first && second) [first.value, second.value] = [second.value, first.value];
      },
      ['dòng này là của', '1 dòng khác'],
    ],
    [
      'a column over which a neighbour is named',
      (sheet) => (sheet.getCell(9, 8).value = sheet.getCell(9, 9).value),
      ['!H9', 'cột này là của'],
    ],
  ])('refuses %s', async (_, change, named) => {
    const { value, findings } = await readChanged((book, sheet) => {
      typeInto(book, { ...HEAD, values: { [JOBS]: { 'VN12.105': 1500 } } });
      change(sheet, book);
    });
    expect(value).toBeNull();
    expect(findings).toHaveLength(1);
    for (const words of named) expect(said(findings)).toContain(words);
  });

  it.each<[string, (sheet: ExcelJS.Worksheet) => void]>([
    ['the column of keys deleted', (sheet) => void sheet.spliceColumns(1, 1)],
    ['the row of keys deleted', (sheet) => void sheet.spliceRows(1, 1)],
    [
      'the keys of all rows cleared',
      (sheet) => {
        for (let row = 2; row <= sheet.rowCount; row += 1) sheet.getCell(row, 1).value = null;
      },
    ],
    [
      'the keys of all columns cleared',
      (sheet) => {
        for (let column = 2; column <= sheet.columnCount; column += 1) sheet.getCell(1, column).value = null;
      },
    ],
  ])('says once that the hidden keys are gone: %s', async (_, change) => {
    const { value, findings } = await readChanged((book, sheet) => {
      typeInto(book, { ...HEAD, values: { [JOBS]: { 'VN12.105': 1500 } } });
      change(sheet);
    });
    expect(value).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(['grid-keys-gone']);
  });

  it('names rows and columns that are gone in one sentence', async () => {
    const { value, findings } = await readChanged((book, sheet) => {
      typeInto(book, { ...HEAD, values: { [JOBS]: { 'VN12.105': 1500 } } });
      for (const row of [5, 12, 13]) sheet.getCell(row, 1).value = null;
    });
    expect(value).toBeNull();
    expect(findings).toHaveLength(1);
    expect(said(findings)).toContain('"số quyết định"');
  });

  it('asks about a value out of line with those of other units, and takes it', async () => {
    const { value, findings } = await readChanged((book) =>
      typeInto(book, {
        ...HEAD,
        values: {
          [JOBS]: { 'VN12.106': 520, 'VN12.107': 53, 'VN12.108': 54, 'VN12.109': 55, 'VN12.110': 56 },
        },
      }),
    );
    expect(value).toHaveLength(5);
    const [found, ...more] = findings;
    expect(more).toEqual([]);
    expect(found?.place.cell).toMatch(/^I\d+$/u);
    expect(said(findings)).toContain('có phải 52?');
  });

  it('asks about a value that is more than all units together have to reach, and takes it', async () => {
    const { value, findings } = await readChanged((book) =>
      typeInto(book, { ...HEAD, values: { [JOBS]: { 'VN12.106': 15_000, 'VN12.107': 8000 } } }),
    );
    expect(value).toHaveLength(2);
    expect(findings.map(({ place }) => place.cell)).toEqual([expect.stringMatching(/^I\d+$/u)]);
    expect(said(findings)).toMatch(/15\.000 người cho Huyện Tam Đường.*8\.500.*Tỉnh Lai Châu/u);
  });

  it('says once, at its cell, that the decision is dated after the year it is for', async () => {
    const values = { [JOBS]: { 'VN12.105': 1000, 'VN12.106': 1100 } };
    const { value, findings } = await readChanged((book) =>
      typeInto(book, { ...HEAD, decisionDate: '20/12/2042', values }),
    );
    expect(value).toHaveLength(2);
    expect(findings.map(({ place }) => place.cell)).toEqual(['D6']);
    expect(said(findings)).toContain('khi năm 2025 đã hết');
  });

  it('takes a day with a time', async () => {
    const { value, findings } = await readChanged((book) =>
      typeInto(book, { ...HEAD, decisionDate: 45_646.645, values: { [JOBS]: { 'VN12.105': 1000 } } }),
    );
    expect(findings).toEqual([]);
    expect(value?.map(({ decisionDate }) => decisionDate)).toEqual(['2024-12-20']);
  });

  it('asks about a share of 0 that everyone reaches, and takes it', async () => {
    const { value, findings } = await readChanged((book) =>
      typeInto(book, { ...HEAD, values: { [INSURED]: { 'VN12.105': 0 } } }),
    );
    expect(value).toHaveLength(1);
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(said(findings)).toContain('đơn vị nào cũng đạt');
  });

  it('refuses a value in a merged cell', async () => {
    const { value, findings } = await readChanged((book, sheet) => {
      typeInto(book, { ...HEAD, values: { [JOBS]: { 'VN12.105': 1500 } } });
      const { row, col } = gridCell(book, JOBS, unitColumnKey('VN12.105'));
      sheet.mergeCells(Number(row), Number(col), Number(row), Number(col) + 2);
    });
    expect(value).toBeNull();
    expect(said(findings)).toContain('ô gộp');
  });

  it('names twenty values outside its cells and counts the rest', async () => {
    const { findings } = await readChanged((_, sheet) => {
      for (let row = 0; row < 500; row += 1) sheet.getCell(80 + row, 5).value = row;
    });
    expect(findings).toHaveLength(21);
    expect(said(findings)).toContain('Còn 480 ô nữa');
  });
});

describe('a grid of before paths were kept', () => {
  const withoutPaths = (book: ExcelJS.Workbook) => {
    const meta = book.getWorksheet('_meta');
    meta?.eachRow((row) => {
      const kind = row.values as unknown[];
      if (kind.includes('path')) row.values = [];
    });
  };

  it('says once that numbers over paths cannot be told, and is read', async () => {
    const { value, findings } = await readChanged((book) => {
      withoutPaths(book);
      typeInto(book, { ...HEAD, values: { [JOBS]: { 'VN12.105': 1500 } } });
    });
    expect(value).toHaveLength(1);
    expect(findings.filter(({ code }) => code === 'grid-paths-unkept')).toHaveLength(1);
  });
});

describe('what nobody sees', () => {
  const values = { [JOBS]: { 'VN12.105': 1050 } };

  it.each<[string, (sheet: ExcelJS.Worksheet, row: number, column: number) => void]>([
    ['a hidden row', (sheet, row) => void (sheet.getRow(row).hidden = true)],
    ['a hidden column', (sheet, _, column) => void (sheet.getColumn(column).hidden = true)],
    ['a row of next to no height', (sheet, row) => void (sheet.getRow(row).height = 1)],
    ['a hidden sheet', (sheet) => void (sheet.state = 'veryHidden')],
    [
      'white letters',
      (sheet, row, column) => {
        const cell = sheet.getCell(row, column);
        cell.style = {
          ...cell.style,
          font: { color: { argb: 'FFFFFFFF' } },
          fill: { type: 'pattern', pattern: 'none' },
        };
      },
    ],
  ])('is no value that is assigned: %s', async (_, hide) => {
    const { value, findings } = await readChanged((book, sheet) => {
      typeInto(book, { ...HEAD, values });
      const cell = gridCell(book, JOBS, unitColumnKey('VN12.105'));
      hide(sheet, Number(cell.row), Number(cell.col));
    });
    expect(value).toBeNull();
    expect(findings).toHaveLength(1);
    expect(findings[0]?.place.cell).toMatch(/^[A-Z]+\d+$/u);
  });
});
