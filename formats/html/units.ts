import { h } from 'hastscript';
import type { GridCell } from '../../core/report/units.ts';
import type { ReportView } from '../../core/report/view.ts';
import { reportWords } from '../../core/report/words.ts';
import { verdictMark } from './marks.ts';
import type { Section } from './section.ts';
import { table, type Content } from './table.ts';

/** Most targets side by side: what fits paper across. */
const ACROSS = 8;

/** Units down, targets across, a table for each domain and for so many targets as fit the paper. */
export function gridSection({ language, grid }: ReportView): Section {
  const words = reportWords[language];
  const content = grid.flatMap(({ name, columns, rows }) =>
    starts(columns.length).map((from) => {
      const shown = columns.slice(from, from + ACROSS);
      return table({
        caption:
          columns.length > ACROSS ? `${name} (${from + 1}–${from + shown.length}/${columns.length})` : name,
        heads: [
          words.heads.unit,
          ...shown.map(({ name: of, unit }) => (unit === '' ? of : `${of} (${unit})`)),
        ],
        rows: rows.map((row) => [row.name, ...row.cells.slice(from, from + ACROSS).map(contentOf)]),
        kind: 'grid',
      });
    }),
  );
  return { id: 'grid', title: words.sections.grid, content, isWide: true };
}

function starts(columns: number): number[] {
  return Array.from({ length: Math.ceil(columns / ACROSS) }, (_, at) => at * ACROSS);
}

function contentOf(cell: GridCell | null): Content {
  if (cell === null) return '';
  const { verdict, word, figure, share, place } = cell;
  const beside = [share, place].filter((part) => part !== null).join(' · ');
  return [
    verdictMark(verdict, word),
    { type: 'text', value: ` ${figure}` },
    ...(beside === '' ? [] : [h('div', { className: ['soft'] }, beside)]),
  ];
}

/** How many units are shown at either end of a long ranking. */
const ENDS = 5;

/** The units that have done the most and the least of each target. */
export function rankingSection({ language, ranking }: ReportView): Section {
  const words = reportWords[language];
  const { place, unit, share, verdict, difference } = words.rankingHeads;
  const content =
    ranking.length === 0
      ? [h('p', words.noneRanked)]
      : ranking.map(({ name, places }) => {
          const shown =
            places.length <= 2 * ENDS ? places : [...places.slice(0, ENDS), ...places.slice(-ENDS)];
          return table({
            caption: words.placesOf(name),
            heads: [place, unit, share, verdict, difference],
            numbers: [2],
            rows: shown.map((one) => [
              `${one.place}/${places.length}`,
              one.name,
              one.share,
              one.word,
              one.sentence,
            ]),
            kind: 'stack',
          });
        });
  return { id: 'ranking', title: words.sections.ranking, content };
}
