import { beforeAll, describe, expect, it } from 'vitest';
import { allRules } from '../../core/check/all-rules.ts';
import { checkCsvReturn } from '../../core/check/check-csv-return.ts';
import { checkOpened, checkWorkbook } from '../../core/check/check-workbook.ts';
import { describeFinding } from '../../core/check/describe.ts';
import { exchangeNames, namesIn } from '../../core/exchange/names.ts';
import { figuresOf } from '../../core/exchange/from-workbook.ts';
import { openDamaged } from '../../core/repair/meta-sheet.ts';
import { repairWorkbook } from '../../core/repair/repair-workbook.ts';
import { UNPLACED_SHEET } from '../../core/repair/unplaced-sheet.ts';
import { notedLines } from '../../core/wording/repair-notes.ts';
import { openReturn } from '../../core/returned/open-return.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import { cellIndex, type CellModel, type WorkbookModel } from '../../core/sheet/model.ts';
import { columnLetters } from '../../core/sheet/address.ts';
import { entriesOf, placesInCsv, placesInWorkbook, type Entry } from '../../core/store/entry.ts';
import { buildWorkbook } from '../../core/template/build.ts';
import { askedOf } from '../../core/workbook/asked.ts';
import { sheetNames } from '../../core/workbook/contract.ts';
import {
  definitionOf,
  requestOf as requestOfDefinition,
  type WorkbookDefinition,
} from '../../core/workbook/definition.ts';
import { keyNamesOf } from '../../core/workbook/key-label.ts';
import { partsOf } from '../../formats/csv/joined.ts';
import { readReturnCsv } from '../../formats/csv/read-return.ts';
import { writeReturnCsv, type ReturnFile } from '../../formats/csv/write-return.ts';
import { jobsOf, modelOf, requestOf, type WorkbookJob } from '../../generator/workbook/jobs.ts';
import { exchangeContext } from '../../generator/exchange-files/context.ts';
import { factsOf } from '../core/check/structure/facts-of.ts';
import { keysOf, tableOf, typedInto } from './commune-table.ts';
import { loadSeeds, type Seeds } from './seed-workbooks.ts';

let seeds: Seeds;
let model: WorkbookModel;
let definition: WorkbookDefinition;

function jobOf(plan: string, reporter: string, round: string): WorkbookJob {
  const found = seeds.plans.find(({ file }) => file.id === plan);
  const [job] = found ? jobsOf([found], seeds.catalogue, { round, unit: [reporter] }) : [];
  if (!job) throw new Error(reporter);
  return job;
}

beforeAll(async () => {
  seeds = await loadSeeds();
  const job = jobOf('lai-chau-2024', 'VN12.SYT-2025', '2026');
  model = modelOf(job, seeds.catalogue);
  definition = definitionOf(requestOf(job, seeds.catalogue));
});

const typed = (values: Parameters<typeof typedInto>[1], into = model) => typedInto(into, values);

/** The workbook with the province's number of doctors on its form, and what is written beside it. */
function withProvince(doctors: number, reason?: string): WorkbookModel {
  const sheets = model.sheets.map((sheet) => {
    const texts = [...sheet.cells.values()].filter(({ value }) => typeof value === 'string');
    const row = texts.find(({ column, value }) => column === 1 && value === 'doctors|_T')?.row;
    const columnOf = (field: string) =>
      texts.find(({ row: at, value }) => at === 1 && String(value).startsWith(`2026|preliminary|${field}`))
        ?.column;
    if (row === undefined) return sheet;
    const cells = new Map(sheet.cells);
    for (const [field, value] of [
      ['value', doctors],
      ['reason', reason],
    ] as const) {
      const index = cellIndex(row, columnOf(field) ?? 0);
      const cell = cells.get(index);
      if (!cell) throw new Error(field);
      if (value !== undefined) cells.set(index, { ...cell, value });
    }
    return { ...sheet, cells };
  });
  return { ...model, sheets };
}

