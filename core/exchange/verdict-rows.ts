import type { OwnVerdict } from '../observation/observation.ts';
import type { ExchangeNames } from './names.ts';
import type { ReturnFigures } from './return-figures.ts';
import { figureCells, identityCells, textCell, textOf } from './row-cells.ts';
import { WHOLE, type Cell, type TableRow } from './tables.ts';
import type { EntryColumn, OwnField } from '../workbook/entry-fields.ts';

/** One row per verdict an officer gave; a verdict that a copied row repeats is said once. */
export function verdictRows(figures: ReturnFigures, names: ExchangeNames | null): TableRow[] {
  const rows = new Map<string, TableRow>();
  for (const { series, period, verdict, reason } of figures.ownVerdicts) {
    const [plan = '', indicator = '', stratum = '', kind = ''] = series.split('|');
    const said: Record<EntryColumn<OwnField>, Cell> = {
      verdict: textCell(verdict),
      reason: textCell(reason),
    };
    rows.set([series, period, verdict, reason ?? ''].join('\u0000'), {
      ...identityCells(figures, names),
      plan,
      ...figureCells(indicator, stratum === WHOLE ? null : stratum, names),
      kind,
      period,
      ...said,
    });
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** The verdict of a row; null for a reason without one. */
export function verdictOf(row: TableRow): OwnVerdict | null {
  if (row.verdict === null) return null;
  return {
    series: [row.plan, row.indicator, row.stratum, row.kind].map(textOf).join('|'),
    period: textOf(row.period),
    verdict: textOf(row.verdict),
    reason: textCell(row.reason),
  };
}
