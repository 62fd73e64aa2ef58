import { fold } from '../../../base/text.ts';
import { cellIndex, type CellModel } from '../../../sheet/model.ts';
import type { AlignedSheet } from '../../../returned/align/align-sheet.ts';
import { hasLostKeys } from '../../../returned/align/keyed-sheets.ts';
import { nationalCode } from '../../../unit/unit.ts';
import { parseUnitKey } from '../../../workbook/contract.ts';
import { evaluationOf, others, shown, type Spot, type SpotData } from '../fold.ts';
import { REPAIR } from '../repair-words.ts';
import type { StructureRule } from '../structure-rule.ts';

/** A row or column of figures whose printed name is that of another one of the sheet. */
export const keyAndNameDiffer: StructureRule<SpotData> = {
  code: 'key-and-name-differ',
  severity: 'error',
  needs: 'cells',
  judgedBy: 'keys',
  misplaces: 'alone',
  text: {
    vi: {
      title: 'Mã và tên không cùng một chỉ tiêu',
      meaning:
        'Mã ẩn của dòng (hoặc cột) là của một chỉ tiêu (hoặc một năm), còn tên in trên đó là của chỉ tiêu (hoặc năm) khác: bảng đã bị sắp xếp hoặc sửa mà thiếu cột mã ẩn. Số được đọc theo mã, nên có thể bị gán nhầm.',
      example: 'Chọn các cột từ TT đến Lý do rồi sắp xếp: tên và số đổi dòng, mã ẩn ở lại.',
      fix: `Đưa tên và số về đúng dòng, đúng cột, hoặc hoàn tác việc sắp xếp. ${REPAIR.vi}`,
      message: (data) =>
        `Mã ẩn là của ${shown(data.expected, 'vi')}, tên in lại là ${shown(data.found, 'vi')}${others(data, 'vi')}.`,
      expected: (data) => `tên của mã: ${shown(data.expected, 'vi')}`,
    },
    en: {
      title: 'Key and name of different indicators',
      meaning:
        'The hidden key of a row (or column) is of one indicator (or year), the name printed there of another: the table was sorted or edited without the hidden keys. Figures are read by the keys, so they may count for the wrong one.',
      example:
        'Sorting the columns from TT to Lý do: names and figures changed rows, the hidden keys stayed.',
      fix: `Put names and figures back into their rows and columns, or undo the sorting. ${REPAIR.en}`,
      message: (data) =>
        `The hidden key is of ${shown(data.expected, 'en')}, but the printed name is ${shown(data.found, 'en')}${others(data, 'en')}.`,
      expected: (data) => `the name of the key: ${shown(data.expected, 'en')}`,
    },
  },
  evaluate({ alignment }) {
    const spots: Spot[] = [];
    let passed = 0;
    let notEvaluable = 0;
    for (const sheet of alignment.sheets) {
      const columns = sheet.keyedColumns.filter(
        ({ field }) => field !== 'ownVerdict' && field !== 'ownReason',
      );
      if (columns.length === 0) continue;
      const rows = namedRows(sheet, Math.min(...columns.map(({ column }) => column)));
      const heads = namedColumns(sheet, columns);
      for (const named of [rows, heads]) {
        if (hasLostKeys(sheet)) {
          notEvaluable += named.length;
          continue;
        }
        const names = onlyOnce(named);
        for (const { key, name, found, row, column } of named) {
          if (found === null) notEvaluable += 1;
          else if (found === name || !names.has(found)) passed += 1;
          else spots.push({ sheet: sheet.found.facts.name, row, column, key, found, expected: name });
        }
      }
      if (hasLostKeys(sheet) || !columns.some(({ figure }) => figure !== undefined)) continue;
      const said = new Set(spots.map(({ key }) => key));
      for (const named of [communeCodes(sheet), firstHeads(sheet, columns)]) {
        const names = onlyOnce(named);
        for (const { key, name, found, row, column } of named) {
          if (found === null || found === name || !names.has(found) || said.has(key)) continue;
          spots.push({ sheet: sheet.found.facts.name, row, column, key, found, expected: name });
          passed -= 1;
        }
      }
    }
    return evaluationOf(keyAndNameDiffer, spots, { passed, notEvaluable });
  },
};

