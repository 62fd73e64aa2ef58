import type { PaneSession } from '../session.ts';

/**
 * What becomes of drafts when files are made, which would not hold them. Whoever leaves them out leaves those they
 * were asked about, as JSON; about others they are asked anew.
 */
export type DraftsChoice = 'ask' | 'write' | { leave: string };

/** Leaves out no draft: whatever is typed is asked about. */
export const LEAVE_NONE: DraftsChoice = { leave: JSON.stringify([]) };

/**
 * Within a step: whether a file may be made. It would not hold what was typed and is not written, so the officer
 * is asked.
 * @param again makes the file, drafts being dealt with as told
 */
export async function areDraftsSettled(
  session: PaneSession,
  choice: DraftsChoice,
  question: 'notInCopy' | 'notInCsv',
  again: (choice: DraftsChoice) => void,
): Promise<boolean> {
  const { unwritten } = session.drafts;
  const asked = JSON.stringify(unwritten);
  if (unwritten.length === 0 || (typeof choice === 'object' && choice.leave === asked)) return true;
  if (choice === 'write') {
    try {
      for (const draft of unwritten) await session.write({ ...draft, text: draft.text.trim() });
    } finally {
      await session.recheck();
    }
    return true;
  }
  session.ask({
    intent: 'warning',
    text: ({ texts, number }) =>
      texts.export[question](
        number(unwritten.length),
        unwritten.map(({ key }) => session.rowLabel(key)).join('; '),
      ),
    actions: ({ texts }) => [
      { label: texts.export.writeFirst, act: () => again('write') },
      { label: texts.export.withoutDrafts, act: () => again({ leave: asked }) },
      { label: texts.export.notNow, act: () => session.closeNotice() },
    ],
  });
  return false;
}
