import { storedResult } from '../../base/number.ts';
import { put, type CellExtra } from '../../sheet/draft.ts';
import type { SheetModel, StyleName } from '../../sheet/model.ts';
import { figureFormat } from '../../workbook/formats.ts';
import type { FigureColumn } from '../columns.ts';
import { ALL, type GroupTotal } from '../consolidate.ts';
import type { ProvinceFigure } from '../province.ts';
import { SIDE, TOTAL_ROWS } from './grid.ts';
import { markOf } from './marks.ts';
import type { BookRequest } from './request.ts';

/** The names of a group's rows of totals. */
export function putGroupSide(sheet: SheetModel, name: string, first: number, { words }: BookRequest): void {
  for (const [at, row] of TOTAL_ROWS.entries()) {
    put(sheet, first + at, SIDE.id, 'section', at === 0 ? name : null);
    put(sheet, first + at, SIDE.name, 'section', words.totalRows[row]);
    put(sheet, first + at, SIDE.state, 'section');
  }
}

/** What is reported for the province itself: as it was reported, of a share its parts. */
export function provinceCells(column: FigureColumn, { record, own }: GroupTotal, request: BookRequest) {
  const shown = (one: ProvinceFigure | null): CellExtra & { mark?: string } => {
    if (one === null) return {};
    const { cell, parts, figure } = one;
    const mark = markOf(cell ?? parts?.numerator ?? null, request);
    if (figure === null) return { mark };
    if (parts === null || typeof figure !== 'number') return { value: figure, mark };
    const { numerator, denominator } = parts;
    return {
      formula: `${column.parts?.per ?? 1}*${numerator.value ?? '0'}/${denominator.value}`,
      result: storedResult(figure),
      mark,
    };
  };
  return { record: shown(record), own: shown(own) };
}

/** A group's totals in a column, from its first row; beside them, at the next column, their marks. */
export function putTotals(
  sheet: SheetModel,
  column: FigureColumn,
  at: number,
  first: number,
  cells: Partial<Record<(typeof TOTAL_ROWS)[number], CellExtra & { mark?: string }>>,
  total: GroupTotal,
  { found }: BookRequest,
): void {
  const isProvince = total.group !== ALL || found.groups.length === 1;
  for (const [offset, row] of TOTAL_ROWS.entries()) {
    const { mark, ...cell } = cells[row] ?? {};
    const isNumber = row === 'total' || row === 'record' || row === 'own' || row === 'decided';
    const isBlank = !(row in cells) || ((row === 'record' || row === 'own') && !isProvince);
    const style: StyleName = isBlank ? 'notAsked' : isNumber ? 'target' : 'centered';
    const format = isNumber ? { format: figureFormat(column.indicator) } : {};
    put(sheet, first + offset, at, style, isBlank ? null : { ...cell, ...format });
    put(sheet, first + offset, at + 1, 'small', mark === '' ? null : (mark ?? null));
  }
}