const [DOAN_KET, BINH_LU, TAN_PHONG] = ['VN12.03388-2025', 'VN12.03390-2025', 'VN12.03408-2025'];
const FILLED = {
  [DOAN_KET]: { 'doctors|': 12, 'hospital-beds|': 30, '|reason': 'Bệnh viện mới' },
  [BINH_LU]: { 'doctors|': '-', 'hospital-beds|': 'ba mươi' },
  [TAN_PHONG]: { 'doctors|': -3, '|reason': 'Chưa tách được' },
};

const opened = (facts: WorkbookFacts) => {
  const found = openReturn(facts);
  if (!found.returned || !found.issued) throw new Error('not read');
  return { ...found, returned: found.returned, issued: found.issued };
};

describe('what is asked commune by commune', () => {
  it('is what districts reported and communes do not know: in the workbook of the body, each commune a row', () => {
    const { rows, columns } = keysOf(tableOf(model));
    expect(rows.size).toBe(38);
    expect([...columns.keys()].map((key) => key.split('|').slice(2).join('|'))).toEqual([
      'value|hospital-beds|_T',
      'value|doctors|_T',
      'value|pharmacists|_T',
      'value|nurses|_T',
      'reason',
    ]);
  });

  it.each([
    ['lai-chau-2024', 'VN12.SYT', '2024'],
    ['lai-chau-2024', 'VN12', '2026'],
    ['lai-chau-2024', 'VN12.03388-2025', '2026'],
    ['lai-chau-2024', 'VN12.BHXH', '2026'],
  ])('is nothing in the workbook of %s of %s in %s', (plan, reporter, round) => {
    const { sheets } = modelOf(jobOf(plan, reporter, round), seeds.catalogue);
    expect(sheets.map(({ name }) => name)).not.toContain(sheetNames.communes);
  });

  it('asks nothing of a body that communes type themselves', () => {
    const ofCommune = askedOf(requestOf(jobOf('lai-chau-2024', DOAN_KET, '2026'), seeds.catalogue));
    const keys = ofCommune.figures.map(({ key }) => key);
    // The rates of the body divide by it.
    expect(keys).toContain('population|_T');
    expect(definition.byCommune?.figures.filter((key) => keys.includes(key))).toEqual([]);
  });

  it('says how many communes a commune is', () => {
    const schools = modelOf(jobOf('lai-chau-2024', 'VN12.SGDDT-2025', '2026'), seeds.catalogue);
    const { rows, columns } = keysOf(tableOf(schools));
    const column = [...columns].find(([key]) => key.includes('|communes|'))?.[1] ?? 0;
    const values = [...rows.values()].map((row) => tableOf(schools).cells.get(cellIndex(row, column))?.value);
    expect(new Set(values)).toEqual(new Set([1]));
  });
});

describe('what is left of a table by commune', () => {
  const counted = (given: WorkbookModel) => {
    const repaired = repairWorkbook(openDamaged(factsOf(given)), definition);
    const cellOf = (name: string, formula: RegExp) =>
      [...(repaired?.model.sheets.find((sheet) => sheet.name === name)?.cells.values() ?? [])].find(
        (cell) => typeof cell.formula === 'string' && formula.test(cell.formula),
      );
    const isSum = new RegExp(`^SUM\\('${sheetNames.communes}'!`, 'u');
    return [sheetNames.cover, sheetNames.check].map((name) => cellOf(name, isSum));
  };

  it('is counted on cover and check: blank cells, and what is no figure and no sign', () => {
    const before = counted(model).map((cell) => cell?.result);
    expect(before).toEqual([152, 152]);
    // Three of five hold a number that can be, or a sign.
    expect(counted(typed(FILLED)).map((cell) => cell?.result)).toEqual([149, 149]);
    const { check } = sheetNames;
    const said = model.sheets.find(({ name }) => name === check)?.cells.get(cellIndex(5, 4));
    expect(String(said?.formula)).toContain('trang ""Theo xã"" còn ô chưa có số');
  });

  it('has nothing done in a workbook that was only issued, whatever is filled in of every commune', () => {
    const schools = modelOf(jobOf('lai-chau-2024', 'VN12.SGDDT-2025', '2026'), seeds.catalogue);
    const { progress } = checkWorkbook(factsOf(schools));
    expect(progress).toMatchObject({ done: 0 });
  });

  it('follows from the rule of each cell itself, and sums all of them', () => {
    const table = tableOf(typed(FILLED));
    const left = [...table.cells.values()].filter(({ tag }) => tag === 'communes.left');
    expect(left).toHaveLength(152);
    const formula = counted(model)[0]?.formula;
    const columns = left.map(({ column }) => column);
    const rows = left.map(({ row }) => row);
    const at = (row: number, column: number) => `$${columnLetters(column)}$${row}`;
    expect(formula).toBe(
      `SUM('${sheetNames.communes}'!${at(Math.min(...rows), Math.min(...columns))}:${at(Math.max(...rows), Math.max(...columns))})`,
    );
    for (const { row, column, formula: own } of left) {
      const input = table.cells.get(cellIndex(row, column - 5));
      const rule = input?.validation?.rule;
      expect(own).toBe(`IF(${rule && 'condition' in rule ? rule.condition : ''},0,1)`);
    }
  });
});

