import { decimalsOf } from '../../catalogue/decimals.ts';
import { receiverOf } from '../../plan/receiver.ts';
import { perOf } from '../../catalogue/per.ts';
import { absoluteAddress, cellAddress } from '../../sheet/address.ts';
import {
  keyOfColumn,
  type InputColumnId,
  type PeriodColumn,
  type PlacedColumn,
} from '../../workbook/input-columns.ts';
import { KEY_MARKER, identityKey, identityOf } from '../../workbook/contract.ts';
import {
  newSheet,
  put,
  type CellExtra,
  letGrow,
  setHeight,
  shareFormulas,
  sheetReference,
  wrappedHeight,
} from '../../sheet/draft.ts';
import { checksumPartFormula, weighedBy } from '../form/checksum.ts';
import { figureFormat } from '../../workbook/formats.ts';
import { askedColumns, type InputSheetLayout, type Layout } from '../../workbook/layout.ts';
import type { FigureRow } from '../../workbook/input-rows.ts';
import type { SheetModel } from '../../sheet/model.ts';
import { printedWidth } from '../../sheet/page.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import type { CheckLines } from './check/lines.ts';
import { putRowState, stateFormats } from './check/row-state.ts';
import { formulasOf } from '../shared-formulas.ts';
import { putHeading, TITLE_HEIGHT } from './heading.ts';
import { changedOnForm, putComparison, type BlockOf } from './input-comparison.ts';
import { checkParts, putFoot, roundColumns } from './input-foot.ts';
import { sourceOf, sourcesOn } from './input-source.ts';
import { validationOf } from './input-validation.ts';
import { columnModels, FORM_LETTERS, formRowHeight, widthOf } from './input-widths.ts';
import { rowName } from './input-names.ts';
import { putParts, putShown } from './input-shown.ts';
import { breakPages } from './input-page.ts';
import { leftOnRow } from './left-to-enter.ts';

/**
 * An input sheet: one row per figure, one column per period, on the form plan and comparison columns, then
 * mark and reason. Keys stand in the hidden first column and row. Under the table: what is left to fill
 * in, the check number, the signatures. Beside the printed form: what the check says, the years before.
 */
export function inputSheet(
  request: WorkbookRequest,
  layout: Layout,
  input: InputSheetLayout,
  words: { title: string; hint: string },
  blockOf: BlockOf,
  lines: CheckLines,
): SheetModel {
  const sheet = newSheet(input.sheet, [], {
    freeze: { rows: input.headerRow + 1, columns: 4 },
    titleRows: [input.headerRow, input.headerRow + 1],
    printTo: input.printTo,
    letters: FORM_LETTERS,
  });
  shareFormulas(sheet, formulasOf(layout, sheet.name));
  sheet.columns.push(...columnModels(input));
  putHeading(sheet, request, words.title, words.hint);
  if (input.form) putFormHead(sheet, request, input.form.result);
  putHeader(sheet, request, input);
  for (const row of input.rows) {
    if ('heading' in row) {
      for (let column = 2; column <= input.printTo; column += 1) {
        put(sheet, row.row, column, 'section', column === 2 ? row.heading : null);
      }
      setHeight(sheet, row.row, formRowHeight(input, ''));
    } else if ('shown' in row) putShown(sheet, request, layout, input, row, lines);
    else {
      putFigure(sheet, request, layout, input, row);
      if (input.form) putParts(sheet, request, layout, input.form, row, lines);
      if (input.form) putComparison(sheet, request, layout, input.form, row, blockOf);
      putHiddenParts(sheet, request, layout, input, row, lines);
      putTrend(sheet, input, row);
      putRowState(sheet, input, row, lines, changedOnForm(request, layout, row, blockOf));
    }
  }
  const last = putFoot(sheet, request, layout, input, lines);
  if (input.rows.length > 0) sheet.conditional.push(...stateFormats(input));
  breakPages(sheet, input, last);
  return sheet;
}

/** Number of the form and who receives it, since the form goes without the cover. */
function putFormHead(sheet: SheetModel, request: WorkbookRequest, column: number): void {
  const files = request.plans.map(({ file }) => file);
  const receivers = [...new Set(files.map((file) => receiverOf(file, request.reporter)))];
  const codes = files.map(({ form }) => form.code).join(', ');
  const text = `Biểu số: ${codes} – Đơn vị nhận: ${receivers.join('; ')}`;
  const last = sheet.printTo ?? column;
  put(sheet, 2, column, 'formHead', text);
  sheet.merges.push(`${cellAddress(2, column)}:${cellAddress(2, last)}`);
  const width = printedWidth({ ...sheet, printFrom: { row: 2, column }, printTo: last });
  setHeight(sheet, 2, Math.max(TITLE_HEIGHT, wrappedHeight(text, width)));
}

/** Between the heading and the table, in points. */
const GAP = 2;

function putHeader(
  sheet: SheetModel,
  { reporting, ...request }: WorkbookRequest,
  input: InputSheetLayout,
): void {
  const { headerRow } = input;
  put(sheet, 1, 1, 'hiddenKey', KEY_MARKER);
  put(sheet, 1, 2, 'hiddenKey', identityKey(identityOf({ reporting, ...request })));
  let height = 28;
  let numbered = 0;
  for (const place of input.columns) {
    if (!place.head) continue;
    const word = place.head(reporting, place.period);
    const key = keyOfColumn(place, reporting);
    if (key !== null) put(sheet, 1, place.column, 'hiddenKey', key);
    put(sheet, headerRow, place.column, 'header', word);
    put(
      sheet,
      headerRow + 1,
      place.column,
      'header',
      place.mark === 'number' ? String((numbered += 1)) : place.mark,
    );
    height = Math.max(height, wrappedHeight(word, widthOf(input, place), 12.5));
  }
  setHeight(sheet, headerRow - 1, GAP);
  setHeight(sheet, headerRow, height);
  setHeight(sheet, headerRow + 1, formRowHeight(input, ''));
}

