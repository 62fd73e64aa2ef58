import { kinds } from '../../../../core/target/kinds/index.ts';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RawCell } from '../../../../core/rules/figure/cell.ts';
import { rulesFor } from '../../../../core/rules/figure/precedence.ts';
import { figureRules } from '../../../../core/rules/figure/rules/index.ts';
import { expectedFormula } from '../../../../core/rules/figure/expected.ts';
import type { FigureContext, FigureSurroundings } from '../../../../core/rules/figure/surroundings.ts';
import { perOf } from '../../../../core/catalogue/per.ts';
import { measuredFormula } from '../../../../core/observation/measured.ts';
import { cellAddress } from '../../../../core/sheet/address.ts';
import { readWorkbook } from '../../../../formats/xlsx/read.ts';
import { describeWithEngine } from '../../../engines/availability.ts';
import * as gnumeric from '../../../engines/gnumeric.ts';
import * as libreoffice from '../../../engines/libreoffice.ts';
import { commonCauseNames, commonCauses } from '../../../../core/rules/figure/common-causes.ts';
import { makeContext, makeIndicator, makeValues, type ValuesShape } from './figure-fixture.ts';

/**
 * The spreadsheet engines as referees: every rule that has a formula has to give TRUE exactly where its function
 * fails, whatever stands in the cells. What silences it is said by other cells of the sheet Kiểm tra and proven there.
 */
const SHEET = 'Lưới';
const DRAWN = 100;
// The same cases on every run: an engine's word must not depend on the day.
const SEED = 20_241_231;
/** Stored with every formula: an engine that trusts stored results instead of computing is found out. */
const NOT_COMPUTED = 'chưa tính';
/** Excel's limit for one formula. */
const LONGEST_FORMULA = 8_192;

const [whole, total] = [
  { vi: 'Tổng thể', en: 'Whole' },
  { vi: 'Cả tỉnh', en: 'Province' },
];
const everywhere = { hard: [0, 1_000_000_000] as const };
const contexts: Record<string, FigureContext> = {
  count: makeContext(everywhere, {
    denominators: [total],
    wholes: [whole, total],
    shares: [
      {
        indicator: makeIndicator({ measure: 'share', hard: [0, 100] }),
        isPart: true,
        printed: [{ low: 90, high: 90, of: 'standing', years: 1, sharedBy: 1 }],
      },
    ],
  }),
  'count of a rate': makeContext(everywhere, {
    denominators: [total],
    portions: [whole],
    shares: [
      {
        indicator: makeIndicator({ measure: 'rate', unit: '‰' }),
        isPart: false,
        printed: [{ low: 8, high: 9, of: 'standing', years: 1, sharedBy: 1 }],
      },
    ],
  }),
  'count of institutions': makeContext({ ...everywhere, unit: 'xã', cumulative: 'yes' }, { wholes: [total] }),
  share: makeContext({ measure: 'share', hard: [0, 100], plausible: [5, 60] }, { wholes: [whole] }),
  rate: makeContext({ measure: 'rate', unit: '‰', hard: [0, 1_000], plausible: [3, 60] }),
  'rate without bounds': makeContext(
    { measure: 'rate', unit: 'giường/vạn dân' },
    { parts: { numerator: true, denominator: false } },
  ),
  amount: makeContext({ measure: 'amount', unit: 'm²/người', plausible: [8, 60] }),
  index: makeContext({ measure: 'index', hard: [0, 100], unit: '%', aggregation: 'not-additive' }),
  'yes or no': makeContext({ measure: 'yes-no', hard: [0, 1] }, { kinds: [kinds.milestone] }),
  'part of a year': makeContext(everywhere, {
    period: '2024-S1',
    vintage: 'preliminary',
    kinds: [kinds.flow],
  }),
  'sum so far': makeContext(everywhere, {
    period: '2024-LK9',
    vintage: 'preliminary',
    kinds: [kinds.flow],
    isSumSoFar: true,
  }),
  'not yet due': makeContext(
    { ...everywhere, availableMonth: 4 },
    { kinds: [kinds.total], vintage: 'final' },
  ),
  'share of a plan': makeContext(
    { measure: 'share', hard: [0, 100] },
    { printed: [{ low: 86, high: 90, of: 'standing', years: 1, sharedBy: 1 }], neighbours: [whole, total] },
  ),
  // The second row is looked at over a blank one, and is one of institutions.
  'rows over a blank one': makeContext(
    { ...everywhere, unit: 'xã', perThousand: [0.5, 1] },
    {
      kinds: [],
      neighbours: [whole, total],
      neighbourRows: [
        { closeness: null, isCounted: true, between: [] },
        { closeness: 'size', isCounted: true, between: [0] },
      ],
    },
  ),
  'amount of a year': makeContext(everywhere, {
    printed: [{ low: 4_000, high: 5_000, of: 'year', years: 1, sharedBy: 1 }],
    neighbours: [whole],
    kinds: [kinds.flow],
  }),
  'figure filled in': makeContext(everywhere, { given: { figure: 45, source: 'QĐ 12' } }),
  'sign filled in': makeContext(everywhere, { ofRound: false, given: { figure: '...', source: null } }),
  'count of residents': makeContext({ ...everywhere, perThousand: [180, 400] }),
  'nurses of a ward': makeContext(
    { ...everywhere, perThousand: [0.15, 6], concentrated: 'yes' },
    { level: 'commune' },
  ),
  'percentage of last year': makeContext(
    { measure: 'share', hard: [0, 100] },
    { ofRound: false, owed: false, isOfLastYear: true, period: '2023', vintage: 'final' },
  ),
  'earlier year': makeContext(everywhere, { ofRound: false, owed: false, period: '2022', vintage: 'final' }),
};

