import { saveCopy } from './actions/save-copy.ts';
import { writeReason } from './actions/write-reason.ts';
import type { NoticeLine } from './notice.ts';
import type { PaneSession } from './session.ts';
import { figuresFound, rowsToExplain } from './view/findings-view.ts';
import type { Reason } from './workbench.ts';

/**
 * Everything that is said above the tabs: what came of the last step, that the workbook has changed, what is in no
 * copy yet, and drafts that nobody would find in the lists.
 */
export function noticeLines(session: PaneSession, chosen: { readonly withMarks: boolean }): NoticeLine[] {
  const { notice, wording, bench } = session;
  const { texts, number } = wording;
  const unsaved = bench.copies?.unsaved() ?? 0;
  const lines: NoticeLine[] = [];
  if (notice !== null) {
    const { intent, text, actions } = notice;
    const close = { label: texts.close, act: () => session.closeNotice() };
    lines.push({ intent, text: text(wording), actions: actions?.(wording) ?? [close] });
  }
  if (session.isStale) {
    const act = () => void session.check();
    lines.push({ intent: 'warning', text: texts.stale, actions: [{ label: texts.again, act }] });
  }
  if (unsaved > 0) {
    const act = () => void saveCopy(session, chosen);
    const text = texts.export.unsaved(number(unsaved));
    lines.push({ intent: 'info', text, actions: [{ label: texts.export.saveCopy, act }] });
  }
  return [...lines, ...strayDrafts(session).map((draft) => strayLine(session, draft))];
}

/** Drafts nobody would find: the finding they were typed under is gone. */
function strayDrafts({ checked, drafts }: PaneSession): readonly Reason[] {
  if (checked === null) return [];
  const rows = rowsToExplain(checked.report);
  const figures = figuresFound(checked);
  return drafts.unwritten.filter(({ key }) => !rows.has(key) && !figures.has(key));
}

function strayLine(session: PaneSession, draft: Reason): NoticeLine {
  const { check: said } = session.wording.texts;
  const { key } = draft;
  const text = draft.text.trim();
  const seen = session.standing.get(key);
  const typed = said.strayDraft(session.rowLabel(key), text);
  const drop = { label: said.dropDraft, act: () => session.dropDraft(key) };
  // Without a cell writing could only fail.
  if (seen === undefined)
    return { intent: 'info', text: `${typed} ${said.strayWithoutCell}`, actions: [drop] };
  const why = session.checked?.request === null ? said.strayUnchecked : said.strayWithoutWarning;
  const write = {
    label: seen === '' ? said.saveReason : said.replaceReason,
    act: () => void writeReason(session, { ...draft, text, seen }),
  };
  return {
    intent: 'info',
    text: [typed, why, ...(seen === '' ? [] : [said.strayStanding(seen)])].join(' '),
    actions: [write, drop],
  };
}
