import { absoluteAddress } from '../../sheet/address.ts';
import { put, setHeight, sheetReference } from '../../sheet/draft.ts';
import type { SheetModel } from '../../sheet/model.ts';
import { figureFormat } from '../../workbook/formats.ts';
import type { ShownRow } from '../../workbook/input-rows.ts';
import { askedColumns, type InputSheetLayout, type Layout } from '../../workbook/layout.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';
import { copied } from './check/line-copies.ts';
import type { CheckLines } from './check/lines.ts';
import { formRowHeight } from './input-widths.ts';
import { shareRowName } from './input-names.ts';

/** A part of a share that has its one cell on another row: shown by formula, its number leads there. */
export function putShown(
  sheet: SheetModel,
  request: WorkbookRequest,
  layout: Layout,
  input: InputSheetLayout,
  row: ShownRow,
  lines: CheckLines,
): void {
  const { shown } = row;
  const asked = askedColumns(input, shown, request.reporting);
  const name = shareRowName(shown, row.part);
  for (const place of input.columns) {
    const { id, column, period } = place;
    if (period !== null) {
      const cell = asked.includes(period) ? layout.figureCell(shown.key, period.period) : null;
      if (cell === null) put(sheet, row.row, column, 'notAsked');
      else {
        const typed = lines.byFigure.get(`${shown.key}|${period.period}`)?.judged.cellAt(shown.key);
        put(sheet, row.row, column, 'computed', {
          ...copied(cell, typed?.raw ?? null),
          format: figureFormat(shown.indicator),
          tag: 'form.shown',
        });
      }
    } else if (id === 'number') put(sheet, row.row, column, 'link', linkTo(layout, row));
    else if (id === 'name') put(sheet, row.row, column, 'wrapped', name);
    else if (id === 'unit') put(sheet, row.row, column, 'centered', shown.indicator.unit);
    else if (place.shown === 'printed') put(sheet, row.row, column, 'computed');
  }
  setHeight(sheet, row.row, formRowHeight(input, name));
}

/** The row's number, a click on which leads to the cell where the figure is typed. */
function linkTo(layout: Layout, { number, shown }: ShownRow): { value: string; link?: string } {
  for (const input of [layout.entry, layout.background]) {
    const typed = input.rows.find((one) => 'figure' in one && one.figure.key === shown.key);
    const column = input.periods.filter(({ ofRound }) => ofRound).at(-1)?.column;
    if (typed && column !== undefined)
      return { value: number, link: sheetReference(input.sheet, absoluteAddress(typed.row, column)) };
  }
  return { value: number };
}
