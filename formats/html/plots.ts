import { h } from 'hastscript';
import type { ReportView } from '../../core/report/view.ts';
import { reportWords } from '../../core/report/words.ts';
import { canBePlotted, targetPlot } from '../plot/target-plot.ts';
import { verdictMark } from './marks.ts';
import { drawing } from './page.ts';
import type { Section } from './section.ts';

/** Path against result, a small drawing for each target that has a figure. */
export async function plotsSection({ language, targets }: ReportView): Promise<Section> {
  const words = reportWords[language];
  const figures = [];
  for (const one of targets.filter(canBePlotted))
    figures.push(
      h('figure', [
        h('figcaption', [h('strong', `${one.name} (${one.cited}) `), verdictMark(one.verdict, one.word)]),
        drawing(await targetPlot(one, language), `${one.name}: ${one.sentence}`),
      ]),
    );
  const content =
    figures.length === 0 ? [] : [h('p', words.curve.note), h('div', { className: ['plots'] }, figures)];
  return { id: 'plots', title: words.sections.plots, content };
}
