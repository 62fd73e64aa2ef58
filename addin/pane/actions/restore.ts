import type { PaneSession } from '../session.ts';
import type { RepairedCopy } from '../workbench.ts';
import { areDraftsSettled, type DraftsChoice } from './settle-drafts.ts';

/**
 * Builds the template of the workbook anew around what is typed in it, and hands that to the officer.
 * @param show shows what was moved
 */
export function restoreWorkbook(
  session: PaneSession,
  show: (restored: RepairedCopy) => void,
  drafts: DraftsChoice = 'ask',
): Promise<void> {
  return session.run(async () => {
    const { repairs } = session.bench;
    if (repairs === undefined) return;
    const again = (choice: DraftsChoice = 'ask') => void restoreWorkbook(session, show, choice);
    if (!(await areDraftsSettled(session, drafts, 'notInCopy', again))) return;
    await session.begin('restoring');
    const restored = await repairs.repair();
    show(restored);
    session.say({
      intent: restored.unplaced.length + restored.leftBlank.length === 0 ? 'success' : 'warning',
      text: ({ texts }) => texts.restore.restored(restored.name),
      actions: ({ texts }) => [
        { label: texts.export.saveAgain, act: () => again() },
        { label: texts.close, act: () => session.closeNotice() },
      ],
    });
  });
}
