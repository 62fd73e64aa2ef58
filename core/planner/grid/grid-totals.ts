import { compare, round, storedResult } from '../../base/number.ts';
import { ABOUT_TOLERANCE } from '../../target/bounds.ts';
import { resultDirection } from '../../target/result.ts';
import { difference, whenNumbers } from '../../target/formula.ts';
import { cellAddress } from '../../sheet/address.ts';
import { put } from '../../sheet/draft.ts';
import { decimalsFormat, signedFormat, seriesFormats } from '../../workbook/formats.ts';
import type { SheetModel } from '../../sheet/model.ts';
import type { Unit } from '../../unit/unit.ts';
import {
  addsUp,
  canBeAssigned,
  prefilled,
  unitColumns,
  weightColumnOf,
  type GridGroup,
  type GridLayout,
  type GridRow,
} from './grid-layout.ts';
import type { GridRequest } from './grid-request.ts';
import {
  meanDecimals,
  neededDecimalsFormula,
  MOST_DECIMALS,
  shownDecimals,
  weightOf,
  weightSource,
} from '../assignment/weights.ts';

/** What the units' values of a row make together: its formula, and the result before anything is typed. */
interface Total {
  formula: string;
  result: number | null;
  tag: string;
  format: string;
}

/**
 * Puts what the units' values make together beside the province's value: a sum, or the mean of a share or
 * rate where the weights of all units are known. Never a plain mean: small and large units would count alike.
 */
export function putTotals(sheet: SheetModel, request: GridRequest, layout: GridLayout, grid: GridRow): void {
  const { row, series } = grid;
  putGroupSums(sheet, request, layout, grid);
  const { totalColumn, differenceColumn } = layout;
  const total = totalOf(sheet, request, layout, grid);
  if (total === null) {
    const isOfMembers = assignable(request, layout, grid).length > 0;
    const isMean = isOfMembers && series.indicator.aggregation === 'ratio-of-sums';
    const words = isMean ? 'chưa có trọng số' : isOfMembers ? 'không cộng' : '';
    put(sheet, row, totalColumn, 'centered', words);
    put(sheet, row, differenceColumn, 'computed');
    return;
  }
  const { formula, result, tag, format } = total;
  put(sheet, row, totalColumn, 'computed', {
    formula,
    result: result === null ? '' : storedResult(result),
    format,
    tag,
  });
  const province = prefilled(request, grid, layout.province)?.value ?? null;
  const refs = [cellAddress(row, totalColumn), cellAddress(row, layout.provinceColumn)] as const;
  put(sheet, row, differenceColumn, 'computed', {
    formula: whenNumbers(refs, difference(...refs)),
    result: result === null || province === null ? '' : storedResult(compare(result, province)),
    format: signedFormat(format),
    tag: 'grid.difference',
  });
  putLooks(sheet, grid, cellAddress(row, differenceColumn), refs[1]);
}

function totalOf(sheet: SheetModel, request: GridRequest, layout: GridLayout, grid: GridRow): Total | null {
  if (assignable(request, layout, grid).length === 0) return null;
  return addsUp(grid.series) ? sumOf(request, layout.groups, grid) : meanOf(sheet, request, layout, grid);
}

/** The units below the province that have a cell in a row. */
function assignable(request: GridRequest, { members }: GridLayout, { series }: GridRow): Unit[] {
  return members.filter((unit) => canBeAssigned(series, unit, request));
}

/** What the units of each group make together; a mean is only told of all units. */
function putGroupSums(sheet: SheetModel, request: GridRequest, layout: GridLayout, grid: GridRow): void {
  for (const group of layout.groups) {
    if (group.sumColumn === null) continue;
    const isSummed =
      addsUp(grid.series) && group.units.some((unit) => canBeAssigned(grid.series, unit, request));
    if (!isSummed) {
      put(sheet, grid.row, group.sumColumn, 'notAsked');
      continue;
    }
    const { formula, result, tag, format } = sumOf(request, [group], grid);
    const cell = { formula, result: result === null ? '' : storedResult(result), tag, format };
    put(sheet, grid.row, group.sumColumn, 'computed', cell);
  }
}

function sumOf(request: GridRequest, groups: readonly GridGroup[], grid: GridRow): Total {
  const cells = groups.map((group) => groupRange(group, grid.row)).join(',');
  const units = groups.flatMap((group) => group.units);
  const entered = enteredIn(request, units, grid).filter((value) => value !== null);
  return {
    formula: `IF(COUNT(${cells})=0,"",SUM(${cells}))`,
    result: entered.length === 0 ? null : entered.reduce((total, value) => total + value, 0),
    tag: 'grid.sum',
    format: seriesFormats(grid.series).target,
  };
}

