import { numberText } from '../../../core/base/number-text.ts';
import type { Language } from '../../../core/base/finding.ts';
import { readTyped } from '../../../core/rules/figure/typed-text.ts';
import { UNCLEAR, valueOf } from '../reason-cell.ts';
import type { Wording } from '../texts/wording.ts';
import type { Reason } from '../workbench.ts';
import { element } from './element.ts';
import type { FluentField } from './fluent.ts';
import type { ReasonActions } from './reason-box.ts';

/**
 * The box in which a figure is corrected, into the copy: what stands in the cell, and what is typed in its place. A
 * text that may mean two numbers is asked about, not written.
 * @param id name of the box, the same whenever it is drawn
 */
export function figureBox(
  id: string,
  entry: Pick<Reason, 'key' | 'period'>,
  { texts, language, number }: Wording,
  { drafts, standing, saveReason, dropDraft }: ReasonActions,
): HTMLElement {
  const said = texts.check;
  const written = () => standing().get(entry.key) ?? '';
  const draft = drafts.get(entry.key);
  const field = element(
    'fluent-text-input',
    { type: 'text', 'control-size': 'small', 'data-reason': `figure ${id}` },
    element('span', {}, said.figure),
  ) as FluentField;
  field.setAttribute('value', shown(entry.key, draft?.text ?? written(), language));
  const hint = element('p', { class: 'hint', role: 'status' }, said.figureHint);
  const typed = (): string => {
    const read = readTyped(field.value);
    if (!('readings' in read)) return read.figure === null ? '' : String(read.figure);
    return `${UNCLEAR}${field.value.trim()}`;
  };
  field.addEventListener('input', () => {
    drafts.type(entry, typed(), written());
  });
  const save = () => {
    const read = readTyped(field.value);
    if (!('readings' in read)) {
      saveReason({ ...entry, text: typed(), seen: written() });
      return;
    }
    const [one, other] = read.readings.map((reading) => number(reading, READING_DECIMALS));
    hint.textContent =
      one === undefined || other === undefined ? said.figureUnread : said.figureUnclear(one, other);
    hint.classList.add('problem');
  };
  field.addEventListener('keydown', (event) => {
    // Enter that ends a word being put together by an input method is none of ours.
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    save();
  });
  const isOverridden = draft !== null && drafts.isOverridden(entry.key, standing());
  return element(
    'div',
    { class: 'figure-box' },
    isOverridden &&
      element('p', {}, `${said.standingReason}: ${shown(entry.key, written(), language) || said.noReason}`),
    field,
    hint,
    element(
      'div',
      { class: 'actions' },
      element(
        'fluent-button',
        { size: 'small', appearance: 'primary', 'data-action': 'save-figure', onclick: save },
        said.saveFigure,
      ),
      isOverridden &&
        element('fluent-button', { size: 'small', onclick: () => dropDraft(entry.key) }, said.keepReason),
    ),
  );
}

const READING_DECIMALS = 6;

/** A figure as the language writes it, without groups of digits, so that it can be typed on. */
function shown(key: string, text: string, language: Language): string {
  if (text.startsWith(UNCLEAR)) return text.slice(UNCLEAR.length);
  const value = valueOf(key, text);
  if (typeof value !== 'number') return text;
  const decimal = numberText(0.5, language).charAt(1);
  return text.replace('.', decimal);
}
