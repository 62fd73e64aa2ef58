import type { SheetModel } from '../../../core/sheet/model.ts';
import { sheetCells } from './sheet-cells.ts';

const STYLE = / s="(\d+)"/u;

/**
 * A sheet whose cells all look alike and hold texts of their own, written again with other cells.
 * @param part as it was written whole
 * @returns the part in stretches; null where a cell is none of such
 */
export function plainSheet(part: string): (sheet: SheetModel) => string[] | null {
  const style = Number(STYLE.exec(part)?.[1] ?? 0);
  const [dimensionAt, dimensionEnd] = [
    part.indexOf('<dimension '),
    part.indexOf('>', part.indexOf('<dimension ')) + 1,
  ];
  const [dataAt, dataEnd] = [
    part.indexOf('<sheetData>'),
    part.indexOf('</sheetData>') + '</sheetData>'.length,
  ];
  return (sheet) => {
    const first = [...sheet.cells.values()][0];
    const isPlain = [...sheet.cells.values()].every((cell) => cell.own && cell.style === first?.style);
    if (!isPlain) return null;
    const { dimension, sheetData } = sheetCells(sheet, {
      style: () => style,
      text: () => {
        throw new RangeError('A text of its own is in no table.');
      },
    });
    return [
      part.slice(0, dimensionAt),
      dimension,
      part.slice(dimensionEnd, dataAt),
      sheetData,
      part.slice(dataEnd),
    ];
  };
}