/** The cells of a row that say nothing of other sheets; what does is written by those who know them. */
function putFigure(
  sheet: SheetModel,
  request: WorkbookRequest,
  layout: Layout,
  input: InputSheetLayout,
  row: FigureRow,
): void {
  const { figure } = row;
  const texts: Partial<Record<InputColumnId, string | null>> = {
    number: row.number,
    name: rowName(row),
    unit: figure.indicator.unit,
    mark: null,
    reason: null,
  };
  put(sheet, row.row, 1, 'hiddenKey', figure.key);
  for (const place of input.columns) {
    const text = texts[place.id];
    if (text === undefined) continue;
    put(sheet, row.row, place.column, place.style, isRemark(place) ? { optional: true } : text);
  }
  putKnown(sheet, request, layout, input, row);
  // A reason is read on paper too, however long it is.
  letGrow(sheet, row.row);
}

/** The cells of a row for figures, with what is known of them, its sources and the height that it needs. */
export function putKnown(
  sheet: SheetModel,
  request: WorkbookRequest,
  layout: Layout,
  input: InputSheetLayout,
  row: FigureRow,
): void {
  const asked = askedColumns(input, row.figure, request.reporting);
  let height = formRowHeight(input, rowName(row), row.figure.indicator.unit);
  for (const place of input.columns) {
    const { id, column, style, period } = place;
    if (period !== null) {
      if (asked.includes(period)) put(sheet, row.row, column, style, typedCell(request, layout, row, period));
      else put(sheet, row.row, column, 'notAsked');
    } else if (id === 'source') {
      const text = sourcesOn(request, asked, row.figure.key);
      put(sheet, row.row, column, style, text === null ? null : { value: text, own: true });
      // What is not printed does not make the paper longer: the source also stands in the prompt of the cell.
      if (place.shown === 'printed')
        height = Math.max(height, wrappedHeight(text ?? '', widthOf(input, place), 13));
    }
  }
  setHeight(sheet, row.row, height);
}

function typedCell(
  request: WorkbookRequest,
  layout: Layout,
  typed: FigureRow,
  column: PeriodColumn,
): CellExtra {
  const { row, figure, series } = typed;
  const { period } = column;
  const known = request.known.figure(figure.key, period);
  const isFilled = (request.known.given ?? request.known).figure(figure.key, period) !== null;
  return {
    ...(known === null ? {} : { value: known }),
    ...(typeof known === 'string' ? { own: true } : {}),
    ...(isOptional(typed, column) ? { optional: true } : {}),
    ...(isFilled && !request.sample ? { given: true } : {}),
    format: figureFormat(figure.indicator),
    validation: validationOf(layout, figure, cellAddress(row, column.column), {
      period,
      series,
      isFilled,
      source: sourceOf(request, figure.key, period),
    }),
  };
}

/** The hidden columns of a row: how much is left to enter, and its part of the check number. */
function putHiddenParts(
  sheet: SheetModel,
  request: WorkbookRequest,
  layout: Layout,
  input: InputSheetLayout,
  row: FigureRow,
  lines: CheckLines,
): void {
  const { figure } = row;
  const left = leftOnRow(figure.key, lines);
  if (left) put(sheet, row.row, input.leftColumn, 'hiddenKey', { ...left, tag: 'form.left' });
  put(sheet, row.row, input.checkColumn, 'hiddenKey', {
    formula: () => {
      const formulas = roundColumns(request, input, figure).flatMap(({ period }) => {
        const cell = layout.figureCell(figure.key, period);
        return cell === null
          ? []
          : [checksumPartFormula(cell, weighedBy(figure.key, period), decimalsOf(figure.indicator))];
      });
      return formulas.length === 0 ? null : formulas.join('+');
    },
    result: checkParts(request, input, row).reduce((sum, part) => sum + part, 0),
    tag: 'form.check',
  });
}

/**
 * A line over the typed figures of the years before. Blank cells leave a gap; computed rates get no line,
 * because a spreadsheet draws an empty result as 0.
 */
function putTrend(sheet: SheetModel, input: InputSheetLayout, { row }: FigureRow): void {
  const [first, last] = [input.earlier[0], input.earlier.at(-1)];
  if (input.trendColumn === null || !first || !last) return;
  put(sheet, row, input.trendColumn, 'plain');
  const range = `${absoluteAddress(row, first.column)}:${absoluteAddress(row, last.column)}`;
  sheet.sparklines.push({ row, column: input.trendColumn, reference: sheetReference(sheet.name, range) });
}

/** Nobody owes the years before, nor a rate that is computed from its parts. */
function isOptional({ figure }: FigureRow, { ofRound }: PeriodColumn): boolean {
  return !ofRound || (figure.part === 'published' && perOf(figure.indicator) !== null);
}

function isRemark({ field }: PlacedColumn): boolean {
  return field === 'mark' || field === 'reason';
}
