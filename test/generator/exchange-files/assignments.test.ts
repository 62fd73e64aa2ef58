import { describe, expect, it } from 'vitest';
import { withAssignments } from '../../../generator/exchange-files/assignment-rows.ts';
import { loadAssignments, readAssignments } from '../../../generator/exchange-files/assignments.ts';
import { parseRows } from '../../../generator/csv-rows.ts';
import { assignmentColumns, assignmentRowSchema } from '../../../core/planner/assignment/assignment.ts';
import { NO_CATALOGUE } from '../../../core/catalogue/catalogue.ts';
import { renderFinding } from '../../../core/wording/render.ts';
import { assignment } from '../../core/planner/assignment/fixture.ts';
import { loadText } from './fixture.ts';

const HEADER = 'unit,indicator,stratum,year,comparator,value,decision,decisionDate,validFrom,supersedes,note';
const ROW = 'VN12,health-insurance,,2025,atLeast,97.5,10/QĐ-UBND,2024-12-20,2025-01-01,,';
const file = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');

describe('loadAssignments', () => {
  it('reads rows with their empty cells as null', async () => {
    const { value, found } = await loadText(loadAssignments, file(ROW));
    expect(found).toEqual([]);
    expect(value).toEqual([
      {
        unit: 'VN12',
        indicator: 'health-insurance',
        stratum: null,
        year: 2025,
        comparator: 'atLeast',
        value: 97.5,
        decision: '10/QĐ-UBND',
        decisionDate: '2024-12-20',
        validFrom: '2025-01-01',
        supersedes: null,
        note: null,
      },
    ]);
  });

  it('takes the whole as exported tables write it', async () => {
    const { value, found } = await loadText(loadAssignments, file(ROW.replace(',,2025', ',_T,2025')));
    expect([found, value?.[0]?.stratum]).toEqual([[], null]);
  });

  it('takes a byte order mark, Windows line ends, quoted cells and the departments of the province', async () => {
    const rows = [
      ROW.replace(/,$/u, ',"hai dòng,\nmột ô"'),
      ROW.replace('VN12,', 'VN12.BHXH,').replace('2025', '2026'),
    ];
    const { value, found } = await loadText(
      loadAssignments,
      `\uFEFF${file(...rows).replaceAll('\n', '\r\n')}`,
    );
    expect(found).toEqual([]);
    expect(value?.map(({ unit, note }) => [unit, note])).toEqual([
      ['VN12', 'hai dòng,\nmột ô'],
      ['VN12', null],
    ]);
  });

  it.each([
    ['an unknown unit', ['VN12,', 'VN12.170,'], 'error row-unit-unknown 3'],
    ['an unknown indicator', ['health-insurance', 'health-insurence'], 'error row-indicator-unknown 3'],
    ['an unknown stratum', [',,2025', ',rural,2025'], 'error row-stratum-unknown 3'],
    ['a unit id of another form', ['VN12,', 'Tam Đường,'], 'error field-invalid 3'],
    ['a comparator that is no single value', ['atLeast', 'range'], 'error field-invalid 3'],
    ['a comparator as a sign', ['atLeast', '>='], 'error field-invalid 3'],
    ['a decimal comma', ['97.5', '"97,5"'], 'error field-invalid 3'],
    ['no value', ['97.5', ''], 'error field-invalid 3'],
    ['no decision', ['10/QĐ-UBND', ''], 'error field-invalid 3'],
    ['a day that does not exist', ['2025-01-01', '2025-02-30'], 'error field-invalid 3'],
    ['a date in Vietnamese order', ['2024-12-20', '20/12/2024'], 'error field-invalid 3'],
    ['a year in two digits', [',2025,', ',25,'], 'error field-invalid 3'],
    [
      'a superseded decision that is not there',
      [',2025-01-01,,', ',2025-01-01,9/QĐ,'],
      'error supersedes-missing 3',
    ],
    ['an impossible value', ['97.5', '975'], 'error assigned-impossible 3'],
    ['a missing cell', [',,2025', ',2025'], 'error csv-columns 3'],
    [
      'an indicator without a target',
      ['health-insurance,,2025,atLeast,97.5', 'population,,2025,atLeast,97'],
      'warning assignment-without-target 3',
    ],
    ['a year after every plan', [',2025,', ',2035,'], 'warning assignment-without-target 3'],
  ] as [string, [string, string], string][])('reports %s with its line', async (_, [from, to], expected) => {
    const other = ROW.replace(',2025,', ',2026,');
    const { value, found } = await loadText(loadAssignments, file(other, ROW.replace(from, to)));
    expect(found).toEqual([expected]);
    expect(value === null).toBe(expected.startsWith('error'));
  });

  it('counts lines, not rows, where a cell holds line breaks', async () => {
    const { found } = await loadText(
      loadAssignments,
      file(ROW.replace(/,$/u, ',"một\nhai\nba"'), ROW.replace('VN12,', 'VN12.999,')),
    );
    expect(found).toEqual(['error row-unit-unknown 5']);
  });

  it('reports two decisions that contradict each other, naming the other line', async () => {
    const { value, found, findings } = await loadText(
      loadAssignments,
      file(ROW, ROW.replace('97.5', '96').replace('10/QĐ', '11/QĐ')),
    );
    expect(found).toEqual(['error assignment-contradiction 3']);
    expect(value).toBeNull();
    const [finding] = findings;
    expect(finding && renderFinding(finding, 'vi')).toContain(
      'Quyết định "11/QĐ-UBND" giao 96, quyết định "10/QĐ-UBND" (dòng 2) giao 97,5',
    );
  });

  it.each([
    ['another header', ROW, 'error csv-header 1'],
    ['a column too many', HEADER.replace('unit,', 'unit,khác,'), 'error csv-header 1'],
    ['nothing', '', 'error csv-empty -'],
    ['an open quote', `${HEADER}\n"VN12`, 'error csv-syntax 2'],
    ['another encoding', new Uint8Array([0xff, 0xfe, 0x41]), 'error csv-utf16 -'],
  ])('refuses %s', async (_, text, expected) => {
    const { value, found } = await loadText(loadAssignments, text);
    expect(found[0]).toBe(expected);
    expect(value).toBeNull();
  });

  it('says that a file is missing under the name it was given', async () => {
    const { findings } = await readAssignments('no-such-folder/none.csv', {
      catalogue: NO_CATALOGUE,
      units: [],
    });
    expect(findings.map(({ code, place }) => [code, place.file])).toEqual([
      ['text-file-missing', 'no-such-folder/none.csv'],
    ]);
  });
});

