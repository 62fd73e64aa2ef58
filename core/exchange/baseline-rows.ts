import type { EnteredBaseline } from '../observation/observation.ts';
import { figureKey, parseRowKey } from '../observation/key.ts';
import type { ExchangeNames } from './names.ts';
import { NO_PERIOD, type ReturnFigures } from './return-figures.ts';
import { figureCells, identityCells, textCell, textOf } from './row-cells.ts';
import { WHOLE, type Cell, type TableRow } from './tables.ts';
import type { BaselineField, EntryColumn } from '../workbook/entry-fields.ts';

/** One row per baseline as far as it was entered, sorted by indicator and stratum. */
export function baselineRows(figures: ReturnFigures, names: ExchangeNames | null): TableRow[] {
  const unread = new Map<string, Set<string>>();
  for (const { key, period, text } of figures.unread) {
    if (period === NO_PERIOD) unread.set(key, (unread.get(key) ?? new Set<string>()).add(text));
  }
  const entered = new Map(figures.baselines.map((one) => [figureKey(one.indicator, one.stratum), one]));
  return [...new Set([...entered.keys(), ...unread.keys()])].sort().flatMap((key): TableRow[] => {
    const parsed = parseRowKey(key);
    if (!parsed) return [];
    const { year = null, value = null, source = null } = entered.get(key) ?? {};
    const said: Record<EntryColumn<BaselineField>, Cell> = { year, value, source: textCell(source) };
    return [
      {
        ...identityCells(figures, names),
        ...figureCells(parsed.indicator, parsed.stratum, names),
        ...said,
        unread: textCell([...(unread.get(key) ?? [])].join('\n')),
      },
    ];
  });
}

/** The baseline of a row. */
export function baselineOf(row: TableRow): EnteredBaseline {
  return {
    indicator: textOf(row.indicator),
    stratum: row.stratum === WHOLE ? null : textOf(row.stratum),
    year: typeof row.year === 'number' ? row.year : null,
    value: typeof row.value === 'number' ? row.value : null,
    source: textCell(row.source),
  };
}
