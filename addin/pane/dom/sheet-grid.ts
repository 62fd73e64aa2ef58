import type { Wording } from '../texts/wording.ts';
import type { SheetWindow, WindowCell } from '../workbench.ts';
import { element } from './element.ts';

/** A piece of a sheet, read-only, with the wanted cell set off. */
export function sheetGrid(
  { sheet, columns, titles, rows }: SheetWindow,
  place: string,
  wording: Wording,
): HTMLElement {
  const label = wording.texts.check.sheetAround(place);
  const head = element(
    'tr',
    {},
    element('td'),
    ...columns.map((letters) => element('th', { scope: 'col' }, letters)),
  );
  const words =
    titles !== null &&
    element('tr', { class: 'titles' }, element('td'), ...titles.map((title) => element('td', {}, title)));
  const body = rows.map(({ number, cells }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, String(number)),
      ...cells.map((cell) => cellElement(cell, wording)),
    ),
  );
  return element(
    'div',
    // Wide sheets scroll; without a mouse that takes the focus.
    { class: 'sheet', role: 'region', 'aria-label': label, tabindex: 0 },
    element(
      'table',
      {},
      element('caption', {}, sheet),
      element('thead', {}, head, words),
      element('tbody', {}, ...body),
    ),
  );
}

/** Scrolls a drawn piece of a sheet sideways, in narrow panes, until the wanted cell is seen. */
export function showWanted(grid: HTMLElement): void {
  const wanted = grid.querySelector('.wanted')?.getBoundingClientRect();
  const seen = grid.getBoundingClientRect();
  if (wanted && wanted.right > seen.right) grid.scrollLeft += wanted.right - seen.right;
}

function cellElement({ value, isWanted }: WindowCell, wording: Wording): HTMLElement {
  const kind = typeof value === 'number' ? 'figure' : 'text';
  return element(
    'td',
    { class: isWanted ? `${kind} wanted` : kind, 'aria-current': isWanted ? 'true' : null },
    cellText(value, wording),
  );
}

const SHOWN_DECIMALS = 4;

function cellText(value: WindowCell['value'], { number }: Wording): string {
  if (value === null) return '';
  if (typeof value === 'number') return number(value, SHOWN_DECIMALS);
  return typeof value === 'object' ? value.error : String(value);
}
