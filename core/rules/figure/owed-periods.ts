import { owedOn } from '../../workbook/form/owed.ts';
import type { FigureRow } from '../../workbook/input-rows.ts';
import { askedColumns, type InputSheetLayout } from '../../workbook/layout.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';

/** Periods in which a row owes a figure, by key; of a share that can be computed its own row does. */
export function countedOn(request: WorkbookRequest, input: InputSheetLayout): Map<string, Set<string>> {
  const counted = new Map<string, Set<string>>();
  for (const row of input.rows) {
    if (!('figure' in row)) continue;
    for (const { period, keys } of owedOn(input, row, request)) {
      const [key] = keys;
      if (key !== undefined) counted.set(key, (counted.get(key) ?? new Set()).add(period));
    }
  }
  return counted;
}

/** Periods in which a row owes a figure. */
export function owedPeriods(
  request: WorkbookRequest,
  input: InputSheetLayout,
  row: FigureRow,
  isJudged: boolean,
  counted: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  // A shared count is owed where a target is judged by it; as a denominator its share asks for it.
  if (row.figure.part === 'background') {
    const columns = askedColumns(input, row.figure, request.reporting);
    return new Set(columns.flatMap(({ period, ofRound }) => (isJudged && ofRound ? [period] : [])));
  }
  return counted.get(row.figure.key) ?? new Set();
}
