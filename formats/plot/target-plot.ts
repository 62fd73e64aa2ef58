import * as vega from 'vega';
import type { Language } from '../../core/base/finding.ts';
import type { TargetView } from '../../core/report/targets.ts';

/** The part of a target that is drawn. */
export type Plotted = Pick<TargetView, 'path' | 'reachedYears' | 'goal' | 'curveUnit'>;

/** Size of the space between the axes, in pixels of 1/96 inch. */
const SIZE = { width: 200, height: 96 };
/** Fonts of the words in a plot, the first there is; Arimo comes with the program, for pictures. */
const PLOT_FONT = 'Arimo, Liberation Sans, Arial, Helvetica, sans-serif';
const COLOURS = { reached: '#1a4f8b', path: '#595959', goal: '#7a3b00', axis: '#595959', grid: '#e3e3e3' };

/** Whether there is anything to be seen: at least one figure that was reached. */
export function canBePlotted({ reachedYears }: Pick<Plotted, 'reachedYears'>): boolean {
  return reachedYears.some(({ value }) => value !== null);
}

/**
 * The path of a target against what was reached, as an SVG drawn without a browser. What is what is told by dash and
 * shape, not by colour alone.
 */
export async function targetPlot(one: Plotted, language: Language): Promise<string> {
  const points = (all: Plotted['path']) => all.filter(({ value }) => value !== null);
  const goal = one.goal === null ? [] : [one.goal];
  const data = { path: points(one.path), reached: points(one.reachedYears), goal };
  const years = [...one.path, ...one.reachedYears].map(({ year }) => year);
  const period: [number, number] = [Math.min(...years), Math.max(...years)];
  return drawn(specOf(data, period, one.curveUnit, language));
}

async function drawn(spec: vega.Spec): Promise<string> {
  const view = new vega.View(vega.parse(spec), { renderer: 'none', logLevel: vega.Error });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** Separators of the language: an axis must not read 1,000 where one is meant. */
const SEPARATORS: Record<Language, [decimal: string, thousands: string]> = { vi: [',', '.'], en: ['.', ','] };

/** A long period has a label every few years. */
function labelStep(from: number, to: number): number {
  return Math.max(1, Math.ceil((to - from) / 5));
}

function specOf(
  data: Record<'path' | 'reached' | 'goal', { year: number; value: number | null }[]>,
  [from, to]: [number, number],
  unit: string,
  language: Language,
): vega.Spec {
  const [decimal, thousands] = SEPARATORS[language];
  const step = labelStep(from, to);
  const labelled: number[] = [];
  for (let year = from; year <= to; year += step) labelled.push(year);
  const x = { scale: 'x', field: 'year' };
  const y = { scale: 'y', field: 'value' };
  const values = (['path', 'reached', 'goal'] as const).map((name) => ({ data: name, field: 'value' }));
  const text = { labelFont: PLOT_FONT, labelFontSize: 10, labelColor: COLOURS.axis };
  return {
    ...SIZE,
    padding: 4,
    config: {
      aria: false,
      locale: { number: { decimal, thousands, grouping: [3], currency: ['', ''] } },
    } as vega.Config,
    data: (['path', 'reached', 'goal'] as const).map((name) => ({ name, values: data[name] })),
    scales: [
      { name: 'x', type: 'linear', domain: [from, to], range: 'width', zero: false, padding: 8 },
      {
        name: 'y',
        type: 'linear',
        domain: { fields: values },
        range: 'height',
        zero: false,
        nice: true,
        padding: 6,
      },
    ],
    axes: [
      {
        orient: 'bottom',
        scale: 'x',
        format: 'd',
        values: labelled,
        domainColor: COLOURS.axis,
        tickColor: COLOURS.axis,
        ...text,
      },
      {
        orient: 'left',
        scale: 'y',
        tickCount: 4,
        grid: true,
        gridColor: COLOURS.grid,
        domain: false,
        ticks: false,
        title: unit,
        titleAngle: 0,
        titleAlign: 'left',
        titleAnchor: 'end',
        titleX: 2,
        titleY: -4,
        titleFont: PLOT_FONT,
        titleFontSize: 10,
        titleFontWeight: 'normal',
        titleColor: COLOURS.axis,
        titleBaseline: 'bottom',
        ...text,
      },
    ],
    marks: [
      {
        type: 'line',
        aria: false,
        from: { data: 'path' },
        encode: {
          enter: {
            x,
            y,
            stroke: { value: COLOURS.path },
            strokeWidth: { value: 1.5 },
            strokeDash: { value: [4, 3] },
          },
        },
      },
      {
        type: 'symbol',
        aria: false,
        from: { data: 'goal' },
        encode: {
          enter: {
            x,
            y,
            shape: { value: 'diamond' },
            size: { value: 70 },
            fill: { value: '#fff' },
            stroke: { value: COLOURS.goal },
            strokeWidth: { value: 1.5 },
          },
        },
      },
      {
        type: 'line',
        aria: false,
        from: { data: 'reached' },
        encode: { enter: { x, y, stroke: { value: COLOURS.reached }, strokeWidth: { value: 2 } } },
      },
      {
        type: 'symbol',
        aria: false,
        from: { data: 'reached' },
        encode: { enter: { x, y, size: { value: 36 }, fill: { value: COLOURS.reached } } },
      },
    ],
  };
}
