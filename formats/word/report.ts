import type { Table } from 'docx';
import { Document, convertMillimetersToTwip } from 'docx';
import { paperOf } from '../../core/report/paper.ts';
import type { ReportView } from '../../core/report/view.ts';
import { reportWords } from '../../core/report/words.ts';
import { annexesOf, type PngOf } from './annexes.ts';
import { footOf, headOf } from './head.ts';
import { packed } from './packed.ts';
import { pageNumber } from './page-number.ts';
import { body, documentStyles, MARGINS } from './style.ts';
import { table } from './table.ts';

/** Numbers of the parts; their items have Arabic ones. */
const ROMAN = ['I', 'II', 'III', 'IV'];

/** Room between the margins of A4 upright. */
const ROOM = convertMillimetersToTwip(210) - MARGINS.left - MARGINS.right;

/**
 * The report as a Word document in the layout of Nghị định 30/2020/NĐ-CP: two pages and annexes. Number, day and
 * signature are left to who signs it.
 * @param pngOf what programs see that show no SVG
 */
export async function reportDocx(view: ReportView, pngOf: PngOf): Promise<Uint8Array> {
  const { language, province, round } = view;
  const paper = paperOf(view);
  const document = new Document({
    title: `${paper.kind}: ${paper.about}`,
    creator: province.name,
    description: round.name,
    styles: documentStyles(language),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: MARGINS,
          },
        },
        headers: { default: pageNumber() },
        children: [
          ...headOf(paper),
          body(paper.opening),
          ...paper.sections.flatMap(({ title, lines }, at) => [
            body(`${ROMAN[at] ?? ''}. ${title}`, { bold: true }, { keepNext: true }),
            ...lines.map((text) => body(text)),
            ...(at === 0 ? [domainsOf(view)] : []),
          ]),
          body(paper.closing),
          footOf(paper),
        ],
      },
      ...(await annexesOf(view, paper, pngOf)).map((section) => ({
        ...section,
        headers: { default: pageNumber() },
      })),
    ],
  });
  return packed(document);
}

/** How many targets of each domain have which verdict; a column for each verdict that occurs. */
function domainsOf({ language, domains, counts }: ReportView): Table {
  const { heads } = reportWords[language];
  const shown = counts.filter(({ count }) => count > 0);
  const row = (name: string, own: ReportView['counts']) => [
    name,
    ...shown.map(({ verdict }) => String(own.find((one) => one.verdict === verdict)?.count ?? 0)),
    String(own.reduce((sum, { count }) => sum + count, 0)),
  ];
  return table({
    heads: [heads.domain, ...shown.map(({ word }) => word), heads.count],
    widths: [34, ...shown.map(() => 11), 9],
    numbers: [...shown.map((_, at) => at + 1), shown.length + 1],
    rows: [...domains.map(({ name, counts: own }) => row(name, own)), row(heads.count, counts)],
    room: ROOM,
  });
}
