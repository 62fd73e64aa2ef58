import type { Reference } from './compile.ts';
import type { Area } from './operand.ts';
import type { Value } from './value.ts';

/**
 * A range whose cells are looked up one by one, each time anew.
 * @param valueAt of a cell by the row and column of its sheet, from 1
 */
export function areaOfCells(
  { top, left, bottom, right }: Omit<Reference, 'sheet'>,
  valueAt: (row: number, column: number) => Value,
): Area {
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  const at = (row: number, column: number): Value => valueAt(top + row - 1, left + column - 1);
  const values = () =>
    Array.from({ length: rows * columns }, (_, place) =>
      at(Math.floor(place / columns) + 1, (place % columns) + 1),
    );
  const sorted = () =>
    values()
      .filter((one) => typeof one === 'number')
      .sort((one, other) => one - other);
  return { top, left, rows, columns, at, values, sorted };
}
