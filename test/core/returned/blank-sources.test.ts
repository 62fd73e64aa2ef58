import { describe, expect, it } from 'vitest';
import { blankSources, formulaSources } from '../../../core/returned/blank-sources.ts';

const sheets = [
  {
    name: 'A',
    cells: [
      { row: 1, column: 1, value: 5 },
      { row: 2, column: 1, value: '' },
    ],
  },
  {
    name: 'Số liệu nền',
    cells: [
      { row: 3, column: 2, value: 0, formula: 'C9' },
      { row: 4, column: 2, value: 0, formula: 'B3+C10' },
      { row: 5, column: 2, value: 7, formula: '3+4' },
      { row: 6, column: 2, value: 0, formula: 'B7' },
      { row: 7, column: 2, value: 0, formula: 'B6' },
      { row: 8, column: 2, value: '  ' },
    ],
  },
];

describe('formulas over blank cells', () => {
  const isOfBlanks = blankSources(sheets);

  it.each([
    'A2',
    '$B$7',
    "'Số liệu nền'!B9",
    'SUM(B1:C9)',
    "SUM('Số liệu nền'!C1:D2)+B5",
    'IF(B1="",0,B1)',
    "'Số liệu nền'!B8",
    'SUM(B:C)',
    '$7:9',
    'SUM(B1:XFD1048576)',
    // Through another formula, and through two.
    "'Số liệu nền'!B3",
    "'Số liệu nền'!$B$4*2",
    // Round in a circle, to which programs give 0.
    "'Số liệu nền'!B6",
    'IF(TRUE,B1)',
  ])('%s', (formula) => {
    expect(isOfBlanks(formula, 'A')).toBe(true);
  });

  it.each([
    'A1',
    'SUM(A1:B9)',
    "'Số liệu nền'!B5",
    "SUM('Số liệu nền'!B:B)",
    '2+3',
    'Tên',
    'A:B',
    '1:3',
    "'Khác'!A1",
    '[1]A!B1',
    'B1+A1',
    'SUM(A1:XFD1048576)',
  ])('not %s', (formula) => {
    expect(isOfBlanks(formula, 'A')).toBe(false);
  });
});

describe('formulas that pick their result out of a table', () => {
  const rows: [string, number | null][] = [
    ['Hộ nghèo', null],
    ['Xã', 12],
    ['Không', 0],
  ];
  const isOfBlanks = blankSources([
    { name: 'A', cells: [{ row: 1, column: 1, value: 'Hộ nghèo' }] },
    {
      name: 'Tạm',
      cells: [
        { row: 1, column: 1, value: 'Chỉ tiêu' },
        { row: 1, column: 2, value: 'Số' },
        ...rows.flatMap(([name, value], at) => [
          { row: at + 2, column: 1, value: name },
          { row: at + 2, column: 2, value },
        ]),
        { row: 9, column: 1, value: "'Tạm'!B2" },
        { row: 9, column: 2, value: { error: '#N/A' } },
      ],
    },
  ]);

  it.each([
    'VLOOKUP("hộ nghèo",\'Tạm\'!A1:B5,2,FALSE)',
    "VLOOKUP(A1,'Tạm'!$A:$B,2,0)",
    "VLOOKUP(A1,'Tạm'!A:B,2,0)*1000+0",
    'HLOOKUP("Số",\'Tạm\'!A1:B5,2,FALSE)',
    "INDEX('Tạm'!B1:B5,2)",
    "INDEX('Tạm'!A1:B5,2,2)",
    "INDEX('Tạm'!B:B,MATCH(A1,'Tạm'!A:A,0))",
    "_xlfn.XLOOKUP(A1,'Tạm'!A1:A5,'Tạm'!B1:B5)",
    "IF('Tạm'!A2=\"Hộ nghèo\",'Tạm'!B2,0)",
    "IF(VLOOKUP(A1,'Tạm'!A:B,2,0)=\"\",0,VLOOKUP(A1,'Tạm'!A:B,2,0))",
    "IFERROR(VLOOKUP(A1,'Tạm'!A1:B5,2,0),0)",
    // Nothing was found: the 0 is nobody's.
    'IFERROR(VLOOKUP("Khác",\'Tạm\'!A1:B5,2,0),0)',
    "IFERROR('Tạm'!B9,0)",
    "ROUND(INDEX('Tạm'!B1:B5,2),0)",
    "CHOOSE(2,'Tạm'!B3,'Tạm'!B2)",
    "OFFSET('Tạm'!A1,1,1)",
    'INDIRECT("\'Tạm\'!B2")',
    "INDIRECT('Tạm'!A9)",
    'INDIRECT("\'Tạm\'!B"&2)',
    'INDIRECT("Z"&60)',
    // Words in a computation are an error, what stands in its place is nobody's.
    "IFERROR('Tạm'!B3*'Tạm'!A2,0)",
  ])('%s picks a blank cell', (formula) => {
    expect(isOfBlanks(formula, 'A')).toBe(true);
  });

  it.each([
    'VLOOKUP("Xã",\'Tạm\'!A1:B5,2,FALSE)',
    // A zero that somebody typed.
    'VLOOKUP("Không",\'Tạm\'!A1:B5,2,FALSE)',
    "INDEX('Tạm'!B1:B5,4)",
    "IF('Tạm'!B2=\"\",'Tạm'!B3,0)",
    "IF('Tạm'!B3>0,0,1)",
    "IFERROR('Tạm'!B3/1,0)",
    "VLOOKUP(A1,'Tạm'!A1:B5,2,0)+'Tạm'!B3",
    "OFFSET('Tạm'!A1,2,1)",
    'INDIRECT("\'Tạm\'!B3")',
    // Nobody can tell what these pick.
    "VLOOKUP(A1,'Tạm'!A1:B5,2,TRUE)",
    "VLOOKUP(A1,'Khác'!A1:B5,2,FALSE)",
    "SUMIF('Tạm'!A:A,A1,'Tạm'!B:B)",
    'INDIRECT("Tên")',
    "INDEX('Tạm'!B1:B5,9)",
  ])('%s does not', (formula) => {
    expect(isOfBlanks(formula, 'A')).toBe(false);
  });
});

