import { storedResult } from '../../number.ts';
import { decidingBound, resultDirection } from '../../target/bounds.ts';
import { literal } from '../../target/formula.ts';
import { gap, pathGap } from '../../target/gap.ts';
import type { Result } from '../../target/kind.ts';
import { kinds } from '../../target/kinds/index.ts';
import { governingSegment, hasRange, segmentInForce } from '../../target/series.ts';
import { shortfall, shortfallFormula } from '../../target/shortfall.ts';
import { verdict, verdicts, type Verdict } from '../../target/verdict.ts';
import { absoluteAddress, cellAddress, columnLetters } from '../address.ts';
import { sheetNames } from '../contract.ts';
import { newSheet, put, setHeight, wrappedHeight } from '../draft.ts';
import { decimalsFormat, figureFormat, signedFormat, targetValueFormat } from '../formats.ts';
import type { Layout } from '../layout.ts';
import type { CellModel, SheetModel, StyleName } from '../model.ts';
import type { WorkbookRequest } from '../request.ts';
import { figureName, targetUnit } from '../wording.ts';
import { putHeading } from './heading.ts';
import type { SeriesBlock } from './indicators.ts';
import { verdictFormats } from './verdict-formats.ts';

const NAME_WIDTH = 52;
const WORST_ROWS = 10;
const COLUMN = {
  number: 2,
  name: 3,
  domain: 4,
  unit: 5,
  target: 6,
  year: 7,
  result: 8,
  gap: 9,
  share: 10,
  verdict: 11,
  rank: 12,
  match: 13,
};
const LIST_WORDS = [
  'TT',
  'Chỉ tiêu',
  'Lĩnh vực',
  'Đơn vị tính',
  'Mức phải đạt (hoặc mốc tới)',
  'Năm của mức',
  'Kết quả đem so',
  'Chênh lệch',
  'Phần còn thiếu của mức thay đổi cần',
  'Đánh giá',
];
const NAMES = Object.keys(verdicts) as Verdict[];
/** Cuts ties between equal shares by the order of the list; far below what a share is shown with. */
const TIE_STEP = 1e-9;

/** One series of the list, with what its cells show. */
interface ListRow {
  row: number;
  block: SeriesBlock;
  share: Result;
  rank: Result;
  /** Contents of the columns from name to verdict. */
  contents: Content[];
}

type Content = Omit<CellModel, 'row' | 'column' | 'style'>;

/** The summary: verdict counts per domain, the worst gaps, and every series at the round's year. */
export function summarySheet(
  request: WorkbookRequest,
  layout: Layout,
  blocks: readonly SeriesBlock[],
): SheetModel {
  const sheet = newSheet(sheetNames.summary, [5, NAME_WIDTH, 17, 14, 14, 12, 14, 14, 16, 19, 10, 10], {
    freeze: { rows: 5, columns: 0 },
  });
  for (const hidden of [COLUMN.rank, COLUMN.match]) sheet.columns[hidden - 1] = { width: 10, hidden: true };
  putHeading(
    sheet,
    request,
    'TỔNG HỢP ĐÁNH GIÁ',
    `Năm ${request.round}. Chênh lệch dương là tốt hơn; khi chưa đến hạn, chênh lệch tính so với lộ trình tham chiếu.`,
  );
  const countsTop = 6;
  const worstTop = countsTop + layout.domains.length + 4;
  const listTop = worstTop + WORST_ROWS + 4;
  const rows = blocks.map((block, at): ListRow => {
    const share = shortfall(block.series, block.values, request.round);
    const domain = layout.domains.find(({ series }) => series.includes(block.series))?.domain.name.vi ?? '';
    return {
      row: listTop + at,
      block,
      share,
      rank: share === null ? null : share - at * TIE_STEP,
      contents: listContents(request, block, domain, share),
    };
  });
  const range = (column: number) =>
    `$${columnLetters(column)}$${listTop}:$${columnLetters(column)}$${Math.max(listTop, listTop + rows.length - 1)}`;
  putCounts(sheet, request, layout, rows, countsTop, range);
  putWorst(sheet, rows, worstTop, range);
  putListHeader(sheet, listTop - 1, 'TẤT CẢ CÁC CHỈ TIÊU');
  rows.forEach((row, at) => putListRow(sheet, row, at));
  const last = listTop + rows.length;
  sheet.conditional.push(
    ...verdictFormats(
      `${columnLetters(COLUMN.verdict)}${worstTop}:${columnLetters(COLUMN.verdict)}${last}`,
      cellAddress(worstTop, COLUMN.verdict),
    ),
  );
  return sheet;
}

