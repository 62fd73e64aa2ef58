import * as chart from '../pane/dom/chart.ts';
import { offer } from './later-script.ts';

/** The part of the page that draws: fetched by who looks at the gaps. */
offer('chart', chart);
