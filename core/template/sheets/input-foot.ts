import { decimalsOf } from '../../catalogue/decimals.ts';
import { roundName } from '../../round/round.ts';
import { columnLetters } from '../../sheet/address.ts';
import { put } from '../../sheet/draft.ts';
import { checksum, CHECKSUM_FORMAT, checksumFormula, checksumPart, weighedBy } from '../form/checksum.ts';
import { askedColumns, type InputSheetLayout } from '../../workbook/layout.ts';
import type { FigureRow } from '../../workbook/input-rows.ts';
import type { SheetModel } from '../../sheet/model.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import type { CheckLines } from './check/lines.ts';
import { leftInAllFormula, progressOf } from './left-to-enter.ts';
import { putSignature } from './signature.ts';

/**
 * Under the table: what is left to fill in, the check number, on the form the signatures.
 * @returns the last row
 */
export function putFoot(
  sheet: SheetModel,
  request: WorkbookRequest,
  input: InputSheetLayout,
  lines: CheckLines,
): number {
  const first = input.headerRow + 2;
  const last = Math.max(first, input.rows.at(-1)?.row ?? first);
  const checks = columnLetters(input.checkColumn);
  const { owed, left } = progressOf(lines);
  const row = last + 2;
  const value = input.periods[0]?.column ?? 5;
  put(sheet, row, 3, 'label', 'Số phải báo cáo trong kỳ');
  put(sheet, row, value, 'computed', { value: owed, format: '0' });
  put(sheet, row + 1, 3, 'label', 'Số còn phải nhập');
  put(sheet, row + 1, value, 'computed', {
    formula: leftInAllFormula(lines),
    result: left,
    format: '0',
    tag: 'progress',
  });
  put(sheet, row + 2, 3, 'label', `Mã kiểm tra số liệu ${roundName(request.reporting)}`);
  const parts = input.rows.flatMap((one) => ('figure' in one ? checkParts(request, input, one) : []));
  put(sheet, row + 2, value, 'computed', {
    formula: checksumFormula(`$${checks}$${first}:$${checks}$${last}`),
    result: checksum(parts),
    format: CHECKSUM_FORMAT,
    tag: 'form.checksum',
  });
  put(sheet, row + 2, value + 1, 'note', '(bản giấy và tệp phải trùng nhau)');
  if (!input.form) return row + 2;
  return putSignature(sheet, request, row + 4, {
    left: 3,
    rightFrom: input.markColumn,
    right: input.reasonColumn,
  });
}

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
