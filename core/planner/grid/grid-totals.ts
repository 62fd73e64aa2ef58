import { compare, round, storedResult } from '../../base/number.ts';
import { resultDirection } from '../../target/result.ts';
import { difference, whenNumbers } from '../../target/formula.ts';
import { cellAddress } from '../../sheet/address.ts';
import { put } from '../../sheet/draft.ts';
import { signedFormat, targetValueFormat } from '../../workbook/formats.ts';
import type { SheetModel } from '../../sheet/model.ts';
import { addsUp, prefilled, type GridLayout, type GridRequest, type GridRow } from './grid-layout.ts';
import { shownDecimals, weightOf, weightSource } from '../assignment/weights.ts';

/** What the units' values of a row make together: its formula, and the result before anything is typed. */
interface Total {
  formula: string;
  result: number | null;
  tag: string;
}

/**
 * Puts what the units' values make together beside the province's value: a sum, or the mean of a share or
 * rate where the weights of all units are known. Never a plain mean: small and large units would count alike.
 */
export function putTotals(sheet: SheetModel, request: GridRequest, layout: GridLayout, grid: GridRow): void {
  const { row, series } = grid;
  const { totalColumn, differenceColumn } = layout;
  const total = addsUp(series) ? sumOf(request, layout, grid) : meanOf(sheet, request, layout, grid);
  if (total === null) {
    const words = series.indicator.aggregation === 'ratio-of-sums' ? 'chưa có trọng số' : 'không cộng';
    put(sheet, row, totalColumn, 'centered', words);
    put(sheet, row, differenceColumn, 'computed');
    return;
  }
  const format = targetValueFormat(series.kind, series.indicator, request.catalogue);
  const { formula, result, tag } = total;
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
  putLooks(sheet, series, cellAddress(row, differenceColumn));
}

function sumOf(request: GridRequest, layout: GridLayout, grid: GridRow): Total {
  const cells = memberCells(layout, grid.row);
  const entered = enteredIn(request, layout, grid).filter((value) => value !== null);
  const sum = entered.reduce((total, value) => total + value, 0);
  return {
    formula: `IF(COUNT(${cells})=0,"",SUM(${cells}))`,
    result: entered.length === 0 ? null : sum,
    tag: 'grid.sum',
  };
}

/** The weights stand in hidden columns of the same row, so that they move with it. */
function meanOf(sheet: SheetModel, request: GridRequest, layout: GridLayout, grid: GridRow): Total | null {
  const { indicator, stratum, kind } = grid.series;
  if (indicator.aggregation === 'not-additive') return null;
  const source = weightSource(indicator, stratum?.id ?? null, kind, request.year, request.catalogue);
  if (source === null) return null;
  const weights = layout.members
    .map(({ id }) => weightOf(id, source, request.figures))
    .filter((weight) => weight !== null);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length < layout.members.length || whole <= 0) return null;
  weights.forEach((weight, at) => put(sheet, grid.row, layout.weightColumn + at, 'hiddenKey', weight));
  const cells = memberCells(layout, grid.row);
  const weightCells = rowRange(grid.row, layout.weightColumn, layout.members.length);
  const decimals = shownDecimals(indicator, kind, request.catalogue);
  const entered = enteredIn(request, layout, grid);
  const weighted = entered.reduce<number>((sum, value, at) => sum + (value ?? 0) * (weights[at] ?? 0), 0);
  return {
    formula: `IF(COUNT(${cells})<${layout.members.length},"",ROUND(SUMPRODUCT(${cells},${weightCells})/SUM(${weightCells}),${decimals}))`,
    result: entered.includes(null) ? null : round(weighted / whole, decimals),
    tag: 'grid.mean',
  };
}

function enteredIn(request: GridRequest, layout: GridLayout, grid: GridRow): (number | null)[] {
  return layout.members.map((unit) => prefilled(request, grid, unit)?.value ?? null);
}

function memberCells({ firstMemberColumn, members }: GridLayout, row: number): string {
  return rowRange(row, firstMemberColumn, members.length);
}

function rowRange(row: number, first: number, count: number): string {
  return `${cellAddress(row, first)}:${cellAddress(row, first + count - 1)}`;
}

/** A total behind the province's value is marked, one beyond it more mildly; the number's sign says it too. */
function putLooks(sheet: SheetModel, series: GridRow['series'], cell: string): void {
  const direction = resultDirection(series);
  const behind = direction === 'up' ? '<' : direction === 'down' ? '>' : '<>';
  const look = (condition: string, name: 'bad' | 'ahead' | 'good') =>
    sheet.conditional.push({ range: cell, condition: `AND(ISNUMBER(${cell}),${condition})`, look: name });
  look(`${cell}${behind}0`, 'bad');
  look(`${cell}=0`, 'good');
  if (direction !== 'neutral') look(`${cell}${behind === '<' ? '>' : '<'}0`, 'ahead');
}
