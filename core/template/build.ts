import { datesLine } from '../round/round.ts';
import type { Series } from '../target/series.ts';
import { definitionOf, type WorkbookDefinition } from '../workbook/definition.ts';
import { definitionText } from '../workbook/definition-text.ts';
import { LAYOUT } from '../workbook/contract.ts';
import { fingerprint, plainCells } from '../workbook/fingerprint.ts';
import { placed, type PlacedRequest } from '../workbook/placed.ts';
import { judgeBaselines } from '../rules/baseline/judge-baselines.ts';
import { judgeAll, type JudgedReturn } from '../rules/judge-all.ts';
import type { WorkbookModel } from '../sheet/model.ts';
import type { TypedFigures } from '../rules/typed.ts';
import type { WorkbookRequest } from '../workbook/request.ts';
import { baselinesSheet } from './sheets/baselines.ts';
import { checkSheet, LINES_TOP } from './sheets/check/check-sheet.ts';
import { checkLines } from './sheets/check/lines.ts';
import { typedFromKnown } from './sheets/check/typed-from-known.ts';
import { coverSheet } from './sheets/cover.ts';
import { guideSheet } from './sheets/guide.ts';
import { indicatorGroups, indicatorSheet } from './sheets/indicators.ts';
import type { SeriesBlock } from './sheets/series-block.ts';
import { inputSheet } from './sheets/input.ts';
import { hasSharesOnOneLine } from '../workbook/asked.ts';
import { metaSheet } from './sheets/meta.ts';
import { communesSheet } from './sheets/communes.ts';
import { sourcesSheet } from './sheets/sources.ts';
import { summarySheet } from './sheets/summary/summary.ts';

const ENTRY_WORDS = {
  title: 'NHẬP LIỆU',
  hint: 'Ô vàng viền liền: phải nhập. Ô nhạt viền chấm: không bắt buộc. Mẫu số nhập ở trang "Số liệu nền"; bấm số dòng gạch chân để đến ô.',
};
/** Where a share has one line its parts are typed on the sheet of counts. */
const ONE_LINE_HINT =
  'Ô vàng viền liền: phải nhập. Tử số, mẫu số nhập ở trang "Số liệu nền": bấm vào ô tử số, mẫu số của dòng để đến ô nhập. Ô nhạt viền chấm: không bắt buộc.';
const ONE_LINE_BACKGROUND_HINT =
  'Tử số và mẫu số của các chỉ tiêu; mỗi số chỉ nhập một lần, trang "Nhập liệu" hiện lại và tính tỷ lệ ở từng chỉ tiêu. Không cần in trang này.';
const BACKGROUND_WORDS = {
  title: 'SỐ LIỆU NỀN',
  hint: 'Mẫu số của các chỉ tiêu; mỗi số chỉ nhập một lần, trang "Nhập liệu" hiện lại ở từng chỉ tiêu. Không cần in trang này.',
};

/** What a workbook said of itself when it was issued. */
export interface Issued {
  /** Fingerprint of its plain cells. */
  untouched: string;
  definition: WorkbookDefinition;
}

/**
 * Builds the workbook of one unit and round:
 *
 *   request → what is asked → where it stands → what the rules say → sheets
 *
 * Pure; every formula carries the result that core computes for it.
 * @param issued given when a workbook is built again around figures that came back: the copy says of itself
 * what the issued one said, or typed figures would pass for an untouched template's
 * @param typed what stands in its cells for figures and reasons, where that is more than `known` tells:
 * results of the check are about it
 */
export function buildWorkbook(
  request: WorkbookRequest,
  issued?: Issued,
  typed?: TypedFigures,
): WorkbookModel {
  const where = placed(request);
  const { asked, layout } = where;
  const cells = typed ?? typedFromKnown(request, layout);
  const model = buildSheets(where, judgeAll(request, asked, layout, cells), cells);
  const untouched = issued?.untouched ?? fingerprint(plainCells(model));
  const definition = issued ? { ...issued.definition, layout: LAYOUT } : definitionOf(request);
  return {
    ...model,
    sheets: [...model.sheets, metaSheet(request, layout, asked, untouched, definitionText(definition))],
  };
}

/**
 * The sheets of a workbook that people see, without `_meta`.
 * @param judged what the rules say of `typed`
 */
export function buildSheets(
  { request, layout }: PlacedRequest,
  judged: JudgedReturn,
  typed: TypedFigures,
): WorkbookModel {
  const sources = sourcesSheet(request, layout);
  const domains = indicatorGroups(request, layout).map((group) =>
    indicatorSheet(request, layout, group, sources.rowOf),
  );
  const blocks: SeriesBlock[] = domains.flatMap((domain) => domain.blocks);
  const byOne = new Map(blocks.map((block) => [block.series, block]));
  const blockOf = (series: Series) => byOne.get(series) ?? null;
  const baselines = judgeBaselines(request, layout);
  const hints = hasSharesOnOneLine(request)
    ? { entry: ONE_LINE_HINT, background: ONE_LINE_BACKGROUND_HINT }
    : { entry: ENTRY_WORDS.hint, background: BACKGROUND_WORDS.hint };
  const lines = checkLines(request, layout, blocks, judged, typed, baselines, LINES_TOP);
  return {
    title: request.plans.map((plan) => plan.file.title).join('; '),
    created: `${request.plans[0].file.date}-01-01`.slice(0, 10),
    foot: datesLine(request.reporting),
    sheets: [
      coverSheet(request, lines),
      guideSheet(request),
      inputSheet(request, layout, layout.entry, { ...ENTRY_WORDS, hint: hints.entry }, blockOf, lines),
      inputSheet(
        request,
        layout,
        layout.background,
        { ...BACKGROUND_WORDS, hint: hints.background },
        blockOf,
        lines,
      ),
      ...(layout.byCommune ? [communesSheet(request, layout, layout.byCommune)] : []),
      ...(layout.baselines.rows.length > 0 ? [baselinesSheet(request, layout, baselines)] : []),
      ...domains.map((domain) => domain.sheet),
      summarySheet(request, layout, blocks),
      checkSheet(request, layout, blocks, lines),
      sources.sheet,
    ],
  };
}
