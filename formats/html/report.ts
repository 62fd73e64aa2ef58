import { h } from 'hastscript';
import { reportWords } from '../../core/report/words.ts';
import type { ReportView } from '../../core/report/view.ts';
import { dayText } from '../../core/report/coverage.ts';
import { answersSection } from './answers.ts';
import { bulletsSection } from './bullets.ts';
import { pageHtml } from './page.ts';
import { plotsSection } from './plots.ts';
import {
  changesSection,
  correctionsSection,
  coverageSection,
  domainsSection,
  levelsSection,
  methodSection,
  noVerdictSection,
  worstSection,
} from './sections.ts';
import type { Section } from './section.ts';
import { gridSection, rankingSection } from './units.ts';

/** The report as one page that stands by itself. */
export async function reportHtml(view: ReportView): Promise<string> {
  const { language, province, round, plans, today, published } = view;
  const words = reportWords[language];
  const sections: Section[] = [
    worstSection(view),
    domainsSection(view),
    bulletsSection(view),
    changesSection(view),
    coverageSection(view),
    noVerdictSection(view),
    levelsSection(view),
    await plotsSection(view),
    gridSection(view),
    rankingSection(view),
    ...correctionsSection(view),
    methodSection(view),
  ].filter(({ content }) => content.length > 0);
  const title = `${words.title} – ${province.name} – ${round.name}`;
  const body = [
    h('header', [
      h('h1', `${words.title} ${round.name}`),
      h('p', [h('strong', province.name)]),
      ...plans.map((plan) => h('p', { className: ['small'] }, `${plan.title} (${plan.document})`)),
      ...(published === null ? [] : [h('p', { className: ['small'] }, published)]),
      h(
        'p',
        { className: ['soft', 'small'] },
        `${words.drawnUp(dayText(today, language))}; ${words.figuresUntil(dayText(round.cutOff, language))}`,
      ),
    ]),
    h('main', [
      answersSection(view),
      h('nav', { ariaLabel: words.contents }, [
        h(
          'ul',
          sections.map(({ id, title: name }) => h('li', [h('a', { href: `#${id}` }, name)])),
        ),
      ]),
      ...sections.map(({ id, title: name, content, isWide }) =>
        h('section', { id, ariaLabelledBy: `${id}-h`, ...(isWide ? { className: ['annex'] } : {}) }, [
          h('h2', { id: `${id}-h` }, name),
          ...content,
        ]),
      ),
    ]),
  ];
  return pageHtml({ language, title, body });
}
