import {
  HeadingLevel,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  convertMillimetersToTwip,
  type ISectionOptions,
} from 'docx';
import { correctionsTable } from '../../core/report/corrections-table.ts';
import { lateCells, type LateView } from '../../core/report/coverage.ts';
import type { Paper } from '../../core/report/paper.ts';
import type { GridCell } from '../../core/report/units.ts';
import type { ReportView } from '../../core/report/view.ts';
import { reportWords } from '../../core/report/words.ts';
import { canBePlotted, targetPlot } from '../plot/target-plot.ts';
import { centred, line, NO_BORDERS, SIZE, WIDE_MARGINS, WIDE_PAGE } from './style.ts';
import { table, type Content } from './table.ts';

type Children = (Paragraph | Table)[];

/** Draws an SVG as PNG, for programs that show none. */
export type PngOf = (svg: string) => Uint8Array;

/** Room between the margins of A4 across. */
const ROOM = convertMillimetersToTwip(297) - WIDE_MARGINS.left - WIDE_MARGINS.right;

/** The annexes, each on pages of its own; those that would be empty are left out. */
export async function annexesOf(view: ReportView, paper: Paper, pngOf: PngOf): Promise<ISectionOptions[]> {
  const { annexes } = paper;
  const parts: [{ name: string; title: string }, Children][] = [
    [annexes.bullets, bulletsOf(view)],
    [annexes.units, gridOf(view)],
    [annexes.plots, await plotsOf(view, pngOf)],
    [annexes.ranking, rankingOf(view)],
    [annexes.returns, returnsOf(view)],
    [annexes.open, openOf(view)],
  ];
  return parts
    .filter(([, children]) => children.length > 0)
    .map(([{ name, title }, children]) => ({
      properties: {
        page: WIDE_PAGE,
      },
      children: [
        centred(name, { bold: true, size: 28 }, { heading: HeadingLevel.HEADING_1 }),
        centred(title, { bold: true, size: 28 }),
        centred(paper.annexOf, { italics: true }, { spacing: { after: 160 } }),
        ...children,
      ],
    }));
}

function bulletsOf({ language, bullets, targets }: ReportView): Children {
  const { heads } = reportWords[language];
  const byKey = new Map(targets.map((one) => [one.key, one]));
  const rows = bullets.flatMap(({ number, planName, targets: keys, whole, word, counted }): Content[][] => [
    [
      [number, planName].filter((part) => part !== '').join(', '),
      `${heads.whole} (${heads.counted.toLocaleLowerCase(language)}: ${counted})`,
      { verdict: whole, text: word },
      '',
      '',
      '',
    ],
    ...keys
      .flatMap((key) => byKey.get(key) ?? [])
      .map((one): Content[] => [
        '',
        one.name,
        { verdict: one.verdict, text: one.word },
        [one.sentence, one.pace].filter((part) => part !== null).join(' '),
        one.basis,
        one.reasons.map(({ by, text }) => `${by}: ${text}`).join(' '),
      ]),
  ]);
  return rows.length === 0
    ? []
    : [
        table({
          heads: [heads.bullet, heads.target, heads.verdict, heads.difference, heads.source, heads.reason],
          widths: [7, 24, 10, 34, 12, 13],
          rows,
          room: ROOM,
        }),
      ];
}

/** So many units fit on paper; tables of more (no province has them) are for the screen. */
const MOST_UNITS = 400;

/** Most targets side by side. */
const ACROSS = 7;

function gridOf({ language, grid }: ReportView): Children {
  const { heads, onScreen } = reportWords[language];
  const units = grid[0]?.rows.length ?? 0;
  if (units > MOST_UNITS) return [line(onScreen(units))];
  return grid.flatMap(({ name, columns, rows }) =>
    Array.from({ length: Math.ceil(columns.length / ACROSS) }, (_, at) => at * ACROSS).flatMap((from) => {
      const shown = columns.slice(from, from + ACROSS);
      return [
        caption(name),
        table({
          heads: [heads.unit, ...shown.map(({ name: of, unit }) => (unit === '' ? of : `${of} (${unit})`))],
          widths: [16, ...shown.map(() => 12)],
          rows: rows.map((row) => [row.name, ...row.cells.slice(from, from + ACROSS).map(contentOf)]),
          room: ROOM,
          size: SIZE.narrow,
        }),
      ];
    }),
  );
}

function contentOf(cell: GridCell | null): Content {
  if (cell === null) return '';
  const { verdict, word, figure, share, place } = cell;
  const beside = [share, place].filter((part) => part !== null).join('; ');
  return { verdict, text: `${word}: ${figure}${beside === '' ? '' : ` (${beside})`}` };
}

/** Plots on a line of the page, and how large each is, in pixels of 1/96 inch. */
const PLOTS_ACROSS = 3;
const PLOT = { width: 265, height: 150 };