/** Texts, signs, blanks, truth and error values: all that people leave in a cell. */
const odd: RawCell[] = [
  null,
  ...['', '   ', '-', ' - ', '...', '…', 'x', 'X', ' x ', 'xx', '--', '- -', 'không có', 'khoảng 300'],
  ...['12,5', '1.234', '12 345', '12\u00a0345', '\u00a0345', '12\u202f345', '1.234.567,8', '1,234.5', ' 12 '],
  ...[
    '-5',
    '\u22125',
    '-\u22125',
    '--5',
    '5-6',
    '2-',
    '5%',
    '5 %',
    '5%%',
    '%',
    '-%',
    '.',
    ',',
    '1,2,3',
    '+5',
  ],
  ...['<5', '5>', '<>', '<5>', '5 nghìn', '1e5', '１２', '12\n', '0', '#N/A!', 'TRUE', '...5'],
  true,
  false,
  { error: '#DIV/0!' },
  { error: '#N/A' },
  { error: '#VALUE!' },
];
const numbers: number[] = [
  ...[0, 1, -3, 2, 0.45, 0.5, 1.25, 3, 4.5, 5, 8, 12.345, 19.5, 20, 25, 30, 31, 36, 44.95, 45, 45.05, 45.3],
  ...[45.35, 46, 50, 56.25, 60, 60.01, 75, 99.9, 100, 100.5, 106, 112.5, 360, 362, 450, 562.5, 1000, 1200],
  ...[1234, 4213, 4500, 9500, 36_000, 45_120, 56_250, 56_251, 999_999_999, 1_000_000_001],
];

const PLACES = [
  'figure',
  'previous',
  'numerator',
  'denominator',
  'baseline',
  'plan',
  'year',
  'reason',
  'people',
  'isFraction',
  'isByExchanged',
] as const;
const VALUE_COLUMN = 13;
const LIST_COLUMN = { denominators: 14, wholes: 16, neighbours: 19, portions: 27 };
const NEIGHBOUR_CELLS = ['figure', 'previous', 'baseline', 'expected'] as const;
const EXPECTED_COLUMN = 29;
const SUM_COLUMN = { before: 30, own: 31 };
const MULTIPLE_COLUMN = { isShared: 32, isApart: 33 };
const CAUSE_COLUMN = { standing: 34, asFractions: 35 };
const SAID_COLUMN = { isPartSaid: 36, isWholeSaid: 37 };
const FIRST_FORMULA_COLUMN = 38;
const ELSEWHERE_COLUMN = 80;

