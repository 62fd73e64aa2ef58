import { parseUnitKey } from '../workbook/contract.ts';
import { entriesOf } from './copies.ts';
import { keyOfEntry, type KeyedCell } from './keyed-cells.ts';

/** What stands in the row of a commune, by the figures it is about. */
export interface UnitEntries {
  unit: string;
  /** The entries with the keys that figures have elsewhere: `indicator|stratum`. */
  figures: readonly KeyedCell[];
  /** The cell of the row for a note; null where it is not there. */
  note: KeyedCell | null;
}

/** Takes the row key of an entry of the table by commune apart; null for any other entry. */
export function inUnitRow(rowKey: string): { unit: string; figure: string | null } | null {
  const at = rowKey.indexOf('|');
  const unit = parseUnitKey(at < 0 ? rowKey : rowKey.slice(0, at));
  return unit === null ? null : { unit, figure: at < 0 ? null : rowKey.slice(at + 1) };
}

/** The entries of the table by commune, commune by commune in the order in which they come first. */
export function entriesByUnit(entries: readonly KeyedCell[]): UnitEntries[] {
  const units = new Map<string, { figures: KeyedCell[]; notes: KeyedCell[] }>();
  for (const entry of entries) {
    const found = inUnitRow(entry.rowKey);
    if (found === null) continue;
    const of = units.get(found.unit) ?? { figures: [], notes: [] };
    units.set(found.unit, of);
    if (found.figure !== null) of.figures.push({ ...entry, rowKey: found.figure });
    else if (entry.field === 'reason') of.notes.push(entry);
  }
  return [...units].map(([unit, { figures, notes }]) => ({
    unit,
    figures,
    note: entriesOf(notes, keyOfEntry).read[0] ?? null,
  }));
}
