import { isSeriesKey } from '../workbook/contract.ts';
import type { KeyedCell } from './keyed-cells.ts';
import type { ReturnedWorkbook } from './read.ts';
import type { Remark } from '../observation/observation.ts';
import type { TypedCell, TypedFigures } from '../rules/typed.ts';
import { withoutResult, type RawCell } from '../rules/figure/cell.ts';

/** The cells for figures and the reasons of a returned workbook, as the rules over figures want them. */
export function typedFigures({ cells, remarks }: ReturnedWorkbook): TypedFigures {
  const typed = new Map<string, TypedCell>();
  for (const cell of cells) {
    const { rowKey, period, vintage, field, sheet, address } = cell;
    if (field !== 'value' || vintage === '_' || isSeriesKey(rowKey)) continue;
    const key = `${rowKey}|${period}|${vintage}`;
    const before = typed.get(key);
    // Of copies the first that holds something counts; that they differ is a finding of its own.
    if (before === undefined || before.raw === null) {
      typed.set(key, { place: { sheet, cell: address }, raw: rawOf(cell) });
    }
  }
  return { cells: typed, reasons: reasonsOf(remarks) };
}

/** A formula without a stored result is not blank; what it comes to, nobody knows. */
function rawOf({ value, formula }: KeyedCell): RawCell {
  return value === null && formula !== null ? withoutResult(formula) : value;
}

/** What was written in the reason column, by row key. */
export function reasonsOf(remarks: readonly Remark[]): Map<string, string> {
  return new Map(remarks.flatMap(({ key, field, text }) => (field === 'reason' ? [[key, text]] : [])));
}