/** Counts that all are twice what they were. */
const all = new Set(['tested|_T|2024']);
const together = { median: Math.LN2, of: 8, near: all, shared: all, apart: all, isMultiple: true };
/** Figures that show something together. */
const shown = { figures: 8, of: 9, ids: all, isCommon: true };

interface GridCase {
  context: FigureContext;
  values: FigureSurroundings<RawCell>;
  label: string;
}

function casesOf(name: string, context: FigureContext): GridCase[] {
  const around: ValuesShape = {
    isFraction: context.isOfLastYear,
    previous: 45,
    numerator: 4_275,
    denominator: 9_500,
    baseline: 44,
    plan: 46,
  };
  const near: ValuesShape = {
    ...around,
    denominators: context.denominators.map(() => 9_500),
    wholes: context.wholes.map(() => 9_500),
    portions: context.portions.map(() => 420),
    neighbours: context.neighbours.map(() => ({ figure: 45.2, previous: 83, baseline: null, expected: 83 })),
    year: 9_500,
    people: 50_000,
    sumOf: context.isSumSoFar ? { before: 25, own: 20 } : null,
  };
  const any = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...numbers) },
    { weight: 2, arbitrary: fc.constantFrom(...odd) },
  );
  const drawn = fc.record({
    figure: any,
    previous: any,
    numerator: any,
    denominator: any,
    baseline: any,
    plan: any,
    year: any,
    sumOf: context.isSumSoFar ? fc.record({ before: any, own: any }) : fc.constant(null),
    people: fc.constantFrom<RawCell>(40, 4_000, 100_000),
    isFraction: fc.boolean(),
    isByExchanged: fc.boolean(),
    multiple: fc
      .constantFrom([true, false], [false, true], [false, false])
      .map(([isShared = false, isApart = false]) => ({ isShared, isApart, isFirst: true, together })),
    causes: fc.record({ standing: fc.boolean(), asFractions: fc.boolean() }).map((is) => ({
      standing: { isShared: is.standing, isFirst: true, together: shown },
      asFractions: { isShared: is.asFractions, isFirst: true, together: shown },
    })),
    isPartSaid: fc.boolean(),
    isWholeSaid: fc.boolean(),
    reason: fc.constantFrom<RawCell>(null, '', '  ', 'đổi địa giới', 5),
    denominators: fc.tuple(...context.denominators.map(() => any)),
    wholes: fc.tuple(...context.wholes.map(() => any)),
    portions: fc.tuple(...context.portions.map(() => any)),
    neighbours: fc.tuple(
      ...context.neighbours.map(() =>
        fc.record({ figure: any, previous: any, baseline: any, expected: any }),
      ),
    ),
  });
  const shapes: ValuesShape[] = [
    ...[...odd, ...numbers].map((figure) => ({ ...near, figure })),
    // Without anything before, and with two digits or two rows exchanged.
    ...[0.834, 1, 86, 0.2, 12, 3_999, 100_000].map((figure) => ({
      ...near,
      figure,
      previous: null,
      baseline: null,
    })),
    // The plan, or what is usual to the people, is all there is.
    ...[0.834, 58, 83, 38.4, 64, 91_000, 12_000, 41_300, 21_000].map((figure) => ({
      ...near,
      figure,
      previous: null,
      baseline: null,
      plan: null,
      neighbours: context.neighbours.map(() => ({
        figure: 86,
        previous: null,
        baseline: null,
        expected: 55,
      })),
    })),
    // The next row was left blank: the one after it is the neighbour, of few and of many.
    ...[86, 50, 49, 220, 4].flatMap((figure) =>
      [45, 86, null].map((previous): ValuesShape => {
        const one = { previous: previous === null ? null : 220, baseline: null, expected: 220 };
        return {
          ...near,
          figure,
          previous,
          baseline: null,
          plan: null,
          people: 120_000,
          neighbours: context.neighbours.map((_, at) => ({
            ...one,
            figure: at === 0 && context.neighbours.length > 1 ? null : 86,
          })),
        };
      }),
    ),
    // Of what is only roughly known ten times as much, and a tenth, may be true.
    ...[1, 10, 5, 0.1, 100, 15, 51].flatMap((figure) =>
      [0.1, 1, 45].map((plan) => ({
        ...near,
        figure,
        previous: null,
        baseline: null,
        plan,
        denominators: context.denominators.map(() => 12),
      })),
    ),
    ...[54, 54.3, 83, 82.5, 450, 4.5, 405].map((figure) => ({ ...near, figure, previous: 45.6 })),
    ...[3_412, 40_312, 412, 4_312, 3_142].map((figure) => ({ ...near, figure, previous: 4_250 })),
    // The same figure again, and the same tenfold, hundredfold, thousandfold and at the ends of the bands.
    ...[45.3, 45, 4213, 4100, 120.5, 1.234, 0].map((figure) => ({ ...near, figure, previous: figure })),
    ...[0.0008, 0.00125, 0.01, 0.1, 8, 12.5, 12.51, 7.99, 100, 1_000].map((by) => ({
      ...near,
      figure: 45 * by,
    })),
    ...fc.sample(drawn, { seed: SEED + name.length, numRuns: DRAWN }),
  ];
  return shapes.map((shape, at) => ({
    context,
    values: makeValues(context, shape),
    label: `${name} ${at}: ${JSON.stringify(shape)}`,
  }));
}

