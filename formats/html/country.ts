import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { CountryView } from '../../core/report/country.ts';
import { correctionsTable } from '../../core/report/corrections-table.ts';
import { provincesTable } from '../../core/report/country-tables.ts';
import { countryWords } from '../../core/report/country-words.ts';
import { dayText } from '../../core/report/coverage.ts';
import { reportWords } from '../../core/report/words.ts';
import { pageHtml } from './page.ts';
import type { Section } from './section.ts';
import { table } from './table.ts';

/** The report on the country as one page; it leads to the pages of the provinces beside it. */
export async function countryHtml(view: CountryView): Promise<string> {
  const { language, round, today } = view;
  const words = countryWords[language];
  const sections = [coverage(view), provinces(view), totals(view), corrections(view)].filter(
    ({ content }) => content.length > 0,
  );
  const body = [
    h('header', [
      h('h1', `${words.title} – ${round.name}`),
      h('p', { className: ['soft', 'small'] }, reportWords[language].drawnUp(dayText(today, language))),
    ]),
    h(
      'main',
      sections.map(({ id, title, content, isWide }) =>
        h('section', { id, ariaLabelledBy: `${id}-h`, ...(isWide ? { className: ['annex'] } : {}) }, [
          h('h2', { id: `${id}-h` }, title),
          ...content,
        ]),
      ),
    ),
  ];
  return pageHtml({ language, title: `${words.title} – ${round.name}`, body });
}

function coverage({ language, sentences }: CountryView): Section {
  const [first, ...others] = sentences;
  const content: ElementContent[] = [
    h('p', [h('strong', first ?? '')]),
    ...others.map((sentence) => h('p', sentence)),
  ];
  return { id: 'coverage', title: countryWords[language].sections.coverage, content };
}

function provinces(view: CountryView): Section {
  const { sections, provincesNote } = countryWords[view.language];
  const { rows, ...shape } = provincesTable(view);
  const list = table({
    ...shape,
    caption: sections.provinces,
    isCaptionHeard: true,
    rows: rows.map(([name = '', ...cells], at) => [
      h('a', { href: encodeURI(view.rows[at]?.page ?? '') }, name),
      ...cells,
    ]),
    kind: 'stack',
  });
  return { id: 'provinces', title: sections.provinces, content: [h('p', provincesNote), list] };
}

function totals({ language, rows, totals: all }: CountryView): Section {
  const words = countryWords[language];
  const { heads, sections, totalsNote } = words;
  const names = (all[0]?.values.length ?? 0) > 1 ? rows.map(({ name }) => name) : [];
  const list = table({
    caption: sections.totals,
    isCaptionHeard: true,
    heads: [heads.figure, heads.unit, heads.all, ...names],
    numbers: [2, ...names.map((_, at) => at + 3)],
    rows: all.map(({ name, unit, values }) => [name, unit, ...values]),
    kind: 'grid',
  });
  const content = all.length === 0 ? [] : [h('p', totalsNote), list];
  return { id: 'totals', title: sections.totals, content, isWide: true };
}

function corrections(view: CountryView): Section {
  const { sections } = countryWords[view.language];
  const shape = correctionsTable(view);
  const list = table({ ...shape, caption: sections.corrections, isCaptionHeard: true, kind: 'stack' });
  return { id: 'corrections', title: sections.corrections, content: shape.rows.length === 0 ? [] : [list] };
}
