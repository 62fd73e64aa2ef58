import type { SummaryView } from '../view/summary-view.ts';
import { element } from './element.ts';

/** The verdict on the workbook, the counts, and how much is entered. */
export function summary({ identity, acceptance, title, detail, counts, progress }: SummaryView): HTMLElement {
  return element(
    'section',
    { class: `summary ${acceptance}` },
    identity !== '' && element('p', { class: 'identity' }, identity),
    element('p', { class: 'verdict' }, title),
    element('p', { class: 'verdict-detail' }, detail),
    element(
      'ul',
      { class: 'counts' },
      ...counts.map(({ look, label, count }) =>
        element('li', { class: look }, element('span', { class: 'count' }, count), ' ', label),
      ),
    ),
    progress !== null &&
      element(
        'div',
        { class: 'progress' },
        element('span', {}, progress.text),
        element('progress', {
          max: Math.max(1, progress.owed),
          value: progress.done,
          'aria-label': progress.text,
        }),
      ),
  );
}
