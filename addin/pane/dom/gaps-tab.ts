import type { CheckedWorkbook } from '../../../core/check/check-workbook.ts';
import type { Verdict } from '../../../core/target/verdict.ts';
import { gapsView, type GapItem, type PlotView } from '../view/gaps-view.ts';
import type { Wording } from '../texts/wording.ts';
import type { CellPlace } from '../workbench.ts';

import { element, refill } from './element.ts';
import { filterBar } from './filter-bar.ts';
import { plot, type Plot } from './plot.ts';
import { searchField } from './search-field.ts';

/** What the list remembers while it is drawn anew. */
export interface GapsTabState {
  verdict: Verdict | 'all';
  query: string;
  /** Keys of the targets whose details are open. */
  open: Set<string>;
}

/** The tab with the targets. */
export interface GapsTab {
  root: HTMLElement;
  /** Draws what a check found, once. */
  show: (checked: CheckedWorkbook | null) => void;
  /** Draws the curves again, in the colours of now. */
  redraw: () => void;
  destroy: () => void;
}

/** Makes the tab; `goTo` brings the user to the cell a figure is typed into. */
export function gapsTab(
  state: GapsTabState,
  wording: Wording,
  goTo: ((place: CellPlace) => void) | null,
): GapsTab {
  const { texts } = wording;
  let checked: CheckedWorkbook | null = null;
  let plots: Plot[] = [];
  const search = searchField(texts.gaps.search, state.query, (query) => {
    state.query = query;
    draw();
  });
  const filters = element('div');
  const outcome = element('p', { class: 'outcome', role: 'status' });
  const legend = element(
    'p',
    { class: 'legend' },
    element('span', { class: 'line reached' }, texts.gaps.reached),
    element('span', { class: 'line path' }, texts.gaps.path),
  );
  const list = element('ul', { class: 'targets' });

  const takeDown = () => {
    for (const { destroy } of plots) destroy();
    plots = [];
  };
  const draw = () => {
    takeDown();
    const view = checked && gapsView(checked, state, wording);
    refill(
      filters,
      view !== null &&
        view.total > 0 &&
        filterBar(
          texts.gaps.filter,
          view.filters.map((one) => ({ ...one, value: one.verdict })),
          state.verdict,
          (verdict) => {
            state.verdict = verdict;
            draw();
            filters.querySelector<HTMLElement>(`[data-filter="${verdict}"]`)?.focus();
          },
        ),
    );
    outcome.textContent =
      view === null
        ? ''
        : view.total === 0
          ? (view.notCompared ?? texts.gaps.none)
          : view.items.length === 0
            ? texts.gaps.noMatch
            : '';
    legend.hidden = (view?.items.length ?? 0) === 0;
    refill(list, ...(view?.items ?? []).map(target));
  };
  const target = (item: GapItem): HTMLElement => {
    const { cell } = item;
    const drawn = item.plot && plot(item.plot, wording);
    if (drawn) plots.push(drawn);
    const place = cell === null ? '' : `${cell.sheet}!${cell.cell ?? ''}`;
    return element(
      'li',
      { class: `target ${item.verdict}` },
      element(
        'div',
        { class: 'target-words' },
        element('h2', {}, item.label),
        element('p', { class: 'target-verdict' }, element('span', { class: 'badge' }, item.verdictWord)),
        item.plan !== null && element('p', { class: 'target-plan' }, item.plan),
        element('p', { class: 'target-sentence' }, item.sentence),
        item.pace !== null && element('p', { class: 'target-pace' }, item.pace),
      ),
      drawn?.root ?? element('div'),
      element(
        'details',
        { open: state.open.has(item.key), ontoggle: (event) => remember(item.key, event) },
        element(
          'summary',
          {},
          `${texts.gaps.quote}, ${texts.gaps.figures.toLocaleLowerCase(wording.language)}`,
        ),
        element('blockquote', {}, element('p', {}, item.quote), element('footer', {}, item.source)),
        item.plot !== null && figuresTable(item.plot, wording),
        cell !== null &&
          goTo !== null &&
          element('fluent-button', { size: 'small', onclick: () => goTo(cell) }, texts.gaps.goTo(place)),
      ),
    );
  };
  const remember = (key: string, event: Event) => {
    if (event.target instanceof HTMLDetailsElement && event.target.open) state.open.add(key);
    else state.open.delete(key);
  };

  return {
    root: element('div', { class: 'tab-panel' }, search, filters, outcome, legend, list),
    show(next) {
      if (next === checked) return;
      checked = next;
      draw();
    },
    redraw: draw,
    destroy: takeDown,
  };
}

function figuresTable({ rows }: PlotView, { texts }: Wording): HTMLElement {
  return element(
    'table',
    { class: 'figures' },
    element('caption', {}, texts.gaps.figures),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, texts.gaps.year),
        element('th', { scope: 'col' }, texts.gaps.path),
        element('th', { scope: 'col' }, texts.gaps.reached),
      ),
    ),
    element(
      'tbody',
      {},
      ...rows.map(({ year, path, reached }) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, year),
          element('td', {}, path),
          element('td', {}, reached),
        ),
      ),
    ),
  );
}
