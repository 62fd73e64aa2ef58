import { compare, round } from '../../core/base/number.ts';
import { formatDecimals } from '../../core/sheet/format-decimals.ts';
import type { ReadCell } from './cells.ts';
import type { CellFormats } from './cell-formats.ts';

/**
 * Says of numbers of which their format leaves out decimals how many it shows, in {@link ReadCell.shownDecimals}. What
 * shows something else than its number anyway is left as it is.
 * @param formats of the cells, in their order
 */
export function applyCoarseDisplay(
  cells: readonly ReadCell[],
  formats: readonly string[],
  { codes }: Pick<CellFormats, 'codes'>,
): void {
  const known = new Map<string, number | null>();
  for (const [at, cell] of cells.entries()) {
    const { value, shownAs, rendered } = cell;
    if (typeof value !== 'number' || Number.isInteger(value)) continue;
    if (shownAs !== undefined || rendered !== undefined) continue;
    const code = codes.get(formats[at] ?? '');
    if (code === undefined) continue;
    const decimals = known.get(code) ?? formatDecimals(code);
    known.set(code, decimals);
    if (decimals !== null && compare(value, round(value, decimals)) !== 0) cell.shownDecimals = decimals;
  }
}
