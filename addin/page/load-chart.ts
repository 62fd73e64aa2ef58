import type * as chart from '../pane/dom/chart.ts';
import { laterScript } from './later-script.ts';

/** In place of the pane's own: the page is a classic script, which has no pieces of its own to load. */
export async function loadChart(): Promise<typeof chart> {
  return (await laterScript('chart')) as typeof chart;
}
