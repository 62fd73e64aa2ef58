import type { FindingGroup } from '../view/findings-view.ts';
import type { Wording } from '../texts/wording.ts';
import { element } from './element.ts';
import { findingItem, type FindingActions } from './finding-item.ts';

/** How much of a group is shown. */
export interface GroupState {
  isOpen: boolean;
  /** Findings shown at most. */
  limit: number;
  /** The finding that was chosen last. */
  chosen: string | null;
}

/** What a group in the list can ask for. */
export interface GroupActions extends FindingActions {
  toggle: () => void;
  showMore: () => void;
}

/** Findings of a group shown at once; a broken workbook has thousands of one kind. */
export const GROUP_PART = 50;

/** The findings of one rule below a button that opens them. */
export function findingGroup(
  { code, severity, title, fix, items }: FindingGroup,
  { isOpen, limit, chosen }: GroupState,
  wording: Wording,
  actions: GroupActions,
): HTMLElement {
  const { texts, number } = wording;
  const rest = items.length - limit;
  const content = isOpen && [
    element('p', { class: 'fix' }, element('span', { class: 'name' }, `${texts.check.fix}: `), fix),
    element(
      'ul',
      {},
      ...items.slice(0, limit).map((item) => findingItem(item, chosen === item.id, wording, actions)),
    ),
    rest > 0 &&
      element(
        'fluent-button',
        { size: 'small', onclick: actions.showMore },
        texts.check.more(number(Math.min(rest, GROUP_PART))),
      ),
  ];
  return element(
    'section',
    { class: `group ${severity}` },
    element(
      'h3',
      {},
      element(
        'button',
        {
          type: 'button',
          class: 'group-head',
          'data-stop': `group ${code}`,
          'data-group': code,
          'aria-expanded': String(isOpen),
          onclick: actions.toggle,
        },
        element('span', { class: 'group-title' }, title),
        ' ',
        element('span', { class: 'number' }, number(items.length)),
      ),
    ),
    ...(content || []),
  );
}
