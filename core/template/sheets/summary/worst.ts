import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { absoluteAddress, cellAddress, columnLetters } from '../../../sheet/address.ts';
import { put, setHeight, wrappedHeight } from '../../../sheet/draft.ts';
import { decimalsFormat } from '../../../workbook/formats.ts';
import type { ConditionalFormat, SheetModel } from '../../../sheet/model.ts';
import { targetUnit } from '../../../workbook/wording.ts';
import { storedResult } from '../../../base/number.ts';
import { quoted } from '../../../target/formula.ts';
import { verdicts } from '../../../target/verdict.ts';
import {
  COLUMN,
  LIST_WORDS,
  listRange,
  NAME_WIDTH,
  putTableHead,
  styleOf,
  type ListArea,
} from './columns.ts';
import { listUnit, yearHeight, type ListRow } from './list.ts';

const MOST_ROWS = 10;
/** Gnumeric reads a range of one cell as no range. */
const FEWEST_ROWS = 2;

/** Rows of the table of worst gaps: no more than can be behind, since only what is asked of the unit is judged. */
export function worstRows(rows: readonly ListRow[]): number {
  const judged = rows.filter(({ block }) => block.values.assigned).length;
  return Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, judged));
}

const UNRANKED_WORDS = 'Số chỉ tiêu chưa đạt không xếp hạng được (xem bảng dưới)';

/** The worst gaps, largest share of the required change first, picked from the list by formula. */
export function putWorst(
  sheet: SheetModel,
  catalogue: Catalogue,
  rows: readonly ListRow[],
  top: number,
  area: ListArea,
): void {
  const size = worstRows(rows);
  putTableHead(sheet, top - 1, `${size < MOST_ROWS ? '' : `${size} `}CHÊNH LỆCH LỚN NHẤT`, LIST_WORDS);
  const ranked = worstOf(rows);
  const unranked = rows.filter((row) => row.verdict === 'notMet' && row.rank === null).length;
  const notMet = quoted(verdicts.notMet.vi);
  const words = listRange(area, COLUMN.verdict);
  // The neighbour is filled, so that the words cannot run over it.
  put(sheet, top + size, COLUMN.name, 'hint', UNRANKED_WORDS);
  setHeight(sheet, top + size, wrappedHeight(UNRANKED_WORDS, NAME_WIDTH));
  put(sheet, top + size, COLUMN.domain, 'note', {
    // Gnumeric's SUMPRODUCT does not see ISNUMBER cell by cell; COUNTIFS with a number does.
    formula: `COUNTIFS(${words},${notMet})-COUNTIFS(${words},${notMet},${listRange(area, COLUMN.rank)},">-1000000")`,
    result: unranked,
    format: '0',
    tag: 'rank',
  });
  for (let at = 0; at < size; at += 1) {
    const row = top + at;
    const found = ranked[at];
    const ranks = listRange(area, COLUMN.rank);
    const match = absoluteAddress(row, COLUMN.match);
    put(sheet, row, COLUMN.match, 'hiddenKey', {
      formula: () => `IF(COUNT(${ranks})<${at + 1},"",MATCH(LARGE(${ranks},${at + 1}),${ranks},0))`,
      result: found ? rows.indexOf(found) + 1 : '',
      tag: 'rank',
    });
    put(sheet, row, COLUMN.number, 'centered', {
      formula: `IF(${match}="","",${at + 1})`,
      result: found ? at + 1 : '',
      format: '0',
      tag: 'rank',
    });
    const picked = (column: number) => () =>
      `IF(${match}="","",INDEX(${listRange(area, column)},${match},1))`;
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
    // Which name is picked is not known beforehand; most take two lines.
    setHeight(sheet, row, Math.max(27, ...rows.map(yearHeight)));
  }
  sheet.conditional.push(...wholeFormats(catalogue, rows, top));
}

/**
 * Counts without decimals. Which row a formula picks is not known when its number format is written, so the
 * unit beside tells.
 */
function wholeFormats(catalogue: Catalogue, rows: readonly ListRow[], top: number): ConditionalFormat[] {
  const counted = [
    ...new Set(
      rows
        .filter(({ block: { series } }) => catalogue.measureUnits.get(targetUnit(series))?.decimals === 0)
        .map(({ block }) => listUnit(block)),
    ),
  ];
  if (counted.length === 0) return [];
  const unit = `$${columnLetters(COLUMN.unit)}${top}`;
  const isCount = `OR(${counted.map((one) => `${unit}=${quoted(one)}`).join(',')})`;
  const columns = [
    [COLUMN.target, COLUMN.target],
    // One range, since Gnumeric makes one of neighbours that say the same.
    [COLUMN.result, COLUMN.gap],
  ] as const;
  return columns.map(([from, to]) => {
    const first = cellAddress(top, from);
    return {
      range: `${first}:${cellAddress(top + worstRows(rows) - 1, to)}`,
      // Nested, because AND would still take the INT of an empty text. Between milestones a count may lie
      // behind its path by a fraction.
      condition: `IF(ISNUMBER(${first}),IF(${isCount},${first}=INT(${first}),FALSE),FALSE)`,
      look: 'whole' as const,
    };
  });
}

/** The rows of the list that are behind, worst first. */
export function worstOf(rows: readonly ListRow[]): ListRow[] {
  return rows
    .flatMap((row) => (row.rank === null ? [] : [{ row, rank: row.rank }]))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, worstRows(rows))
    .map(({ row }) => row);
}

function formatOf(column: number): string {
  if (column === COLUMN.share) return '0.0%';
  return column === COLUMN.year ? '0' : decimalsFormat(2);
}
