import { numberText } from '../../core/base/number-text.ts';
import { struckOut } from '../letters/struck.ts';
import type { CellFormats } from './cell-formats.ts';
import type { ReadCell } from './cells.ts';
import { renderedOtherwise } from './rendered-number.ts';

/** Says of a cell how its format shows it, where that is not as the number it holds. */
export function showAs(cell: ReadCell, type: string, format: string, formats: CellFormats): void {
  const { value } = cell;
  if (typeof value === 'number') {
    const shownAs = type === 'd' ? 'date' : formats.shown.get(format);
    if (typeof shownAs === 'string') cell.shownAs = shownAs;
    else if (shownAs !== undefined) {
      const rendered = renderedOtherwise(shownAs.code, value);
      if (rendered !== null) cell.rendered = rendered;
    }
    if (formats.struck.has(format)) cell.rendered = struckOut(cell.rendered ?? numberText(value, 'vi'));
  }
  if (value !== null && formats.unseen.has(format)) cell.rendered = '';
}
