import { COMPUTED_DECIMALS, round, storedResult } from '../../../base/number.ts';
import { literal } from '../../../target/formula.ts';
import { gap, pathGap } from '../../../target/gap.ts';
import type { Result } from '../../../target/kind.ts';
import { kindOf } from '../../../target/kinds/index.ts';
import { governingSegment, isYearOfPeriod, segmentInForce, type Segment } from '../../../target/series.ts';
import { seriesKey } from '../../../target/plan-series.ts';
import { asked, askedFormula, shortfall, shortfallFormula } from '../../../target/shortfall.ts';
import { basisWords, verdict, verdicts, type Verdict } from '../../../target/verdict.ts';
import { absoluteAddress } from '../../../sheet/address.ts';
import { columnKey } from '../../../workbook/contract.ts';
import { put, setHeight, wrappedHeight, type CellExtra } from '../../../sheet/draft.ts';
import { seriesFormats, signedFormat } from '../../../workbook/formats.ts';
import type { Layout } from '../../../workbook/layout.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import type { WorkbookRequest } from '../../../workbook/request.ts';
import { movementWord, seriesName, targetUnit } from '../../../workbook/wording.ts';
import { requiredValue } from '../required-value.ts';
import type { SeriesBlock } from '../series-block.ts';
import { bulletInYear } from './bullet-rows.ts';
import {
  COLUMN,
  LETTERS_TO_DIGIT,
  LINE_HEIGHT,
  LIST_WORDS,
  nameHeight,
  putTableHead,
  styleOf,
  WIDTHS,
} from './columns.ts';

/** Cuts ties between equal shares by the order of the list; far below what a share is shown with. */
const TIE_STEP = 1e-9;

export type Content = CellExtra;

/** One series of the list, with what its cells show. */
export interface ListRow {
  block: SeriesBlock;
  verdict: Verdict;
  /** Bullet of the plan it is counted under in the round: `plan|bullet`; empty where none asks for it any more. */
  bullet: string;
  rank: Result;
  /** What is asked and what is done, as shares of the required change. */
  asked: Result;
  done: Result;
  /** Contents of the columns from name to verdict. */
  contents: Content[];
}

/** The list of all series at the round's year, in the order of the domains. */
export function listRows(
  request: WorkbookRequest,
  layout: Layout,
  blocks: readonly SeriesBlock[],
): ListRow[] {
  return blocks.map((block, at) => {
    const { series, values } = block;
    const share = shortfall(series, values, request.round);
    const need = asked(series, values, request.round);
    const domain = layout.domains.find((one) => one.series.includes(series))?.domain.name.vi ?? '';
    return {
      block,
      verdict: verdict(series, values, request.round),
      bullet: bulletInYear(series, request.round),
      rank: share === null ? null : share - at * TIE_STEP,
      asked: need,
      done: share === null || need === null ? null : round(need - share, COMPUTED_DECIMALS),
      contents: listContents(request, block, domain, share),
    };
  });
}

/** Writes the list from `top` on, with the officer's own verdict and reason beside. */
export function putList(
  sheet: SheetModel,
  request: WorkbookRequest,
  top: number,
  rows: readonly ListRow[],
): void {
  putTableHead(sheet, top - 1, 'TẤT CẢ CÁC CHỈ TIÊU', [...LIST_WORDS, 'Đơn vị tự đánh giá', 'Lý do']);
  put(sheet, 1, COLUMN.own, 'hiddenKey', columnKey(String(request.round), '_', 'ownVerdict'));
  put(sheet, 1, COLUMN.reason, 'hiddenKey', columnKey(String(request.round), '_', 'ownReason'));
  rows.forEach((row, at) => putListRow(sheet, top + at, row, at));
}

