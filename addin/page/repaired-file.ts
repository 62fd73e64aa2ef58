import { openDamaged } from '../../core/repair/meta-sheet.ts';
import { repairWorkbook } from '../../core/repair/repair-workbook.ts';
import type { WorkbookFacts } from '../../core/sheet/facts.ts';
import { unreadableNote } from '../../core/wording/repair-notes.ts';
import { readForRepair } from '../../formats/xlsx/read-for-repair.ts';
import { benchProblem } from '../pane/bench-problem.ts';
import type { RepairedCopy } from '../pane/workbench.ts';
import { workbookWriter, type WorkbookWriter } from './workbook-writer.ts';

/**
 * Repairs a file in the browser, as `chitieu repair` does. A file that has lost its definition is refused: the plans
 * it was made from are not here.
 * @param typed puts what was written in the pane over what the file holds
 * @throws BenchProblem
 */
export async function repairedFile(
  bytes: Uint8Array,
  typed: (facts: WorkbookFacts) => WorkbookFacts,
): Promise<Omit<RepairedCopy, 'name'> & { bytes: Uint8Array }> {
  const { facts, beside, unreadable } = await readForRepair(bytes);
  const opened = openDamaged(typed(facts));
  if (!opened.issued) throw benchProblem('no-definition');
  const repaired = repairWorkbook(opened, opened.issued.definition, beside);
  if (repaired === null) throw benchProblem('too-much-to-list');
  const { model, ...said } = repaired;
  const write = await writer();
  return { ...said, notes: unreadable.map(unreadableNote), bytes: await write(model) };
}

function writer(): Promise<WorkbookWriter> {
  return workbookWriter().catch((cause: unknown) => {
    throw benchProblem('no-writer', { cause });
  });
}
