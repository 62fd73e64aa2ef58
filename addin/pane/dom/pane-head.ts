import type { PageLanguage } from '../../shell/mount.ts';
import type { NoticeLine } from '../notice.ts';
import type { Step } from '../session.ts';
import type { Wording } from '../texts/wording.ts';
import type { SummaryView } from '../view/summary-view.ts';
import { element, refill, type Child } from './element.ts';
import { languageSwitch } from './language-switch.ts';
import { messageBar } from './message-bar.ts';
import { summary } from './summary.ts';

/** Everything above the tabs. */
export interface PaneHead {
  parts: readonly Child[];
  draw: (shown: { busy: Step | null; lines: readonly NoticeLine[]; view: SummaryView | null }) => void;
  /** Brings the focus to the first answer of what is asked. */
  focusQuestion: () => void;
}

/**
 * Makes the head.
 * @param withHeading the standalone page has a heading of its own
 */
export function paneHead(
  { texts, language }: Wording,
  withHeading: boolean,
  { check, chooseLanguage }: { check: () => void; chooseLanguage: (language: PageLanguage) => void },
): PaneHead {
  const status = element('div', { class: 'status', role: 'status' });
  const notices = element('div', { class: 'notices' });
  const verdict = element('div', { 'aria-live': 'polite' });
  const again = element(
    'fluent-button',
    { size: 'small', 'data-action': 'check', onclick: check },
    texts.again,
  );
  const switcher = languageSwitch(texts.language, language, chooseLanguage);
  const said = new Map<HTMLElement, string>();

  /** Draws a part only when it says something else: readers of screens hear everything that is put in anew. */
  const fill = (part: HTMLElement, content: unknown, draw: () => Child[]) => {
    const now = JSON.stringify(content);
    if (said.get(part) === now) return;
    said.set(part, now);
    const hadFocus = part.contains(document.activeElement);
    refill(part, ...draw());
    // Whoever pressed a button that is gone goes on where checking goes on.
    if (hadFocus) again.focus();
  };

  return {
    parts: [
      withHeading && element('h1', { class: 'visually-hidden' }, texts.product),
      element('div', { class: 'bar' }, again, status, switcher),
      notices,
      verdict,
    ],
    draw({ busy, lines, view }) {
      refill(
        status,
        busy !== null && element('fluent-spinner', { size: 'extra-tiny', 'aria-hidden': 'true' }),
        busy !== null && element('span', {}, texts.progress[busy]),
      );
      fill(notices, lines, () => lines.map(messageBar));
      fill(verdict, view, () => (view ? [summary(view)] : []));
    },
    focusQuestion: () => notices.querySelector<HTMLElement>('fluent-button')?.focus(),
  };
}
