import { lineProperties, textProperties } from './chart-text.ts';
import { element, type Xml } from './xml-element.ts';

/** The axes are numbered within their chart; the numbers only tie the plot to them. */
export const CATEGORY_AXIS = 1;
export const VALUE_AXIS = 2;

const AXIS_COLOR = 'A6A6A6';
const GRID_COLOR = 'D9D9D9';
const LABELS = { size: 10 };

export interface AxesLook {
  /** True when the bars lie: categories stand on the left, from top to bottom as in the table. */
  lying: boolean;
  valueFormat: string;
  /** Distance of the grid lines, null where the program may choose. */
  majorUnit: number | null;
}

/** The category axis and the value axis, in the order of the schema. */
export function axes({ lying, valueFormat, majorUnit }: AxesLook): Xml[] {
  return [
    element(
      'c:catAx',
      {},
      element('c:axId', { val: CATEGORY_AXIS }),
      // Programs count lying bars from below; reversed they follow the rows of the table.
      scaling(lying ? 'maxMin' : 'minMax'),
      element('c:delete', { val: 0 }),
      element('c:axPos', { val: lying ? 'l' : 'b' }),
      element('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
      element('c:majorTickMark', { val: 'none' }),
      element('c:minorTickMark', { val: 'none' }),
      // Not "next to the axis": labels would lie over bars below zero.
      element('c:tickLblPos', { val: 'low' }),
      lineProperties(AXIS_COLOR, 0.75),
      textProperties(LABELS),
      element('c:crossAx', { val: VALUE_AXIS }),
      element('c:crosses', { val: 'autoZero' }),
      element('c:auto', { val: 0 }),
      element('c:lblAlgn', { val: 'ctr' }),
      element('c:lblOffset', { val: 100 }),
      element('c:noMultiLvlLbl', { val: 1 }),
    ),
    element(
      'c:valAx',
      {},
      element('c:axId', { val: VALUE_AXIS }),
      scaling('minMax'),
      element('c:delete', { val: 0 }),
      element('c:axPos', { val: lying ? 'b' : 'l' }),
      element('c:majorGridlines', {}, lineProperties(GRID_COLOR, 0.5)),
      element('c:numFmt', { formatCode: valueFormat, sourceLinked: 0 }),
      element('c:majorTickMark', { val: 'none' }),
      element('c:minorTickMark', { val: 'none' }),
      element('c:tickLblPos', { val: 'nextTo' }),
      lineProperties(AXIS_COLOR, 0.75),
      textProperties(LABELS),
      element('c:crossAx', { val: CATEGORY_AXIS }),
      // Where categories run downwards their end is the bottom, and that is where the values belong.
      element('c:crosses', { val: lying ? 'max' : 'autoZero' }),
      element('c:crossBetween', { val: 'between' }),
      majorUnit === null ? null : element('c:majorUnit', { val: majorUnit }),
    ),
  ];
}

function scaling(orientation: 'minMax' | 'maxMin'): Xml {
  return element('c:scaling', {}, element('c:orientation', { val: orientation }));
}
