import type { Wording } from '../texts/wording.ts';
import { element } from './element.ts';

/** The buttons that stand above the list of findings, where the open workbook can be marked. */
export function checkToolbar(
  { texts }: Wording,
  { mark, clear }: { mark: () => void; clear: () => void },
): HTMLElement {
  return element(
    'div',
    { class: 'actions' },
    element('fluent-button', { size: 'small', 'data-action': 'mark', onclick: mark }, texts.check.mark),
    element(
      'fluent-button',
      { size: 'small', 'data-action': 'clear-marks', onclick: clear },
      texts.check.clearMarks,
    ),
  );
}

/** The button above the list of findings that builds the template anew, where a file is open. */
export function checkRestore({ texts }: Wording, restore: () => void): HTMLElement {
  return element(
    'div',
    { class: 'actions' },
    element(
      'fluent-button',
      { size: 'small', 'data-action': 'restore-here', title: texts.restore.about, onclick: restore },
      texts.restore.restore,
    ),
  );
}