const cases = Object.entries(contexts).flatMap(([name, context]) => casesOf(name, context));

/** One formula of the grid and what it has to give. */
interface Expected {
  row: number;
  column: number;
  code: string;
  label: string;
  formula: string;
  fails: boolean;
}

function neighbourColumn(index: number, cell: (typeof NEIGHBOUR_CELLS)[number]): number {
  return LIST_COLUMN.neighbours + NEIGHBOUR_CELLS.length * index + NEIGHBOUR_CELLS.indexOf(cell);
}

function refsAt(row: number, { context, values }: GridCase): FigureSurroundings<string> {
  // The row is not fixed: what differs in nothing else is one formula, filled down.
  const at = (column: number) => `$${cellAddress(row, column)}`;
  const place = (name: (typeof PLACES)[number]) => at(2 + PLACES.indexOf(name));
  const { parts } = context;
  const isRatio = perOf(context.indicator) !== null;
  return {
    figure: place('figure'),
    value: isRatio ? at(VALUE_COLUMN) : place('figure'),
    previous: place('previous'),
    numerator: parts.numerator ? place('numerator') : null,
    denominator: parts.denominator ? place('denominator') : null,
    baseline: place('baseline'),
    plan: place('plan'),
    year: place('year'),
    isFraction: place('isFraction'),
    isByExchanged: place('isByExchanged'),
    multiple: values.multiple && {
      isShared: at(MULTIPLE_COLUMN.isShared),
      isApart: at(MULTIPLE_COLUMN.isApart),
      isFirst: 'TRUE',
      together: null,
    },
    causes: values.causes && {
      standing: { isShared: at(CAUSE_COLUMN.standing), isFirst: 'TRUE', together: null },
      asFractions: { isShared: at(CAUSE_COLUMN.asFractions), isFirst: 'TRUE', together: null },
    },
    isPartSaid: at(SAID_COLUMN.isPartSaid),
    isWholeSaid: at(SAID_COLUMN.isWholeSaid),
    reason: place('reason'),
    people: place('people'),
    expected: at(EXPECTED_COLUMN),
    denominators: values.denominators.map((_cell, index) => at(LIST_COLUMN.denominators + index)),
    wholes: values.wholes.map((_cell, index) => at(LIST_COLUMN.wholes + index)),
    portions: values.portions.map((_cell, index) => at(LIST_COLUMN.portions + index)),
    sumOf: values.sumOf && { before: at(SUM_COLUMN.before), own: at(SUM_COLUMN.own) },
    neighbours: values.neighbours.map((_one, index) => ({
      figure: at(neighbourColumn(index, 'figure')),
      previous: at(neighbourColumn(index, 'previous')),
      baseline: at(neighbourColumn(index, 'baseline')),
      expected: at(neighbourColumn(index, 'expected')),
    })),
  };
}

