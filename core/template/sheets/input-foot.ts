import { decimalsOf } from '../../catalogue/decimals.ts';
import { roundName } from '../../round/round.ts';
import { columnLetters } from '../../sheet/address.ts';
import { put, setHeight, sheetReference, type CellExtra } from '../../sheet/draft.ts';
import { checksum, CHECKSUM_FORMAT, checksumFormula, checksumPart, weighedBy } from '../form/checksum.ts';
import { askedColumns, type InputSheetLayout, type Layout } from '../../workbook/layout.ts';
import type { FigureRow } from '../../workbook/input-rows.ts';
import type { SheetModel } from '../../sheet/model.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import type { CheckLines } from './check/lines.ts';
import { leftInAllFormula, progressOf } from './left-to-enter.ts';
import { putSignature } from './signature.ts';

/**
 * Under the table: what is left to fill in; on the form also the check number of both input sheets and, beside
 * them, the signatures, so that one page is signed for all figures.
 * @returns the last row
 */
export function putFoot(
  sheet: SheetModel,
  request: WorkbookRequest,
  layout: Layout,
  input: InputSheetLayout,
  lines: CheckLines,
): number {
  const { owed, left } = progressOf(lines);
  const row = lastFigureRow(input) + 2;
  const value = input.periods[0]?.column ?? 5;
  setHeight(sheet, row - 1, GAP);
  put(sheet, row, 3, 'label', 'Số phải báo cáo trong kỳ');
  put(sheet, row, value, 'computed', { value: owed, format: '0' });
  put(sheet, row + 1, 3, 'label', 'Số còn phải nhập');
  put(sheet, row + 1, value, 'computed', {
    formula: leftInAllFormula(lines),
    result: left,
    format: '0',
    tag: 'progress',
  });
  if (!input.form) return row + 1;
  put(sheet, row + 2, 3, 'signatureLabel', `Mã kiểm tra số liệu ${roundName(request.reporting)}`);
  put(sheet, row + 2, value, 'signatureNumber', checkNumber(request, layout));
  return putSignature(sheet, request, row, {
    left: { from: input.form.result, to: input.form.percent },
    right: { from: input.form.before, to: input.reasonColumn },
    room: input.form.numerator === null ? undefined : ROOM_ON_ONE_PAGE,
  });
}

/** The check number over every figure of the round; paper and file must have the same. */
function checkNumber(request: WorkbookRequest, layout: Layout): CellExtra {
  const inputs = [layout.entry, layout.background];
  const parts = inputs.flatMap((input) =>
    input.rows.flatMap((one) => ('figure' in one ? checkParts(request, input, one) : [])),
  );
  const ranges = inputs.map((input) => {
    const column = columnLetters(input.checkColumn);
    const range = `$${column}$${input.headerRow + 2}:$${column}$${lastFigureRow(input)}`;
    return input === layout.entry ? range : sheetReference(input.sheet, range);
  });
  return {
    formula: checksumFormula(ranges.join(',')),
    result: checksum(parts),
    format: CHECKSUM_FORMAT,
    tag: 'form.checksum',
  };
}

function lastFigureRow({ headerRow, rows }: InputSheetLayout): number {
  return Math.max(headerRow + 2, rows.at(-1)?.row ?? 0);
}

/** For seal and signature where the form is one page, in points. */
const ROOM_ON_ONE_PAGE = 60;

/** Between the table and what stands below it, in points. */
const GAP = 6;

/** What the figures of a row in the round add to the check number. */
export function checkParts(
  request: WorkbookRequest,
  input: InputSheetLayout,
  { figure }: FigureRow,
): number[] {
  return roundColumns(request, input, figure).map(({ period }) =>
    checksumPart(
      request.known.figure(figure.key, period),
      weighedBy(figure.key, period),
      decimalsOf(figure.indicator),
    ),
  );
}

/** The columns of the round in which a figure is asked for. */
export function roundColumns(
  { reporting }: WorkbookRequest,
  input: InputSheetLayout,
  figure: FigureRow['figure'],
) {
  return askedColumns(input, figure, reporting).filter(({ ofRound }) => ofRound);
}
