import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ReportView } from '../../core/report/view.ts';
import { reportWords } from '../../core/report/words.ts';
import { targetsByKey, verdictMark } from './marks.ts';
import type { Section } from './section.ts';
import { table } from './table.ts';

/** Every bullet of the plan in its own order, with the targets that were read from it. */
export function bulletsSection({ language, bullets, targets }: ReportView): Section {
  const words = reportWords[language];
  const byKey = targetsByKey(targets);
  let section = '';
  const content = bullets.flatMap((bullet): ElementContent[] => {
    const place = `${bullet.planName === '' ? '' : `${bullet.planName} – `}${bullet.section}`;
    const head = place === section ? [] : [h('h3', place)];
    section = place;
    const own = bullet.targets.flatMap((key) => byKey.get(key) ?? []);
    return [
      ...head,
      h('p', [
        h('strong', `${bullet.number} – ${words.heads.whole}: `),
        verdictMark(bullet.whole, bullet.word),
        { type: 'text', value: ` – ${words.heads.counted}: ${bullet.counted}` },
      ]),
      ...(own.length === 0
        ? []
        : [
            table({
              caption: `${bullet.number}: ${words.targetsOf(own.length)}`,
              heads: [
                words.heads.target,
                words.heads.verdict,
                words.heads.difference,
                words.heads.share,
                words.heads.source,
              ],
              numbers: [3],
              rows: own.map((one) => [
                one.name,
                verdictMark(one.verdict, one.word),
                [one.sentence, one.pace].filter((part) => part !== null).join(' '),
                one.missing ?? '',
                one.basis,
              ]),
              kind: 'stack',
            }),
          ]),
    ];
  });
  return { id: 'bullets', title: words.sections.bullets, content };
}