async function plotsOf({ language, targets }: ReportView, pngOf: PngOf): Promise<Children> {
  const words = reportWords[language];
  const drawn = [];
  for (const one of targets.filter(canBePlotted)) {
    const svg = await targetPlot(one, language);
    const [, width = PLOT.width, height = PLOT.height] = (
      /width="([\d.]+)" height="([\d.]+)"/u.exec(svg) ?? []
    ).map(Number);
    const scale = Math.min(PLOT.width / width, PLOT.height / height);
    const image = new ImageRun({
      type: 'svg',
      data: new TextEncoder().encode(svg),
      transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
      fallback: { type: 'png', data: pngOf(svg) },
      altText: { name: one.name, title: one.name, description: one.sentence },
    });
    drawn.push([
      line(`${one.name} (${one.cited}): ${one.word}`, { size: SIZE.table }),
      new Paragraph({ children: [image] }),
    ]);
  }
  if (drawn.length === 0) return [];
  return [line(words.curve.note, { size: SIZE.table }, { spacing: { after: 120 } }), picturesIn(drawn)];
}

/** Pictures side by side, each with its words above. */
function picturesIn(pictures: readonly Paragraph[][]): Table {
  const width = { size: Math.floor(ROOM / PLOTS_ACROSS), type: WidthType.DXA };
  const rows = Array.from({ length: Math.ceil(pictures.length / PLOTS_ACROSS) }, (_, at) => {
    const own = pictures.slice(at * PLOTS_ACROSS, (at + 1) * PLOTS_ACROSS);
    const filled = [...own, ...Array.from({ length: PLOTS_ACROSS - own.length }, () => [line('')])];
    return new TableRow({
      cantSplit: true,
      children: filled.map((children) => new TableCell({ children, width })),
    });
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width.size * PLOTS_ACROSS, type: WidthType.DXA },
    columnWidths: Array.from({ length: PLOTS_ACROSS }, () => width.size),
    borders: NO_BORDERS,
    rows,
  });
}

function rankingOf({ language, ranking }: ReportView): Children {
  const words = reportWords[language];
  const { place, unit, share, verdict, difference } = words.rankingHeads;
  const units = Math.max(0, ...ranking.map(({ places }) => places.length));
  if (units > MOST_UNITS) return [line(words.onScreen(units))];
  return ranking.flatMap(({ name, unit: of, places }) => [
    caption(`${name} (${of})`),
    table({
      heads: [place, unit, share, verdict, difference],
      widths: [8, 22, 12, 14, 44],
      numbers: [2],
      rows: places.map((one) => [
        `${one.place}/${places.length}`,
        one.name,
        one.share,
        one.word,
        one.sentence,
      ]),
      room: ROOM,
    }),
  ]);
}

function returnsOf({ language, coverage, closed, corrections }: ReportView): Children {
  const { heads, sections } = reportWords[language];
  const list = (title: string, rows: readonly LateView[]) =>
    rows.length === 0
      ? []
      : [
          caption(title),
          table({
            heads: [heads.unit, heads.state, heads.due, heads.days, heads.note],
            widths: [32, 16, 12, 10, 30],
            numbers: [3],
            rows: rows.map(lateCells),
            room: ROOM,
          }),
        ];
  return [
    line(`${coverage.sentence} ${coverage.figures}`, { size: SIZE.small }, { spacing: { after: 120 } }),
    ...list(sections.late, coverage.missing),
    ...list(sections.sentLate, coverage.late),
    ...(closed === null ? [] : [caption(sections.corrections), line(closed, { size: SIZE.small })]),
    ...(corrections.length === 0
      ? []
      : [
          table({
            ...correctionsTable({ language, corrections }),
            widths: [20, 32, 12, 12, 24],
            room: ROOM,
          }),
        ]),
  ];
}

/** Targets without a verdict by what is missing, and where levels differ. */
function openOf({ language, noVerdict, levels, targets }: ReportView): Children {
  const { heads, sections } = reportWords[language];
  const byKey = new Map(targets.map((one) => [one.key, one]));
  const missing = noVerdict.causes.flatMap(({ cause, targets: keys }) =>
    keys.flatMap((key) => byKey.get(key) ?? []).map((one) => [cause, one.cited, one.name, one.sentence]),
  );
  return [
    ...(missing.length === 0
      ? []
      : [
          caption(sections.noVerdict),
          table({
            heads: [heads.cause, heads.bullet, heads.target, heads.difference],
            widths: [20, 8, 32, 40],
            rows: missing,
            room: ROOM,
          }),
        ]),
    ...(levels.rows.length === 0
      ? []
      : [
          caption(sections.levels),
          table({
            heads: [heads.target, heads.figures, heads.change, heads.percent, heads.said],
            widths: [30, 28, 12, 8, 22],
            numbers: [2, 3],
            rows: levels.rows.map((one) => [one.name, one.figures, one.difference, one.share, one.said]),
            room: ROOM,
          }),
        ]),
  ];
}

function caption(text: string): Paragraph {
  return line(
    text,
    { bold: true, size: SIZE.small },
    { spacing: { before: 160, after: 60 }, keepNext: true },
  );
}
