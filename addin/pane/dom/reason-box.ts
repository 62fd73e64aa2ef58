import type { Drafts, StandingReasons } from '../drafts.ts';
import type { Wording } from '../texts/wording.ts';
import type { Reason } from '../workbench.ts';
import { element, type Child } from './element.ts';
import type { FluentField } from './fluent.ts';

/** What the box for a reason needs to know, and can ask for. */
export interface ReasonActions {
  /** What was typed so far and is not written yet, kept while the list is drawn anew. */
  drafts: Drafts;
  /** The reasons as the last check found them, and what was written here since. */
  standing: () => StandingReasons;
  saveReason: (reason: Reason) => void;
  /** Gives up what was typed for a row. */
  dropDraft: (key: string) => void;
}

/**
 * The box for the reason of a row. Where the row says something else than when typing began, that is shown, and
 * the officer chooses which of the two is to stand.
 * @param id name of the box, the same whenever it is drawn
 */
export function reasonBox(
  id: string,
  row: Pick<Reason, 'key' | 'period'>,
  { texts }: Wording,
  { drafts, standing, saveReason, dropDraft }: ReasonActions,
): HTMLElement {
  const said = texts.check;
  const written = standing().get(row.key) ?? '';
  const draft = drafts.get(row.key);
  const field = element(
    'fluent-textarea',
    { block: true, resize: 'vertical', 'data-reason': id },
    element('label', { slot: 'label' }, said.reason),
  ) as FluentField;
  field.value = draft?.text ?? written;
  // What was written of this box stands there before it is drawn anew.
  field.addEventListener('input', () => drafts.type(row, field.value, standing().get(row.key) ?? ''));
  const button = (label: string, act: () => void, appearance: string | null) =>
    element('fluent-button', { size: 'small', appearance, onclick: act }, label);
  const save = (label: string) =>
    button(label, () => saveReason({ ...row, text: field.value.trim(), seen: written }), 'primary');
  if (draft === null || !drafts.isOverridden(row.key, standing())) {
    return element('div', { class: 'reason' }, field, hint(said.reasonHint), save(said.saveReason));
  }
  return element(
    'div',
    { class: 'reason' },
    element(
      'div',
      { class: 'standing-reason' },
      element('p', {}, said.reasonOverridden),
      ...quoted(said.standingReason, written === '' ? said.noReason : written),
      ...quoted(said.reasonBefore, draft.seen),
    ),
    field,
    hint(said.reasonHint),
    element(
      'div',
      { class: 'actions' },
      save(said.replaceReason),
      button(said.keepReason, () => dropDraft(row.key), null),
    ),
  );
}

function hint(text: string): HTMLElement {
  return element('p', { class: 'hint' }, text);
}

function quoted(name: string, text: string): Child[] {
  if (text === '') return [];
  return [element('p', {}, element('span', { class: 'name' }, `${name}: `), text)];
}
