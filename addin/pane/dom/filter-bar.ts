import { element } from './element.ts';

/** A choice of a filter with what it would show. */
export interface FilterChoice<Value extends string> {
  value: Value;
  label: string;
  count: string;
}

/** One of several filters, as buttons of which one is pressed. */
export function filterBar<Value extends string>(
  label: string,
  choices: readonly FilterChoice<Value>[],
  chosen: Value,
  choose: (value: Value) => void,
): HTMLElement {
  return element(
    'div',
    { class: 'filters', role: 'group', 'aria-label': label },
    ...choices.map(({ value, label: name, count }) =>
      element(
        'button',
        {
          type: 'button',
          class: 'filter',
          'data-filter': value,
          'aria-pressed': String(value === chosen),
          onclick: () => choose(value),
        },
        name,
        ' ',
        element('span', { class: 'number' }, count),
      ),
    ),
  );
}
