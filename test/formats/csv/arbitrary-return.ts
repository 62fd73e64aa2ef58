import * as fc from 'fast-check';
import type { ExchangeNames } from '../../../core/exchange/names.ts';
import type { ReturnFigures } from '../../../core/exchange/return-figures.ts';
import { figureKey } from '../../../core/observation/key.ts';
import { vintages } from '../../../core/observation/vintage.ts';
import type { Remark } from '../../../core/workbook/entry-fields.ts';

/** Names of everything the returns below speak of; one holds both delimiters and a quote. */
export const NAMES: ExchangeNames = {
  units: new Map([
    ['VN12', 'Tỉnh Lai Châu'],
    ['VN12.BHXH', 'Bảo hiểm xã hội tỉnh'],
    ['VN12.040', 'Huyện Mẫu'],
    ['VN12.03388-2025', 'Phường Đoàn Kết'],
    ['VN12.03390-2025', 'Xã Bình Lư'],
  ]),
  indicators: new Map([
    ['poverty-rate', 'Tỷ lệ hộ nghèo'],
    ['new-jobs', 'Số việc làm mới; trong đó "xuất khẩu lao động", tại chỗ'],
    ['households', 'Số hộ'],
  ]),
  strata: new Map([
    ['_T', 'Chung'],
    ['poor-districts', 'Các huyện nghèo'],
    ['urban', 'Thành thị'],
  ]),
  wholeThings: new Set(['new-jobs', 'households']),
};

/** Texts a person types beside a figure, and what makes trouble in CSV files and spreadsheets. */
export const freeText = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.stringMatching(/^[-=+@"';,\t\n 0-9a-zăđ.]{1,20}$/u),
    fc.constantFrom(
      '=1+1',
      "'=1+1",
      "''=1+1",
      '+84 912',
      '-12,5',
      '@SUM(A1)',
      '＝1+1',
      '=HYPERLINK("http://x";"y")\nghi chú',
      '\n=1',
      '\t=1',
      ' =1',
      "'",
      "'12",
      '1.234',
      '007',
      '1/2',
      '2023-01-02',
      'TRUE',
      '1e5',
      '"',
      'một dòng\nhai dòng',
      'a;b,c',
      '\ufeffx',
      '__proto__',
      'Hoà ≠ hòa',
    ),
  )
  .filter((text) => !/(?![\t\n])\p{Cc}|\p{Cs}/u.test(text));

const amount = fc
  .oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 1000),
    fc.constantFrom(0, 1.234, 1234, 0.1, 1e-7, 5e-324, 1.79769313486231e308, 123456789012346000000),
  )
  // No spreadsheet keeps more digits, and none go out.
  .map((value) => Number((value === 0 ? 0 : value).toPrecision(15)))
  .filter(Number.isFinite);

const figure = fc.oneof(amount, fc.constantFrom('-' as const, '...' as const, 'x' as const));
const period = fc.constantFrom('2021', '2022', '2023-S1', '2023-Q3');
const stratum = fc.constantFrom(null, 'poor-districts', 'urban');
const indicator = fc.constantFrom(...NAMES.indicators.keys());

const rowOf = fc.record({
  indicator,
  stratum,
  period,
  vintage: fc.constantFrom(...vintages),
  figure: fc.option(figure),
  mark: fc.option(freeText),
  reason: fc.option(freeText),
});

type Row = typeof rowOf extends fc.Arbitrary<infer Value> ? Value : never;

const rowsOf = (maxLength: number) =>
  fc.uniqueArray(rowOf, {
    selector: (row) => `${figureKey(row.indicator, row.stratum)}|${row.period}`,
    maxLength,
  });

/** Rows as figures and remarks of a unit. */
function saidIn(
  rows: readonly Row[],
  { unit, by }: { unit: string; by: string },
): Pick<ReturnFigures, 'observations' | 'remarks'> {
  return {
    observations: sorted(
      rows.flatMap(({ indicator: id, stratum: part, period: when, vintage, figure: value, reason }) =>
        value === null
          ? []
          : [
              {
                unit,
                indicator: id,
                stratum: part,
                period: when,
                vintage,
                reporter: by,
                figure: value,
                note: reason,
              },
            ],
      ),
      (one) => `${figureKey(one.indicator, one.stratum)}|${one.period}|${one.vintage}`,
    ),
    remarks: sorted(
      rows.flatMap((row) =>
        (['mark', 'reason'] as const).flatMap((field): Remark[] => {
          const text = row[field];
          const key = figureKey(row.indicator, row.stratum);
          return text === null ? [] : [{ key, period: row.period, field, text }];
        }),
      ),
      (one) => `${one.key}|${one.period}|${one.field}\u0000${one.text}`,
    ),
  };
}

/** What a body of record says of communes; of which of them it says nothing is not in a return. */
const ofCommunes = fc.uniqueArray(
  fc.record({ unit: fc.constantFrom('VN12.03388-2025', 'VN12.03390-2025'), rows: rowsOf(6) }),
  { selector: ({ unit }) => unit, maxLength: 2 },
);

/** Returns as a workbook is read: sorted, and with the reason of a figure as its note. */
export const arbitraryReturn: fc.Arbitrary<ReturnFigures> = fc
  .record({
    by: fc.constantFrom('VN12', 'VN12.BHXH'),
    sample: fc.boolean(),
    rows: rowsOf(12),
    communes: ofCommunes,
    verdicts: fc.uniqueArray(
      fc.record({
        series: fc
          .tuple(indicator, stratum, fc.constantFrom('level', 'total-2021-2025'))
          .map(([one, part, kind]) => `lai-chau-2021|${figureKey(one, part)}|${kind}`),
        period,
        verdict: fc.constantFrom('Đạt', 'Vượt', 'Chưa đạt', 'đạt một phần'),
        reason: fc.option(freeText),
      }),
      { selector: ({ series }) => series, maxLength: 5 },
    ),
    baselines: fc.uniqueArray(
      fc.record({
        indicator,
        stratum,
        year: fc.option(fc.integer({ min: 2000, max: 2030 })),
        value: fc.option(amount),
        source: freeText,
      }),
      { selector: (one) => figureKey(one.indicator, one.stratum), maxLength: 5 },
    ),
    replaces: fc.constantFrom(null, '2024-01-15'),
  })
  .map(({ by, sample, rows, communes, verdicts, baselines, replaces }) => ({
    unit: 'VN12',
    reporter: by,
    round: '2023',
    sample,
    byUnit:
      by === 'VN12'
        ? []
        : communes
            .map((one) => ({ unit: one.unit, ...saidIn(one.rows, { unit: one.unit, by }), unread: [] }))
            .filter(({ observations, remarks }) => observations.length + remarks.length > 0),
    plans: new Map([['lai-chau-2021', 'ab'.repeat(32)]]),
    ...saidIn(rows, { unit: 'VN12', by }),
    ownVerdicts: sorted(verdicts, (one) => one.series),
    baselines: sorted(baselines, (one) => figureKey(one.indicator, one.stratum)),
    unread: [],
    replaces,
  }));

function sorted<Value>(values: readonly Value[], key: (value: Value) => string): Value[] {
  return [...values].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
