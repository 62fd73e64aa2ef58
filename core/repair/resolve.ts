import { onScreen } from '../sheet/on-screen.ts';
import { chosen, differs } from '../returned/copies.ts';
import { cellAddress } from '../sheet/address.ts';
import type { FormulaCell } from '../sheet/facts.ts';
import type { DamagedSheet } from './found-sheets.ts';
import { note } from './note.ts';
import { cellData, type CellData, type Noted } from './repaired.ts';
import { isSameContent } from './same-content.ts';
import type { Slot } from './slots.ts';

/** A typed content that wants a cell of the template. */
export interface Candidate {
  sheet: DamagedSheet;
  cell: FormulaCell;
  /** The row's or the column's key was concluded from printed words. */
  byName: boolean;
}

/** What a cell of the template gets of everything that claims it. */
export interface Resolved {
  value: CellData;
  unplaced: Noted[];
  toVerify: Noted[];
}

/**
 * Chooses between the copies of a cell as whoever reads a workbook does, but keys go before names. Copies that say
 * something else are noted.
 * @param slot null for an entry without keys
 * @param date1904 true when the file counts days from 1904
 */
export function resolveCopies(
  slot: Slot | null,
  candidates: readonly [Candidate, ...Candidate[]],
  date1904: boolean,
): Resolved {
  const read = choose(slot, candidates);
  const { sheet, cell, byName } = read;
  const kept = cellData(cell.value);
  const keptAt = `${sheet.found.facts.name}!${cellAddress(cell.row, cell.column)}`;
  const toVerify: Noted[] = [];
  if (byName) toVerify.push(note('repair-by-name', sheet, cell, {}));
  if (cell.formula !== null) toVerify.push(note('repair-formula-kept', sheet, cell, {}));
  // Dates are typed on the cover; between the keys nobody asks for one.
  const screen = slot === null ? null : (onScreen(cell, date1904) ?? cell.rendered ?? null);
  if (screen !== null) toVerify.push(note('repair-format-misleads', sheet, cell, { screen }));
  const unplaced = candidates
    .filter((other) => other !== read && !isSame(slot, other, read))
    .map((other) => note('repair-contradicts', other.sheet, other.cell, { kept, keptAt }));
  return { value: kept, unplaced, toVerify };
}

function choose(slot: Slot | null, candidates: readonly [Candidate, ...Candidate[]]): Candidate {
  if (slot === null) return candidates[0];
  const [first, ...others] = candidates.filter(({ byName }) => !byName);
  const pool = first ? ([first, ...others] as const) : candidates;
  const [one, ...more] = pool.map((candidate) => ({ ...candidate.cell, candidate }));
  return one ? chosen(slot.field, [one, ...more]).candidate : candidates[0];
}

function isSame(slot: Slot | null, { cell }: Candidate, read: Candidate): boolean {
  return slot === null ? isSameContent(cell.value, read.cell.value) : !differs(slot.field, cell, read.cell);
}
