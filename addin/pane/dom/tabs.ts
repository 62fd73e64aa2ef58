import { element } from './element.ts';

/** One tab with its panel. */
export interface TabPage<Id extends string> {
  id: Id;
  label: string;
  panel: HTMLElement;
}

/** Tabs over panels: arrows move, the panel follows. */
export interface Tabs<Id extends string> {
  root: HTMLElement;
  show: (id: Id) => void;
}

/** Makes a list of tabs; the panels become their panels. */
export function tabs<Id extends string>(
  label: string,
  pages: readonly TabPage<Id>[],
  chosen: (id: Id) => void,
): Tabs<Id> {
  const buttons = pages.map(({ id, label: name, panel }) => {
    panel.id = `panel-${id}`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', `tab-${id}`);
    return element(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${id}`,
        class: 'tab',
        'aria-controls': panel.id,
        onclick: () => chosen(id),
      },
      name,
    );
  });
  const list = element('div', { role: 'tablist', 'aria-label': label, class: 'tabs' }, ...buttons);
  list.addEventListener('keydown', (event) => {
    const at = buttons.findIndex((button) => button === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    const page = to === undefined ? undefined : pages[(to + pages.length) % pages.length];
    if (at < 0 || page === undefined) return;
    event.preventDefault();
    chosen(page.id);
    document.getElementById(`tab-${page.id}`)?.focus();
  });
  return {
    root: element('div', {}, list, ...pages.map(({ panel }) => panel)),
    show(id) {
      pages.forEach((page, at) => {
        const isShown = page.id === id;
        page.panel.hidden = !isShown;
        const button = buttons[at];
        button?.setAttribute('aria-selected', String(isShown));
        if (button) button.tabIndex = isShown ? 0 : -1;
      });
    },
  };
}