describe('a table by commune that came back', () => {
  it('gives figures of communes, reported by the body; its note is said of every figure of the row', () => {
    const { returned } = opened(factsOf(typed(FILLED)));
    expect(returned.observations).toEqual([]);
    const [first, second] = returned.byUnit;
    expect(first).toMatchObject({
      unit: DOAN_KET,
      observations: [
        {
          unit: DOAN_KET,
          reporter: 'VN12.SYT-2025',
          indicator: 'doctors',
          figure: 12,
          note: 'Bệnh viện mới',
        },
        { unit: DOAN_KET, indicator: 'hospital-beds', figure: 30, period: '2026' },
      ],
    });
    expect(second?.observations).toMatchObject([{ unit: BINH_LU, indicator: 'doctors', figure: '-' }]);
  });

  it('is judged by the rules over figures, cell by cell, and blank columns are said once', () => {
    const { report } = checkOpened(opened(factsOf(typed(FILLED))), { storedResults: 'not-judged' });
    const onTable = report.findings.filter(({ place }) => place.sheet === sheetNames.communes);
    const found = (code: string) => onTable.filter((one) => one.code === code);
    const { rows } = keysOf(tableOf(model));
    expect(found('figure-impossible')).toMatchObject([
      { place: { cell: `F${rows.get(TAN_PHONG)}` }, found: -3, key: `chitieu:unit:${TAN_PHONG}|doctors|_T` },
    ]);
    expect(found('figure-not-a-number')).toMatchObject([{ place: { cell: `E${rows.get(BINH_LU)}` } }]);
    const context = { catalogue: keyNamesOf(requestOfDefinition(definition)), rules: allRules };
    const labels = found('figure-not-a-number').map((one) => describeFinding(one, 'vi', context).label);
    expect(labels).toEqual(['Số giường bệnh (Xã Bình Lư)']);
    expect(found('form-communes-missing').map(({ data }) => data)).toMatchObject([
      { name: 'Số giường bệnh', left: 36, of: 38, first: 'Xã Sin Suối Hồ' },
      { name: 'Số bác sĩ', left: 35 },
      { left: 38 },
      { left: 38 },
    ]);
    expect(found('formula-altered')).toEqual([]);
  });

  it('has beds and staff in few communes, whose people its row does not tell', () => {
    const rows = [...keysOf(tableOf(model)).rows.keys()].map((unit, at) => {
      const hospital = at % 8 === 0;
      const staff = hospital
        ? { 'hospital-beds|': 318, 'doctors|': 154, 'pharmacists|': 30, 'nurses|': 260 }
        : { 'hospital-beds|': 5, 'doctors|': 1, 'pharmacists|': '-', 'nurses|': 2 };
      return [unit, staff] as const;
    });
    const { report } = checkOpened(opened(factsOf(typed(Object.fromEntries(rows)))), {
      storedResults: 'not-judged',
    });
    expect(report.findings.filter(({ place }) => place.sheet === sheetNames.communes)).toEqual([]);
  });

  describe('held against the province', () => {
    const every = (doctors: CellModel['value']) => {
      const units = [...keysOf(tableOf(model)).rows.keys()];
      return Object.fromEntries(units.map((unit) => [unit, { 'doctors|': doctors }]));
    };
    const said = (given: WorkbookModel) => {
      const { report } = checkOpened(opened(factsOf(given)), { storedResults: 'not-judged' });
      return report.findings.filter(({ code }) => code === 'form-communes-sum-differs');
    };

    it('is said where all communes have a figure or "-" and do not add up, at the cell of the province', () => {
      const given = { ...every(10), [BINH_LU]: { 'doctors|': '-' } };
      const [finding, ...more] = said(typed(given, withProvince(400)));
      expect(more).toEqual([]);
      expect(finding).toMatchObject({
        severity: 'warning',
        key: 'doctors|_T',
        period: '2026',
        found: 400,
        explanation: null,
        data: { sum: 370, province: 400, counted: 38, of: 38 },
      });
      expect(finding?.place.sheet).not.toBe(sheetNames.communes);
      const wording = { catalogue: seeds.catalogue, rules: allRules };
      expect(finding && describeFinding(finding, 'vi', wording).message).toBe(
        'Số bác sĩ: cộng 38 xã là 370 người, số toàn tỉnh là 400 người, lệch 30 người.',
      );
      expect(finding && describeFinding(finding, 'en', wording).message).toContain(
        '38 communes come to 370 người',
      );
      expect(said(typed(given, withProvince(370)))).toEqual([]);
      expect(said(typed(given, withProvince(371)))).toHaveLength(1);
    });

    it('is explained by the reason beside the figure of the province, not by a number there', () => {
      const [explained] = said(typed(every(10), withProvince(400, 'Gồm bệnh viện tỉnh')));
      expect(explained?.explanation).toBe('Gồm bệnh viện tỉnh');
      const [not] = said(typed(every(10), withProvince(400, '20')));
      expect(not).toMatchObject({ explanation: null, notExplained: { written: '20', why: 'no-words' } });
    });

    it.each([null, '...', 'x', 'mười'])(
      'is not said while a commune has %j, unless the others exceed it',
      (left) => {
        const given = { ...every(10), [BINH_LU]: left === null ? {} : { 'doctors|': left } };
        expect(said(typed(given, withProvince(400)))).toEqual([]);
        expect(said(typed(given, withProvince(370)))).toEqual([]);
        expect(said(typed(given, withProvince(369)))).toMatchObject([
          { data: { sum: 370, province: 369, counted: 37, of: 38 } },
        ]);
      },
    );
  });

  describe("with figures in last year's columns", () => {
    const BEFORE = 'Số năm trước: Số bác sĩ';
    let shown: WorkbookModel;
    beforeAll(() => {
      const byCommune = definition.byCommune;
      if (!byCommune) throw new Error('no table');
      const before = byCommune.units.map(({ id }) => ({
        unit: id,
        key: 'doctors|_T',
        period: '2025',
        figure: 7,
      }));
      shown = buildWorkbook(requestOfDefinition({ ...definition, byCommune: { ...byCommune, before } }));
    });

    /** So many figures typed over those of last year. */
    const typedOver = (count: number, entered = {}): WorkbookModel => {
      const given = typed(entered, shown);
      const table = tableOf(given);
      const column = [...table.cells.values()].find(({ value }) => value === BEFORE)?.column ?? 0;
      const rows = [...keysOf(table).rows.values()].slice(0, count);
      const cells = new Map(table.cells);
      for (const row of rows) {
        const cell = cells.get(cellIndex(row, column));
        if (!cell) throw new Error(BEFORE);
        cells.set(cellIndex(row, column), { ...cell, value: 100 + row });
      }
      return {
        ...given,
        sheets: given.sheets.map((sheet) => (sheet === table ? { ...sheet, cells } : sheet)),
      };
    };

    const over = (count: number, entered = {}) => {
      const facts = factsOf(typedOver(count, entered));
      const { report } = checkOpened(opened(facts), { storedResults: 'not-judged' });
      const codes = ['communes-in-before-column', 'printed-number-changed'];
      return report.findings.filter(({ code }) => codes.includes(code));
    };

    it('says once that the column was typed in the wrong place', () => {
      expect(over(38)).toMatchObject([
        {
          code: 'communes-in-before-column',
          severity: 'error',
          place: { sheet: sheetNames.communes },
          data: { name: 'Số bác sĩ', figures: 38 },
        },
      ]);
    });

    it('is one line of a repair, and every figure of it is kept', () => {
      const repaired = repairWorkbook(openDamaged(factsOf(typedOver(38))), definition);
      if (!repaired) throw new Error('too much');
      const { unplaced, model: mended } = repaired;
      const rows = [...keysOf(tableOf(shown)).rows.values()];
      expect(unplaced.map(({ value }) => value)).toEqual(rows.map((row) => 100 + row));
      expect(new Set(unplaced.map(({ finding }) => finding.code))).toEqual(new Set(['repair-into-before']));
      const kept = mended.sheets.find(({ name }) => name === UNPLACED_SHEET);
      const values = new Set([...(kept?.cells.values() ?? [])].map(({ value }) => value));
      expect(rows.filter((row) => !values.has(100 + row))).toEqual([]);
      const lines = notedLines(unplaced, 'vi');
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/[A-Z]+9:[A-Z]+46: 38 số gõ vào cột "Số năm trước: Số bác sĩ"/u);
    });

    it('is told cell by cell where there are few', () => {
      const { unplaced = [] } = repairWorkbook(openDamaged(factsOf(typedOver(2))), definition) ?? {};
      expect(unplaced.map(({ finding }) => finding.code)).toEqual([
        'repair-print-changed',
        'repair-print-changed',
      ]);
      expect(notedLines(unplaced, 'vi')).toHaveLength(2);
    });

    it('says that printed numbers were changed where there are few, or the column itself is filled in', () => {
      expect(over(2)).toMatchObject([{ code: 'printed-number-changed', data: { count: 2 } }]);
      expect(over(38, { [DOAN_KET]: { 'doctors|': 5 } })).toMatchObject([
        { code: 'printed-number-changed', data: { count: 38 } },
      ]);
    });
  });

  describe('with numbers among its notes', () => {
    const pasted = (notes: readonly CellModel['value'][]) => {
      const units = [...keysOf(tableOf(model)).rows.keys()];
      const values = notes.map((note, at) => [units[at] ?? '', { 'doctors|': 5, '|reason': note }] as const);
      return typed(Object.fromEntries(values), withProvince(400, 'Tách theo nơi làm việc'));
    };
    const said = (given: WorkbookModel) =>
      checkOpened(opened(factsOf(given)), { storedResults: 'not-judged' }).report.findings;

    it('says that a table was pasted one column too far right', () => {
      const found = said(pasted([12, 30, '1.250', 7]));
      const shifted = found.filter(({ code }) => code === 'form-communes-in-note-column');
      expect(shifted).toMatchObject([
        {
          severity: 'error',
          place: { sheet: sheetNames.communes },
          data: { numbers: 4, first: 'Phường Đoàn Kết' },
        },
      ]);
    });

    it('leaves the reason of the province in force where a note is a number', () => {
      const values = { [DOAN_KET]: { 'doctors|': '...', '|reason': 12 } };
      const explained = said(typed(values, withProvince(400, 'Tách theo nơi làm việc')));
      expect(explained.find(({ code }) => code === 'figure-sign-without-reason')).toBeUndefined();
      const not = said(typed(values, withProvince(400)));
      expect(not.find(({ code }) => code === 'figure-sign-without-reason')?.key).toContain(DOAN_KET);
    });

    it('does not say so of words, nor of single numbers', () => {
      for (const notes of [
        [12, 30],
        [12, 30, 7, ...Array.from({ length: 8 }, () => 'Chuyển xã')],
        ['QĐ 12', 'QĐ 13', 'QĐ 14'],
      ])
        expect(said(pasted(notes)).map(({ code }) => code)).not.toContain('form-communes-in-note-column');
    });
  });

  it('is put back whole by a repair, with the sums it has then', () => {
    const given = typed({ ...FILLED, [BINH_LU]: { 'doctors|': 8, 'hospital-beds|': 'ba mươi' } });
    const repaired = repairWorkbook(openDamaged(factsOf(given)), definition);
    if (!repaired) throw new Error('too much');
    expect(repaired.unplaced).toEqual([]);
    const { rows, columns } = keysOf(tableOf(given));
    const table = tableOf(repaired.model);
    for (const row of rows.values())
      for (const column of columns.values())
        expect(table.cells.get(cellIndex(row, column))?.value).toBe(
          tableOf(given).cells.get(cellIndex(row, column))?.value,
        );
    const sum = [...table.cells.values()].filter(({ tag }) => tag === 'communes.sum');
    expect(sum.map(({ result }) => result)).toEqual([30, 17, '', '']);
  });

  it('is found by its keys when communes and columns have changed places', () => {
    const given = typed(FILLED);
    const table = tableOf(given);
    const { rows } = keysOf(table);
    const [first = 0, last = 0] = [Math.min(...rows.values()), Math.max(...rows.values())];
    const upsideDown = new Map(
      [...table.cells.values()].map((cell): [number, CellModel] => {
        const row = cell.row < first || cell.row > last ? cell.row : first + last - cell.row;
        return [cellIndex(row, cell.column), { ...cell, row }];
      }),
    );
    const sheets = given.sheets.map((sheet) => (sheet === table ? { ...sheet, cells: upsideDown } : sheet));
    const byUnit = (facts: WorkbookFacts) =>
      opened(facts)
        .returned.byUnit.map(({ unit, observations }) => ({ unit, observations }))
        .sort((a, b) => (a.unit < b.unit ? -1 : 1));
    expect(byUnit(factsOf({ ...given, sheets }))).toEqual(byUnit(factsOf(given)));
  });
});