/** The outcome of the function, for a workbook that has the parts the context says. */
function valuesOf({ context, values }: GridCase): FigureSurroundings<RawCell> {
  const { numerator, denominator } = context.parts;
  const shape = {
    ...values,
    numerator: numerator ? values.numerator : null,
    denominator: denominator ? values.denominator : null,
  };
  return makeValues(context, shape);
}

const expected: Expected[] = [];
const withoutFormula: string[] = [];
cases.forEach((one, at) => {
  const row = at + 2;
  const refs = refsAt(row, one);
  const values = valuesOf(one);
  let column = FIRST_FORMULA_COLUMN;
  const add = (code: string, formula: string | null, fails: boolean) => {
    if (formula === null) {
      if (fails) withoutFormula.push(`${code}: ${one.label}`);
      return;
    }
    expected.push({ row, column, code, label: one.label, formula, fails });
    column += 1;
  };
  for (const rule of rulesFor(one.context)) {
    const alone = rule.check(one.context, values).outcome === 'failed';
    add(rule.code, rule.formula(one.context, refs), alone);
    // In a column of its own: where the rule finds nothing there is nothing to be said elsewhere.
    const elsewhere = alone ? rule.saidElsewhere : undefined;
    const formula = elsewhere?.formula(refs) ?? null;
    if (!elsewhere || formula === null) continue;
    const [code, fails] = [`${rule.code}, said elsewhere`, elsewhere.check(values)];
    expected.push({
      row,
      column: ELSEWHERE_COLUMN + figureRules.indexOf(rule),
      code,
      label: one.label,
      formula,
      fails,
    });
  }
  for (const name of commonCauseNames) {
    const { appliesTo, shows, formula } = commonCauses[name];
    if (!appliesTo(one.context)) continue;
    const is = shows(one.context, values);
    const conditions = formula(one.context, refs);
    add(`${name}, could be shown`, conditions && conditions.couldShow, is !== null);
    add(
      `${name}, is shown`,
      conditions && `IF(${conditions.couldShow},${conditions.shows},FALSE)`,
      is === true,
    );
  }
});

