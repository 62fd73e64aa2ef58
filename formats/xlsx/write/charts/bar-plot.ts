import type { ChartModel } from '../../../../core/sheet/model.ts';
import { CATEGORY_AXIS, VALUE_AXIS } from './axes.ts';
import { outline, solidFill, textProperties } from './chart-text.ts';
import { categories, values } from './plotted-data.ts';
import { element, type Xml } from './xml-element.ts';

const LABEL_SIZE = 9;
const SEPARATOR = 'FFFFFF';

/** `c:barChart` with lying bars: names of policy domains are too long to stand below upright ones. */
export function barPlot(chart: ChartModel): Xml {
  const stacked = chart.kind === 'stackedBar';
  return element(
    'c:barChart',
    {},
    element('c:barDir', { val: 'bar' }),
    element('c:grouping', { val: stacked ? 'stacked' : 'clustered' }),
    element('c:varyColors', { val: 0 }),
    chart.series.map((series, at) =>
      element(
        'c:ser',
        {},
        element('c:idx', { val: at }),
        element('c:order', { val: at }),
        element('c:tx', {}, element('c:v', {}, series.name)),
        // The white edge keeps neighbouring segments apart on a black-and-white print.
        element('c:spPr', {}, solidFill(series.color), outline(SEPARATOR, 0.5)),
        element('c:invertIfNegative', { val: 0 }),
        labels(chart, series.color),
        categories(chart.categories),
        values(series.values, chart.valueFormat),
      ),
    ),
    element('c:gapWidth', { val: stacked ? 50 : 70 }),
    stacked ? element('c:overlap', { val: 100 }) : null,
    element('c:axId', { val: CATEGORY_AXIS }),
    element('c:axId', { val: VALUE_AXIS }),
  );
}

/** The figure on each bar: colour is never the only thing that tells. */
function labels({ kind, valueFormat }: ChartModel, color: string): Xml {
  const stacked = kind === 'stackedBar';
  return element(
    'c:dLbls',
    {},
    element('c:numFmt', { formatCode: withoutZeros(valueFormat), sourceLinked: 0 }),
    element('c:spPr', {}, element('a:noFill'), element('a:ln', {}, element('a:noFill'))),
    textProperties({ size: LABEL_SIZE, ...(stacked ? { color: readableOn(color) } : {}) }),
    element('c:dLblPos', { val: stacked ? 'ctr' : 'outEnd' }),
    element('c:showLegendKey', { val: 0 }),
    element('c:showVal', { val: 1 }),
    element('c:showCatName', { val: 0 }),
    element('c:showSerName', { val: 0 }),
    element('c:showPercent', { val: 0 }),
    element('c:showBubbleSize', { val: 0 }),
  );
}

/**
 * A segment of length zero cannot be seen and its "0" would lie over its neighbours; and Excel plots the
 * empty text of a formula as 0, which must not read as a figure that somebody reported.
 */
function withoutZeros(format: string): string {
  return format.includes(';') ? format : `${format};-${format};`;
}

/** Black or white, whichever stands out on the colour (perceived lightness, ITU-R BT.601 weights). */
function readableOn(color: string): string {
  const channel = (at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  return 0.299 * channel(0) + 0.587 * channel(2) + 0.114 * channel(4) < 128 ? 'FFFFFF' : '000000';
}
