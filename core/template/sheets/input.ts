import { perOf } from '../../catalogue/per.ts';
import { absoluteAddress, cellAddress } from '../../sheet/address.ts';
import type { AskedFigure } from '../../workbook/asked.ts';
import { KEY_MARKER, identityKey, identityOf } from '../../workbook/contract.ts';
import { newSheet, put, setHeight, sheetReference, wrappedHeight } from '../../sheet/draft.ts';
import { checksumPartFormula, weighedBy } from '../form/checksum.ts';
import { figureFormat } from '../../workbook/formats.ts';
import { askedColumns, type FigureRow, type InputSheetLayout, type Layout } from '../../workbook/layout.ts';
import type { SheetModel } from '../../sheet/model.ts';
import { pageBreaks, type Block } from '../../sheet/page.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { figureName } from '../../workbook/wording.ts';
import type { CheckLines } from './check/lines.ts';
import { putRowState, stateFormats } from './check/row-state.ts';
import { putHeading } from './heading.ts';
import { putComparison, type BlockOf } from './input-comparison.ts';
import { checkParts, putFoot, roundColumns } from './input-foot.ts';
import { sideHeads, printedHeads } from './input-heads.ts';
import { sourceOf, sourcesOn } from './input-source.ts';
import { figureValidation } from './input-validation.ts';
import { inputColumns, SOURCE_WIDTH } from './input-widths.ts';
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
  const { columns, nameWidth } = inputColumns(input);
  const sheet = newSheet(input.sheet, [], {
    freeze: { rows: input.headerRow + 1, columns: 4 },
    titleRows: [input.headerRow, input.headerRow + 1],
    printTo: input.printTo,
  });
  sheet.columns.push(...columns);
  putHeading(sheet, request, words.title, words.hint);
  putHeader(sheet, request, input);
  for (const row of input.rows) {
    if ('heading' in row) {
      for (let column = 2; column <= input.printTo; column += 1) {
        put(sheet, row.row, column, 'section', column === 2 ? row.heading : null);
      }
    } else {
      putFigure(sheet, request, input, row, nameWidth);
      if (input.form) putComparison(sheet, request, layout, input.form, row, blockOf);
      putHiddenParts(sheet, request, layout, input, row, lines);
      putTrend(sheet, input, row);
      putRowState(sheet, input, row, lines);
    }
  }
  const last = putFoot(sheet, request, input, lines);
  if (input.rows.length > 0) sheet.conditional.push(...stateFormats(input));
  sheet.rowBreaks = pageBreaks(sheet, blocksOf(input, last));
  return sheet;
}

/** What stays on one page: a heading with its first row, a share with its numerator, the foot with two rows. */
function blocksOf({ rows }: InputSheetLayout, last: number): Block[] {
  const together = rows.flatMap((row, at): Block[] => {
    const next = rows[at + 1];
    if (!next || !('figure' in next)) return [];
    const isPart = 'figure' in row && next.number.startsWith(`${row.number}.`);
    return 'heading' in row || isPart ? [[row.row, next.row]] : [];
  });
  const figures = rows.filter((row) => 'figure' in row);
  const foot = (figures.at(-2) ?? figures.at(-1))?.row;
  return foot === undefined ? together : [...together, [foot, last]];
}

function putHeader(sheet: SheetModel, request: WorkbookRequest, input: InputSheetLayout): void {
  const { headerRow } = input;
  put(sheet, 1, 1, 'hiddenKey', KEY_MARKER);
  put(sheet, 1, 2, 'hiddenKey', identityKey(identityOf(request)));
  ['TT', 'Chỉ tiêu', 'Đơn vị tính'].forEach((word, at) => put(sheet, headerRow, 2 + at, 'header', word));
  ['A', 'B', 'C'].forEach((letter, at) => put(sheet, headerRow + 1, 2 + at, 'header', letter));
  const heads = [...printedHeads(input, request.reporting), ...sideHeads(input)];
  let height = 48;
  for (const { column, word, mark, key } of heads) {
    if (key !== undefined) put(sheet, 1, column, 'hiddenKey', key);
    put(sheet, headerRow, column, 'header', word);
    put(sheet, headerRow + 1, column, 'header', mark ?? null);
    height = Math.max(height, wrappedHeight(word, sheet.columns[column - 1]?.width ?? 12));
  }
  setHeight(sheet, headerRow, height);
}

function putFigure(
  sheet: SheetModel,
  request: WorkbookRequest,
  input: InputSheetLayout,
  row: FigureRow,
  nameWidth: number,
): void {
  const { figure, series } = row;
  const label = labelOf(figure, row.number);
  put(sheet, row.row, 1, 'hiddenKey', figure.key);
  put(sheet, row.row, 2, 'centered', row.number);
  put(sheet, row.row, 3, 'wrapped', label);
  put(sheet, row.row, 4, 'centered', figure.indicator.unit);
  const asked = askedColumns(input, figure, request.reporting);
  for (const column of [...input.periods, ...input.earlier]) {
    if (!asked.includes(column)) {
      put(sheet, row.row, column.column, 'notAsked');
      continue;
    }
    const known = request.known.figure(figure.key, column.period);
    put(sheet, row.row, column.column, 'input', {
      ...(known === null ? {} : { value: known }),
      format: figureFormat(figure.indicator, request.catalogue),
      validation: figureValidation(figure, cellAddress(row.row, column.column), {
        period: column.period,
        series,
        source: sourceOf(request, figure.key, column.period),
      }),
    });
  }
  put(sheet, row.row, input.markColumn, 'inputText', null);
  put(sheet, row.row, input.reasonColumn, 'inputText', null);
  const sources = sourcesOn(request, asked, figure.key);
  put(sheet, row.row, input.sourceColumn, 'small', sources);
  setHeight(
    sheet,
    row.row,
    Math.max(wrappedHeight(label, nameWidth), wrappedHeight(sources ?? '', SOURCE_WIDTH, 13)),
  );
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
  const formulas = roundColumns(request, input, figure).flatMap(({ period }) => {
    const cell = layout.figureCell(figure.key, period);
    return cell === null ? [] : [checksumPartFormula(cell, weighedBy(figure.key, period))];
  });
  if (formulas.length === 0) return;
  put(sheet, row.row, input.checkColumn, 'hiddenKey', {
    formula: formulas.join('+'),
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

function labelOf(figure: AskedFigure, number: string): string {
  const name = figureName(figure.indicator, figure.stratum);
  if (figure.part === 'published' && perOf(figure.indicator) !== null) {
    return `${name} (nhập khi chỉ có số đã công bố)`;
  }
  return figure.part === 'numerator' && number.includes('.') ? `– Tử số: ${name}` : name;
}
