import type { SheetFacts } from '../../core/sheet/facts.ts';
import type { CheckFinding } from '../../core/rules/rule.ts';
import { parseAddress } from '../../core/sheet/address.ts';
import type { CellPlace } from '../pane/workbench.ts';

/** A cell of a visible sheet: which tab, which row, which column. */
type Position = readonly [sheet: number, row: number, column: number];

/**
 * The next cell after the selection whose finding still wants something done: an error, or a warning without a
 * reason. In the order of the tabs, on a sheet row by row; after the last comes the first.
 * @param selected null where nothing is selected: the search begins at the front
 * @returns null when there is no such cell
 */
export function nextPlace(
  findings: readonly CheckFinding[],
  sheets: readonly Pick<SheetFacts, 'name' | 'state'>[],
  selected: { readonly sheet: string; readonly row: number; readonly column: number } | null,
): CellPlace | null {
  const tabs = sheets.map(({ name }) => name);
  const from: Position = selected
    ? [tabs.indexOf(selected.sheet), selected.row, selected.column]
    : [-1, 0, 0];
  const open = findings.flatMap(({ severity, explanation, place: { sheet, cell } }) => {
    const at = cell === undefined ? null : parseAddress(cell);
    const tab = sheets.findIndex(({ name, state }) => name === sheet && state === 'visible');
    const isOpen = severity === 'error' || (severity === 'warning' && explanation === null);
    if (!isOpen || at === null || tab < 0 || sheet === undefined || cell === undefined) return [];
    const position: Position = [tab, at.row, at.column];
    return [{ place: { sheet, cell }, position }];
  });
  open.sort((a, b) => compare(a.position, b.position));
  const next = open.find(({ position }) => compare(position, from) > 0) ?? open[0];
  return next?.place ?? null;
}

function compare(a: Position, b: Position): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
