import type { Domain } from '../../catalogue/schema.ts';
import type { Statement } from '../../plan/model.ts';
import { literal, quoted } from '../../target/formula.ts';
import type { Series } from '../../target/series.ts';
import { cellAddress, columnLetters } from '../../sheet/address.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { newSheet, put, setHeight, shareFormulas, sheetReference } from '../../sheet/draft.ts';
import { valuesOf } from '../../workbook/known-values.ts';
import type { DomainSeries } from '../../workbook/input-rows.ts';
import type { Layout } from '../../workbook/layout.ts';
import type { SheetModel } from '../../sheet/model.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { formulasOf } from '../shared-formulas.ts';
import { putHeading } from './heading.ts';
import { verdictFormats } from './verdict-formats.ts';
import { FIELD_WIDTH, putBlock, shownFields } from './put-block.ts';
import { COLUMN, HEADER_ROW, references, ROUND_CELL, type SeriesBlock } from './series-block.ts';
import { pageBreaks, type Block } from '../../sheet/page.ts';

/**
 * Of names and of years. All that a unit below a province follows stands on one sheet, a few rows an indicator: it is
 * wider, so that twenty assigned targets are two pages whose letters have the size of those of the summary.
 */
const WIDTHS = { ofPlan: { name: 25, year: 9.5 }, ofUnitBelow: { name: 31, year: 13 } };

/** Which domains stand on an indicator sheet, under what name and heading. */
export interface IndicatorGroup {
  sheet: string;
  title: string;
  domains: readonly DomainSeries[];
}

/**
 * The indicator sheets of a workbook: one a policy domain where a province or its departments follow the whole
 * plan; one for all where a unit below sees its figures and what was assigned to it, a few rows a domain.
 */
export function indicatorGroups(request: WorkbookRequest, { domains }: Layout): IndicatorGroup[] {
  if (isOfUnitBelow(request)) return [{ sheet: sheetNames.indicators, title: 'CHỈ TIÊU', domains }];
  return domains.map((one) => ({
    sheet: one.domain.sheet,
    title: `CHỈ TIÊU: ${one.domain.name.vi.toLocaleUpperCase('vi')}`,
    domains: [one],
  }));
}

function isOfUnitBelow({ unit }: WorkbookRequest): boolean {
  return unit.level !== 'province' && unit.level !== 'country';
}

/** An indicator sheet: a block per series, the years across. */
export function indicatorSheet(
  request: WorkbookRequest,
  layout: Layout,
  group: IndicatorGroup,
  sourceRowOf: (statement: Statement) => number,
): { sheet: SheetModel; blocks: SeriesBlock[] } {
  const series = group.domains.flatMap((one) => one.series);
  const widths = isOfUnitBelow(request) ? WIDTHS.ofUnitBelow : WIDTHS.ofPlan;
  const sheet = newSheet(
    group.sheet,
    [4, widths.name, 9, 8, FIELD_WIDTH, 6, 9, ...layout.years.map(() => yearWidth(series, widths.year))],
    {
      freeze: { rows: HEADER_ROW, columns: COLUMN.field },
      titleRows: [HEADER_ROW, HEADER_ROW],
      letters: 10,
    },
  );
  shareFormulas(sheet, formulasOf(layout, sheet.name));
  putHeading(
    sheet,
    request,
    group.title,
    'Trang này tự tính từ Nhập liệu, Số liệu nền và Số gốc. Lộ trình tham chiếu chỉ để so sánh, không quyết định đánh giá.',
  );
  put(sheet, ROUND_CELL.row, COLUMN.name, 'label', 'Năm báo cáo:');
  put(sheet, ROUND_CELL.row, ROUND_CELL.column, 'label', {
    formula: sheetReference(sheetNames.cover, ROUND_ADDRESS),
    result: request.round,
    format: '0',
    tag: 'link',
  });
  const words = ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Căn cứ', 'Nội dung', 'Năm gốc', 'Số gốc'];
  words.forEach((word, at) => put(sheet, HEADER_ROW, COLUMN.number + at, 'header', word));
  layout.years.forEach((year, at) =>
    put(sheet, HEADER_ROW, COLUMN.firstYear + at, 'header', { value: year, format: '0' }),
  );
  setHeight(sheet, HEADER_ROW, 30);

  const blocks: SeriesBlock[] = [];
  const headings: number[] = [];
  let top = HEADER_ROW + 1;
  for (const { domain, series: ofDomain } of group.domains) {
    if (group.domains.length > 1) {
      putDomain(sheet, top, domain, COLUMN.firstYear + layout.years.length - 1);
      headings.push(top);
      top += 1;
    }
    for (const one of ofDomain) putSeries(one);
  }
  function putSeries(one: Series): void {
    const fields = shownFields(one);
    const local = references(request, layout, one, fields, top, '');
    const block: SeriesBlock = {
      series: one,
      values: valuesOf(request, layout, one),
      sheet: sheet.name,
      top,
      bottom: top + fields.length - 1,
      refs: references(request, layout, one, fields, top, sheet.name),
    };
    putBlock(sheet, request, layout, { block, refs: local, fields, nameWidth: widths.name }, sourceRowOf);
    blocks.push(block);
    top = block.bottom + 1;
  }
  const last = Math.max(HEADER_ROW + 1, top - 1);
  const area = `${columnLetters(COLUMN.firstYear)}${HEADER_ROW + 1}:${columnLetters(COLUMN.firstYear + layout.years.length - 1)}${last}`;
  const first = cellAddress(HEADER_ROW + 1, COLUMN.firstYear);
  sheet.conditional.push(...verdictFormats(area, first), ...pathGapFormats(area, first));
  sheet.rowBreaks = pageBreaks(sheet, [
    ...blocks.map(({ top: from, bottom }): Block => [from, bottom]),
    // A heading stays with what it is over.
    ...headings.map((row): Block => [row, row + 1]),
  ]);
  return { sheet, blocks };
}

function putDomain(sheet: SheetModel, row: number, { name }: Domain, last: number): void {
  for (let column = COLUMN.number; column <= last; column += 1) {
    put(sheet, row, column, 'section', column === COLUMN.number ? name.vi : null);
  }
  setHeight(sheet, row, 14);
}

/** Width of a year: millions of people with a sign before or a decimal behind take more than shares do. */
function yearWidth(series: readonly Series[], usual: number): number {
  const values = series.flatMap(({ segments, assigned }) =>
    [...segments, ...assigned.values()].flatMap(({ low, high }) => [low ?? 0, high ?? 0]),
  );
  return Math.max(0, ...values) >= 1_000_000 ? Math.max(12, usual) : usual;
}

/** Where the cover keeps the year of the round; the only cell all sheets read it from. */
const ROUND_ADDRESS = '$D$12';

/** The milder look of lying ahead of or behind the reference path. */
function pathGapFormats(area: string, first: string) {
  const row = first.replace(/^[A-Z]+/u, '');
  const isPathGap = `RIGHT($A${row},${'|pathGap'.length})=${quoted('|pathGap')}`;
  return [
    {
      range: area,
      condition: `IF(AND(${isPathGap},ISNUMBER(${first})),${first}<${literal(0)},FALSE)`,
      look: 'behind' as const,
    },
    {
      range: area,
      condition: `IF(AND(${isPathGap},ISNUMBER(${first})),${first}>${literal(0)},FALSE)`,
      look: 'ahead' as const,
    },
  ];
}
