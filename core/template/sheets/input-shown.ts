import { absoluteAddress } from '../../sheet/address.ts';
import { put, setHeight, sheetReference, type CellExtra } from '../../sheet/draft.ts';
import type { SheetModel } from '../../sheet/model.ts';
import { figureFormat } from '../../workbook/formats.ts';
import type { AskedFigure } from '../../workbook/asked.ts';
import type { FigureRow, ShownRow } from '../../workbook/input-rows.ts';
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
      const cell = asked.includes(period) ? shownCell(layout, lines, shown, period.period) : null;
      put(sheet, row.row, column, cell === null ? 'notAsked' : 'computed', cell);
    } else if (id === 'number')
      put(sheet, row.row, column, 'link', { value: row.number, ...linkTo(layout, shown) });
    else if (id === 'name') put(sheet, row.row, column, 'wrapped', name);
    else if (id === 'unit') put(sheet, row.row, column, 'centered', shown.indicator.unit);
    else if (place.shown === 'printed') put(sheet, row.row, column, 'computed');
  }
  setHeight(sheet, row.row, formRowHeight(input, name, shown.indicator.unit));
}

/** On the line of a share the parts it is computed from, as they are typed elsewhere for the year. */
export function putParts(
  sheet: SheetModel,
  { round }: WorkbookRequest,
  layout: Layout,
  form: NonNullable<InputSheetLayout['form']>,
  { row, parts = {} }: FigureRow,
  lines: CheckLines,
): void {
  for (const part of ['numerator', 'denominator'] as const) {
    const [column, shown] = [form[part], parts[part]];
    if (column === null) continue;
    const cell = shown ? shownCell(layout, lines, shown, String(round)) : null;
    if (shown && cell) put(sheet, row, column, 'linkedNumber', { ...cell, ...linkTo(layout, shown) });
    else put(sheet, row, column, 'notAsked');
  }
}

/** What is typed for a figure in a period elsewhere; null where it is not asked for. */
function shownCell(
  layout: Layout,
  lines: CheckLines,
  { key, indicator }: AskedFigure,
  period: string,
): CellExtra | null {
  const cell = layout.figureCell(key, period);
  if (cell === null) return null;
  const typed = lines.byFigure.get(`${key}|${period}`)?.judged.cellAt(key);
  return { ...copied(cell, typed?.raw ?? null), format: figureFormat(indicator), tag: 'form.shown' };
}

/** A click leads to the cell where the figure is typed. */
function linkTo(layout: Layout, shown: AskedFigure): { link?: string } {
  for (const input of [layout.entry, layout.background]) {
    const typed = input.rows.find((one) => 'figure' in one && one.figure.key === shown.key);
    const column = input.periods.filter(({ ofRound }) => ofRound).at(-1)?.column;
    if (typed && column !== undefined)
      return { link: sheetReference(input.sheet, absoluteAddress(typed.row, column)) };
  }
  return {};
}
