import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import { DEFAULT_LIMITS, type ReadLimits } from '../limits.ts';
import { readDamaged, readWorkbook, type ReadFailure } from './read.ts';

export type { ReadFailure } from './read.ts';

/** A damaged file as far as it can be read. */
export interface DamagedFacts extends WorkbookFacts {
  failures: readonly ReadFailure[];
}

/**
 * Reads an .xlsx file of any program into what structure rules compare with the template: cells with their
 * formulas, names, validations and the like. It is the same one reading as {@link readWorkbook}'s; who needs
 * cells too finds them in the sheets.
 * @param limits caps on size; see {@link DEFAULT_LIMITS}
 * @param options `lenient`: a broken part costs that part only, and is said in `failures`
 * @throws WorkbookReadError when the file is no workbook, is damaged or exceeds a cap
 */
export function readFacts(bytes: Uint8Array, limits?: ReadLimits): Promise<WorkbookFacts>;
export function readFacts(
  bytes: Uint8Array,
  limits: ReadLimits,
  options: { lenient: true },
): Promise<DamagedFacts>;
export async function readFacts(
  bytes: Uint8Array,
  limits: ReadLimits = DEFAULT_LIMITS,
  options?: { lenient: true },
): Promise<WorkbookFacts | DamagedFacts> {
  if (!options?.lenient) return readWorkbook(bytes, limits);
  const { workbook, failures } = await readDamaged(bytes, limits);
  return { ...workbook, failures };
}
