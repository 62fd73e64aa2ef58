import { repairWords } from '../../../core/repair/messages.ts';
import type { Noted } from '../../../core/repair/repaired.ts';
import { notedLines } from '../../../core/wording/repair-notes.ts';
import { returnMessage } from '../../../core/wording/return-message.ts';
import type { Wording } from '../texts/wording.ts';
import type { RepairedCopy } from '../workbench.ts';
import { element, type Child } from './element.ts';

/** Lines of a list that are shown; the new workbook has them all. */
const SHOWN = 200;
/** A longer list is folded by sheet, so that one sheet of many does not hide the others. */
const UNFOLDED = 20;

/**
 * Restoring: a button where files can be read whole, elsewhere the way to it; below, what was moved last.
 * @param restore null where the workbook itself is open
 */
export function restorePart(
  restored: RepairedCopy | null,
  wording: Wording,
  restore: (() => void) | null,
): HTMLElement {
  const said = wording.texts.restore;
  return element(
    'section',
    { class: 'export-part restore' },
    element('h2', {}, said.heading),
    element('p', {}, restore === null ? said.elsewhere : said.about),
    restore !== null &&
      element('fluent-button', { 'data-action': 'restore', onclick: restore }, said.restore),
    restored !== null && element('div', { class: 'restored', role: 'status' }, ...outcome(restored, wording)),
  );
}

function outcome(restored: RepairedCopy, { say, language }: Wording): Child[] {
  const { placed, unplaced, toVerify, leftBlank, notes } = restored;
  const words = repairWords[language];
  const items = (noted: readonly Noted[]): Child => {
    const lines = notedLines(noted, language);
    const more = lines.length > SHOWN ? [words.more(lines.length - SHOWN)] : [];
    return element(
      'ul',
      {},
      ...[...lines.slice(0, SHOWN), ...more].map((line) => element('li', {}, say(line))),
    );
  };
  const list = (title: string, noted: readonly Noted[]): Child[] => {
    if (noted.length === 0) return [];
    const sheets = new Set(noted.map(({ sheet }) => sheet));
    const bySheet = [...sheets].map((sheet) => {
      const own = noted.filter((one) => one.sheet === sheet);
      return element('details', {}, element('summary', {}, `${sheet} (${own.length})`), items(own));
    });
    return [
      element('h3', {}, say(title)),
      ...(noted.length > UNFOLDED && sheets.size > 1 ? bySheet : [items(noted)]),
    ];
  };
  return [
    element('p', {}, say(words.placed(placed))),
    placed.asIssued > 0 && element('p', {}, say(words.asIssued(placed.asIssued))),
    ...notes.map((note) => element('p', {}, say(returnMessage(note, language)))),
    ...list(words.leftBlank(leftBlank.length), leftBlank),
    ...list(words.unplaced(unplaced.length), unplaced),
    ...list(words.toVerify(toVerify.length), toVerify),
  ];
}
