import type { CellModel } from '../../sheet/model.ts';
import type { Pairing } from './pairing.ts';

/** How far on an inserted block may have pushed a row or column of formulas that nothing else places. */
const REACH = 12;

/**
 * What is left stands beside its neighbours, where the most cells are of the kind expected there. A keyed
 * row that has lost its key is only found where something of it stands: else it is gone.
 */
export function linkByNeighbours(
  pairing: Pairing,
  groups: ReadonlyMap<number, readonly CellModel[]>,
  mayBeBlank: (place: number) => boolean,
  last: number,
  cellAt: (cell: CellModel, place: number) => { formula: string | null } | null,
): void {
  const order = [...groups.keys()].sort((a, b) => a - b);
  const anchors = order.filter((place) => pairing.found(place) !== undefined);
  let nextAnchor = 0;
  let before = { place: 0, there: 0 };
  for (const place of order) {
    const known = pairing.found(place);
    if (known !== undefined) {
      before = { place, there: known };
      nextAnchor += 1;
      continue;
    }
    const candidates = candidatesOf(pairing, place, before, anchors[nextAnchor], last);
    const cells = groups.get(place) ?? [];
    let best: { there: number; score: number } | null = null;
    for (const there of candidates) {
      if (there < 1 || pairing.expected(there) !== undefined) continue;
      const score = cells.filter((cell) => {
        const found = cellAt(cell, there);
        return found !== null && (found.formula !== null) === (cell.formula !== undefined);
      }).length;
      if (!best || score > best.score) best = { there, score };
    }
    if (!best || (best.score === 0 && !mayBeBlank(place))) continue;
    if (pairing.link(place, best.there)) before = { place, there: best.there };
  }
}

/**
 * Right after the neighbour before, or as much further on as was inserted between both neighbours; or right
 * before the neighbour behind.
 */
function candidatesOf(
  pairing: Pairing,
  place: number,
  before: { place: number; there: number },
  after: number | undefined,
  last: number,
): number[] {
  const following = before.there + place - before.place;
  const leading = after === undefined ? last : (pairing.found(after) ?? after) - (after - place);
  const reach = Math.max(0, Math.min(REACH, leading - following));
  const candidates = Array.from({ length: reach + 1 }, (_, step) => following + step);
  return after === undefined || candidates.includes(leading) ? candidates : [...candidates, leading];
}
