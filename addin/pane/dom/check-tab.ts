import type { CheckedWorkbook } from '../../../core/check/check-workbook.ts';
import type { Severity } from '../../../core/base/finding.ts';
import {
  findingsView,
  type FindingFilter,
  type FindingGroup,
  type FindingsView,
} from '../view/findings-view.ts';
import type { Wording } from '../texts/wording.ts';
import { element, refill } from './element.ts';
import { filterBar } from './filter-bar.ts';
import { findingGroup, GROUP_PART } from './finding-group.ts';
import type { FindingActions } from './finding-item.ts';
import { focusIn, type ListFocus } from './list-focus.ts';
import { resetTabStop, rovingFocus, stopNamed } from './roving-focus.ts';
import { searchField } from './search-field.ts';
import { showWanted } from './sheet-grid.ts';

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

/** Groups that are open at the first look. */
const FIRST_OPEN = 3;

/** The first look shows something: the groups of the worst severity are open, unless they are many. */
export function openWorst({ open }: CheckTabState, { report }: CheckedWorkbook): void {
  const [worst] = report.findings;
  const codes = report.findings
    .filter(({ severity }) => severity === worst?.severity)
    .map(({ code }) => code);
  for (const code of [...new Set(codes)].slice(0, FIRST_OPEN)) open.add(code);
}

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
  toolbar: HTMLElement | null,
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
    outcome.textContent = view ? outcomeText(view, wording) : '';
    const focus = focusIn(list);
    keys.hidden = (view?.groups.length ?? 0) === 0;
    refill(list, ...(view?.groups ?? []).flatMap((group, at, all) => section(group, all[at - 1] ?? null)));
    resetTabStop(list, focus?.stop ?? state.chosen);
    if (focus !== null) focusAgain(focus);
    for (const window of list.querySelectorAll<HTMLElement>('.sheet')) showWanted(window);
  };
  const focusAgain = ({ field, nearest }: ListFocus) => {
    const stop = nearest.map((name) => stopNamed(list, name)).find((one) => one !== null);
    const pressed = filters.querySelector<HTMLElement>('[aria-pressed="true"]');
    (field(list) ?? stop ?? pressed)?.focus();
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
  const section = (group: FindingGroup, before: FindingGroup | null): HTMLElement[] => {
    const { code, severity, severityWord } = group;
    const limit = state.limits.get(code) ?? GROUP_PART;
    const shown = { isOpen: state.open.has(code), limit, chosen: state.chosen };
    const drawn = findingGroup(group, shown, wording, {
      ...listActions,
      toggle() {
        if (!state.open.delete(code)) state.open.add(code);
        draw();
      },
      showMore() {
        state.limits.set(code, limit + GROUP_PART);
        draw();
      },
    });
    return before?.severity === severity ? [drawn] : [severityHeading(severity, severityWord), drawn];
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
    root: element('div', { class: 'tab-panel' }, toolbar, search, filters, outcome, list, keys),
    show(next) {
      checked = next;
      draw();
    },
  };
}

function outcomeText({ shown, total }: FindingsView, { texts, number }: Wording): string {
  if (total === 0) return texts.check.none;
  if (shown === 0) return texts.check.noMatch;
  return texts.check.shown(number(shown), number(total));
}

function severityHeading(severity: Severity, word: string): HTMLElement {
  return element('h2', { class: `severity ${severity}` }, word);
}
