import { placedMarks } from '../placed-marks.ts';
import type { PaneSession } from '../session.ts';
import type { Wording } from '../texts/wording.ts';
import type { MarkOutcome } from '../workbench.ts';

/** Marks in the open workbook what a check finds there now. */
export function markFindings(session: PaneSession): Promise<void> {
  return session.run(async () => {
    // What is marked is what stands there now.
    await session.recheck();
    if (session.checked === null) return;
    await session.begin('writing');
    const outcome = await session.bench.marks?.mark(placedMarks(session.checked, session.wording));
    if (outcome) session.say({ intent: 'success', text: (wording) => markedText(outcome, wording) });
  });
}

/** Takes all marks away. */
export function clearMarks(session: PaneSession): Promise<void> {
  return session.run(async () => {
    await session.begin('writing');
    await session.bench.marks?.clear();
    session.say({ intent: 'success', text: ({ texts }) => texts.check.marksCleared });
  });
}

/** How many findings were marked in how many cells, and what became of the others. */
function markedText({ marked, cells, kept, unmarked }: MarkOutcome, { texts, number }: Wording): string {
  const said = [
    texts.check.marked(number(marked), number(cells)),
    ...(kept > 0 ? [texts.check.marksKept(number(kept))] : []),
    ...(unmarked > 0 ? [texts.check.notMarked(number(unmarked))] : []),
  ];
  return `${said.join('; ')}.`;
}
