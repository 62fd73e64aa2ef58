import { looksLikeHeading } from './heading.ts';
import { labelOf, type Label, type LabelSort } from './label.ts';
import type { OutlineEntry, SectionRole } from './model.ts';
import type { Paragraph } from './paragraph.ts';
import { reportsResults, sectionRole } from './section-role.ts';
import { yearsOfHeading } from './year-phrases.ts';

/** A paragraph with its place in the outline. */
export interface PlacedParagraph extends Paragraph {
  label: Label | null;
  /** Where the text begins behind its label. */
  from: number;
  /** The entry it stands under, or is. */
  section: OutlineEntry | null;
  /** Whether it is nothing but a heading. */
  isHeading: boolean;
  /** Headings it stands under, the nearest first; itself where it is one. */
  above: readonly Heading[];
  /** Role of the part of the document it stands in. */
  role: SectionRole;
}

/** A heading as what stands below it inherits from it. */
export interface Heading {
  entry: OutlineEntry;
  /** In lower case. */
  clean: string;
}

type Sort = LabelSort | 'heading' | 'lead' | 'clause';

interface Open extends Heading {
  sort: Sort;
}

const LONGEST_LEAD = 160;
/** What is appended stands under nothing that came before. */
const APPENDIX = /^\W*(?:phụ lục|phụ biểu)(?!\p{L}|\s(?:của|kèm|trên))/u;

/**
 * Places paragraphs in the outline: a label of a kind closes what stands between it and the last label of the same
 * kind; a line that ends in a colon holds what follows.
 */
export function outlineOf(paragraphs: readonly Paragraph[]): {
  outline: OutlineEntry[];
  placed: PlacedParagraph[];
} {
  const outline: OutlineEntry[] = [];
  const used = new Set<string>();
  let open: Open[] = [];
  let before: Paragraph | null = null;
  const order = orderOf(paragraphs);
  const placed = paragraphs.map((paragraph): PlacedParagraph => {
    const { text, clean, block } = paragraph;
    const label = block.cell ? null : ownLabel(paragraph);
    const from = label?.length ?? 0;
    const isHeading = block.cell === undefined && looksLikeHeading(paragraph, label, from);
    const holds = isHeading || /:\s*$/u.test(clean);
    if (isHeading && APPENDIX.test(clean)) open = [];
    if (block.cell === undefined) open = closed(open, label?.sort ?? null, isHeading, holds, before, order);
    const parent = open.at(-1)?.entry ?? null;
    if (holds && block.cell === undefined) {
      const entry = {
        id: uniqueId(idOf(open, label, outline.length), used),
        title: titleOf(text.slice(from)),
        line: paragraph.lineAt[0] ?? 1,
        parent: parent?.id ?? null,
        role: roleBelow(clean.slice(from).trim(), open, label, isHeading),
        years: yearsOfHeading(clean.slice(from)),
      };
      outline.push(entry);
      const isNameOfPart = isHeading && label === null && before !== null && isBarePart(before);
      const sort = label?.sort ?? (isNameOfPart ? 'part' : isHeading ? 'heading' : 'lead');
      open = [...open, { entry, clean: clean.slice(from), sort }];
    }
    before = paragraph;
    const section = open.at(-1)?.entry ?? null;
    return {
      ...paragraph,
      label,
      from,
      section,
      isHeading,
      above: open.map(({ entry, clean: words }) => ({ entry, clean: words })).reverse(),
      role: roleInLine(clean.slice(from), label) ?? section?.role ?? 'other',
    };
  });
  return { outline, placed };
}

function ownLabel({ text, clean, block }: Paragraph): Label | null {
  const written = labelOf(text, clean);
  if (written !== null || block.label === undefined) return written;
  const automatic = labelOf(`${block.label} A`, `${block.label} a`.toLocaleLowerCase('vi'));
  return automatic && { ...automatic, length: 0 };
}

/** What is still open when a paragraph with such a label begins. */
function closed(
  open: readonly Open[],
  sort: LabelSort | null,
  isHeading: boolean,
  holds: boolean,
  before: Paragraph | null,
  order: readonly Sort[],
): Open[] {
  const keep = [...open];
  if (sort !== null) {
    const at = keep.findIndex((one) => one.sort === sort);
    if (at >= 0) return keep.slice(0, at);
    // A number of a higher order than anything open since the last roman number closes what is lower.
    while (keep.length > 0 && isLower(keep.at(-1)?.sort, sort, order)) keep.pop();
    return keep;
  }
  if (isHeading) {
    while (keep.length > 0 && /^(?:lead|heading|clause|dash|plus|star)$/u.test(keep.at(-1)?.sort ?? ''))
      keep.pop();
    return keep;
  }
  const isListItem = before !== null && /[:;]\s*$/u.test(before.clean);
  if (isListItem && !holds) return keep;
  while (keep.at(-1)?.sort === 'lead' && (holds || !isYears(keep.at(-1)))) keep.pop();
  return keep;
}