it('a chain without end is no figure of blanks', () => {
  const cells = Array.from({ length: 5_000 }, (_, at) => ({
    row: at + 1,
    column: 1,
    value: 0,
    formula: `A${at + 2}`,
  }));
  expect(blankSources([{ name: 'A', cells }])('A1', 'A')).toBe(false);
});

describe('formulas that lack one of their sources', () => {
  const at = (
    row: number,
    column: number,
    value: number | string | { error: string } | null,
    formula?: string,
  ) => ({
    row,
    column,
    value,
    ...(formula === undefined ? {} : { formula }),
  });
  const { isOfBlanks, missing } = formulaSources([
    {
      name: 'A',
      cells: [
        at(1, 1, 5),
        at(2, 1, 0),
        at(3, 1, { error: '#N/A' }),
        at(4, 1, 0, "A1*'Bảng tạm'!B9"),
        at(5, 1, 0, 'A4'),
        at(6, 1, 0, 'A1-A1'),
        at(8, 1, 'x'),
      ],
    },
    { name: 'Bảng tạm', cells: [at(1, 1, 'Xã'), at(1, 2, null), at(2, 1, 'Huyện'), at(2, 2, 3)] },
  ]);

  it.each([
    ['IFERROR(A1/Z60,0)', 'Z60', 'blank'],
    ['A1*$Z$61', 'Z61', 'blank'],
    ['ROUND(A1*Z61,0)', 'Z61', 'blank'],
    ['IF(A1>0,A1*Z61,0)', 'Z61', 'blank'],
    ['MIN(A1,Z61)', 'Z61', 'blank'],
    ['SUMPRODUCT(A1:A2,Z1:Z2)', 'Z1:Z2', 'blank'],
    ['PRODUCT(A1,Z61)', 'Z61', 'blank'],
    ['A2+Z61', 'Z61', 'blank'],
    ["A1*'Bảng tạm'!$B$1", "'Bảng tạm'!B1", 'blank'],
    // A name cannot be looked up; what stands beside it can.
    ['Tên*Z61', 'Z61', 'blank'],
    // Through formulas that give 0 themselves.
    ['A4', "'Bảng tạm'!B9", 'blank'],
    ['A5*2', "'Bảng tạm'!B9", 'blank'],
    // Picked out of a table that others fill.
    ['A1*VLOOKUP("Xã",\'Bảng tạm\'!A1:B2,2,FALSE)', "'Bảng tạm'!B1", 'blank'],
    ['A1*INDIRECT("Z"&60)', 'Z60', 'blank'],
    ["A1*INDEX('Bảng tạm'!B1:B2,1)", "'Bảng tạm'!B1", 'blank'],
    ['IFERROR(PRODUCT(A1,A3),0)', 'A3', 'error'],
    ['_xlfn.IFNA(MAX(A3,A1),0)', 'A3', 'error'],
    ['IFERROR(SUM(A1:A6),0)', 'A3', 'error'],
    ['IFERROR(A1*#REF!,0)', '#REF!', 'error'],
    ['IFERROR(A1/A2,0)', 'A2', 'zero'],
    ['IFERROR(SUM(A1:A2)/A2*100,0)', 'A2', 'zero'],
    ['IF(A2=0,0,A1/A2)', 'A2', 'zero'],
    ['IF(A2>0,A1/A2,0)', 'A2', 'zero'],
    ['IF(ISERROR(A1/A2),0,A1/A2)', 'A2', 'zero'],
    ['IFERROR(A1/(A2-A2),0)', '#DIV/0!', 'error'],
    ['IFERROR(A1/SUM(A2:A2),0)', '#DIV/0!', 'error'],
  ])('%s lacks %s', (formula, source, is) => {
    expect(isOfBlanks(formula, 'A')).toBe(false);
    expect(missing(formula, 'A')).toEqual({ source, is });
  });

  it.each([
    'A1*A2',
    'A6',
    'A1-A1',
    'A2/A1',
    'IF(A1=0,0,A2/A1)',
    'IFERROR(A2/SUM(A1:A2),0)',
    '0*3',
    'SUM(A2:B9)',
    "SUM('Bảng tạm'!A1:B9)",
    'COUNTIF(A1:Z9,"<0")',
    'A2*VLOOKUP("Huyện",\'Bảng tạm\'!A1:B2,2,FALSE)',
    "'Khác'!A1*A2",
    '[1]A!Z9*A2',
    'IFERROR(SUM(A1:A2),0)',
    // The error stands in another row than the one picked.
    'IFERROR(INDEX(A1:A6,2)*A1,0)',
    'INT(A1/1000)',
  ])('%s lacks nothing', (formula) => {
    expect(missing(formula, 'A')).toBeNull();
  });
});
