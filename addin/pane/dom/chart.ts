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

Chart.register(CategoryScale, LineController, LineElement, LinearScale, PointElement);

const HEIGHT_TICKS = 3;

/**
 * Draws path and result over the years.
 * @param root holds the canvas and the colours
 * @returns takes the drawing down
 */
export function drawChart(
  canvas: HTMLCanvasElement,
  root: HTMLElement,
  { years, path, reached }: PlotView,
  { texts, number }: Wording,
): () => void {
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
  const chart = new Chart(canvas, {
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
  return () => chart.destroy();
}
