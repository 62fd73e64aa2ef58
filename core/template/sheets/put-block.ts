import { figureKeyOf } from '../../observation/key.ts';
import type { Statement } from '../../plan/model.ts';
import { cellAddress } from '../../sheet/address.ts';
import { linesOf, put, setHeight, sharedFormula, sheetReference, wrappedHeight } from '../../sheet/draft.ts';
import { cellIndex, type SheetModel } from '../../sheet/model.ts';
import type { SeriesField, SeriesRefs } from '../../target/kind.ts';
import { kinds } from '../../target/kinds/index.ts';
import { seriesKey } from '../../target/plan-series.ts';
import { possibleBase, possibleBaseFormula } from '../../target/possible.ts';
import { isYearOfPeriod, type Series } from '../../target/series.ts';
import { basisWords } from '../../target/verdict.ts';
import { sheetNames } from '../../workbook/contract.ts';
import { fractionBaseFormula } from '../../workbook/percent-rows.ts';
import { seriesFormats } from '../../workbook/formats.ts';
import { formNumber, type Layout } from '../../workbook/layout.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { fieldLabel, seriesName, targetUnit } from '../../workbook/wording.ts';
import { assignedChanged, assignedLabel } from './assigned-changed.ts';
import { COLUMN, type SeriesBlock } from './series-block.ts';
import { fieldCell } from './series-cells.ts';

/** Of the column of labels, in digits of the default font. */
export const FIELD_WIDTH = 34;
/** Letters of the labels, which are small, to a digit of the default font. */
const LABEL_LETTERS = 1.2;
/** Of a line of letters of ten points, in points. */
const LINE_HEIGHT = 13;

/** Rows that compare with the plan; a unit the plan is not of has no path of its own. */
const OF_THE_PLAN: readonly SeriesField[] = ['path', 'pathHigh', 'pathGap', 'pace'];

/** A unit without an assignment sees its figures and the words "Chưa giao", no target that is not its own. */
export function shownFields(series: Series): readonly SeriesField[] {
  const fields = kinds[series.kind].fields(series);
  if (series.own) return fields;
  return fields.filter(
    (field) => !OF_THE_PLAN.includes(field) && (field !== 'gap' || series.assigned.size > 0),
  );
}

/** Writes the rows of a series: its name beside them, a field each, the years across. */
export function putBlock(
  sheet: SheetModel,
  request: WorkbookRequest,
  layout: Layout,
  {
    block,
    refs,
    fields,
    nameWidth,
  }: { block: SeriesBlock; refs: SeriesRefs; fields: readonly SeriesField[]; nameWidth: number },
  sourceRowOf: (statement: Statement) => number,
): void {
  const { series, top, bottom } = block;
  const name = seriesName(request.plans, series);
  putBlockLabels(sheet, block, formNumber(layout, series), name, {
    basis: basisOf(series),
    link: sheetReference(sheetNames.sources, cellAddress(sourceRowOf(series.segments[0].statement), 2)),
  });
  const baseRow = top + Math.max(0, fields.indexOf('path'));
  const labelHeights = new Map<number, number>();
  fields.forEach((field, offset) => {
    const row = top + offset;
    const label = fieldLabel(series, field);
    const unit =
      field === 'assigned' || field === 'low' || field === 'high' || field === 'result' || field === 'gap'
        ? targetUnit(series)
        : null;
    const words = unit && unit !== series.indicator.unit ? `${label} (${unit})` : label;
    put(
      sheet,
      row,
      COLUMN.field,
      'small',
      field === 'assigned' ? assignedLabel(series, refs, layout.years, words) : words,
    );
    labelHeights.set(row, LINE_HEIGHT * linesOf(words, FIELD_WIDTH * LABEL_LETTERS));
    if (row === baseRow && layout.baselineCells(figureKeyOf(series))) {
      putBase(sheet, request, layout, block, row);
    } else {
      put(sheet, row, COLUMN.baseYear, 'small');
      put(sheet, row, COLUMN.baseValue, 'small');
    }
    layout.years.forEach((year, at) => {
      const column = COLUMN.firstYear + at;
      const cell = fieldCell(request, layout, block, refs, field, year, (make) =>
        sharedFormula(sheet, cellIndex(row, column), make),
      );
      put(sheet, row, column, cell.style, cell);
      const changed = field === 'assigned' ? assignedChanged(series, refs, year) : null;
      const range = cellAddress(row, COLUMN.firstYear + at);
      if (changed !== null) sheet.conditional.push({ range, condition: changed, look: 'bad' });
    });
    put(sheet, row, 1, 'hiddenKey', `${seriesKey(series)}|${field}`);
  });
  // The name stands in a merged cell, whose row heights no program fits by itself.
  const needed = wrappedHeight(name, nameWidth * LABEL_LETTERS, 13) / (bottom - top + 1);
  for (let row = top; row < bottom; row += 1) {
    setHeight(sheet, row, Math.max(needed, labelHeights.get(row) ?? 0));
  }
  // The verdict row takes words of two lines.
  setHeight(sheet, bottom, Math.max(24, needed));
}

/** What the unit is judged against: the plan, the decisions that assigned values to it, or nothing. */
function basisOf(series: Series): string {
  const decisions = [...new Set([...series.assigned.values()].flatMap(({ decision }) => decision ?? []))];
  const ofPeriod = series.own && series.segments.some(isYearOfPeriod);
  const parts = [
    ...(series.own ? [basisWords.plan] : []),
    ...(ofPeriod ? [basisWords.yearOfPeriod] : []),
    ...decisions,
  ];
  return parts.length > 0 ? parts.join('; ') : basisWords.notAssigned;
}

function putBlockLabels(
  sheet: SheetModel,
  block: SeriesBlock,
  number: string,
  name: string,
  words: { basis: string; link: string },
): void {
  const { top, bottom, series } = block;
  // The number is the link: LibreOffice does not wrap a linked text.
  put(sheet, top, COLUMN.number, 'link', { value: number, link: words.link });
  put(sheet, top, COLUMN.name, 'name', name);
  put(sheet, top, COLUMN.unit, 'centered', series.indicator.unit);
  put(sheet, top, COLUMN.basis, 'centered', words.basis);
  for (const column of [COLUMN.number, COLUMN.name, COLUMN.unit, COLUMN.basis]) {
    for (let row = top + 1; row <= bottom; row += 1) put(sheet, row, column, 'centered');
    if (bottom > top) sheet.merges.push(`${cellAddress(top, column)}:${cellAddress(bottom, column)}`);
  }
}

function putBase(
  sheet: SheetModel,
  request: WorkbookRequest,
  layout: Layout,
  block: SeriesBlock,
  row: number,
): void {
  const key = figureKeyOf(block.series);
  const cells = layout.baselineCells(key);
  if (!cells) return;
  const { base } = block.values;
  put(sheet, row, COLUMN.baseYear, 'computed', {
    formula: () => `IF(ISNUMBER(${cells.year}),${cells.year},"")`,
    result: base.year ?? '',
    format: '0',
    tag: 'baseline',
  });
  put(sheet, row, COLUMN.baseValue, 'computed', {
    formula: () => {
      const fraction = fractionBaseFormula(request, layout, key, cells);
      return possibleBaseFormula(block.series.indicator, cells.value, fraction);
    },
    result: possibleBase(block.series.indicator, base).value ?? '',
    format: seriesFormats(block.series).figure,
    tag: 'baseline',
  });
}
