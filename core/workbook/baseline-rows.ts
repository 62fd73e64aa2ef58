import { figureKeyOf } from '../observation/key.ts';
import type { Series } from '../target/series.ts';
import { sheetNames } from './contract.ts';

/** Rows of the baseline sheet. */
export interface BaselineLayout {
  sheet: string;
  headerRow: number;
  /** `plans` are those whose paths and verdicts start from the baseline, in the request's order. */
  rows: { row: number; key: string; series: Series; plans: string[] }[];
  yearColumn: number;
  valueColumn: number;
  sourceColumn: number;
  /** Which plans use a baseline; null in a workbook of one plan. */
  plansColumn: number | null;
  /** What the rules over baselines say of the row. */
  flagColumn: number;
}

/** Places the baselines that series start from, in the order of the series, see basedOn; `plans` in the request's order. */
export function baselineSheet(
  headerRow: number,
  series: readonly Series[],
  plans: readonly string[],
): BaselineLayout {
  const rows: BaselineLayout['rows'] = [];
  for (const one of series) {
    const key = figureKeyOf(one);
    const row = rows.find((other) => other.key === key);
    if (!row) rows.push({ row: headerRow + 2 + rows.length, key, series: one, plans: [one.plan] });
    else if (!row.plans.includes(one.plan)) row.plans.push(one.plan);
  }
  for (const row of rows) row.plans.sort((a, b) => plans.indexOf(a) - plans.indexOf(b));
  return {
    sheet: sheetNames.baselines,
    headerRow,
    rows,
    yearColumn: 5,
    valueColumn: 6,
    sourceColumn: 7,
    plansColumn: plans.length > 1 ? 8 : null,
    flagColumn: plans.length > 1 ? 9 : 8,
  };
}
