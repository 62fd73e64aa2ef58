import { verdicts, type Verdict } from '../../../target/verdict.ts';
import { columnLetters } from '../../../sheet/address.ts';
import { sheetReference } from '../../../sheet/draft.ts';
import type { Layout } from '../../../workbook/layout.ts';
import type { ChartModel, PlottedRange, SheetModel } from '../../../sheet/model.ts';
import { COLUMN } from './columns.ts';
import { VERDICT_NAMES } from './counts.ts';
import type { ListRow } from './list.ts';
import { worstOf, worstRows } from './worst.ts';

const COLORS: Record<Verdict, string> = {
  notAssigned: '7F7F7F',
  notDue: 'D9D9D9',
  noFigure: '8EA9DB',
  notEvaluable: 'FFD966',
  exceeded: '548235',
  met: 'A9D08E',
  notMet: 'E06666',
};

/** Rows a chart takes: fewer where it has few bars, as of a unit below the province. */
export function chartRows({ domains }: Pick<Layout, 'domains'>): number {
  return domains.length > 9 ? 18 : 13;
}

/** Two charts side by side: verdict counts per domain, and what is asked and done for the worst gaps. */
export function summaryCharts(
  sheet: SheetModel,
  layout: Layout,
  rows: readonly ListRow[],
  places: { charts: number; counts: number; worst: number },
): ChartModel[] {
  const domains = layout.domains.length;
  const plotted = (
    column: number,
    top: number,
    count: number,
    cached: PlottedRange['cached'],
  ): PlottedRange => ({
    reference: sheetReference(
      sheet.name,
      `$${columnLetters(column)}$${top}:$${columnLetters(column)}$${top + count - 1}`,
    ),
    cached,
  });
  const countTop = places.counts + 1;
  const ofDomain = layout.domains.map(({ series }) =>
    rows.filter(({ block }) => series.includes(block.series)),
  );
  const worst = worstOf(rows);
  const size = worstRows(rows);
  const padded = <Value>(values: Value[]) => Array.from({ length: size }, (_, at) => values[at] ?? null);
  const share = (value: number | null) => (value === null ? null : Number(value.toPrecision(12)));
  return [
    {
      kind: 'stackedBar',
      title: 'Đánh giá theo lĩnh vực (số chỉ tiêu)',
      from: { row: places.charts, column: COLUMN.number },
      to: { row: places.charts + chartRows(layout), column: COLUMN.target },
      categories: plotted(
        COLUMN.name,
        countTop,
        domains,
        layout.domains.map(({ domain }) => domain.name.vi),
      ),
      series: VERDICT_NAMES.map((name, at) => ({
        name: verdicts[name].vi,
        values: plotted(
          COLUMN.domain + at,
          countTop,
          domains,
          ofDomain.map((own) => own.filter((row) => row.verdict === name).length),
        ),
        color: COLORS[name],
      })),
      valueFormat: '0',
    },
    {
      kind: 'clusteredBar',
      title: 'Chênh lệch lớn nhất: phải đạt và đã đạt (% mức cần)',
      from: { row: places.charts, column: COLUMN.target },
      to: { row: places.charts + chartRows(layout), column: COLUMN.reason },
      categories: plotted(
        COLUMN.name,
        places.worst,
        size,
        padded(worst.map(({ contents }) => String(contents[0]?.value ?? ''))),
      ),
      series: [
        {
          name: 'Phải đạt (mức trong hiệu lực hoặc lộ trình)',
          values: plotted(COLUMN.asked, places.worst, size, padded(worst.map((row) => share(row.asked)))),
          color: '8EA9DB',
        },
        {
          name: 'Đã đạt',
          values: plotted(COLUMN.done, places.worst, size, padded(worst.map((row) => share(row.done)))),
          color: 'C55A11',
        },
      ],
      valueFormat: '0%',
    },
  ];
}
