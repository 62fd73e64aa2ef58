import type { Paragraph, Table } from 'docx';
import { Document, HeadingLevel, convertMillimetersToTwip } from 'docx';
import type { CountryView } from '../../core/report/country.ts';
import { correctionsTable } from '../../core/report/corrections-table.ts';
import { provincesTable } from '../../core/report/country-tables.ts';
import { countryWords } from '../../core/report/country-words.ts';
import { dayText } from '../../core/report/coverage.ts';
import { reportWords } from '../../core/report/words.ts';
import { packed } from './packed.ts';
import { pageNumber } from './page-number.ts';
import { body, centred, documentStyles, line, SIZE, WIDE_MARGINS, WIDE_PAGE } from './style.ts';
import { table } from './table.ts';

/** Room between the margins of A4 across. */
const ROOM = convertMillimetersToTwip(297) - WIDE_MARGINS.left - WIDE_MARGINS.right;

/** So many provinces have room beside each other. */
const BESIDE = 6;

/** The report on the country as a Word document, across; what stands on the page stands here, in the same words. */
export async function countryDocx(view: CountryView): Promise<Uint8Array> {
  const { language, round, today } = view;
  const words = countryWords[language];
  const title = `${words.title} – ${round.name}`;
  const document = new Document({
    title,
    creator: words.country,
    description: round.name,
    styles: documentStyles(language),
    sections: [
      {
        properties: {
          titlePage: true,
          page: WIDE_PAGE,
        },
        headers: { default: pageNumber() },
        children: [
          centred(title, { bold: true, size: 28 }, { heading: HeadingLevel.HEADING_1 }),
          centred(reportWords[language].drawnUp(dayText(today, language)), { italics: true }),
          ...coverage(view),
          ...provinces(view),
          ...totals(view),
          ...corrections(view),
        ],
      },
    ],
  });
  return packed(document);
}

type Children = (Paragraph | Table)[];

function heading(text: string): Paragraph {
  return line(
    text,
    { bold: true },
    { heading: HeadingLevel.HEADING_2, keepNext: true, spacing: { before: 240, after: 80 } },
  );
}

function coverage({ language, sentences }: CountryView): Children {
  const [first = '', ...others] = sentences;
  return [
    heading(countryWords[language].sections.coverage),
    body(first, { bold: true }),
    ...others.map((sentence) => body(sentence)),
  ];
}

function provinces(view: CountryView): Children {
  const shape = provincesTable(view);
  const widths = [26, 16, 12, 12, 8, ...shape.heads.slice(5).map(() => 10)];
  return [heading(countryWords[view.language].sections.provinces), table({ ...shape, widths, room: ROOM })];
}

/** All first, then the provinces, as many at a time as have room beside each other. */
function totals({ language, rows, totals: all }: CountryView): Children {
  if (all.length === 0) return [];
  const { heads, sections, totalsNote } = countryWords[language];
  const names = (all[0]?.values.length ?? 0) > 1 ? rows.map(({ name }) => name) : [];
  const parts = Array.from({ length: Math.ceil(names.length / BESIDE) }, (_, at) => at * BESIDE);
  return [
    heading(sections.totals),
    body(totalsNote),
    table({
      heads: [heads.figure, heads.unit, heads.all],
      widths: [60, 20, 20],
      numbers: [2],
      rows: all.map(({ name, unit, values }) => [name, unit, values[0] ?? '']),
      room: ROOM,
    }),
    ...parts.flatMap((from) => {
      const some = names.slice(from, from + BESIDE);
      return [
        line('', { size: SIZE.table }),
        table({
          heads: [heads.figure, ...some],
          widths: [40, ...some.map(() => 14)],
          numbers: some.map((_, at) => at + 1),
          rows: all.map(({ name, values }) => [name, ...some.map((_, at) => values[from + at + 1] ?? '')]),
          room: ROOM,
        }),
      ];
    }),
  ];
}

function corrections(view: CountryView): Children {
  const shape = correctionsTable(view);
  if (shape.rows.length === 0) return [];
  const widths = [20, 34, 12, 12, 22];
  return [heading(countryWords[view.language].sections.corrections), table({ ...shape, widths, room: ROOM })];
}
