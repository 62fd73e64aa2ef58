import { element, refill } from '../../pane/dom/element.ts';
import { languageSwitch } from '../../pane/dom/language-switch.ts';
import { messageBar } from '../../pane/dom/message-bar.ts';
import type { Wording } from '../../pane/texts/wording.ts';
import type { PageLanguage } from '../../shell/mount.ts';
import { fileLines } from '../file-lines.ts';
import type { OpenFiles } from '../open-files.ts';
import type { PageTexts } from '../texts/texts.ts';

/** What the head can ask for. */
export interface HeadActions {
  chooseFile: () => void;
  chooseLanguage: (language: PageLanguage) => void;
}

/** Draws what stands above the pane; the focus stays where it was. */
export function drawHead(
  head: HTMLElement,
  files: OpenFiles,
  { texts, wording }: { texts: PageTexts; wording: Wording },
  { chooseFile, chooseLanguage }: HeadActions,
): void {
  const { open, opening } = files;
  const active = document.activeElement;
  const focused = active instanceof HTMLElement && head.contains(active) ? active.dataset.action : null;
  const openButton = (label: string, appearance: string) =>
    element('fluent-button', { appearance, 'data-action': 'open', onclick: chooseFile }, label);
  refill(
    head,
    element(
      'div',
      { class: 'page-line' },
      element('h1', {}, texts.title),
      open !== null && element('span', { class: 'file-name' }, open.file.name),
      open !== null && openButton(texts.openOther, 'outline'),
      // The pane has the switch once it is there.
      open === null &&
        languageSwitch(texts.language, wording.language, (language) => {
          chooseLanguage(language);
          head.querySelector<HTMLElement>(`[data-language="${language}"]`)?.focus();
        }),
    ),
    opening !== null && element('p', { role: 'status' }, texts.opening(opening.name)),
    ...fileLines(files, texts, wording, chooseFile).map(messageBar),
    open === null && welcome(texts, openButton(texts.open, 'primary')),
  );
  if (focused !== null) focusButton(head, focused ?? 'open');
}

/** Whoever pressed a button of the head that is gone goes on where files are opened. */
export function focusButton(head: HTMLElement, action: string): void {
  const button = (name: string) => head.querySelector<HTMLElement>(`[data-action="${name}"]`);
  (button(action) ?? button('open'))?.focus();
}

function welcome(texts: PageTexts, openButton: HTMLElement): HTMLElement {
  return element(
    'div',
    { class: 'welcome' },
    element('p', { class: 'lead' }, texts.about),
    element('div', { class: 'drop-zone' }, openButton, element('p', {}, texts.drop)),
    element('p', { class: 'hint' }, texts.stays),
    element('p', {}, element('a', { href: 'help.html' }, texts.help)),
  );
}
