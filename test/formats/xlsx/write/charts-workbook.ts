import { absoluteAddress } from '../../../../core/sheet/address.ts';
import { newSheet, put, sheetReference } from '../../../../core/sheet/draft.ts';
import type { PlottedRange, SheetModel, WorkbookModel } from '../../../../core/sheet/model.ts';

/** A name with everything that XML and references must be careful with. */
export const CHART_SHEET = 'Tổng hợp & "biểu đồ" $1';
export const DOMAINS = [
  'Người có công',
  'Việc làm và đào tạo nghề',
  'Bảo hiểm xã hội <tự nguyện> & bắt buộc',
  'Y tế, chăm sóc sức khỏe ban đầu',
];
/** Verdicts counted per domain; the domains' totals are at most ten. */
export const VERDICTS = [
  { name: 'Đạt', counts: [3, 0, 2, 1], color: '548235' },
  { name: 'Chưa đạt', counts: [1, 4, 0, 2], color: 'C00000' },
  { name: 'Chưa có số', counts: [2, 1, 3, 5], color: 'D9D9D9' },
];
export const YEARS = [2021, 2022, 2023, 2024, 2025];
export const TITLES = {
  stacked: 'Đánh giá theo lĩnh vực (số chỉ tiêu) & ghi chú <nháp>',
  clustered: 'Mức phải đạt và mức đã đạt',
  line: 'Tỷ lệ hộ nghèo: "kế hoạch" và thực hiện',
};
/** The line has a year without a figure. */
export const LINES = [
  { name: 'Kế hoạch', figures: [12.5, 11, 9.5, 8, 6.5], color: '2F75B5' },
  { name: 'Thực hiện', figures: [12.1, 10.4, '...', 7.25, null], color: 'C55A11' },
];

const FIRST_ROW = 4;
const LINE_ROW = 10;
const CHART_ROW = 14;

/** A workbook with each kind of chart and two sparklines, beside a sheet that has neither. */
export function chartsWorkbook(): WorkbookModel {
  const plain = newSheet('Nguồn', [30]);
  put(plain, 2, 2, 'title', 'Nguồn');
  return { title: 'Biểu đồ', created: '2024-01-15', sheets: [plain, chartSheet(), lineSheet()] };
}

function chartSheet(): SheetModel {
  const sheet = newSheet(CHART_SHEET, [34, 12, 12, 12, 12, 12, 18]);
  put(sheet, 2, 2, 'title', 'Tổng hợp');
  // A link, a rule and a formula: their parts are there already when the charts come.
  put(sheet, 2, 3, 'link', { value: 'Nguồn', link: "'Nguồn'!B2" });
  sheet.conditional.push({ range: 'C4:E7', condition: 'C4=0', look: 'bad' });
  VERDICTS.forEach(({ name }, at) => put(sheet, FIRST_ROW - 1, 3 + at, 'header', name));
  DOMAINS.forEach((domain, at) => {
    put(sheet, FIRST_ROW + at, 2, 'wrapped', domain);
    VERDICTS.forEach(({ counts }, index) =>
      put(sheet, FIRST_ROW + at, 3 + index, 'computed', counts[at] ?? 0),
    );
    put(sheet, FIRST_ROW + at, 6, 'computed', {
      formula: `SUM(C${FIRST_ROW + at}:E${FIRST_ROW + at})`,
      result: VERDICTS.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0),
    });
  });
  YEARS.forEach((year, at) => put(sheet, LINE_ROW, 3 + at, 'header', year));
  LINES.forEach(({ name, figures }, at) => {
    put(sheet, LINE_ROW + 1 + at, 2, 'wrapped', name);
    figures.forEach((figure, index) => put(sheet, LINE_ROW + 1 + at, 3 + index, 'computed', figure));
    sheet.sparklines.push({
      row: LINE_ROW + 1 + at,
      column: 8,
      reference: rangeOf(LINE_ROW + 1 + at, 3, LINE_ROW + 1 + at, 7),
    });
  });
  const domains = { reference: rangeOf(FIRST_ROW, 2, FIRST_ROW + 3, 2), cached: DOMAINS };
  sheet.charts.push(
    {
      kind: 'stackedBar',
      title: TITLES.stacked,
      from: { row: CHART_ROW, column: 2 },
      to: { row: CHART_ROW + 16, column: 5 },
      categories: domains,
      series: VERDICTS.map(({ name, counts, color }, at) => ({ name, values: countsOf(at, counts), color })),
      valueFormat: '0',
    },
    {
      kind: 'clusteredBar',
      title: TITLES.clustered,
      from: { row: CHART_ROW, column: 5 },
      to: { row: CHART_ROW + 16, column: 9 },
      categories: domains,
      series: VERDICTS.slice(0, 2).map(({ name, counts, color }, at) => ({
        name,
        values: countsOf(at, counts),
        color,
      })),
      valueFormat: '#,##0',
    },
  );
  return sheet;
}

/** A line chart over the figures of the other sheet; this sheet has no relationships of its own. */
function lineSheet(): SheetModel {
  const sheet = newSheet('Đường', [16, 16]);
  put(sheet, 2, 2, 'title', 'Lộ trình');
  sheet.charts.push({
    kind: 'line',
    title: TITLES.line,
    from: { row: 4, column: 2 },
    to: { row: 22, column: 10 },
    categories: { reference: rangeOf(LINE_ROW, 3, LINE_ROW, 7), cached: YEARS },
    series: LINES.map(({ name, figures, color }, at) => ({
      name,
      values: { reference: rangeOf(LINE_ROW + 1 + at, 3, LINE_ROW + 1 + at, 7), cached: figures },
      color,
    })),
    valueFormat: '#,##0.0',
  });
  return sheet;
}

function countsOf(at: number, cached: readonly number[]): PlottedRange {
  return { reference: rangeOf(FIRST_ROW, 3 + at, FIRST_ROW + 3, 3 + at), cached };
}

function rangeOf(top: number, left: number, bottom: number, right: number): string {
  return sheetReference(CHART_SHEET, `${absoluteAddress(top, left)}:${absoluteAddress(bottom, right)}`);
}
