import type { ReportView } from '../../core/report/view.ts';
import { reportWords } from '../../core/report/words.ts';
import type { WrittenReport } from './write-report.ts';

/** A report and what became of its files. */
export interface SaidReport extends WrittenReport {
  view: ReportView;
}

/** The worst gaps that are named when a report has been written. */
const NAMED = 3;

/** What came out, for people: the questions of the first page with their answers, and the files. */
export function reportText({ view, written }: SaidReport, folder: string): string {
  const { language, province, round, headline, worst, targets, coverage } = view;
  const words = reportWords[language];
  const byKey = new Map(targets.map((one) => [one.key, one]));
  const first = worst.slice(0, NAMED).flatMap((key, at) => {
    const one = byKey.get(key);
    return one ? [`  ${at + 1}. ${one.name} (${one.cited}): ${one.sentence}\n`] : [];
  });
  const files = written.map((name) => `${folder}/${name}`).join(', ');
  const section = words.sections.corrections;
  const see = language === 'vi' ? ` Xem mục “${section}”.` : ` See “${section}”.`;
  const listed = view.corrections.length === 0 ? '' : see;
  return [
    `${province.name}, ${round.name}: ${headline}\n`,
    ...[view.judgedBy, view.noVerdict.sentence, view.levels.sentence].flatMap((one) =>
      one === '' ? [] : [`${one}\n`],
    ),
    ...(first.length === 0 ? [] : [`${words.questions.worst}\n`, ...first]),
    `${words.questions.notSent} ${coverage.notSent}\n`,
    ...(view.closed === null ? [] : [`${view.closed}${listed}\n`]),
    ...(written.length === 0 ? [] : [language === 'vi' ? `Đã ghi ${files}.\n` : `Written: ${files}.\n`]),
  ].join('');
}

/** The same for programs; places of all units, not only the first and last. */
export function reportJson({ view, written, kept }: SaidReport) {
  const { province, round, plans, counts, targets, worst, domains, bullets, coverage, changes, corrections } =
    view;
  return {
    province: province.id,
    round: round.period,
    plans: plans.map(({ id }) => id),
    counts: Object.fromEntries(counts.map(({ verdict, count }) => [verdict, count])),
    targets: targets.map(({ key, bullet, name, verdict, sentence, basis, shortfall, reasons }) => ({
      key,
      bullet,
      name,
      verdict,
      sentence,
      basis,
      shortfall,
      reasons,
    })),
    worst,
    domains: domains.map(({ id, counts: own, targets: keys }) => ({
      id,
      counts: Object.fromEntries(own.map(({ verdict, count }) => [verdict, count])),
      targets: keys,
    })),
    bullets: bullets.map(({ plan, number, whole, targets: keys }) => ({
      plan,
      number,
      whole,
      targets: keys,
    })),
    missing: coverage.missing.map(({ id, name, state, days }) => ({ unit: id, name, state, daysLate: days })),
    late: coverage.late.map(({ id, name, days }) => ({ unit: id, name, daysLate: days })),
    noVerdict: view.noVerdict.causes,
    levels: view.levels.rows,
    changes,
    closed: view.closed,
    corrections,
    units: view.grid.flatMap(({ columns, rows }) =>
      rows.flatMap(({ unit, cells }) =>
        cells.flatMap((cell, at) =>
          cell === null
            ? []
            : [
                {
                  unit,
                  key: columns[at]?.key ?? '',
                  verdict: cell.verdict,
                  share: cell.share,
                  place: cell.place,
                },
              ],
        ),
      ),
    ),
    written,
    kept,
  };
}
