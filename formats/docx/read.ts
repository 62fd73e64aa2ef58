import type { DocumentPart } from '../../core/draft/document-parts.ts';
import type { ReadLimits } from '../limits.ts';
import { elementsOf, readTree, type XmlNode } from '../xml/tree.ts';
import { PACKAGE_ROOT, readRelationships } from '../xlsx/relationships.ts';
import { openZip, type ZipArchive } from '../zip/read.ts';
import { lettersOf, oldLettersOf, type OldLetters } from './letters.ts';
import { isOn, isWord, valueOf, wordAttribute, wordChild } from './names.ts';
import { readNumbering } from './numbering.ts';
import { contentOf, type Content, type Piece } from './runs.ts';
import { listPlaceOf, readStyles } from './styles.ts';

/** Generous for documents of text; pictures are never inflated. */
export const DOCUMENT_LIMITS: Pick<ReadLimits, 'fileBytes' | 'entries' | 'partBytes' | 'totalBytes'> = {
  fileBytes: 64 * 1024 * 1024,
  entries: 5000,
  partBytes: 24 * 1024 * 1024,
  totalBytes: 48 * 1024 * 1024,
};

/** What a Word document says, and what of it nobody may choose for its author. */
export interface WordDocument {
  /** Null for a package that is no Word document. */
  parts: DocumentPart[] | null;
  /** The beginnings of paragraphs with changes nobody has accepted, text that is not shown, and text struck out. */
  tracked: string[];
  hidden: string[];
  struck: string[];
  oldLetters: OldLetters;
}

/** A paragraph as it stands, its letters still those of its fonts. */
interface RawParagraph {
  label: string;
  content: Content;
  isHeading: boolean;
}

type RawPart = { kind: 'paragraph'; paragraph: RawParagraph } | { kind: 'table'; rows: RawParagraph[][][] };

/**
 * Reads the text of a .docx: paragraphs with the labels of automatic numbering written out, tables with merged cells
 * filled, text boxes, footnotes behind everything. Headers, footers, comments and pictures are no text of it.
 * @throws WorkbookReadError when the file is no zip, is damaged or exceeds a cap
 */
export async function readDocx(bytes: Uint8Array, limits = DOCUMENT_LIMITS): Promise<WordDocument> {
  const archive = await openZip(bytes, limits);
  const main = [...(await readRelationships(archive, PACKAGE_ROOT)).values()].find(
    ({ kind, part }) => kind === 'officeDocument' && part?.startsWith('word/'),
  )?.part;
  const nothing = {
    parts: null,
    tracked: [],
    hidden: [],
    struck: [],
    oldLetters: 'none',
  } satisfies WordDocument;
  if (main === undefined || main === null) return nothing;
  const related = [...(await readRelationships(archive, main)).values()];
  const tree = async (kind: string): Promise<XmlNode | null> => {
    const part = related.find((one) => one.kind === kind)?.part ?? null;
    return part === null ? null : treeOf(archive, part);
  };
  const root = await treeOf(archive, main);
  const body = root === null ? undefined : wordChild(root, 'body');
  if (body === undefined) return nothing;
  const styles = readStyles(await tree('styles'));
  const numbering = readNumbering(await tree('numbering'), styles);

  const rawParagraph = (node: XmlNode): RawParagraph => {
    const properties = wordChild(node, 'pPr');
    const style = valueOf(properties, 'pStyle') ?? styles.paragraphDefault;
    const content = contentOf(node, style, styles);
    const own = listPlaceOf(properties);
    const place =
      own === null ? styles.list(style) : { ...own, level: own.level ?? styles.list(style)?.level ?? null };
    const isBlank = content.pieces.every(({ text }) => text.trim() === '');
    // Word numbers an empty paragraph of a list too; its number is counted and shown nowhere that matters.
    const label = place === null || place.num === 0 ? '' : numbering.next(place, style);
    return { label: isBlank ? '' : label, content, isHeading: styles.isHeading(style) };
  };
  const rawParts = (node: XmlNode): RawPart[] =>
    elementsOf(node).flatMap((child): RawPart[] => {
      if (isWord(child, 'p')) {
        const paragraph = rawParagraph(child);
        const boxes = paragraph.content.boxes.flatMap((box) => rawParts({ ...box, children: [box] }));
        return [{ kind: 'paragraph', paragraph }, ...boxes];
      }
      if (isWord(child, 'tbl')) return [{ kind: 'table', rows: rowsOf(child, rawParts) }];
      return ['sdt', 'sdtContent', 'ins', 'customXml', 'smartTag'].includes(child.local)
        ? rawParts(child)
        : [];
    });

  const raw = rawParts(body);
  const noted = notesIn(raw);
  for (const kind of ['footnotes', 'endnotes']) {
    const notes = noted.length === 0 ? null : await tree(kind);
    for (const note of notes === null ? [] : elementsOf(notes))
      if (noted.includes(`${kind.slice(0, -1)}:${wordAttribute(note, 'id') ?? ''}`))
        raw.push(...rawParts(note));
  }
  const paragraphs = paragraphsIn(raw);
  const pieces = paragraphs.flatMap(({ content }) => content.pieces);
  const oldLetters = oldLettersOf(pieces);
  const textOf = (one: RawParagraph) => shown(one, oldLetters);
  const beginnings = (holds: (piece: Piece) => boolean) =>
    paragraphs.filter(({ content }) => content.pieces.some(holds)).map((one) => beginning(textOf(one)));
  return {
    parts: raw.map((part) => finished(part, textOf)),
    tracked: beginnings(({ tracked }) => tracked),
    hidden: beginnings(({ hidden, text }) => hidden && text.trim() !== ''),
    struck: beginnings(({ struck, text }) => struck && text.trim() !== ''),
    oldLetters,
  };
}

