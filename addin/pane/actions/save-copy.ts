import { placedMarks } from '../placed-marks.ts';
import type { PaneSession } from '../session.ts';
import { areDraftsSettled, type DraftsChoice } from './settle-drafts.ts';

/**
 * Hands the officer a copy of the file with the reasons written so far.
 * @param chosen whether findings are marked in it; as it is when a question about the copy is answered
 */
export function saveCopy(
  session: PaneSession,
  chosen: { readonly withMarks: boolean },
  drafts: DraftsChoice = 'ask',
): Promise<void> {
  const { withMarks } = chosen;
  return session.run(async () => {
    const { copies } = session.bench;
    if (copies === undefined) return;
    const again = (choice: DraftsChoice = 'ask') => void saveCopy(session, chosen, choice);
    if (!(await areDraftsSettled(session, drafts, 'notInCopy', again))) return;
    await session.recheck();
    await session.begin('writing');
    const { checked, wording } = session;
    const marks = withMarks && checked !== null ? placedMarks(checked, wording) : [];
    const { name, unmarked, isOfEarlier } = await copies.save(marks);
    session.say({
      intent: 'success',
      text: ({ texts, number }) =>
        [
          texts.export.copySaved(name),
          isOfEarlier ? texts.export.copyOfEarlier : '',
          unmarked > 0 ? texts.export.unmarked(number(unmarked)) : '',
        ]
          .filter((sentence) => sentence !== '')
          .join(' '),
      // Nobody tells whether a download was blocked or called off.
      actions: ({ texts }) => [
        { label: texts.export.saveAgain, act: () => again() },
        { label: texts.close, act: () => session.closeNotice() },
      ],
    });
  });
}
