import { cellAddress, columnLetters } from '../../../core/sheet/address.ts';
import { KEY_MARKER } from '../../../core/workbook/contract.ts';
import { cellIndex, type CellModel, type SheetModel } from '../../../core/sheet/model.ts';
import { serialize } from '../../../formats/xlsx/write/serialize.ts';
import {
  BACKGROUND,
  BASELINES,
  cellOf,
  cellsOf,
  columnsOf,
  domainSheets,
  ENTRY,
  figure,
  figures,
  NothingToDamage,
  SUMMARY,
  type Damage,
} from '../damage.ts';
import { shifted, withCells, withSheets, type Shift } from '../model-edits.ts';
import { damaged, type Package } from '../package.ts';
import type { Subject } from '../subject.ts';

function sheetOf({ model }: Subject, name: string): SheetModel {
  const sheet = model.sheets.find((one) => one.name === name);
  if (!sheet) throw new NothingToDamage(name);
  return sheet;
}

/** Rows and columns go elsewhere and every formula follows. */
function move(name: (subject: Subject) => string, shift: (subject: Subject) => Shift): Damage['damage'] {
  return (subject) => serialize(shifted(subject.model, name(subject), shift(subject)));
}

const entry = () => ENTRY;

/** The keyed rows of a sheet, from the top. */
function keyedRows(subject: Subject, sheet: string): number[] {
  return cellsOf(
    subject,
    sheet,
    ({ column, row, value }) => column === 1 && row > 1 && value !== undefined,
  ).map(({ row }) => row);
}

/** Two rows of figures with different units of measure, so that an exchange shows in nothing but their words. */
function twoRows(subject: Subject, sheet: string): [number, number] {
  const rows = figures(subject, sheet).filter(({ cell }) => Number(cell.value) > 1);
  const [first, ...others] = rows;
  const second = others.find(({ cell }) => cell.value !== first?.cell.value);
  if (!first || !second) throw new NothingToDamage('two rows');
  return [first.row, second.row];
}

/** Exchanges the typed and printed contents of two rows in some columns; formulas stay. */
function exchangeRows(
  parts: Package,
  subject: Subject,
  name: string,
  [one, other]: [number, number],
  columns: readonly number[],
): void {
  const { cells } = sheetOf(subject, name);
  for (const column of columns) {
    const [first, second] = [cells.get(cellIndex(one, column)), cells.get(cellIndex(other, column))];
    if (first?.formula !== undefined || second?.formula !== undefined) continue;
    put(parts, name, cellAddress(one, column), second);
    put(parts, name, cellAddress(other, column), first);
  }
}