function putCounts(
  sheet: SheetModel,
  request: WorkbookRequest,
  layout: Layout,
  rows: readonly ListRow[],
  top: number,
  range: (column: number) => string,
): void {
  const totalColumn = COLUMN.domain + NAMES.length;
  put(sheet, top, COLUMN.number, 'header', 'TT');
  put(sheet, top, COLUMN.name, 'header', 'Lĩnh vực');
  NAMES.forEach((name, at) => put(sheet, top, COLUMN.domain + at, 'header', verdicts[name].vi));
  put(sheet, top, totalColumn, 'header', 'Cộng');
  setHeight(sheet, top, 34);
  layout.domains.forEach(({ domain, series }, at) => {
    const row = top + 1 + at;
    put(sheet, row, COLUMN.number, 'centered', String(at + 1));
    put(sheet, row, COLUMN.name, 'wrapped', domain.name.vi);
    NAMES.forEach((name, offset) => {
      const column = COLUMN.domain + offset;
      const own = rows.filter(({ block }) => series.includes(block.series));
      put(sheet, row, column, 'centered', {
        formula: `COUNTIFS(${range(COLUMN.domain)},${absoluteAddress(row, COLUMN.name)},${range(COLUMN.verdict)},${absoluteAddress(top, column)})`,
        result: countOf(own, name, request.round),
        format: '0',
        tag: 'count',
      });
    });
    putSum(
      row,
      totalColumn,
      `${cellAddress(row, COLUMN.domain)}:${cellAddress(row, totalColumn - 1)}`,
      series.length,
    );
  });
  const last = top + layout.domains.length;
  put(sheet, last + 1, COLUMN.number, 'label');
  put(sheet, last + 1, COLUMN.name, 'label', 'Cộng');
  NAMES.forEach((name, offset) => {
    const column = COLUMN.domain + offset;
    const cells = `${cellAddress(top + 1, column)}:${cellAddress(last, column)}`;
    putSum(last + 1, column, cells, countOf(rows, name, request.round));
  });
  putSum(
    last + 1,
    totalColumn,
    `${cellAddress(top + 1, totalColumn)}:${cellAddress(last, totalColumn)}`,
    rows.length,
  );

  function putSum(row: number, column: number, cells: string, result: number): void {
    put(sheet, row, column, 'centered', { formula: `SUM(${cells})`, result, format: '0', tag: 'count' });
  }
}

function countOf(rows: readonly ListRow[], name: Verdict, round: number): number {
  return rows.filter(({ block }) => verdict(block.series, block.values, round) === name).length;
}

/** The worst gaps, largest share first, picked from the list by formula. */
function putWorst(
  sheet: SheetModel,
  rows: readonly ListRow[],
  top: number,
  range: (column: number) => string,
): void {
  putListHeader(sheet, top - 1, `${WORST_ROWS} CHÊNH LỆCH LỚN NHẤT`);
  const ranked = rows
    .flatMap((row) => (row.rank === null ? [] : [{ row, rank: row.rank }]))
    .sort((a, b) => b.rank - a.rank);
  for (let at = 0; at < WORST_ROWS; at += 1) {
    const row = top + at;
    const found = ranked[at]?.row;
    const ranks = range(COLUMN.rank);
    const match = absoluteAddress(row, COLUMN.match);
    put(sheet, row, COLUMN.match, 'hiddenKey', {
      formula: `IF(COUNT(${ranks})<${at + 1},"",MATCH(LARGE(${ranks},${at + 1}),${ranks},0))`,
      result: found ? rows.indexOf(found) + 1 : '',
      tag: 'rank',
    });
    put(sheet, row, COLUMN.number, 'centered', {
      formula: `IF(${match}="","",${at + 1})`,
      result: found ? at + 1 : '',
      format: '0',
      tag: 'rank',
    });
    for (let column = COLUMN.name; column <= COLUMN.verdict; column += 1) {
      const source = found?.contents[column - COLUMN.name];
      put(sheet, row, column, styleOf(column), {
        formula: `IF(${match}="","",INDEX(${range(column)},${match},1))`,
        result: source?.result ?? source?.value ?? '',
        format: column === COLUMN.share ? '0.0%' : column === COLUMN.year ? '0' : decimalsFormat(2),
        tag: 'worst',
      });
    }
    setHeight(sheet, row, 32);
  }
}