describe('withAssignments', () => {
  it('leaves what stood there to the letter, its line ends too', () => {
    const before = `${HEADER}\r\n${ROW.replace(/,$/u, ', ghi chú ')}`;
    const after = withAssignments(before, [assignment()]);
    expect(after.startsWith(`${before}\r\n`)).toBe(true);
    expect(after.endsWith('VN12.105,people,,2025,equal,100,10/QĐ-UBND,2024-12-20,2025-01-01,,\r\n')).toBe(
      true,
    );
  });

  it.each([0, -3.5, 1e-7, 123_456_789.123_456, 0.1 + 0.2, 5e14])(
    'writes %d so that it reads back',
    (value) => {
      const rows = [
        assignment({ value }),
        assignment({ unit: 'VN12.106', value, decision: 'có "nháy", và phẩy\nhai dòng', note: '=1+1' }),
      ];
      const text = withAssignments(null, rows);
      const read = parseRows(text, 'a.csv', assignmentRowSchema, assignmentColumns);
      expect(read.findings).toEqual([]);
      expect(read.rows.map((row) => ({ ...row.value, value: 0 }))).toEqual(
        rows.map((row) => ({ ...row, value: 0 })),
      );
      for (const row of read.rows) expect(row.value.value).toBeCloseTo(value, 12);
    },
  );
});
