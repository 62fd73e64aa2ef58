import type { CheckedWorkbook } from '../../../core/check/check-workbook.ts';
import type { Severity } from '../../../core/base/finding.ts';
import {
  findingsView,
  type FindingFilter,
  type FindingGroup,
  type FindingsView,
} from '../view/findings-view.ts';
import type { Wording } from '../texts/wording.ts';
import { element, refill, type Child } from './element.ts';
import { filterBar } from './filter-bar.ts';
import { findingItem, type FindingActions } from './finding-item.ts';
import { showWanted } from './sheet-grid.ts';
import type { FluentField } from './fluent.ts';
import { resetTabStop, rovingFocus, stopNamed } from './roving-focus.ts';

/** What the list remembers while it is drawn anew, in another language or after another check. */
export interface CheckTabState {
  filter: FindingFilter;
  query: string;
  /** Codes of the groups that are open. */
  open: Set<string>;
  /** Findings shown at most, by code of the group. */
  limits: Map<string, number>;
  /** The finding that was chosen last. */
  chosen: string | null;
}

/** Findings of a group shown at once; a broken workbook has thousands of one kind. */
export const GROUP_PART = 50;

/** The tab with the findings. */
export interface CheckTab {
  root: HTMLElement;
  show: (checked: CheckedWorkbook | null) => void;
}

/** Makes the tab; `toolbar` stands above the list. */
export function checkTab(
  state: CheckTabState,
  wording: Wording,
  actions: FindingActions,
  toolbar: readonly Child[],
): CheckTab {
  const { texts } = wording;
  let checked: CheckedWorkbook | null = null;
  const search = searchField(texts.check.search, state.query, (query) => {
    state.query = query;
    draw();
  });
  const filters = element('div');
  const outcome = element('p', { class: 'outcome', role: 'status' });
  const list = element('div', { class: 'findings' });
  const keys = element('p', { class: 'hint keys' }, texts.check.keys);

  const draw = () => {
    const view = checked && findingsView(checked, state, wording);
    refill(filters, view && filtersOf(view));
    outcome.textContent = view ? outcomeText(view) : '';
    drawList(view);
  };
  const drawList = (view: FindingsView | null) => {
    const focus = focusIn(list);
    keys.hidden = (view?.groups.length ?? 0) === 0;
    refill(
      list,
      ...(view?.groups ?? []).flatMap((group, at, all) => groupElements(group, all[at - 1] ?? null)),
    );
    resetTabStop(list, focus?.stop ?? state.chosen);
    if (focus !== null) {
      const nearest = focus.nearest.map((name) => stopNamed(list, name)).find((stop) => stop !== null);
      const pressed = filters.querySelector<HTMLElement>('[aria-pressed="true"]');
      (focus.field(list) ?? nearest ?? pressed)?.focus();
    }
    for (const window of list.querySelectorAll<HTMLElement>('.sheet')) showWanted(window);
  };
  const filtersOf = (view: FindingsView) =>
    filterBar(
      texts.check.filter,
      view.filters.map((one) => ({ ...one, value: one.filter })),
      state.filter,
      (filter) => {
        state.filter = filter;
        draw();
        filters.querySelector<HTMLElement>(`[data-filter="${filter}"]`)?.focus();
      },
    );
  const outcomeText = ({ shown, total }: FindingsView) => {
    if (total === 0) return texts.check.none;
    if (shown === 0) return texts.check.noMatch;
    return texts.check.shown(wording.number(shown), wording.number(total));
  };
  const groupElements = (group: FindingGroup, before: FindingGroup | null): HTMLElement[] => {
    const groupElement = groupSection(group);
    if (before?.severity === group.severity) return [groupElement];
    return [severityHeading(group.severity, group.severityWord), groupElement];
  };
  const groupSection = (group: FindingGroup): HTMLElement => {
    const { code, severity, title, fix, items } = group;
    const isOpen = state.open.has(code);
    const limit = state.limits.get(code) ?? GROUP_PART;
    const rest = items.length - limit;
    const toggle = () => {
      if (!state.open.delete(code)) state.open.add(code);
      draw();
    };
    const content = isOpen && [
      element('p', { class: 'fix' }, element('span', { class: 'name' }, `${texts.check.fix}: `), fix),
      element(
        'ul',
        {},
        ...items
          .slice(0, limit)
          .map((item) => findingItem(item, state.chosen === item.id, wording, listActions)),
      ),
      rest > 0 &&
        element(
          'fluent-button',
          {
            size: 'small',
            onclick: () => {
              state.limits.set(code, limit + GROUP_PART);
              draw();
            },
          },
          texts.check.more(wording.number(Math.min(rest, GROUP_PART))),
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
            onclick: toggle,
          },
          element('span', { class: 'group-title' }, title),
          ' ',
          element('span', { class: 'number' }, wording.number(items.length)),
        ),
      ),
      ...(content || []),
    );
  };
  const listActions: FindingActions = {
    ...actions,
    choose(item) {
      state.chosen = item.id;
      draw();
      stopNamed(list, item.id)?.focus();
      actions.choose(item);
    },
  };

  rovingFocus(list, (stop, open) => {
    const code = stop.dataset.group;
    if (code !== undefined) {
      if (state.open.has(code) !== open) stop.click();
      return;
    }
    // Left on a finding leads back to its group.
    if (!open) stop.closest('section')?.querySelector<HTMLElement>('[data-group]')?.focus();
  });

  return {
    root: element('div', { class: 'tab-panel' }, ...toolbar, search, filters, outcome, list, keys),
    show(next) {
      checked = next;
      draw();
    },
  };
}

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

function severityHeading(severity: Severity, word: string): HTMLElement {
  return element('h2', { class: `severity ${severity}` }, word);
}

/** Where in the list the focus is, by names that outlast drawing the list anew. */
function focusIn(
  list: HTMLElement,
): { stop: string; nearest: string[]; field: (list: HTMLElement) => HTMLElement | null } | null {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !list.contains(activeElement)) return null;
  const { reason } = activeElement.dataset;
  const stop = activeElement.closest('li, section')?.querySelector<HTMLElement>('[data-stop]');
  const field = (drawn: HTMLElement) =>
    [...drawn.querySelectorAll<HTMLElement>('[data-reason]')].find(
      (one) => reason !== undefined && one.dataset.reason === reason,
    ) ?? null;
  const own = activeElement.dataset.stop ?? stop?.dataset.stop;
  if (own === undefined) return null;
  const names = [...list.querySelectorAll<HTMLElement>('[data-stop]')].flatMap(
    ({ dataset }) => dataset.stop ?? [],
  );
  const at = names.indexOf(own);
  // What is done with leaves a filtered list: the next one takes its place, else the one before.
  const nearest = [...names.slice(at), ...names.slice(0, at).reverse()];
  return { stop: own, nearest, field };
}
