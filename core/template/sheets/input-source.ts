import type { PeriodColumn } from '../../workbook/input-columns.ts';
import type { WorkbookRequest } from '../../workbook/request.ts';

/** Where a figure that was filled in beforehand comes from; null where none was, or nobody said. */
export function sourceOf({ known }: WorkbookRequest, key: string, period: string): string | null {
  return known.source(key, period);
}

/** The sources of a row in one text: once where all figures have the same, else period by period. */
export function sourcesOn(
  request: WorkbookRequest,
  columns: readonly PeriodColumn[],
  key: string,
): string | null {
  const named = columns.flatMap(({ period }) => {
    const source = sourceOf(request, key, period);
    return source === null ? [] : [{ period, source }];
  });
  const distinct = [...new Set(named.map(({ source }) => source))];
  if (distinct.length <= 1) return distinct[0] ?? null;
  return named.map(({ period, source }) => `${period}: ${source}`).join('; ');
}
