import { onScreen } from '../sheet/on-screen.ts';
import { parseFigure } from '../observation/figure.ts';
import { cellAddress } from '../sheet/address.ts';
import { note, type Candidate } from './collect.ts';
import { cellData, type CellData, type Noted } from './repaired.ts';
import { isSameContent } from './same-content.ts';
import type { Slot } from './slots.ts';

/** What a cell of the template gets of everything that claims it. */
export interface Resolved {
  value: CellData;
  unplaced: Noted[];
  toVerify: Noted[];
}

/**
 * Chooses between the copies of a cell as the reader of returned workbooks does: figures from the first copy
 * that can be read, baselines from the last; keys go before names. Copies that say something else are noted.
 * @param slot null for an entry without keys
 * @param date1904 true when the file counts days from 1904
 */
export function resolveCopies(
  slot: Slot | null,
  candidates: readonly [Candidate, ...Candidate[]],
  date1904: boolean,
): Resolved {
  const keyed = candidates.filter(({ byName }) => !byName);
  const chosen = choose(slot, keyed.length > 0 ? keyed : candidates) ?? candidates[0];
  const { sheet, cell, byName } = chosen;
  const kept = cellData(cell.value);
  const keptAt = `${sheet.found.facts.name}!${cellAddress(cell.row, cell.column)}`;
  const toVerify: Noted[] = [];
  if (byName) toVerify.push(note('repair-by-name', sheet, cell, {}));
  if (cell.formula !== null) toVerify.push(note('repair-formula-kept', sheet, cell, {}));
  // Dates are typed on the cover; between the keys nobody asks for one.
  const screen = slot === null ? null : onScreen(cell, date1904);
  if (screen !== null) toVerify.push(note('repair-format-misleads', sheet, cell, { screen }));
  const unplaced = candidates
    .filter((other) => other !== chosen && !isSameContent(other.cell.value, cell.value))
    .map((other) => note('repair-contradicts', other.sheet, other.cell, { kept, keptAt }));
  return { value: kept, unplaced, toVerify };
}

function choose(slot: Slot | null, candidates: readonly Candidate[]): Candidate | undefined {
  switch (slot?.field) {
    case 'value':
      return candidates.find(({ cell }) => isReadable(cell.value)) ?? candidates[0];
    case 'baseYear':
    case 'baseValue':
      return [...candidates].reverse().find(({ cell }) => typeof cell.value === 'number') ?? candidates[0];
    case 'baseSource':
      return candidates.at(-1);
    default:
      return candidates[0];
  }
}

function isReadable(value: Candidate['cell']['value']): boolean {
  return typeof value !== 'object' && parseFigure(value) !== undefined;
}
