import { absoluteAddress } from '../../address.ts';
import { put, setHeight } from '../../draft.ts';
import { decimalsFormat } from '../../formats.ts';
import type { SheetModel } from '../../model.ts';
import { storedResult } from '../../../number.ts';
import { quoted } from '../../../target/formula.ts';
import { verdicts } from '../../../target/verdict.ts';
import { COLUMN, LIST_WORDS, listRange, putTableHead, styleOf, type ListArea } from './columns.ts';
import type { ListRow } from './list.ts';

/** Rows of the table of worst gaps. */
export const WORST_ROWS = 10;

/** The worst gaps, largest share of the required change first, picked from the list by formula. */
export function putWorst(sheet: SheetModel, rows: readonly ListRow[], top: number, area: ListArea): void {
  putTableHead(sheet, top - 1, `${WORST_ROWS} CHÊNH LỆCH LỚN NHẤT`, LIST_WORDS);
  const ranked = worstOf(rows);
  const unranked = rows.filter((row) => row.verdict === 'notMet' && row.rank === null).length;
  const notMet = quoted(verdicts.notMet.vi);
  const words = listRange(area, COLUMN.verdict);
  put(
    sheet,
    top + WORST_ROWS,
    COLUMN.name,
    'note',
    'Số chỉ tiêu chưa đạt không xếp hạng được (xem bảng dưới)',
  );
  put(sheet, top + WORST_ROWS, COLUMN.domain, 'note', {
    // Gnumeric's SUMPRODUCT does not see ISNUMBER cell by cell; COUNTIFS with a number does.
    formula: `COUNTIFS(${words},${notMet})-COUNTIFS(${words},${notMet},${listRange(area, COLUMN.rank)},">-1000000")`,
    result: unranked,
    format: '0',
    tag: 'rank',
  });
  for (let at = 0; at < WORST_ROWS; at += 1) {
    const row = top + at;
    const found = ranked[at];
    const ranks = listRange(area, COLUMN.rank);
    const match = absoluteAddress(row, COLUMN.match);
    put(sheet, row, COLUMN.match, 'hiddenKey', {
      formula: `IF(COUNT(${ranks})<${at + 1},"",MATCH(LARGE(${ranks},${at + 1}),${ranks},0))`,
      result: found ? rows.indexOf(found) + 1 : '',
      tag: 'rank',
    });
    put(sheet, row, COLUMN.number, 'centered', {
      formula: `IF(${match}="","",${at + 1})`,
      result: found ? at + 1 : '',
      format: '0',
      tag: 'rank',
    });
    const picked = (column: number) => `IF(${match}="","",INDEX(${listRange(area, column)},${match},1))`;
    for (let column: number = COLUMN.name; column <= COLUMN.verdict; column += 1) {
      const source = found?.contents[column - COLUMN.name];
      put(sheet, row, column, styleOf(column), {
        formula: picked(column),
        result: source?.result ?? source?.value ?? '',
        format: formatOf(column),
        tag: 'worst',
      });
    }
    for (const column of [COLUMN.asked, COLUMN.done] as const) {
      const value = found && (column === COLUMN.asked ? found.asked : found.done);
      put(sheet, row, column, 'hiddenKey', {
        formula: picked(column),
        result: value === null || value === undefined ? '' : storedResult(value),
        format: '0%',
        tag: 'worst',
      });
    }
    setHeight(sheet, row, 32);
  }
}

/** The rows of the list that are behind, worst first. */
export function worstOf(rows: readonly ListRow[]): ListRow[] {
  return rows
    .flatMap((row) => (row.rank === null ? [] : [{ row, rank: row.rank }]))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, WORST_ROWS)
    .map(({ row }) => row);
}

function formatOf(column: number): string {
  if (column === COLUMN.share) return '0.0%';
  return column === COLUMN.year ? '0' : decimalsFormat(2);
}
