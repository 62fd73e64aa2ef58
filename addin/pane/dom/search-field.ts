import { element } from './element.ts';
import type { FluentField } from './fluent.ts';

/** A field that tells what is looked for, with every key. */
export function searchField(label: string, query: string, changed: (query: string) => void): FluentField {
  const field = element(
    'fluent-text-input',
    { type: 'text', class: 'search', 'control-size': 'small' },
    element('span', {}, label),
  ) as FluentField;
  field.setAttribute('value', query);
  field.addEventListener('input', () => changed(field.value));
  return field;
}
