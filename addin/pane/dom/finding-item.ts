import type { FindingItem } from '../view/findings-view.ts';
import type { Wording } from '../texts/wording.ts';
import type { CellPlace, SheetWindow } from '../workbench.ts';
import { element, type Child } from './element.ts';
import { figureBox } from './figure-box.ts';
import { reasonBox, type ReasonActions } from './reason-box.ts';
import { sheetGrid } from './sheet-grid.ts';

/** What a finding in the list can ask for. */
export interface FindingActions extends ReasonActions {
  /** Opens the finding and brings the user to its cell. */
  choose: (item: FindingItem) => void;
  /** Figures are corrected here, into a copy; in a spreadsheet program they are typed into their cells. */
  canCorrect: boolean;
  surroundings: ((place: CellPlace) => SheetWindow | null) | null;
}

/**
 * A finding as an entry of the list: a button with what was found where, and below it, once it was chosen, what
 * was expected, the sheet around it and the box for the reason.
 */
export function findingItem(
  item: FindingItem,
  isOpen: boolean,
  wording: Wording,
  actions: FindingActions,
): HTMLElement {
  const { texts } = wording;
  const where = [item.label === item.place ? '' : item.place, item.period].filter((part) => part !== '');
  const button = element(
    'button',
    {
      type: 'button',
      class: 'finding-head',
      'data-stop': item.id,
      'aria-expanded': String(isOpen),
      onclick: () => actions.choose(item),
    },
    element('span', { class: 'finding-label' }, item.label),
    element('span', { class: 'finding-place' }, where.join(' · ')),
    element('span', { class: 'finding-message' }, item.message),
    element(
      'span',
      { class: 'finding-values' },
      ...pair(texts.check.found, item.found),
      ...pair(texts.check.expected, item.expected),
      ...pair(texts.check.reason, item.reason?.text ?? ''),
    ),
    [item.reason?.key, item.figure?.key].some((key) => key !== undefined && hasDraft(key, actions)) &&
      element('span', { class: 'draft' }, texts.check.draft),
    item.isExplained && element('span', { class: 'explained' }, texts.check.explained),
  );
  return element(
    'li',
    { class: isOpen ? 'finding open' : 'finding' },
    button,
    isOpen && element('div', { class: 'finding-more' }, ...details(item, wording, actions)),
  );
}

function pair(name: string, value: string): Child[] {
  if (value === '') return [];
  return [element('span', { class: 'pair' }, element('span', { class: 'name' }, `${name}: `), value)];
}

function details(item: FindingItem, wording: Wording, actions: FindingActions): Child[] {
  const window = item.cell === null ? null : (actions.surroundings?.(item.cell) ?? null);
  return [
    window !== null && sheetGrid(window, item.place, wording),
    item.figure !== null && actions.canCorrect && figureBox(item.id, item.figure, wording, actions),
    item.reason !== null && reasonBox(item.id, item.reason, wording, actions),
  ];
}

function hasDraft(key: string, { drafts }: FindingActions): boolean {
  return drafts.unwritten.some((draft) => draft.key === key);
}