function putListHeader(sheet: SheetModel, row: number, title: string): void {
  put(sheet, row - 1, COLUMN.number, 'label', title);
  LIST_WORDS.forEach((word, at) => put(sheet, row, COLUMN.number + at, 'header', word));
  setHeight(sheet, row, 48);
}

function putListRow(sheet: SheetModel, row: ListRow, at: number): void {
  put(sheet, row.row, COLUMN.number, 'centered', String(at + 1));
  row.contents.forEach((content, offset) => {
    const column = COLUMN.name + offset;
    put(sheet, row.row, column, styleOf(column), content);
  });
  put(sheet, row.row, COLUMN.rank, 'hiddenKey', {
    formula: `IF(ISNUMBER(${absoluteAddress(row.row, COLUMN.share)}),${absoluteAddress(row.row, COLUMN.share)}-${literal(at * TIE_STEP)},"")`,
    result: row.rank === null ? '' : storedResult(row.rank),
    tag: 'rank',
  });
  const name = figureName(row.block.series.indicator, row.block.series.stratum);
  setHeight(sheet, row.row, Math.max(32, wrappedHeight(name, NAME_WIDTH)));
}

function styleOf(column: number): StyleName {
  if (column === COLUMN.name) return 'wrapped';
  return column === COLUMN.verdict ? 'verdict' : 'centered';
}

/** What a row of the list shows, from name to verdict, read from the series' own sheet. */
function listContents(
  request: WorkbookRequest,
  block: SeriesBlock,
  domain: string,
  share: Result,
): Content[] {
  const { series, values, refs } = block;
  const { round } = request;
  const kind = kinds[series.kind];
  const base = figureFormat(series.indicator, request.catalogue);
  const rate = targetValueFormat(series.kind, series.indicator, request.catalogue);
  const goal = values.assigned && series.kind !== 'milestone' ? governingSegment(series, round) : null;
  const bound = hasRange(series) ? decidingBound(resultDirection(series)) : 'low';
  const due = segmentInForce(series, round) !== null;
  const number = (cell: string, result: Result, format: string): Content => ({
    // A sign that counts as 0 is shown as it was reported.
    formula: `IF(${cell}="","",${cell})`,
    result: result === null ? '' : storedResult(result),
    format,
    tag: 'list',
  });
  const blank: Content = {};
  const behindField = due ? 'gap' : 'pathGap';
  const shownBehind = values.assigned && kind.fields(series).includes(behindField);
  const behind = due ? gap(series, values, round) : pathGap(series, values, round);
  const shareFormula = values.assigned ? shortfallFormula(series, refs, round) : null;
  return [
    { value: figureName(series.indicator, series.stratum) },
    { value: domain },
    { value: targetUnit(series) },
    goal ? number(refs.cell(bound, Math.max(round, goal.start)), goal[bound], rate) : blank,
    goal ? { value: goal.start, format: '0' } : blank,
    resultContent(block, round, kind.resultField === 'result' ? decimalsFormat(2) : base),
    shownBehind ? number(refs.cell(behindField, round), behind, signedFormat(due ? rate : base)) : blank,
    shareFormula === null
      ? blank
      : {
          formula: shareFormula,
          result: share === null ? '' : storedResult(share),
          format: '0.0%',
          tag: 'list',
        },
    {
      formula: refs.cell('verdict', round),
      result: verdicts[verdict(series, values, round)].vi,
      tag: 'list',
    },
  ];
}

/** The compared result; where it is a plain figure, its sign is shown as it was reported. */
function resultContent(block: SeriesBlock, round: number, format: string): Content {
  const { series, values, refs } = block;
  const kind = kinds[series.kind];
  const field = values.assigned ? kind.resultField : 'actual';
  const cell = refs.cell(field, round);
  const figure = values.figure(round);
  const result = field === 'actual' ? figure : kind.result(series, values, round);
  return {
    formula: `IF(${cell}="","",${cell})`,
    result: typeof result === 'number' ? storedResult(result) : (result ?? ''),
    format,
    tag: 'list',
  };
}