/** The weights stand in hidden columns of the same row, so that they move with it. */
function meanOf(sheet: SheetModel, request: GridRequest, layout: GridLayout, grid: GridRow): Total | null {
  const { indicator, stratum, kind } = grid.series;
  if (indicator.aggregation === 'not-additive') return null;
  const source = weightSource(indicator, stratum?.id ?? null, kind, request.year, request.catalogue);
  if (source === null) return null;
  // A unit that cannot be assigned the figure has no part in its mean.
  const weights = layout.members.map((unit) =>
    canBeAssigned(grid.series, unit, request) ? weightOf(unit.id, source, request.figures) : 0,
  );
  const whole = weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0);
  if (weights.includes(null) || whole <= 0) return null;
  const columns = unitColumns(layout);
  const firstColumn = layout.provinceColumn + 1;
  columns
    .slice(1)
    .forEach(({ column }, at) =>
      put(sheet, grid.row, weightColumnOf(layout, column), 'hiddenKey', weights[at] ?? null),
    );
  // Between the groups stand columns for their sums, which are blank in such a row.
  const span = layout.totalColumn - firstColumn;
  const cells = rowRange(grid.row, firstColumn, span);
  const weightCells = rowRange(grid.row, layout.weightColumn, span);
  const shown = shownDecimals(indicator, kind);
  const entered = enteredIn(request, layout.members, grid);
  const given = entered.filter((value) => value !== null);
  const weighted = entered.reduce<number>((sum, value, at) => sum + (value ?? 0) * (weights[at] ?? 0), 0);
  const province = prefilled(request, grid, layout.province)?.value ?? 0;
  const parts = assignable(request, layout, grid).length;
  // The province's value is compared with the mean and counts too.
  columns.forEach(({ unit, column }, at) => {
    const value = canBeAssigned(grid.series, unit, request)
      ? (prefilled(request, grid, unit)?.value ?? 0)
      : 0;
    put(sheet, grid.row, layout.decimalsColumn + at, 'hiddenKey', {
      formula: neededDecimalsFormula(shown, cellAddress(grid.row, column)),
      result: meanDecimals(shown, [value]),
      tag: 'grid.decimals',
    });
  });
  const decimals = `MAX(${rowRange(grid.row, layout.decimalsColumn, columns.length)})`;
  const base = decimalsFormat(Math.max(1, shown));
  return {
    formula: `IF(COUNT(${cells})<${parts},"",ROUND(SUMPRODUCT(${cells},${weightCells})/SUM(${weightCells}),${decimals}))`,
    result: given.length < parts ? null : round(weighted / whole, meanDecimals(shown, [province, ...given])),
    tag: 'grid.mean',
    format: base + '#'.repeat(Math.max(0, MOST_DECIMALS - Math.max(1, shown))),
  };
}

function enteredIn(request: GridRequest, units: readonly Unit[], grid: GridRow): (number | null)[] {
  return units.map((unit) =>
    canBeAssigned(grid.series, unit, request) ? (prefilled(request, grid, unit)?.value ?? null) : null,
  );
}

function groupRange({ firstColumn, units }: GridGroup, row: number): string {
  return rowRange(row, firstColumn, units.length);
}

function rowRange(row: number, first: number, count: number): string {
  return `${cellAddress(row, first)}:${cellAddress(row, first + count - 1)}`;
}

/** A total behind the province's value is marked, one beyond it more mildly; the number's sign says it too. */
function putLooks(sheet: SheetModel, { series, comparator }: GridRow, cell: string, province: string): void {
  const direction = resultDirection(series);
  const behind = direction === 'up' ? '<' : direction === 'down' ? '>' : '<>';
  const look = (condition: string, name: 'bad' | 'ahead' | 'good') =>
    sheet.conditional.push({ range: cell, condition: `AND(ISNUMBER(${cell}),${condition})`, look: name });
  const isFar = `,ABS(${cell})>${ABOUT_TOLERANCE}*ABS(${province})`;
  look(`${cell}${behind}0${comparator === 'about' ? isFar : ''}`, 'bad');
  look(`${cell}=0`, 'good');
  if (direction !== 'neutral') look(`${cell}${behind === '<' ? '>' : '<'}0`, 'ahead');
}
