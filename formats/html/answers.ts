import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ReportView } from '../../core/report/view.ts';
import { reportWords } from '../../core/report/words.ts';
import { targetsByKey, verdictMark } from './marks.ts';

/** How many of the worst gaps are named at once. */
const FIRST = 3;

/** The first page: what a leader asks first, answered. */
export function answersSection(view: ReportView): Element {
  const { language, counts, headline, judgedBy, targets, worst, coverage, closed, noVerdict, levels } = view;
  const words = reportWords[language];
  const met = counts
    .filter(({ verdict }) => verdict === 'met' || verdict === 'exceeded')
    .reduce((sum, { count }) => sum + count, 0);
  const byKey = targetsByKey(targets);
  const first = worst.slice(0, FIRST).flatMap((key) => byKey.get(key) ?? []);
  const answer = (question: string, ...content: ElementContent[]) =>
    h('div', { className: ['answer'] }, [h('h3', question), ...content]);
  return h('section', { className: ['front'], ariaLabelledBy: 'answers-h' }, [
    h('h2', { id: 'answers-h' }, words.sections.answers),
    h('div', { className: ['answers'] }, [
      answer(
        words.questions.met,
        h('p', { className: ['big'] }, `${met}/${targets.length}`),
        h('p', headline),
        ...(judgedBy === '' ? [] : [h('p', { className: ['soft', 'small'] }, judgedBy)]),
        h(
          'p',
          counts
            .filter(({ count }) => count > 0)
            .flatMap(({ verdict, word, count }) => [verdictMark(verdict, `${word}: ${count}`), text(' ')]),
        ),
        ...detail(noVerdict.sentence, 'no-verdict'),
        ...detail(levels.sentence, 'levels'),
      ),
      answer(
        words.questions.worst,
        ...(first.length === 0
          ? [h('p', view.noWorst)]
          : [
              h(
                'ol',
                first.map(({ cited, name, missingSaid, sentence, reasons, noReason }) =>
                  h('li', [
                    h('strong', `${name} (${cited})`),
                    text(missingSaid === null ? '. ' : ` – ${missingSaid}. `),
                    text(sentence),
                    h(
                      'div',
                      { className: ['soft', 'small'] },
                      reasons[0] ? `${reasons[0].by}: ${reasons[0].text}` : noReason,
                    ),
                  ]),
                ),
              ),
            ]),
      ),
      answer(
        words.questions.notSent,
        h('p', [h('strong', coverage.notSent)]),
        h('p', coverage.sentence),
        h('p', coverage.figures),
        ...(closed === null ? [] : [h('p', { className: ['small'] }, closed)]),
      ),
    ]),
  ]);
}

/** A sentence of which a part of the page says more. */
function detail(sentence: string, id: string): Element[] {
  return sentence === '' ? [] : [h('p', { className: ['small'] }, [h('a', { href: `#${id}` }, sentence)])];
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
