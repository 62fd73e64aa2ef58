import type { NoticeLine } from '../notice.ts';
import { element } from './element.ts';

/** A line with its buttons. */
export function messageBar({ intent, title, text, isUrgent, actions }: NoticeLine): HTMLElement {
  const role = (isUrgent ?? intent === 'error') ? 'alert' : 'status';
  const about = title === undefined ? [] : [element('strong', {}, title), element('br')];
  return element(
    'fluent-message-bar',
    { intent, layout: 'multiline', class: 'notice-bar', role },
    element('span', {}, ...about, text),
    ...actions.map(({ label, act, name }) =>
      element('fluent-button', { slot: 'actions', size: 'small', 'data-action': name, onclick: act }, label),
    ),
  );
}
