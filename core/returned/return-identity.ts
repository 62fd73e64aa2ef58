import type { SheetCells } from '../sheet/facts.ts';
import { identify, sheetIdentities } from './identity.ts';
import { hashOfPlan, isSample, layoutOf, readMeta, type WorkbookMeta } from './read-meta.ts';

/** What a returned file says of itself. */
export interface ReturnIdentity {
  /** Unit and round are named somewhere in the file. */
  isOurs: boolean;
  /** Number of its layout as the file has it; null where it says none. */
  layout: string | null;
  unit: string | null;
  /** Who reports: the unit itself, or a department for its province. */
  reporter: string | null;
  /** SDMX period of the round. */
  round: string | null;
  isSample: boolean;
  /** Hash of each plan at the time of issue, by plan id; '' where only the id is known. */
  plans: ReadonlyMap<string, string>;
  /** `none`: the kind of file has none. */
  definition: 'whole' | 'missing' | 'damaged' | 'none';
}

/**
 * What a returned file says of itself: in `_meta`, in its definition, or in the key rows of its sheets.
 * @param meta of these sheets, where it has been read already
 */
export function returnIdentity(
  sheets: readonly SheetCells[],
  meta: WorkbookMeta = readMeta(sheets),
): ReturnIdentity {
  const found = identify(meta, sheetIdentities(sheets));
  const identity = found === null || found === 'contradictory' ? null : found.identity;
  const { definition } = meta;
  return {
    // A workbook whose parts contradict each other is one of ours all the same.
    isOurs: found !== null,
    layout: layoutOf(meta),
    unit: identity?.unit ?? null,
    reporter: identity?.reporter ?? null,
    round: identity?.round ?? null,
    isSample: isSample(sheets, meta),
    plans: new Map(identity?.plans.map((plan) => [plan, hashOfPlan(plan, meta)])),
    definition: typeof definition === 'object' ? 'whole' : definition,
  };
}