function putListRow(sheet: SheetModel, row: number, one: ListRow, at: number): void {
  const { series, refs } = one.block;
  put(sheet, row, 1, 'hiddenKey', seriesKey(series));
  put(sheet, row, COLUMN.number, 'centered', String(at + 1));
  one.contents.forEach((content, offset) => {
    const column = COLUMN.name + offset;
    put(sheet, row, column, styleOf(column), content);
  });
  put(sheet, row, COLUMN.own, 'inputText', { validation: OWN_VERDICT(absoluteAddress(row, COLUMN.own)) });
  put(sheet, row, COLUMN.reason, 'inputText');
  const share = absoluteAddress(row, COLUMN.share);
  put(sheet, row, COLUMN.rank, 'hiddenKey', {
    formula: () => `IF(ISNUMBER(${share}),${share}-${literal(at * TIE_STEP)},"")`,
    result: one.rank === null ? '' : storedResult(one.rank),
    tag: 'rank',
  });
  const needCell = absoluteAddress(row, COLUMN.asked);
  const isAsked = put(sheet, row, COLUMN.asked, 'hiddenKey', {
    formula: () => askedFormula(series, refs, one.block.values.round),
    result: one.asked === null ? '' : storedResult(one.asked),
    tag: 'rank',
  });
  if (isAsked) {
    put(sheet, row, COLUMN.done, 'hiddenKey', {
      formula: () => `IF(COUNT(${needCell},${share})<2,"",ROUND(${needCell}-${share},${COMPUTED_DECIMALS}))`,
      result: one.done === null ? '' : storedResult(one.done),
      tag: 'rank',
    });
  }
  put(sheet, row, COLUMN.bullet, 'hiddenKey', one.bullet);
  setHeight(sheet, row, Math.max(nameHeight(String(one.contents[0]?.value)), yearHeight(one)));
}

/** Room for a year with words behind it. */
export function yearHeight({ contents }: ListRow): number {
  const year = contents[COLUMN.year - COLUMN.name]?.value;
  if (typeof year !== 'string') return 0;
  return wrappedHeight(year, (WIDTHS[COLUMN.year - 2] ?? 14) * LETTERS_TO_DIGIT, LINE_HEIGHT);
}

/** Officers may judge otherwise, in the same words. */
const OWN_VERDICT = (cell: string) => ({
  rule: {
    condition: `OR(${Object.values(verdicts)
      .map(({ vi }) => `${cell}="${vi}"`)
      .join(',')})`,
  },
  promptTitle: 'Đơn vị tự đánh giá',
  prompt: `Chỉ ghi khi đơn vị đánh giá khác, kèm lý do: ${Object.values(verdicts)
    .map(({ vi }) => vi)
    .join(', ')}.`,
  errorTitle: 'Chưa đúng',
  error: 'Ghi một trong các từ đánh giá đã nêu.',
});

/**
 * The unit of a row's value and result; of a yearly change, whose value has no sign, also the way it goes. Of a unit
 * that was given no value the row shows the figure itself.
 */
export function listUnit({ series, values }: Pick<SeriesBlock, 'series' | 'values'>): string {
  if (!values.assigned) return series.indicator.unit;
  const way = movementWord(series);
  return way === '' ? targetUnit(series) : `${targetUnit(series)} (${way})`;
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
  const kind = kindOf(series);
  const formats = seriesFormats(series);
  const goal = values.assigned && kind.hasValue ? governingSegment(series, round) : null;
  const required = goal && requiredValue(block, goal, Math.max(round, goal.start), '');
  const due = segmentInForce(series, round) !== null;
  const blank: Content = {};
  const behindField = due ? 'gap' : 'pathGap';
  const shownBehind = refs.has(behindField);
  const behind = due ? gap(series, values, round) : pathGap(series, values, round);
  const shareFormula = shortfallFormula(series, refs, round);
  const behindFormat = due ? formats.gap : signedFormat(formats.path);
  const resultField = values.assigned ? kind.resultField(series, round) : 'actual';
  const result = resultField === 'actual' ? values.figure(round) : kind.result(series, values, round);
  return [
    { value: seriesName(request.plans, series) },
    { value: domain },
    { value: listUnit(block) },
    required ? { ...required, tag: 'list' } : blank,
    // A yearly obligation is that of the round's own year; a level keeps the year it was set for.
    goal ? yearOf(goal, due && goal.end !== null ? round : goal.start) : blank,
    linked(refs.cell(resultField, round), result, resultField === 'result' ? formats.result : formats.figure),
    shownBehind ? linked(refs.cell(behindField, round), behind, behindFormat) : blank,
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

/** The year of a value; where the document names none, on which basis it stands here. */
function yearOf(goal: Segment, year: number): Content {
  return isYearOfPeriod(goal)
    ? { value: `${year}, ${basisWords.yearOfPeriod}` }
    : { value: year, format: '0' };
}

/** A cell of the series' sheet; a sign that stands for a number is shown as it was reported. */
function linked(cell: string, result: number | string | null, format: string): Content {
  return {
    formula: () => `IF(${cell}="","",${cell})`,
    result: typeof result === 'number' ? storedResult(result) : (result ?? ''),
    format,
    tag: 'list',
  };
}
