import { figureOf } from '../reason-cell.ts';
import type { PaneSession } from '../session.ts';
import type { Reason } from '../workbench.ts';

/** Writes a reason that the officer has typed into its row, and checks the workbook anew. */
export function writeReason(session: PaneSession, reason: Reason): Promise<void> {
  const { drawn } = session;
  return session.run(async () => {
    const seen = session.seenBy(reason, drawn);
    const isWritten = seen !== reason.text;
    if (isWritten) await session.write({ ...reason, seen });
    else session.drafts.written(reason);
    await session.recheck();
    if (!isWritten) return;
    const isTakenBack = reason.text === '';
    const isFigure = figureOf(reason.key) !== null;
    session.say({
      intent: 'success',
      text: ({ texts: { check } }) =>
        isFigure ? check.figureSaved : isTakenBack ? check.reasonTakenBack : check.reasonSaved,
    });
  });
}