/** "PHẦN THỨ HAI" alone on its line: the line behind it is what the part is called. */
function isBarePart(paragraph: Paragraph): boolean {
  const label = paragraph.block.cell ? null : ownLabel(paragraph);
  return label?.sort === 'part' && paragraph.clean.slice(label.length).trim() === '';
}

/** "Đến năm 2030:" holds for every paragraph until another heading or lead. */
function isYears(open: Open | undefined): boolean {
  return open !== undefined && open.entry.years !== null && open.clean.trim().length <= LONGEST_YEARS;
}

const LONGEST_YEARS = 40;

const ORDER: readonly Sort[] = [
  'part',
  'capital',
  'roman',
  'number-1',
  'number-2',
  'number-3',
  'number-4',
  'number-5',
  'number-6',
];

/** Documents number parts "A. … I." or "I. … A.": the sort that a document begins with is the wider. */
function orderOf(paragraphs: readonly Paragraph[]): readonly Sort[] {
  for (const paragraph of paragraphs) {
    if (paragraph.block.cell) continue;
    const label = ownLabel(paragraph);
    if (label?.sort === 'capital') return ORDER;
    if (label?.sort === 'roman')
      return ['part', 'roman', 'capital', ...ORDER.filter((sort) => sort.startsWith('number'))];
  }
  return ORDER;
}

/** Whether one label stands lower in a document than another that opens anew. */
function isLower(below: Sort | undefined, above: LabelSort, order: readonly Sort[]): boolean {
  if (below === undefined) return false;
  const [low, high] = [order.indexOf(below), order.indexOf(above)];
  if (high >= 0 && low < 0) return above.startsWith('number') ? below === 'dash' || below === 'plus' : true;
  return high >= 0 && low > high;
}

/** "Điều 4. Nguồn lực: tổng vốn …": what an article says of itself before a colon; null where it says nothing but aims. */
function roleInLine(clean: string, label: Label | null): SectionRole | null {
  if (!/^(?:part|capital|roman|number-1)$/u.test(label?.sort ?? '')) return null;
  const name = /^([^:.;,]{3,60}):\s/u
    .exec(clean)?.[1]
    ?.replaceAll(/(?:19|20)\d{2}(?:\s?-\s?(?:19|20)\d{2})?/gu, '');
  const role = name === undefined || /\d/u.test(name) ? null : sectionRole(name.trim());
  return role === 'funding' || role === 'results' ? role : null;
}

/** The nearest role that a heading names; results hold for all below them but what names a later aim. */
function roleBelow(
  clean: string,
  open: readonly Open[],
  label: Label | null,
  isHeading: boolean,
): SectionRole {
  const inherited = open.at(-1)?.entry.role ?? 'other';
  // A long line that ends in a colon is prose: its words tell little of what follows.
  if (!isHeading && clean.length > LONGEST_LEAD) return inherited;
  const own = sectionRole(clean) ?? (yearsOfHeading(clean) === null ? null : 'targets');
  // Of prose only an aim is taken: "với các nội dung sau:" tells nothing.
  if (!isHeading && own !== 'targets') return inherited;
  if (own === null || (inherited === 'organisation' && label?.sort !== 'roman')) return inherited;
  const isWide = label === null || /^(?:part|capital|roman)$/u.test(label.sort);
  if (inherited === 'results' && !isWide && own !== 'targets') return 'results';
  if (reportsResults(clean)) return 'results';
  // "Giáo dục: kết quả" below tasks is no part of a report.
  if (own === 'results' && !isWide && (inherited === 'targets' || inherited === 'tasks')) return inherited;
  return own;
}

function idOf(open: readonly Open[], label: Label | null, count: number): string {
  const own = label === null || /^[-+*]$/u.test(label.text) ? `m${count + 1}` : label.text;
  const parent = open.at(-1);
  if (parent === undefined || label?.sort === 'roman' || label?.sort === 'part') return own;
  // 1.2 says itself under which number it stands.
  const wide = open.filter(({ sort }) => /^(?:part|capital|roman)$/u.test(sort)).at(-1);
  if (own.includes('.')) return wide === undefined ? own : `${wide.entry.id}.${own}`;
  return `${parent.entry.id}.${own}`;
}

function uniqueId(id: string, used: Set<string>): string {
  let unique = id;
  for (let count = 2; used.has(unique); count += 1) unique = `${id}-${count}`;
  used.add(unique);
  return unique;
}

/** Without marks of emphasis and the colon at its end. */
function titleOf(text: string): string {
  let end = text.length;
  while (end > 0 && ' *:'.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end).replace(/^[*#\s]+/u, '');
}