describe('a table by commune in exchange files and the store', () => {
  async function exported(): Promise<{ files: readonly ReturnFile[]; entries: Entry[] }> {
    const { returned } = opened(factsOf(typed(FILLED)));
    const { value } = await writeReturnCsv(figuresOf(returned), {
      profile: 'machine',
      names: namesIn(definition),
      templateSchema: 3,
      errors: [],
      forced: false,
    });
    if (!value) throw new Error('nothing written');
    return { files: value.files, entries: entriesOf(figuresOf(returned), placesInWorkbook(returned)) };
  }

  function readBack(files: readonly ReturnFile[]) {
    const names = exchangeNames(exchangeContext(seeds.catalogue, seeds.plans).units, {
      indicators: seeds.catalogue.indicators.values(),
      strata: seeds.catalogue.strata.values(),
    });
    return readReturnCsv(files, names);
  }

  it('says the same in both: each figure with its commune, the body as reporter, its place', async () => {
    const { files, entries } = await exported();
    const { value } = await readBack(files);
    if (!value) throw new Error('not read');
    const again = entriesOf(value, placesInCsv(value));
    const bare = (all: readonly Entry[]) => all.map((one) => ({ ...one, place: null }));
    expect(bare(again)).toEqual(bare(entries));
    const { rows } = keysOf(tableOf(model));
    expect(entries.find(({ unit, sign }) => unit === BINH_LU && sign === '-')).toMatchObject({
      reporter: 'VN12.SYT-2025',
      indicator: 'doctors',
      place: `${sheetNames.communes}!F${rows.get(BINH_LU)}`,
    });
    expect(entries.find(({ unread }) => unread === 'ba mươi')?.unit).toBe(BINH_LU);
    expect(again.every(({ place }) => place !== null)).toBe(true);
    // What is written beside a row without figures is no more lost than a figure.
    expect(entries.some(({ unit, reason }) => unit === TAN_PHONG && reason === 'Chưa tách được')).toBe(true);
  });

  it('is judged in the files as in the workbook', async () => {
    const { files } = await exported();
    const { value, findings } = await readBack(files);
    if (!value) throw new Error('not read');
    const { report } = checkCsvReturn(value, findings, { definition });
    const codes = (all: typeof report.findings) =>
      all.flatMap(({ code, key }) => (key?.startsWith('chitieu:unit:') ? [`${code} ${key}`] : [])).sort();
    const inWorkbook = checkOpened(opened(factsOf(typed(FILLED))), { storedResults: 'not-judged' });
    expect(codes(report.findings)).toEqual(codes(inWorkbook.report.findings));
    expect(codes(report.findings)).not.toEqual([]);
  });

  it('stays one return where files were joined', async () => {
    const { files } = await exported();
    expect(partsOf(files)).toMatchObject([{ reporter: 'VN12.SYT-2025', round: '2026' }]);
  });
});