/** A keyed row or column with its printed name as issued and as it stands there now; null where it is gone. */
interface Named {
  key: string;
  name: string;
  found: string | null;
  row: number | null;
  column: number | null;
}

/**
 * Rows with their names and units of measure, which stand before the first figure. The same columns are looked
 * at in every row: a unit that is no word (%) must not hide that its row changed places with another.
 */
function namedRows(sheet: AlignedSheet, firstColumn: number): Named[] {
  const { cells } = sheet.expected;
  const rows = sheet.keyedRows;
  const keyed = new Set(rows.map(({ row }) => row));
  const columns = new Set<number>();
  for (const cell of cells.values()) {
    const isBefore = cell.column < firstColumn && cell.column !== sheet.keyColumn;
    if (isBefore && keyed.has(cell.row) && isName(cell)) columns.add(cell.column);
  }
  const inOrder = [...columns].sort((a, b) => a - b);
  return rows.flatMap(({ row, key }) =>
    namedOf(
      sheet,
      key,
      inOrder.map((column) => ({ row, column, value: cells.get(cellIndex(row, column))?.value ?? '' })),
    ),
  );
}

/** Keyed columns with their headings. */
function namedColumns(sheet: AlignedSheet, columns: readonly { column: number; key: string }[]): Named[] {
  const heads = [...sheet.expected.cells.values()].filter((cell) => cell.style === 'header' && isName(cell));
  return columns.flatMap(({ column, key }) =>
    namedOf(
      sheet,
      key,
      heads.filter((cell) => cell.column === column),
    ),
  );
}

/** Rows of communes with their codes alone: two may have changed places while the names stayed. */
function communeCodes(sheet: AlignedSheet): Named[] {
  const keys = new Map(sheet.keyedRows.map(({ row, key }) => [row, key]));
  return [...sheet.expected.cells.values()].flatMap((cell) => {
    const key = keys.get(cell.row) ?? '';
    const code = nationalCode(parseUnitKey(key) ?? '');
    return code !== null && cell.value === code ? namedOf(sheet, key, [cell]) : [];
  });
}

/** Columns of the table by commune with their upper heading alone, whatever period and unit stand below it. */
function firstHeads(sheet: AlignedSheet, columns: readonly { column: number; key: string }[]): Named[] {
  const heads = [...sheet.expected.cells.values()].filter((cell) => cell.style === 'header' && isName(cell));
  const upper = Math.min(...heads.map(({ row }) => row));
  return columns.flatMap(({ column, key }) =>
    namedOf(
      sheet,
      key,
      heads.filter((cell) => cell.column === column && cell.row === upper),
    ),
  );
}

function namedOf(
  { rows, columns, found }: AlignedSheet,
  key: string,
  cells: readonly Pick<CellModel, 'row' | 'column' | 'value'>[],
): Named[] {
  const first = cells.find(({ value }) => printed(value) !== '');
  if (!first) return [];
  const texts = cells.map((cell) => {
    const [row, column] = [rows.found(cell.row), columns.found(cell.column)];
    if (row === undefined || column === undefined) return null;
    return printed(found.cells.get(cellIndex(row, column))?.value);
  });
  return [
    {
      key,
      name: joined(cells.map(({ value }) => printed(value))),
      found: texts.includes(null) ? null : joined(texts.map(String)),
      row: rows.found(first.row) ?? null,
      column: columns.found(first.column) ?? null,
    },
  ];
}

/** Words, not the running number of a row or column. */
function isName({ value, formula }: CellModel): boolean {
  return typeof value === 'string' && formula === undefined && /\p{L}{2}/u.test(value);
}

/** The text of a cell; none for numbers. */
function printed(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function joined(texts: readonly string[]): string {
  return texts
    .map(fold)
    .filter((text) => text !== '')
    .join(', ');
}

/** Names that stand for one row or column only. */
function onlyOnce(named: readonly Named[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { name } of named) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Set([...counts].flatMap(([name, count]) => (count === 1 ? [name] : [])));
}
