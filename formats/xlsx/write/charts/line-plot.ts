import type { ChartModel } from '../../../../core/sheet/model.ts';
import { CATEGORY_AXIS, VALUE_AXIS } from './axes.ts';
import { outline, solidFill } from './chart-text.ts';
import { categories, values } from './plotted-data.ts';
import { element, type Xml } from './xml-element.ts';

/** Lines differ in marker and dash too: colour is never the only thing that tells. */
const LOOKS = [
  { symbol: 'circle', dash: 'solid' },
  { symbol: 'diamond', dash: 'dash' },
  { symbol: 'square', dash: 'sysDot' },
  { symbol: 'triangle', dash: 'lgDash' },
] as const;
const MARKER_SIZE = 6;
const WIDTH = 1.75;

/** `c:lineChart` with markers, one line a series. */
export function linePlot(chart: ChartModel): Xml {
  return element(
    'c:lineChart',
    {},
    element('c:grouping', { val: 'standard' }),
    element('c:varyColors', { val: 0 }),
    chart.series.map((series, at) => {
      const { symbol, dash } = LOOKS[at % LOOKS.length] ?? LOOKS[0];
      return element(
        'c:ser',
        {},
        element('c:idx', { val: at }),
        element('c:order', { val: at }),
        element('c:tx', {}, element('c:v', {}, series.name)),
        element('c:spPr', {}, outline(series.color, WIDTH, dash)),
        element(
          'c:marker',
          {},
          element('c:symbol', { val: symbol }),
          element('c:size', { val: MARKER_SIZE }),
          element('c:spPr', {}, solidFill(series.color), outline(series.color, 0.75)),
        ),
        categories(chart.categories),
        values(series.values, chart.valueFormat),
        element('c:smooth', { val: 0 }),
      );
    }),
    element('c:marker', { val: 1 }),
    element('c:axId', { val: CATEGORY_AXIS }),
    element('c:axId', { val: VALUE_AXIS }),
  );
}