let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-figures-'));
  file = join(folder, 'lưới.xlsx');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(SHEET);
  cases.forEach((one, at) => {
    const row = sheet.getRow(at + 2);
    const put = (column: number, cell: RawCell) => {
      if (cell !== null) row.getCell(column).value = cell as ExcelJS.CellValue;
    };
    PLACES.forEach((place, index) => {
      put(2 + index, one.values[place]);
    });
    put(MULTIPLE_COLUMN.isShared, one.values.multiple?.isShared ?? null);
    put(MULTIPLE_COLUMN.isApart, one.values.multiple?.isApart ?? null);
    for (const name of commonCauseNames) put(CAUSE_COLUMN[name], one.values.causes?.[name]?.isShared ?? null);
    put(SAID_COLUMN.isPartSaid, one.values.isPartSaid ?? false);
    put(SAID_COLUMN.isWholeSaid, one.values.isWholeSaid ?? false);
    put(SUM_COLUMN.before, one.values.sumOf?.before ?? null);
    put(SUM_COLUMN.own, one.values.sumOf?.own ?? null);
    one.values.denominators.forEach((cell, index) => {
      put(LIST_COLUMN.denominators + index, cell);
    });
    one.values.wholes.forEach((cell, index) => {
      put(LIST_COLUMN.wholes + index, cell);
    });
    one.values.portions.forEach((cell, index) => {
      put(LIST_COLUMN.portions + index, cell);
    });
    one.values.neighbours.forEach((beside, index) => {
      for (const name of NEIGHBOUR_CELLS) put(neighbourColumn(index, name), beside[name]);
    });
    const refs = refsAt(at + 2, one);
    const { figure, numerator, denominator } = refs;
    const expecting = expectedFormula(one.context, refs);
    if (expecting !== null) row.getCell(EXPECTED_COLUMN).value = { formula: expecting, result: NOT_COMPUTED };
    if (perOf(one.context.indicator) !== null)
      row.getCell(VALUE_COLUMN).value = {
        formula: measuredFormula(one.context.indicator, { published: figure, numerator, denominator }),
        result: NOT_COMPUTED,
      };
  });
  // By column, the last formula that was written out: where it only has to be filled down, programs read it once.
  const written = new Map<number, { address: string; text: string; row: number }>();
  let filled = 0;
  for (const { row, column, formula } of expected) {
    const text = formula.replaceAll(new RegExp(`(?<=\\$[A-Z]+)${row}\\b`, 'gu'), 'row');
    const cell = sheet.getCell(row, column);
    const above = written.get(column);
    const isFilled = above?.row === row - 1 && above.text === text;
    const { address } = isFilled ? above : cell;
    cell.value = isFilled
      ? { sharedFormula: address, result: NOT_COMPUTED }
      : { formula, result: NOT_COMPUTED };
    written.set(column, { address, text, row });
    if (isFilled) filled += 1;
  }
  expect(filled).toBeGreaterThan(expected.length * 0.9);
  await writeFile(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function differences(path: string): Promise<string[]> {
  const workbook = await readWorkbook(new Uint8Array(await readFile(path)));
  const cells = workbook.sheets.find(({ name }) => name === SHEET)?.cells ?? [];
  const found = new Map<string, unknown>(cells.map(({ row, column, value }) => [`${row}:${column}`, value]));
  return expected.flatMap(({ row, column, code, label, formula, fails }) => {
    const result = found.get(`${row}:${column}`);
    return result === fails
      ? []
      : [`${code} of ${label}: core ${fails}, engine ${JSON.stringify(result)} = ${formula}`];
  });
}

describe('the formulas put to the engines', () => {
  it('are there wherever a rule can fail', () => {
    expect(withoutFormula).toEqual([]);
  });

  it.each(figureRules.map(({ code }) => code))('hold failures and passes of %s', (code) => {
    const ofRule = expected.filter((one) => one.code === code);
    expect(ofRule.length).toBeGreaterThan(200);
    expect(ofRule.filter(({ fails }) => fails).length).toBeGreaterThan(5);
    expect(ofRule.some(({ fails }) => !fails)).toBe(true);
  });

  it('fit into a cell, also with references to other sheets', () => {
    const longest = Math.max(
      ...expected.map(({ formula }) => formula.replaceAll(/\$[A-Z]+\d+/gu, "'Số liệu nền'!$AB$1234").length),
    );
    expect(longest).toBeLessThan(LONGEST_FORMULA);
  });
});

describeWithEngine('libreoffice', 'LibreOffice gives every formula the outcome of its rule', () => {
  it.each(['en-US', 'vi-VN'] as const)('in %s', { timeout: 600_000 }, async (locale) => {
    const [recalculated = ''] = await libreoffice.recalculate([file], join(folder, locale), {
      locale,
      timeoutMilliseconds: 500_000,
    });
    expect((await differences(recalculated)).slice(0, 20)).toEqual([]);
  });
});

describeWithEngine('gnumeric', 'Gnumeric gives every formula the outcome of its rule', () => {
  it('in its own locale', { timeout: 600_000 }, async () => {
    const options = { timeoutMilliseconds: 500_000 };
    const recalculated = await gnumeric.recalculate(file, join(folder, 'gnumeric.xlsx'), options);
    expect((await differences(recalculated)).slice(0, 20)).toEqual([]);
  });
});
