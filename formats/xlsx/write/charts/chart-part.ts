import type { ChartModel } from '../../../../core/sheet/model.ts';
import { axes } from './axes.ts';
import { barPlot } from './bar-plot.ts';
import { drawingNamespace, outline, richText, solidFill, textProperties } from './chart-text.ts';
import { linePlot } from './line-plot.ts';
import { CHART, RELATIONSHIPS } from './namespaces.ts';
import { element, xmlPart } from './xml-element.ts';

const FRAME_COLOR = 'BFBFBF';
/** Up to this many, grid lines one apart are readable; programs choose halves there. */
const FEW = 10;

/** The part `xl/charts/chartN.xml` of a chart. */
export function chartPart(chart: ChartModel): string {
  return xmlPart(
    element(
      'c:chartSpace',
      { 'xmlns:c': CHART, ...drawingNamespace, 'xmlns:r': RELATIONSHIPS },
      element('c:date1904', { val: 0 }),
      element('c:roundedCorners', { val: 0 }),
      element(
        'c:chart',
        {},
        element(
          'c:title',
          {},
          richText(chart.title, { size: 12, bold: true }),
          element('c:overlay', { val: 0 }),
        ),
        element('c:autoTitleDeleted', { val: 0 }),
        element(
          'c:plotArea',
          {},
          element('c:layout'),
          chart.kind === 'line' ? linePlot(chart) : barPlot(chart),
          axes({
            lying: chart.kind !== 'line',
            valueFormat: chart.valueFormat,
            majorUnit: countsFew(chart) ? 1 : null,
          }),
        ),
        element(
          'c:legend',
          {},
          element('c:legendPos', { val: 'b' }),
          element('c:overlay', { val: 0 }),
          textProperties({ size: 10 }),
        ),
        // Figures in hidden helper columns, and in rows somebody hides, stay in the chart.
        element('c:plotVisOnly', { val: 0 }),
        element('c:dispBlanksAs', { val: 'gap' }),
      ),
      element('c:spPr', {}, solidFill('FFFFFF'), outline(FRAME_COLOR, 0.75)),
      textProperties({ size: 10 }),
    ),
  );
}

/**
 * Whether stacked counts stay so few that a program would label the axis 0, 1, 1, 2, 2: the total of a stack
 * is how many targets there are, which entering figures does not change.
 */
function countsFew(chart: ChartModel): boolean {
  if (chart.kind !== 'stackedBar' || !/^[#,]*0$/u.test(chart.valueFormat)) return false;
  const totals = chart.categories.cached.map((_category, at) =>
    chart.series.reduce((sum, { values }) => {
      const value = values.cached[at];
      return typeof value === 'number' ? sum + value : sum;
    }, 0),
  );
  const largest = Math.max(0, ...totals);
  return largest > 0 && largest <= FEW;
}
