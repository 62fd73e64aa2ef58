import type { WorkbookFacts } from '../../core/check/structure/facts.ts';
import { DEFAULT_LIMITS, type ReadLimits } from './cells.ts';
import { readWorkbook } from './read.ts';

/**
 * Reads an .xlsx file of any program into what structure rules compare with the template: cells with their
 * formulas, names, validations and the like. It is the same one reading as {@link readWorkbook}'s; who needs
 * cells too finds them in the sheets.
 * @param limits caps on size; see {@link DEFAULT_LIMITS}
 * @throws WorkbookReadError when the file is no workbook, is damaged or exceeds a cap
 */
export function readFacts(bytes: Uint8Array, limits: ReadLimits = DEFAULT_LIMITS): Promise<WorkbookFacts> {
  return readWorkbook(bytes, limits);
}
