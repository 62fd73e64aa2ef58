import { storedResult } from '../../../base/number.ts';
import { measuredFormula } from '../../../observation/measured.ts';
import type { RawCell } from '../../../rules/figure/cell.ts';
import { isReasonFormula } from '../../../rules/reason.ts';
import type { FigureAccess } from '../../../rules/figure/checked-figures.ts';
import { typedValue } from '../../../rules/figure/typed-value.ts';
import { put, type CellExtra } from '../../../sheet/draft.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import type { Layout } from '../../../workbook/layout.ts';
import { COLUMN } from './columns.ts';
import { isComputed, typedCell, spelledByFormula, reasonCell } from './line-refs.ts';
import { hasState } from './line-state.ts';
import type { FigureLine, SeriesLine } from './lines.ts';

/** The figure as typed, what it comes to, and the reason beside its row, where it is one. */
export function putCopies(
  sheet: SheetModel,
  layout: Layout,
  line: FigureLine,
  access: FigureAccess<string>,
): void {
  const { figure, cellAt } = line.judged;
  const { key, period, indicator } = figure.context;
  const typed = layout.figureCell(key, period);
  if (typed === null) throw new Error(`No cell is asked for ${key} in ${period}.`);
  const raw = (of: string | null): RawCell => (of === null ? null : (cellAt(of)?.raw ?? null));
  const isRate = isComputed(line);
  put(sheet, line.row, isRate ? COLUMN.published : COLUMN.value, 'hiddenKey', copied(typed, raw(key)));
  if (isRate) {
    const part = (of: string | null) => (of === null ? null : (access.cell(of, period) ?? null));
    const value = typedValue(indicator, {
      published: raw(key),
      numerator: raw(figure.numerator),
      denominator: raw(figure.denominator),
    });
    put(sheet, line.row, COLUMN.value, 'hiddenKey', {
      formula: () =>
        measuredFormula(indicator, {
          published: typedCell(line),
          numerator: part(figure.numerator),
          denominator: part(figure.denominator),
        }),
      result: typeof value === 'string' ? spelledByFormula(value) : resultOf(value),
      tag: 'check.value',
    });
  }
  if (hasState(line)) putReason(sheet, line);
}

export function putReason(sheet: SheetModel, line: FigureLine | SeriesLine): void {
  const cell = reasonCell(line.input, line.key);
  if (cell === null) return;
  put(sheet, line.row, COLUMN.reason, 'hiddenKey', {
    formula: () => `IF(${isReasonFormula(cell)},${cell},"")`,
    result: line.reason ?? '',
    tag: 'check.copy',
  });
}

/** A copy of a cell; a blank one stays blank instead of becoming 0. */
export function copied(cell: string, raw: RawCell): CellExtra {
  return { formula: () => `IF(${cell}="","",${cell})`, result: resultOf(raw), tag: 'check.copy' };
}

function resultOf(raw: RawCell): number | string {
  if (raw === null) return '';
  if (typeof raw === 'number') return storedResult(raw);
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE';
  return typeof raw === 'object' ? raw.error : raw;
}
