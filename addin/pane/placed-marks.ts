import type { CheckedWorkbook } from '../../core/check/check-workbook.ts';
import { findingsView, rowKeyOf } from './view/findings-view.ts';
import type { Wording } from './texts/wording.ts';
import type { PlacedMark } from './workbench.ts';

/** What is to be said at the cells of a workbook, worst first; an explained warning needs no mark. */
export function placedMarks(
  checked: Pick<CheckedWorkbook, 'report' | 'request' | 'returned'>,
  wording: Wording,
): PlacedMark[] {
  const { groups } = findingsView(checked, { filter: 'all', query: '' }, wording);
  return groups.flatMap(({ severity, title, fix, items }) =>
    items.flatMap(({ cell, message, isExplained, key }): PlacedMark[] => {
      if (cell?.cell === undefined || isExplained) return [];
      const text = `${title}: ${message} ${fix}`;
      return [{ sheet: cell.sheet, cell: cell.cell, key: rowKeyOf({ key }), severity, text }];
    }),
  );
}
