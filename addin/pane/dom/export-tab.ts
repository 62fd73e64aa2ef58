import { profiles, type Profile } from '../../../core/exchange/profile.ts';
import type { Wording } from '../texts/wording.ts';
import type { RepairedCopy } from '../workbench.ts';
import { element } from './element.ts';
import { restorePart } from './restore-part.ts';

/** What the tab remembers while it is drawn anew. */
export interface ExportTabState {
  profile: Profile;
  withMarks: boolean;
  /** What was restored last. */
  restored: RepairedCopy | null;
}

/** What the tab can ask for. */
export interface ExportActions {
  exportCsv: () => void;
  /** Null where the workbook itself is written to. */
  saveCopy: (() => void) | null;
  /** Null where the workbook itself is open. */
  restore: (() => void) | null;
}

/** The tab from which files are taken. */
export function exportTab(state: ExportTabState, wording: Wording, actions: ExportActions): HTMLElement {
  const { texts } = wording;
  const said = texts.export;
  const { saveCopy } = actions;
  const choice = (profile: Profile) =>
    element(
      'label',
      { class: 'choice' },
      element('input', {
        type: 'radio',
        name: 'profile',
        value: profile,
        checked: state.profile === profile,
        onchange: () => {
          state.profile = profile;
        },
      }),
      element('span', {}, said[profile].name, ' – ', said[profile].about),
    );
  return element(
    'div',
    { class: 'tab-panel' },
    saveCopy !== null &&
      element(
        'section',
        { class: 'export-part' },
        element('h2', {}, said.copyHeading),
        element('p', {}, said.copyAbout),
        element(
          'label',
          { class: 'choice' },
          element('input', {
            type: 'checkbox',
            checked: state.withMarks,
            onchange: (event) => {
              state.withMarks = event.target instanceof HTMLInputElement && event.target.checked;
            },
          }),
          element('span', {}, said.withMarks),
        ),
        element(
          'fluent-button',
          { appearance: 'primary', 'data-action': 'save-copy', onclick: saveCopy },
          said.saveCopy,
        ),
      ),
    element(
      'section',
      { class: 'export-part' },
      element('h2', {}, said.heading),
      element('p', {}, said.about),
      element('fieldset', {}, element('legend', {}, said.profile), ...profiles.map(choice)),
      element(
        'fluent-button',
        { appearance: 'primary', 'data-action': 'export', onclick: actions.exportCsv },
        said.save,
      ),
    ),
    restorePart(state.restored, wording, actions.restore),
  );
}