async function treeOf(archive: ZipArchive, part: string): Promise<XmlNode | null> {
  const bytes = await archive.read(part);
  return bytes === null ? null : readTree(bytes, part);
}

/** The cells of a table, each as its paragraphs; a merged cell stands in every place it covers. */
function rowsOf(table: XmlNode, rawParts: (node: XmlNode) => RawPart[]): RawParagraph[][][] {
  const rows: RawParagraph[][][] = [];
  for (const row of within(table, 'tr')) {
    const before = Number(valueOf(wordChild(row, 'trPr'), 'gridBefore') ?? 0);
    const cells: RawParagraph[][] = Array.from({ length: Math.min(before, MOST_COLUMNS) }, () => []);
    for (const cell of within(row, 'tc')) {
      const properties = wordChild(cell, 'tcPr');
      const span = Number(valueOf(properties, 'gridSpan') ?? 1);
      const merge = wordChild(properties, 'vMerge');
      const isContinued = merge !== undefined && wordAttribute(merge, 'val') !== 'restart';
      const own = paragraphsIn(rawParts(cell));
      const isHiddenRow = isOn(wordChild(row, 'trPr'), 'hidden') ?? false;
      if (isHiddenRow) for (const { content } of own) for (const piece of content.pieces) piece.hidden = true;
      const filled = isContinued ? (rows.at(-1)?.[cells.length] ?? own) : own;
      for (let at = 0; at < Math.min(span, MOST_COLUMNS - cells.length); at += 1) cells.push(filled);
    }
    rows.push(cells);
  }
  return rows;
}

/** Word has 63 columns at most. */
const MOST_COLUMNS = 64;

/** Rows and cells may stand within controls of the document. */
function within(node: XmlNode, local: string): XmlNode[] {
  return elementsOf(node).flatMap((child) =>
    isWord(child, local)
      ? [child]
      : ['sdt', 'sdtContent', 'customXml', 'ins'].includes(child.local)
        ? within(child, local)
        : [],
  );
}

function paragraphsIn(parts: readonly RawPart[]): RawParagraph[] {
  const found = parts.flatMap((part) => (part.kind === 'paragraph' ? [part.paragraph] : part.rows.flat(2)));
  return [...new Set(found)];
}

function notesIn(parts: readonly RawPart[]): string[] {
  return paragraphsIn(parts).flatMap(({ content }) => content.notes);
}

/** A paragraph with its label before it. */
function shown({ label, content }: RawParagraph, old: OldLetters): string {
  const text = content.pieces
    .map((piece) => lettersOf(piece, old))
    .join('')
    .normalize('NFC')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
  return label === '' || text === '' ? text : `${label} ${text}`;
}

function finished(part: RawPart, textOf: (one: RawParagraph) => string): DocumentPart {
  if (part.kind === 'paragraph')
    return { kind: 'paragraph', text: textOf(part.paragraph), isHeading: part.paragraph.isHeading };
  const rows = part.rows.map((cells) => cells.map((paragraphs) => paragraphs.map(textOf)));
  return { kind: 'table', rows };
}

const BEGINNING = 60;

function beginning(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length <= BEGINNING ? line : `${line.slice(0, BEGINNING - 1)}…`;
}
