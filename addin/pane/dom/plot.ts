import type { PlotView } from '../view/gaps-view.ts';
import type { Wording } from '../texts/wording.ts';
import { element } from './element.ts';
import { loadChart } from './load-chart.ts';

/** A drawing that can be taken down. */
export interface Plot {
  root: HTMLElement;
  destroy: () => void;
}

/**
 * Draws path and result over the years, as soon as it is scrolled into view: a list has a hundred of them, and
 * whoever only checks figures needs none, nor the library that draws them. Readers of screens get its description;
 * the figures stand in a table beside it.
 */
export function plot(view: PlotView, wording: Wording): Plot {
  const canvas = element('canvas', { role: 'img', 'aria-label': view.description });
  const root = element('div', { class: 'plot' }, canvas);
  let isTakenDown = false;
  let takeDown = () => {
    isTakenDown = true;
  };
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    void loadChart().then(
      ({ drawChart }) => {
        if (!isTakenDown) takeDown = drawChart(canvas, root, view, wording);
      },
      // Without network the figures still stand in the table.
      () => undefined,
    );
  });
  observer.observe(root);
  return {
    root,
    destroy() {
      observer.disconnect();
      takeDown();
    },
  };
}
