import { type Finding, reporter } from '../base/finding.ts';
import { csvReturnMessages } from './messages.ts';
import { baselineRows } from './baseline-rows.ts';
import type { ExchangeNames } from './names.ts';
import { observationRows } from './observation-rows.ts';
import type { ReturnFigures } from './return-figures.ts';
import { rowLabel } from './row-cells.ts';
import { rowCheck } from './row-check.ts';
import { tableIds, tables, type ExchangeTable, type TableId, type TableRow } from './tables.ts';
import { verdictRows } from './verdict-rows.ts';

const report = reporter(csvReturnMessages);

/** A table with its rows. */
export interface FilledTable {
  table: ExchangeTable;
  rows: readonly TableRow[];
}

const rowsOf: Record<TableId, (figures: ReturnFigures, names: ExchangeNames | null) => TableRow[]> = {
  observations: observationRows,
  verdicts: verdictRows,
  baselines: baselineRows,
};

/**
 * A return as tables: always the observations, the others where they have rows. The same figures give the
 * same rows in the same order. Two rows that contradict each other are both kept and reported.
 * @param names written beside the codes; null leaves the columns of names empty
 */
export function tidyReturn(
  figures: ReturnFigures,
  names: ExchangeNames | null,
): { tables: FilledTable[]; findings: Finding[] } {
  const filled = filledTables(figures, names).map(({ table, rows }) => ({
    table,
    rows: rows.map((row) => ({ ...row, check: rowCheck(table, row) })),
  }));
  return {
    tables: filled.filter(({ table, rows }) => table.id === 'observations' || rows.length > 0),
    findings: filled.flatMap(contradictions),
  };
}

/** The rows of all tables as {@link tidyReturn} gives them, but for their checksums, which only files need. */
export function filledTables(figures: ReturnFigures, names: ExchangeNames | null): FilledTable[] {
  return tableIds.map((id) => ({ table: tables[id], rows: rowsOf[id](figures, names) }));
}

/** The cells that say which row a row is. */
export function keyOf(table: ExchangeTable, row: TableRow): string {
  return table.key.map((column) => String(row[column] ?? '')).join(' | ');
}

function contradictions({ table, rows }: FilledTable): Finding[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const key = keyOf(table, row);
    const label = rowLabel(row);
    if (seen.has(key)) return [report('return-contradiction', {}, { table: table.title, label })];
    seen.add(key);
    return [];
  });
}
