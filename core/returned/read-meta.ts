import { isKnownLayout } from '../workbook/contract.ts';
import { parseDefinition, textChecksum } from '../workbook/definition-text.ts';
import type { WorkbookDefinition } from '../workbook/definition.ts';
import { metaEntries } from '../workbook/meta-entries.ts';
import type { SheetCells } from '../sheet/facts.ts';
import { SAMPLE_BANNER } from '../workbook/wording.ts';

/** What `_meta` says; empty where the sheet is lost. */
export interface WorkbookMeta {
  info: ReadonlyMap<string, string>;
  /** Hash of each plan, by plan id. */
  plans: ReadonlyMap<string, string>;
  /** `missing`: there is none; `damaged`: its text is not the one that was written. */
  definition: WorkbookDefinition | 'missing' | 'damaged';
}

/**
 * The layout a workbook says it has; null where it says none. An entry of `_meta` may be lost or changed, what the
 * definition says has a checksum.
 */
export function layoutOf({ info, definition }: WorkbookMeta): string | null {
  const said = info.get('schema')?.trim() ?? null;
  const isUnknown = said !== null && !isKnownLayout(said);
  return typeof definition === 'object' && !isUnknown ? String(definition.layout) : said;
}

/** Hash of a plan at the time of issue; '' where only the plan's id is known. */
export function hashOfPlan(plan: string, { plans, definition }: WorkbookMeta): string {
  const known = typeof definition === 'object' ? definition.plans : [];
  return plans.get(plan) ?? known.find(({ head }) => head.id === plan)?.hash ?? '';
}

/** Made-up figures must not pass for real ones because `_meta` is lost: every sheet says so too. */
export function isSample(sheets: readonly SheetCells[], { info, definition }: WorkbookMeta): boolean {
  return (
    info.get('sample') === 'yes' ||
    (typeof definition === 'object' && definition.sample) ||
    sheets.some(({ cells }) => cells.some(({ value }) => value === SAMPLE_BANNER))
  );
}

/** Reads the entries of `_meta`, in whatever order they stand. */
export function readMeta(sheets: readonly SheetCells[]): WorkbookMeta {
  const info = new Map<string, string>();
  const plans = new Map<string, string>();
  const chunks = new Map<number, string>();
  for (const { kind, key, value } of metaEntries(sheets)) {
    if (kind === 'info') info.set(key, value);
    else if (kind === 'plan') plans.set(key, value);
    else if (kind === 'definition') chunks.set(Number(key), value);
  }
  return { info, plans, definition: readDefinition(chunks, info.get('definition')) };
}

function readDefinition(
  chunks: ReadonlyMap<number, string>,
  checksum: string | undefined,
): WorkbookMeta['definition'] {
  if (chunks.size === 0 && checksum === undefined) return 'missing';
  const texts = [...chunks.entries()].sort(([a], [b]) => a - b).map(([, text]) => text);
  if (textChecksum(texts) !== checksum) return 'damaged';
  return parseDefinition(texts.join('')) ?? 'damaged';
}
