import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { assignmentColumns, assignmentRowSchema } from '../../../core/planner/assignment/assignment.ts';
import { baselineColumns, baselineRowSchema } from '../../../core/planner/baseline/baseline.ts';
import { knownFigureColumns, knownFigureRowSchema } from '../../../core/planner/known-figure.ts';
import { rowsIn } from '../../../generator/exchange-files/planner-rows.ts';

const COMMAS = `${knownFigureColumns.join(',')}\nVN12,poverty-rate,,2022,final,23.65,"Niên giám; 2022"\n`;
const ROW = {
  unit: 'VN12',
  indicator: 'poverty-rate',
  stratum: null,
  period: '2022',
  vintage: 'final',
  value: 23.65,
  source: 'Niên giám; 2022',
};

async function figuresIn(bytes: Uint8Array | string) {
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const { rows, findings } = await rowsIn(given, 'f', knownFigureRowSchema, knownFigureColumns);
  const said = findings.map(({ code, place }) => `${code} ${place.cell ?? place.line ?? '-'}`);
  return { values: rows.map(({ value }) => value), findings: said };
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
}

async function workbook(
  rows: readonly (readonly unknown[])[],
  change: (sheet: ExcelJS.Worksheet) => void = () => undefined,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Ghi chú').addRow(['không phải bảng']);
  const sheet = book.addWorksheet('Số liệu');
  for (const row of rows) sheet.addRow([...row]);
  change(sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const CELLS = ['VN12', 'poverty-rate', '', 2022, 'final', 23.65, 'Niên giám; 2022'];
const EXPORTED =
  'unit;unitName;reporter;round;sample;indicator;indicatorName;stratum;stratumName;period;vintage;status;value;sign;unread;mark;reason;check';

describe("a planner's file", () => {
  it.each<[string, string | Uint8Array]>([
    ['separated by commas', COMMAS],
    [
      'as Excel saves it in Viet Nam',
      '\ufeffunit;indicator;stratum;period;vintage;value;source\r\nVN12;poverty-rate;;2022;final;23,65;"Niên giám; 2022"\r\n;;;;;;\r\n',
    ],
    [
      'with columns in another order',
      'source;value;unit;indicator;stratum;period;vintage\n"Niên giám; 2022";23,65;VN12;poverty-rate;;2022;final',
    ],
    [
      'as Unicode text',
      utf16(
        'unit\tindicator\tstratum\tperiod\tvintage\tvalue\tsource\r\nVN12\tpoverty-rate\t\t2022\tfinal\t23,65\tNiên giám; 2022',
      ),
    ],
    [
      'with a line that says the separator',
      'sep=;\nunit;indicator;stratum;period;vintage;value;source\nVN12;poverty-rate;;2022;final;23,65;Niên giám; 2022'.replace(
        'Niên giám; 2022',
        '"Niên giám; 2022"',
      ),
    ],
  ])('%s', async (_, given) => {
    expect(await figuresIn(given)).toEqual({ values: [ROW], findings: [] });
  });

  it('that is a workbook, below a title, other sheets and columns aside', async () => {
    const bytes = await workbook([
      ['Số liệu đã biết'],
      [],
      [...knownFigureColumns, 'Người nhập'],
      [...CELLS, 'Lan'],
      [],
      ['VN12.106', 'new-jobs', '', '2022', 'final', '-', ''],
    ]);
    const { values, findings } = await figuresIn(bytes);
    expect(findings).toEqual([]);
    expect(values).toEqual([
      ROW,
      { ...ROW, unit: 'VN12.106', indicator: 'new-jobs', value: '-', source: null },
    ]);
  });

  it('that is there to be filled in, where rows without a figure say nothing', async () => {
    const bytes = await workbook([
      [...knownFigureColumns, 'unitName'],
      ['VN12', 'poverty-rate', '', 2021, 'final', null, '', 'Tỉnh'],
      [...CELLS, 'Tỉnh'],
    ]);
    expect((await figuresIn(bytes)).values).toEqual([ROW]);
  });

  it('with days and more than one table, each read for itself', async () => {
    const assignment = [
      'VN12',
      'new-jobs',
      '',
      2023,
      'atLeast',
      8000,
      '15/QĐ-UBND',
      null,
      '01/01/2023',
      '',
      '',
    ];
    const bytes = await workbook([assignmentColumns, assignment], (sheet) => {
      const cell = sheet.getCell('H2');
      cell.value = new Date(Date.UTC(2022, 11, 30));
      cell.numFmt = 'dd/mm/yyyy';
      const other = sheet.workbook.addWorksheet('Số gốc');
      other.addRow([...baselineColumns]);
      other.addRow(['VN12', 'poverty-rate', '', 2020, 20.12, null, null, 'Báo cáo 15']);
    });
    const { rows } = await rowsIn(bytes, 'f', assignmentRowSchema, assignmentColumns);
    expect(rows[0]?.value).toMatchObject({
      decisionDate: '2022-12-30',
      validFrom: '2023-01-01',
      value: 8000,
    });
    const bases = await rowsIn(bytes, 'f', baselineRowSchema, baselineColumns);
    expect(bases.rows[0]?.value).toMatchObject({ year: 2020, value: 20.12, source: 'Báo cáo 15' });
    expect(bases.rows[0]?.place).toEqual({ file: 'f', sheet: 'Số gốc', cell: 'A2' });
  });

  it.each([';', ','] as const)('that is an export of a return, separated by %s', async (delimiter) => {
    const rows = [
      EXPORTED,
      'VN12.106;H;VN12.106;2023;no;poverty-rate;T;_T;Chung;2023;final;reported;23D65;;;;;x',
      'VN12.106;H;VN12.106;2023;no;new-jobs;T;_T;Chung;2023;final;reported;;-;;;;x',
      'VN12.106;H;VN12.106;2023;no;population;T;_T;Chung;2023;_;blank;;;;;chưa có;x',
    ].map((row) => row.replaceAll(';', delimiter).replace('D', delimiter === ';' ? ',' : '.'));
    const { values, findings } = await figuresIn(rows.join('\n'));
    expect(findings).toEqual([]);
    const source = 'Báo cáo kỳ 2023 của VN12.106';
    expect(values).toEqual([
      { ...ROW, unit: 'VN12.106', period: '2023', source },
      { ...ROW, unit: 'VN12.106', indicator: 'new-jobs', period: '2023', value: '-', source },
    ]);
    const sample = await figuresIn(
      rows.slice(0, 2).join('\n').replace(`${delimiter}no${delimiter}`, `${delimiter}yes${delimiter}`),
    );
    expect(sample).toEqual({ values: [], findings: ['row-of-sample 2'] });
  });

  it.each(['1.234', '1.234,5', '1 234', '23.65'])('asks what %s means behind semicolons', async (written) => {
    const text = `unit;indicator;stratum;period;vintage;value;source\nVN12;poverty-rate;;2022;final;${written};`;
    expect(await figuresIn(text)).toEqual({ values: [], findings: ['row-number-unsure 2'] });
  });

  it.each<[string, ExcelJS.CellValue, string | null, string]>([
    ['shown as per cent', 0.2365, '0.00%', 'row-shown-otherwise F2'],
    ['shown in thousands', 23_650, '#,##0,', 'row-shown-otherwise F2'],
    ['a text that may be two numbers', '1.234', null, 'row-number-unsure F2'],
    ['a number with its unit', '1100 người', null, 'row-number-unsure F2'],
    ['a formula without a result', { formula: 'A1+1' } as ExcelJS.CellFormulaValue, null, 'row-no-result F2'],
    ['a formula over blank cells', { formula: 'Z99', result: 0 }, null, 'row-formula-doubted F2'],
    ['a random number', { formula: 'RAND()*9', result: 7 }, null, 'row-formula-doubted F2'],
    ['a 0 for want of a source', { formula: '5*Z99+LEN(A2)*Z98', result: 0 }, null, 'row-formula-doubted F2'],
    ['an error', { error: '#N/A' }, null, 'row-no-result F2'],
    ['a word', 'chưa có', null, 'field-invalid F2'],
  ])(
    'of a workbook with a number that is %s is refused with its cell',
    async (_, value, format, expected) => {
      const bytes = await workbook([knownFigureColumns, CELLS], (sheet) => {
        const cell = sheet.getCell('F2');
        cell.value = value;
        if (format !== null) cell.numFmt = format;
      });
      expect(await figuresIn(bytes)).toEqual({ values: [], findings: [expected] });
    },
  );

  it.each<[string, (sheet: ExcelJS.Worksheet) => void, string[]]>([
    ['rows', (sheet) => [2, 3].forEach((row) => (sheet.getRow(row).hidden = true)), ['rows-hidden A2']],
    ['its numbers', (sheet) => void (sheet.getColumn('F').hidden = true), ['rows-hidden F1']],
    ['itself', (sheet) => void (sheet.state = 'hidden'), ['rows-hidden -']],
    ['the codes of units, beside their names', (sheet) => void (sheet.getColumn('A').hidden = true), []],
    ['a row that says nothing', (sheet) => void (sheet.getRow(4).hidden = true), []],
  ])('of a workbook that hides %s is asked about', async (_, hide, expected) => {
    const cells = await workbook([knownFigureColumns, CELLS, CELLS], hide);
    expect((await figuresIn(cells)).findings).toEqual(expected);
  });

  it('without its columns is said to lack them', async () => {
    expect((await figuresIn(await workbook([['unit', 'value']]))).findings).toEqual(['rows-no-table -']);
    expect((await figuresIn(COMMAS.replace('vintage', 'loai'))).findings).toEqual(['csv-header 1']);
  });
});
