import {
  CategoryScale,
  Chart,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  type ChartDataset,
} from 'chart.js';
import type { PlotView } from '../view/gaps-view.ts';
import type { Wording } from '../texts/wording.ts';
import { element } from './element.ts';

Chart.register(CategoryScale, LineController, LineElement, LinearScale, PointElement);

/** A drawing that can be taken down. */
export interface Plot {
  root: HTMLElement;
  destroy: () => void;
}

const HEIGHT_TICKS = 3;

/**
 * Draws path and result over the years, as soon as it is scrolled into view: a list has a hundred of them.
 * Readers of screens get its description; the figures stand in a table beside it.
 */
export function plot(view: PlotView, wording: Wording): Plot {
  const canvas = element('canvas', { role: 'img', 'aria-label': view.description });
  const root = element('div', { class: 'plot' }, canvas);
  let chart: Chart | null = null;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    chart = draw(canvas, root, view, wording);
  });
  observer.observe(root);
  return {
    root,
    destroy() {
      observer.disconnect();
      chart?.destroy();
    },
  };
}

function draw(
  canvas: HTMLCanvasElement,
  root: HTMLElement,
  { years, path, reached }: PlotView,
  { texts, number }: Wording,
): Chart {
  const look = getComputedStyle(root);
  const color = (name: string) => look.getPropertyValue(name).trim();
  const font = { family: look.fontFamily, size: 11 };
  const [ink, line] = [color('--plot-ink'), color('--plot-grid')];
  const datasets: ChartDataset<'line', (number | null)[]>[] = [
    {
      label: texts.gaps.reached,
      data: [...reached],
      borderColor: color('--plot-reached'),
      backgroundColor: color('--plot-reached'),
      borderWidth: 2,
      pointRadius: 2.5,
      spanGaps: true,
    },
    {
      label: texts.gaps.path,
      data: [...path],
      borderColor: color('--plot-path'),
      backgroundColor: color('--plot-path'),
      borderDash: [4, 3],
      borderWidth: 1.5,
      pointRadius: 0,
      spanGaps: true,
    },
  ];
  return new Chart(canvas, {
    type: 'line',
    data: { labels: years.map(String), datasets },
    options: {
      animation: false,
      maintainAspectRatio: false,
      // The figures are in the table; a drawing that reacts only to the mouse would keep them from others.
      events: [],
      scales: {
        x: {
          ticks: { color: ink, font, maxRotation: 0, autoSkipPadding: 16 },
          grid: { display: false },
          border: { color: line },
        },
        y: {
          ticks: {
            color: ink,
            font,
            maxTicksLimit: HEIGHT_TICKS,
            callback: (value) => number(Number(value)),
          },
          grid: { color: line },
          border: { display: false },
        },
      },
    },
  });
}
