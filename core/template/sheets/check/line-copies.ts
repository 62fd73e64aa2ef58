import { storedResult } from '../../../base/number.ts';
import { measuredFormula } from '../../../observation/measured.ts';
import { isNumber, type RawCell } from '../../../rules/figure/cell.ts';
import { isReasonFormula } from '../../../rules/reason.ts';
import type { FigureAccess } from '../../../rules/figure/checked-figures.ts';
import { asReferenceFormula } from '../../../rules/figure/reference.ts';
import { put, type CellExtra } from '../../../sheet/draft.ts';
import type { SheetModel } from '../../../sheet/model.ts';
import { partsOf } from '../../../workbook/asked.ts';
import type { Layout } from '../../../workbook/layout.ts';
import type { WorkbookRequest } from '../../../workbook/request.ts';
import { COLUMN } from './columns.ts';
import { hasReference, isComputed, typedCell, spelledByFormula, reasonCell, valueCell } from './line-refs.ts';
import { hasState } from './line-state.ts';
import type { FigureLine, SeriesLine } from './lines.ts';

/** The figure as typed, what it comes to, what it says of others, and the reason beside its row, where it is one. */
export function putCopies(
  sheet: SheetModel,
  { catalogue }: Pick<WorkbookRequest, 'catalogue'>,
  layout: Layout,
  line: FigureLine,
  access: FigureAccess<string>,
): void {
  const { figure, cellAt, value, reference } = line.judged;
  const { key, period, indicator } = figure.context;
  const typed = layout.figureCell(key, period);
  if (typed === null) throw new Error(`No cell is asked for ${key} in ${period}.`);
  const raw = (of: string | null): RawCell => (of === null ? null : (cellAt(of)?.raw ?? null));
  const isRate = isComputed(line);
  put(sheet, line.row, isRate ? COLUMN.published : COLUMN.value, 'hiddenKey', copied(typed, raw(key)));
  const part = (of: string | null) => (of === null || !isRate ? null : (access.cell(of, period) ?? null));
  const cells = () => ({
    published: typedCell(line),
    numerator: part(figure.numerator),
    denominator: part(figure.denominator),
  });
  // A share without cells for its parts is what was typed.
  const measuredResult = typeof value === 'string' ? spelledByFormula(value) : resultOf(value);
  const valueResult = isRate ? measuredResult : resultOf(raw(key));
  if (isRate) {
    put(sheet, line.row, COLUMN.value, 'hiddenKey', {
      formula: () => measuredFormula(indicator, cells()),
      result: valueResult,
      tag: 'check.value',
    });
  }
  if (hasReference(line)) {
    put(sheet, line.row, COLUMN.reference, 'hiddenKey', {
      formula: () => {
        const value = valueCell(line);
        const sound = asReferenceFormula(indicator, partsOf(indicator, catalogue), value, cells()) ?? value;
        const fraction = figure.context.isOfLastYear ? access.isFraction(key, period) : undefined;
        if (fraction === undefined) return sound;
        return `IF(IF(${isNumber(typedCell(line))},${fraction},FALSE),"",${sound})`;
      },
      result: reference === null ? '' : valueResult,
      tag: 'check.reference',
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
