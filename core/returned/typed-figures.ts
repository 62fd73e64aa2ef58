import type { Place } from '../base/finding.ts';
import { isSeriesKey } from '../workbook/contract.ts';
import type { Remark } from '../workbook/entry-fields.ts';
import { cellText } from '../sheet/cell-text.ts';
import type { KeyedCell } from './keyed-cells.ts';
import type { ReturnedWorkbook } from './read.ts';
import type { TypedReturn } from './reason-of-figure.ts';
import { reasonCells } from './reason-cells.ts';
import type { TypedCell, TypedFigures } from '../rules/typed.ts';
import { withoutResult, type RawCell } from '../rules/figure/cell.ts';

/** The cells for figures and the reasons of a returned workbook, as the rules over figures want them. */
export function typedFigures({ entries }: Pick<ReturnedWorkbook, 'entries'>): TypedFigures {
  const typed = new Map<string, TypedCell>();
  for (const entry of entries) {
    const { rowKey, period, vintage, field, sheet, address } = entry;
    if (field !== 'value' || vintage === '_' || isSeriesKey(rowKey)) continue;
    typed.set(`${rowKey}|${period}|${vintage}`, { place: { sheet, cell: address }, raw: rawOf(entry) });
  }
  const reasons = new Map<string, string>();
  const reasonPlaces = new Map<string, Place>();
  for (const [key, { value, sheet, address }] of reasonCells(entries)) {
    const text = cellText(value).trim();
    if (text === '') continue;
    reasons.set(key, text);
    reasonPlaces.set(key, { sheet, cell: address });
  }
  return { cells: typed, reasons, reasonPlaces };
}

/** What is typed in a returned workbook, on its form and in the rows of communes. */
export function typedReturn(returned: Pick<ReturnedWorkbook, 'entries' | 'byUnit'>): TypedReturn {
  return {
    typed: typedFigures(returned),
    typedByUnit: new Map(returned.byUnit.map((one) => [one.unit, typedFigures(one)])),
  };
}

/** A formula without a stored result is not blank; what it comes to, nobody knows. */
function rawOf({ value, formula }: KeyedCell): RawCell {
  return value === null && formula !== null ? withoutResult(formula) : value;
}

/** What was written in the reason column, by row key; of several periods the latest. */
export function reasonsOf(remarks: readonly Remark[]): Map<string, string> {
  return new Map(remarks.flatMap(({ key, field, text }) => (field === 'reason' ? [[key, text]] : [])));
}
