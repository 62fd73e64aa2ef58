import { describe, expect, it } from 'vitest';
import { crossings, keysAt, keysOf } from '../../../core/sheet/keyed.ts';

const signs = {
  marker: '#',
  row: (text: string) => text.startsWith('r'),
  column: (text: string) => (text.startsWith('c') ? { said: text.slice(1) } : null),
};

/** Cells of a drawn sheet: a line a row, words apart by spaces, `.` for a cell that is not there. */
function cells(...lines: string[]) {
  return lines.flatMap((line, at) =>
    line
      .split(' ')
      .flatMap((value, place) => (value === '.' ? [] : [{ row: at + 1, column: place + 1, value }])),
  );
}

describe('keys of a sheet', () => {
  it('are those beside and below the marker, wherever it stands', () => {
    expect(keysOf(cells('r0 c0 .', 'x # c1', 'c9 r1 r2', '. x c2'), signs)).toEqual({
      marker: { row: 2, column: 2 },
      rows: [{ row: 3, key: 'r1' }],
      columns: [{ column: 3, key: 'c1', said: '1' }],
    });
  });

  it('are the same in a file whose cells stand in another order', () => {
    const sheet = cells('# c1 c2', 'r1 5 6', 'r2 7 8');
    const sorted = ({ rows, columns, marker }: ReturnType<typeof keysOf>) => ({
      marker,
      rows: [...rows].sort((a, b) => a.row - b.row),
      columns: [...columns].sort((a, b) => a.column - b.column),
    });
    expect(sorted(keysOf([...sheet].reverse(), signs))).toEqual(keysOf(sheet, signs));
  });

  it('stand twice where a row or a column was copied', () => {
    const { rows, columns } = keysOf(cells('# c1 c1', 'r1', 'r1'), signs);
    expect(rows.map(({ row }) => row)).toEqual([2, 3]);
    expect(columns.map(({ column }) => column)).toEqual([2, 3]);
  });

  it('go by the first of two markers', () => {
    expect(keysOf(cells('# c1', 'r1 .', '# c2', 'r2 .'), signs)).toMatchObject({
      rows: [{ key: 'r1' }, { key: 'r2' }],
      columns: [{ key: 'c1' }],
    });
  });

  it('are none without a marker', () => {
    expect(keysOf(cells('. c1', 'r1 5'), signs)).toEqual({ marker: null, rows: [], columns: [] });
  });

  it('are read from a row and a column that are known otherwise; an axis may have none', () => {
    expect(keysAt(cells('. c1', 'r1 5'), { row: null, column: 1 }, signs)).toEqual({
      rows: [{ row: 2, key: 'r1' }],
      columns: [],
    });
  });
});

it('crossings are the cells of keyed rows and columns, with those the sheet does not have', () => {
  const sheet = cells('# c1 . c2', 'r1 5 6 7', '. 8 9 9', 'r2 . 4 3');
  const values = crossings(sheet, keysOf(sheet, signs)).map((line) => line.map((cell) => cell?.value));
  expect(values).toEqual([
    ['5', '7'],
    [undefined, '3'],
  ]);
});