function put(parts: Package, name: string, address: string, cell: CellModel | undefined): void {
  const value = cell?.value;
  const before = parts.cell(name, address);
  if (value !== undefined && typeof value !== 'boolean') {
    // A number that stands there already is no change.
    if (!before.includes(`<v>${value}</v>`) || typeof value === 'string') parts.setCell(name, address, value);
  } else if (/<[vi]/u.test(before)) parts.setCell(name, address, { xml: '' });
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** Rows of a sheet once more further down, without their formulas. */
function copyRow(change: (value: number) => number, hasKey = true): Damage['damage'] {
  return (subject) => {
    const { row } = figure(subject);
    const to = 400;
    const model = withSheets(subject.model, (sheet) => {
      if (sheet.name !== ENTRY) return sheet;
      const copy = { ...sheet, cells: new Map(sheet.cells) };
      for (const cell of sheet.cells.values()) {
        if (cell.row !== row || cell.formula !== undefined || (cell.column === 1 && !hasKey)) continue;
        const value = typeof cell.value === 'number' ? change(cell.value) : cell.value;
        copy.cells.set(cellIndex(to, cell.column), {
          ...cell,
          row: to,
          ...(value === undefined ? {} : { value }),
        });
      }
      return copy;
    });
    return serialize(model);
  };
}

/** Merges cells of the entry sheet. */
function merge(parts: Package, range: string): void {
  parts.editSheet(ENTRY, (xml) =>
    xml.includes('<mergeCells')
      ? xml.replace(/<mergeCells[^>]*>/u, (tag) => `${tag}<mergeCell ref="${range}"/>`)
      : xml.replace(
          /<\/sheetData>(<sheetProtection[^>]*\/>)?/u,
          (all) => `${all}<mergeCells><mergeCell ref="${range}"/></mergeCells>`,
        ),
  );
}

/** A row of a sheet once more further down, with other words in a column. */
function copyWithText(
  sheet: string,
  field: 'reason' | 'ownVerdict',
  first: string,
  copy: string,
): Damage['damage'] {
  return (subject) => {
    const [text] = columnsOf(subject, sheet, field);
    const [row] = keyedRows(subject, sheet);
    if (!text || row === undefined) throw new NothingToDamage(field);
    const { cells } = sheetOf(subject, sheet);
    const to = 400;
    return damaged(subject.bytes, (parts) => {
      for (const cell of cells.values()) {
        const isCopied = cell.row === row && cell.formula === undefined && typeof cell.value !== 'boolean';
        if (!isCopied || cell.column === text.column || cell.value === undefined) continue;
        parts.setCell(sheet, cellAddress(to, cell.column), cell.value);
      }
      parts.setCell(sheet, cellAddress(row, text.column), first);
      parts.setCell(sheet, cellAddress(to, text.column), copy);
    });
  };
}

const reverse = (subject: Subject, sheet: string): Shift => {
  const rows = keyedRows(subject, sheet);
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  return { row: (row) => (row >= top && row <= bottom ? top + bottom - row : row) };
};

/** Damage to where rows, columns and their keys stand. */
export const placeDamages: readonly Damage[] = [
  {
    name: 'three rows inserted between figures',
    damage: move(entry, (subject) => ({ row: (row) => (row >= figure(subject).row ? row + 3 : row) })),
    expect: 'harmless',
  },
  {
    name: 'a row inserted, with a figure typed into it',
    damage: async (subject) => {
      const { row, column } = figure(subject);
      const bytes = await serialize(
        shifted(subject.model, ENTRY, { row: (one) => (one > row ? one + 1 : one) }),
      );
      return damaged(bytes, (parts) => {
        parts.setCell(ENTRY, cellAddress(row + 1, 3), 'Trong đó: hộ mới thoát nghèo');
        parts.setCell(ENTRY, cellAddress(row + 1, column), 77_123);
      });
    },
    expect: { found: ['figure-without-key'] },
  },
  {
    name: 'rows of figures in another order, formulas following',
    damage: move(entry, (subject) => reverse(subject, ENTRY)),
    expect: 'harmless',
  },
  {
    name: 'baselines in another order, formulas following',
    damage: move(
      () => BASELINES,
      (subject) => reverse(subject, BASELINES),
    ),
    expect: 'harmless',
  },
  {
    name: 'an indicator sheet with its rows in another order, formulas following',
    damage: move(
      (subject) => domainSheets(subject)[0] ?? '',
      (subject) => reverse(subject, domainSheets(subject)[0] ?? ''),
    ),
    expect: 'harmless',
  },
  {
    name: 'whole rows sorted, their formulas left pointing where they did',
    damage: (subject) => {
      const [one, other] = twoRows(subject, ENTRY);
      return damaged(subject.bytes, (parts) => {
        const address = (row: number, column: number) => cellAddress(row, column);
        exchangeRows(parts, subject, ENTRY, [one, other], span(1, 16));
        const { cells } = sheetOf(subject, ENTRY);
        for (const column of span(5, 16)) {
          const [first, second] = [cells.get(cellIndex(one, column)), cells.get(cellIndex(other, column))];
          if (first?.formula === undefined || second?.formula === undefined) continue;
          parts.setCell(ENTRY, address(one, column), { formula: second.formula, value: second.result ?? '' });
          parts.setCell(ENTRY, address(other, column), { formula: first.formula, value: first.result ?? '' });
        }
      });
    },
    expect: { found: ['formula-altered'] },
  },
  {
    name: 'figures sorted with their names, without the hidden column of keys',
    damage: (subject) =>
      damaged(subject.bytes, (parts) =>
        exchangeRows(parts, subject, BACKGROUND, twoRows(subject, BACKGROUND), span(2, 16)),
      ),
    expect: { found: ['key-and-name-differ'] },
  },
  {
    name: 'two keys of rows exchanged',
    damage: (subject) =>
      damaged(subject.bytes, (parts) => exchangeRows(parts, subject, ENTRY, twoRows(subject, ENTRY), [1])),
    expect: { found: ['key-and-name-differ'] },
  },
  {
    name: 'the names of two rows exchanged',
    damage: (subject) =>
      damaged(subject.bytes, (parts) =>
        exchangeRows(parts, subject, ENTRY, twoRows(subject, ENTRY), [2, 3, 4]),
      ),
    expect: { found: ['key-and-name-differ'] },
  },
  {
    name: 'a row of figures deleted',
    damage: move(entry, (subject) => {
      const gone = figure(subject).row;
      return { row: (row) => (row === gone ? null : row > gone ? row - 1 : row) };
    }),
    expect: { found: ['row-missing', 'formula-altered'] },
  },
  {
    name: 'a row of an indicator sheet deleted',
    damage: move(
      (subject) => domainSheets(subject)[0] ?? '',
      (subject) => {
        const name = domainSheets(subject)[0] ?? '';
        const gone = cellOf(subject, name, ({ tag }) => /\.path$/u.test(tag ?? '')).row;
        return { row: (row) => (row === gone ? null : row > gone ? row - 1 : row) };
      },
    ),
    expect: { found: ['formula-altered'] },
  },
  { name: 'a row copied, the same figures', damage: copyRow((value) => value), expect: 'harmless' },
  {
    name: 'a row copied, other figures',
    damage: copyRow((value) => value + 1),
    expect: { found: ['figure-in-two-places'] },
  },
  {
    name: 'a row copied without its key, other figures',
    damage: copyRow((value) => value + 70_001, false),
    expect: { found: ['figure-without-key'] },
  },
  {
    name: 'a row copied, the same figures, another reason',
    damage: copyWithText(ENTRY, 'reason', 'mưa lũ', 'tách hộ'),
    expect: { found: ['remark-in-two-places'] },
  },
  {
    name: 'a row of the summary copied, another verdict of the unit',
    damage: copyWithText(SUMMARY, 'ownVerdict', 'Đạt', 'Chưa đạt'),
    expect: { found: ['own-verdict-in-two-places'] },
  },
  {
    name: 'two columns inserted before the figures',
    damage: move(entry, () => ({ column: (column) => (column >= 5 ? column + 2 : column) })),
    expect: 'harmless',
  },
  {
    name: 'a column inserted, with figures typed into it',
    damage: async (subject) => {
      const { column } = figure(subject);
      const bytes = await serialize(
        shifted(subject.model, ENTRY, { column: (one) => (one > column ? one + 1 : one) }),
      );
      return damaged(bytes, (parts) => {
        for (const { row } of figures(subject).slice(0, 5)) {
          parts.setCell(ENTRY, cellAddress(row, column + 1), 60_000 + row);
        }
      });
    },
    expect: { found: ['figure-without-key'] },
  },
  {
    name: 'the column of last year moved behind the round’s',
    damage: move(entry, (subject) => {
      const [first, second] = columnsOf(subject, ENTRY, 'value');
      if (!first || !second) throw new NothingToDamage('two columns');
      const [one, other] = [first.column, second.column];
      return { column: (column) => (column === one ? other : column === other ? one : column) };
    }),
    expect: 'harmless',
  },
  {
    name: 'a column of figures deleted',
    damage: move(entry, (subject) => {
      const gone = figure(subject).column;
      return { column: (column) => (column === gone ? null : column > gone ? column - 1 : column) };
    }),
    expect: { found: ['column-missing', 'formula-altered'] },
  },
  {
    name: 'the column of reasons deleted',
    damage: move(entry, (subject) => {
      const gone = columnsOf(subject, ENTRY, 'reason')[0]?.column;
      return { column: (column) => (column === gone ? null : column > (gone ?? 0) ? column - 1 : column) };
    }),
    expect: { found: ['remark-column-missing'] },
  },
  {
    name: 'the reasons cut and pasted into a free column, their key left behind',
    damage: (subject) => {
      const [from] = columnsOf(subject, ENTRY, 'reason');
      if (!from) throw new NothingToDamage('no reasons');
      const texts = cellsOf(
        subject,
        ENTRY,
        ({ row, column, value }) => column === from.column && row > 1 && value !== undefined,
      );
      return damaged(subject.bytes, (parts) => {
        for (const { row, address, cell } of texts) {
          parts.setCell(ENTRY, cellAddress(row, 30), String(cell.value));
          parts.setCell(ENTRY, address, { xml: '' });
        }
      });
    },
    expect: { found: ['remark-without-key'] },
  },
  {
    name: 'a column of figures copied with its key, other figures',
    damage: (subject) => {
      const { column } = figure(subject);
      const to = columnLetters(30);
      return damaged(subject.bytes, (parts) => {
        parts.setCell(
          ENTRY,
          `${to}1`,
          String(sheetOf(subject, ENTRY).cells.get(cellIndex(1, column))?.value),
        );
        for (const { row, cell } of figures(subject))
          parts.setCell(ENTRY, `${to}${row}`, Number(cell.value) + 1);
      });
    },
    expect: { found: ['figure-in-two-places'] },
  },
  {
    name: 'a column of figures copied with its key, the same figures',
    damage: (subject) => {
      const { column } = figure(subject);
      const to = columnLetters(30);
      return damaged(subject.bytes, (parts) => {
        parts.setCell(
          ENTRY,
          `${to}1`,
          String(sheetOf(subject, ENTRY).cells.get(cellIndex(1, column))?.value),
        );
        for (const { row, cell } of figures(subject)) parts.setCell(ENTRY, `${to}${row}`, Number(cell.value));
      });
    },
    expect: 'harmless',
  },
  {
    name: 'the headings of two years exchanged',
    damage: (subject) => exchangeColumns(subject, [6]),
    expect: { found: ['key-and-name-differ'] },
  },
  {
    name: 'the keys of two years exchanged',
    damage: (subject) => exchangeColumns(subject, [1]),
    expect: { found: ['key-and-name-differ'] },
  },
  {
    name: 'the figures of two years exchanged with their headings, not their keys',
    damage: (subject) => exchangeColumns(subject, [6, 7, ...figures(subject).map(({ row }) => row)]),
    expect: { found: ['key-and-name-differ'] },
  },
  {
    name: 'the key of a column changed to a preliminary figure',
    damage: (subject) => {
      const { column } = figure(subject);
      const { period } = subject.definition.reporting;
      const old = String(sheetOf(subject, ENTRY).cells.get(cellIndex(1, column))?.value);
      const other = old.includes('|final|') ? 'estimate' : 'final';
      return damaged(subject.bytes, (parts) =>
        parts.setCell(ENTRY, cellAddress(1, column), `${period}|${other}|value`),
      );
    },
    expect: { found: ['column-unknown', 'column-missing'] },
  },
  {
    name: 'the column of keys cleared',
    damage: (subject) =>
      damaged(subject.bytes, (parts) =>
        parts.editSheet(ENTRY, (xml) => xml.replaceAll(/<c r="A\d+"[^>]*?(?:\/>|>.*?<\/c>)/gu, '')),
      ),
    expect: { found: ['keys-lost'] },
  },
  {
    name: 'the row of keys cleared',
    damage: (subject) =>
      damaged(subject.bytes, (parts) =>
        parts.editSheet(ENTRY, (xml) => xml.replace(/<row r="1" .*?<\/row>/u, '')),
      ),
    expect: { found: ['keys-lost'] },
  },
  {
    name: 'the marker of the keys changed',
    damage: (subject) => damaged(subject.bytes, (parts) => parts.setCell(ENTRY, 'A1', 'chitieu')),
    expect: { found: ['keys-lost'] },
  },
  {
    name: 'the key of one row cleared',
    damage: (subject) =>
      damaged(subject.bytes, (parts) => parts.setCell(ENTRY, cellAddress(figure(subject).row, 1), null)),
    expect: { found: ['row-missing'] },
  },
  {
    name: 'the key of one row typed over with words',
    damage: (subject) =>
      damaged(subject.bytes, (parts) => parts.setCell(ENTRY, cellAddress(figure(subject).row, 1), 'ghi chú')),
    expect: { found: ['row-missing'] },
  },
  {
    name: 'a key of another indicator typed over the key of a row',
    damage: (subject) => {
      const [one, other] = twoRows(subject, ENTRY);
      const key = String(sheetOf(subject, ENTRY).cells.get(cellIndex(other, 1))?.value);
      return damaged(subject.bytes, (parts) => parts.setCell(ENTRY, cellAddress(one, 1), key));
    },
    expect: { found: ['row-missing', 'figure-in-two-places'] },
  },
  {
    name: 'a key nobody knows typed over the key of a row',
    damage: (subject) =>
      damaged(subject.bytes, (parts) =>
        parts.setCell(ENTRY, cellAddress(figure(subject).row, 1), 'some-other-rate|_T'),
      ),
    expect: { found: ['row-missing', 'row-unknown'] },
  },
  {
    name: 'a second marker in a copy of the first rows further down',
    damage: (subject) =>
      damaged(subject.bytes, (parts) => {
        parts.setCell(ENTRY, 'A500', KEY_MARKER);
        parts.setCell(ENTRY, 'E500', '2020|final|value');
      }),
    expect: 'harmless',
  },
  {
    name: 'a marker typed before the real one',
    damage: async (subject) => {
      const bytes = await serialize(shifted(subject.model, ENTRY, { row: (row) => row + 1 }));
      return damaged(bytes, (parts) => parts.setCell(ENTRY, 'H1', KEY_MARKER));
    },
    expect: { found: ['keys-lost'] },
  },
  {
    name: 'cells merged over two figures',
    damage: (subject) => {
      const { row, column } = figure(subject);
      const range = `${cellAddress(row, column)}:${cellAddress(row + 1, column)}`;
      return damaged(subject.bytes, (parts) => merge(parts, range));
    },
    expect: { found: ['cells-merged'] },
  },
  {
    name: 'cells merged over the reasons of several rows',
    damage: (subject) => {
      const [first] = columnsOf(subject, ENTRY, 'reason');
      const { row } = figure(subject);
      if (!first) throw new NothingToDamage('no reasons');
      return damaged(subject.bytes, (parts) => {
        for (const at of span(row, row + 4)) parts.setCell(ENTRY, cellAddress(at, first.column), { xml: '' });
        parts.setCell(ENTRY, cellAddress(row, first.column), 'mưa lũ cả vùng');
        merge(parts, `${cellAddress(row, first.column)}:${cellAddress(row + 4, first.column)}`);
      });
    },
    expect: { found: ['remark-cells-merged'] },
  },
  {
    name: 'the mark of a row merged with its reason',
    damage: (subject) => {
      const [mark] = columnsOf(subject, ENTRY, 'mark');
      const [reason] = columnsOf(subject, ENTRY, 'reason');
      const { row } = figure(subject);
      if (!mark || !reason) throw new NothingToDamage('no reasons');
      return damaged(subject.bytes, (parts) => {
        parts.setCell(ENTRY, cellAddress(row, reason.column), { xml: '' });
        parts.setCell(ENTRY, cellAddress(row, mark.column), 'lý do của ô gộp');
        merge(parts, `${cellAddress(row, mark.column)}:${cellAddress(row, reason.column)}`);
      });
    },
    expect: { found: ['remark-cells-merged'] },
  },
  {
    name: 'rows of figures hidden',
    damage: (subject) => {
      const { row } = figure(subject);
      return damaged(subject.bytes, (parts) =>
        parts.editSheet(ENTRY, (xml) => xml.replace(`<row r="${row}"`, `<row hidden="1" r="${row}"`)),
      );
    },
    expect: { found: ['figures-hidden'] },
  },
  {
    name: 'the column of the round’s figures hidden',
    damage: (subject) => {
      const { column } = figure(subject);
      return damaged(subject.bytes, (parts) =>
        parts.editSheet(ENTRY, (xml) =>
          xml.replace(
            '</cols>',
            `<col min="${column}" max="${column}" width="9" hidden="1" customWidth="1"/></cols>`,
          ),
        ),
      );
    },
    expect: { found: ['figures-hidden'] },
  },
  {
    name: 'the hidden row and column of keys shown',
    damage: (subject) =>
      damaged(subject.bytes, (parts) => parts.editSheet(ENTRY, (xml) => xml.replaceAll(/ hidden="1"/gu, ''))),
    expect: 'harmless',
  },
  {
    name: 'a used range up to XFD1048576',
    damage: (subject) =>
      damaged(subject.bytes, (parts) => {
        parts.setCell(ENTRY, 'XFD1048576', 1);
        parts.editSheet(ENTRY, (xml) =>
          xml.replace(/<dimension ref="[^"]*"/u, '<dimension ref="A1:XFD1048576"'),
        );
      }),
    expect: 'harmless',
  },
  {
    name: 'the unit of measure of a row changed in words',
    damage: (subject) =>
      damaged(subject.bytes, (parts) =>
        parts.setCell(ENTRY, cellAddress(figure(subject).row, 4), 'nghìn hộ'),
      ),
    expect: { found: ['printed-text-changed'] },
  },
  {
    name: 'rows below the table of an input sheet cut off',
    damage: (subject) => {
      const last = Math.max(...keyedRows(subject, ENTRY));
      const model = withSheets(subject.model, (sheet) =>
        sheet.name === ENTRY ? withCells(sheet, (cell) => (cell.row > last ? null : cell)) : sheet,
      );
      return serialize(model);
    },
    expect: { found: ['formula-emptied'] },
  },
];

/** Exchanges contents of the columns of the round and the year before, in some rows. */
function exchangeColumns(subject: Subject, rows: readonly number[]): Promise<Uint8Array> {
  const { column: second } = figure(subject);
  const first = columnsOf(subject, ENTRY, 'value').find(({ column }) => column !== second)?.column;
  if (first === undefined) throw new NothingToDamage('two columns');
  const { cells } = sheetOf(subject, ENTRY);
  return damaged(subject.bytes, (parts) => {
    for (const row of rows) {
      const [left, right] = [cells.get(cellIndex(row, first)), cells.get(cellIndex(row, second))];
      put(parts, ENTRY, cellAddress(row, first), right);
      put(parts, ENTRY, cellAddress(row, second), left);
    }
  });
}
