import { identify, sheetIdentities } from '../../returned/identity.ts';
import type { SheetCells } from '../../sheet/facts.ts';
import { readMeta, type WorkbookMeta } from '../../returned/read-meta.ts';
import { SAMPLE_BANNER } from '../../workbook/wording.ts';
import type { ReturnIdentity } from './return-rule.ts';

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
  const hashes = typeof definition === 'object' ? definition.plans : [];
  const hashOf = (plan: string) =>
    meta.plans.get(plan) ?? hashes.find(({ head }) => head.id === plan)?.hash ?? '';
  return {
    // A workbook whose parts contradict each other is one of ours all the same.
    isOurs: found !== null,
    schema: meta.info.get('schema') ?? null,
    unit: identity?.unit ?? null,
    reporter: identity?.reporter ?? null,
    round: identity?.round ?? null,
    isSample:
      meta.info.get('sample') === 'yes' ||
      (typeof definition === 'object' && definition.sample) ||
      sheets.some(({ cells }) => cells.some(({ value }) => value === SAMPLE_BANNER)),
    plans: new Map(identity?.plans.map((plan) => [plan, hashOf(plan)])),
    definition: typeof definition === 'object' ? 'whole' : definition,
  };
}
