import { storedResult } from '../../base/number.ts';
import type { CellExtra } from '../../sheet/draft.ts';
import type { SheetModel } from '../../sheet/model.ts';
import { figureFormat, signedFormat } from '../../workbook/formats.ts';
import { differenceState } from '../level-words.ts';
import { levelDifferences, type SaidBy, type LevelDifference } from '../levels.ts';
import { TOTAL_ROWS, type Grid } from './grid.ts';
import { listSheet, type ListCell } from './list-sheet.ts';
import type { BookRequest } from './request.ts';

/** Row of a group's totals in which a level's figure stands. */
const ROW_OF = { units: 'total', own: 'own', record: 'record' } as const satisfies Record<
  SaidBy,
  (typeof TOTAL_ROWS)[number]
>;

/** Where the levels contradict each other: both figures out of the domains' sheets, difference and part as formulas. */
export function levelsSheet(
  { found, words, language, title, line, paper }: BookRequest,
  grid: Pick<Grid, 'groupRow' | 'reference'>,
): SheetModel {
  const differences = levelDifferences(found);
  const heads = words.levelHeads;
  const names = new Map(found.groups.map(({ id, name }) => [id, name]));
  const lineOf = (one: LevelDifference, row: number): ListCell[] => {
    const format = figureFormat(one.column.indicator);
    const [first, second] = one.values;
    const figures = one.between.map((level, side) => ({
      ...figureOf(one, level, one.values[side] ?? 0, grid),
      format,
    }));
    return [
      one.column.indicator.name[language],
      one.column.stratum?.name[language] ?? words.whole,
      names.get(one.group) ?? one.group,
      one.between.map((level) => words.levels[level]).join(' – '),
      ...figures,
      {
        formula: `F${row}-G${row}`,
        result: storedResult(first - second),
        format: signedFormat(format),
        tag: 'difference',
      },
      {
        formula: `IF(G${row}=0,"",H${row}/ABS(G${row}))`,
        result: one.share === null ? '' : storedResult((first - second) / Math.abs(second)),
        format: '+0.0%;-0.0%;0.0%',
      },
      one.coverage.entered,
      one.coverage.of,
      differenceState(one, language),
      one.id,
    ];
  };
  const lines = (firstRow: number) => differences.map((one, at) => lineOf(one, firstRow + at));
  const notes = [differences.length === 0 ? words.levelsAgree : words.levelsNote];
  const widths = [40, 20, 20, 28, 14, 14, 14, 10, 9, 9, 40, 12];
  return listSheet(
    words.sheets.levels,
    { title: `${title}: ${words.sheets.levels}`, line, notes, heads, widths, paper },
    lines,
  ).sheet;
}

function figureOf(
  { column, group }: LevelDifference,
  level: SaidBy,
  value: number,
  grid: Pick<Grid, 'groupRow' | 'reference'>,
): CellExtra {
  const row = grid.groupRow(group) + TOTAL_ROWS.indexOf(ROW_OF[level]);
  // SUM takes a sign for 0, as totals do.
  return { formula: `SUM(${grid.reference(column.key, row, '')})`, result: storedResult(value) };
}
