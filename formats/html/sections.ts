import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { correctionsTable } from '../../core/report/corrections-table.ts';
import { lateCells, type LateView } from '../../core/report/coverage.ts';
import type { ReportView } from '../../core/report/view.ts';
import { reportWords } from '../../core/report/words.ts';
import { targetsByKey, verdictMark } from './marks.ts';
import type { Section } from './section.ts';
import { table } from './table.ts';

/** How many gaps are listed with their reasons. */
const LISTED = 10;

/** The largest gaps with what those who report say of them. */
export function worstSection({ noWorst, language, worst, targets }: ReportView): Section {
  const words = reportWords[language];
  const { heads } = words;
  const byKey = targetsByKey(targets);
  const rows = worst.slice(0, LISTED).flatMap((key, at) => {
    const one = byKey.get(key);
    if (!one) return [];
    const reasons = one.reasons.map(({ by, text }) => `${by}: ${text}`).join(' ');
    return [
      [
        `${at + 1}. ${one.name} (${one.cited})`,
        verdictMark(one.verdict, one.word),
        one.sentence,
        one.missing ?? '',
        reasons === '' ? one.noReason : reasons,
      ],
    ];
  });
  const list = table({
    caption: words.sections.worst,
    isCaptionHeard: true,
    heads: [heads.target, heads.verdict, heads.difference, heads.share, heads.reason],
    numbers: [3],
    rows,
    kind: 'stack',
  });
  const content = rows.length === 0 ? [h('p', noWorst)] : [list];
  return { id: 'worst', title: words.sections.worst, content };
}

/** How many targets of each domain have which verdict. */
export function domainsSection({ language, domains, counts }: ReportView): Section {
  const words = reportWords[language];
  const shown = counts.filter(({ count }) => count > 0).map(({ verdict }) => verdict);
  const row = (name: string, own: ReportView['counts']) => [
    name,
    ...own.filter(({ verdict }) => shown.includes(verdict)).map(({ count }) => String(count)),
    String(own.reduce((sum, { count }) => sum + count, 0)),
  ];
  const list = table({
    caption: words.sections.domains,
    isCaptionHeard: true,
    heads: [
      words.heads.domain,
      ...counts.filter(({ verdict }) => shown.includes(verdict)).map(({ word }) => word),
      words.heads.count,
    ],
    numbers: [...shown.map((_, at) => at + 1), shown.length + 1],
    rows: [...domains.map(({ name, counts: own }) => row(name, own)), row(words.heads.count, counts)],
    kind: 'stack',
  });
  return { id: 'domains', title: words.sections.domains, content: [list] };
}

/** Verdicts that differ from last year's. */
export function changesSection({ language, changes, movement }: ReportView): Section {
  const words = reportWords[language];
  const { target, before, after } = words.heads;
  const list = table({
    caption: words.sections.changes,
    isCaptionHeard: true,
    heads: [target, before, after],
    rows: changes.map((one) => [`${one.name} (${one.cited})`, one.before, one.after]),
    kind: 'stack',
  });
  const content: ElementContent[] = [
    h('p', movement),
    changes.length === 0 ? h('p', words.noneChanged) : list,
  ];
  return { id: 'changes', title: words.sections.changes, content };
}

/** Who has sent, who has not, who was late. */
export function coverageSection({ language, coverage }: ReportView): Section {
  const words = reportWords[language];
  const { unit, state, due, days, note } = words.heads;
  const list = (caption: string, rows: readonly LateView[]) =>
    table({
      caption,
      heads: [unit, state, due, days, note],
      numbers: [3],
      rows: rows.map(lateCells),
      kind: 'stack',
    });
  const { missing, late } = coverage;
  return {
    id: 'coverage',
    title: words.sections.coverage,
    content: [
      h('p', coverage.sentence),
      h('p', coverage.figures),
      ...(missing.length > 0 ? [list(words.sections.late, missing)] : []),
      ...(missing.length === 0
        ? [h('p', late.length === 0 ? words.noneLate : words.onlyLate(late.length))]
        : []),
      ...(late.length > 0 ? [list(words.sections.sentLate, late)] : []),
    ],
  };
}

/** What was changed after the round was closed; none while it is open. */
export function correctionsSection({ language, closed, corrections }: ReportView): Section[] {
  if (closed === null) return [];
  const title = reportWords[language].sections.corrections;
  const shape = correctionsTable({ language, corrections });
  const list = table({ ...shape, caption: title, isCaptionHeard: true, kind: 'stack' });
  const content = [h('p', closed), ...(corrections.length === 0 ? [] : [list])];
  return [{ id: 'corrections', title, content }];
}

/** Targets that are due and have no verdict, by what is missing. */
export function noVerdictSection({ language, noVerdict, targets }: ReportView): Section {
  const words = reportWords[language];
  const { cause: why, target, verdict, difference } = words.heads;
  const byKey = targetsByKey(targets);
  const rows = noVerdict.causes.flatMap(({ cause, targets: keys }) =>
    keys
      .flatMap((key) => byKey.get(key) ?? [])
      .map((one) => [`${one.name} (${one.cited})`, verdictMark(one.verdict, one.word), cause, one.sentence]),
  );
  const title = words.sections.noVerdict;
  const list = table({
    caption: title,
    isCaptionHeard: true,
    heads: [target, verdict, why, difference],
    rows,
    kind: 'stack',
  });
  return { id: 'no-verdict', title, content: rows.length === 0 ? [] : [h('p', noVerdict.sentence), list] };
}

/** Where the levels contradict each other, the largest part first. */
export function levelsSection({ language, levels }: ReportView): Section {
  const words = reportWords[language];
  const { target, figures, change, percent, said } = words.heads;
  const title = words.sections.levels;
  const list = table({
    caption: title,
    isCaptionHeard: true,
    heads: [target, figures, change, percent, said],
    numbers: [2, 3],
    rows: levels.rows.map((one) => [one.name, one.figures, one.difference, one.share, one.said]),
    kind: 'stack',
  });
  return { id: 'levels', title, content: levels.rows.length === 0 ? [] : [h('p', levels.sentence), list] };
}

/** How verdicts are reached. */
export function methodSection({ language }: ReportView): Section {
  const words = reportWords[language];
  const content = [
    h(
      'ul',
      words.method.map((line) => h('li', line)),
    ),
  ];
  return { id: 'method', title: words.sections.method, content };
}
