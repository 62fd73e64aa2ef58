import { escapeText, withoutImpossible } from '../escaped-text.ts';
import { documentText } from '../../xml/document-text.ts';
import {
  appendInside,
  escapeXml,
  type LocatedElement,
  locateElements,
  prefixOf,
  spanOf,
} from '../../xml/elements.ts';
import { type Patch, patchText } from '../../xml/patch.ts';
import { SPREADSHEET } from '../namespaces.ts';

/** Who writes our comments: by this name a later mark finds and replaces them. */
const MARK_AUTHOR = 'Chỉ Tiêu';

/** How our words begin, as in comments Excel makes: LibreOffice forgets authors, this line stays. */
export const HEADING = `${MARK_AUTHOR}:\n`;

/** How they begin behind the words of another person. */
const IN_FOREIGN_COMMENT = `\n${HEADING}`;

/** A text for a cell. */
export interface CellComment {
  /** For example `B7`. */
  address: string;
  text: string;
}

/** An empty comments part. @param namespace of the sheet it belongs to */
export function newCommentsPart(namespace: string): Uint8Array {
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors/><commentList/></comments>`,
  );
}

/**
 * Adds comments. Where a cell has one already our text goes to its end: a cell holds a single comment.
 * @returns the part, and the cells whose comment is new and needs a shape
 * @throws WorkbookReadError when the part is damaged
 */
export function withComments(
  bytes: Uint8Array,
  part: string,
  added: readonly CellComment[],
): { bytes: Uint8Array; shapeless: CellComment[] } {
  const { text, encode } = documentText(bytes);
  const found = commentElements(bytes, text, part);
  const p = found.root === null ? '' : prefixOf(text, found.root.opening);
  const patches: Patch[] = [];
  let author = found.authors.findIndex(({ content }) => content === MARK_AUTHOR);
  if (author < 0) {
    author = found.authors.length;
    patches.push(...inside(text, found.authorList, `<${p}author>${MARK_AUTHOR}</${p}author>`));
  }
  const byAddress = new Map(found.comments.map((comment) => [addressOf(comment.element), comment]));
  const shapeless: CellComment[] = [];
  for (const comment of added) {
    const existing = byAddress.get(comment.address);
    if (existing?.text) {
      patches.push(...appended(text, p, existing, comment.text));
    } else {
      shapeless.push(comment);
    }
  }
  const fresh = shapeless.map(
    (comment) =>
      `<${p}comment ref="${comment.address}" authorId="${author}"><${p}text>${run(p, HEADING + comment.text.trim())}</${p}text></${p}comment>`,
  );
  if (fresh.length > 0) patches.push(...inside(text, found.list, fresh.join('')));
  return { bytes: encode(patchText(text, patches)), shapeless };
}

/**
 * Takes our comments out, and our words out of the comments of others.
 * @returns null when there is nothing of ours; else the part (null when no comment is left) and the cells
 * whose comment is gone
 * @throws WorkbookReadError when the part is damaged
 */
export function withoutMarkComments(
  bytes: Uint8Array,
  part: string,
): { bytes: Uint8Array | null; removed: string[]; touched: string[] } | null {
  const { text, encode } = documentText(bytes);
  const found = commentElements(bytes, text, part);
  const ours = new Set<string>();
  found.authors.forEach(({ content }, index) => {
    if (content === MARK_AUTHOR) ours.add(String(index));
  });
  const removed = found.comments.filter(
    (comment) => ours.has(comment.element.attributes.authorId ?? '') || textOf(comment).startsWith(HEADING),
  );
  const foreign = found.comments.filter((comment) => !removed.includes(comment));
  const runs = foreign.flatMap(({ element, runs: own }) =>
    own
      .filter(({ content }) => content.startsWith(IN_FOREIGN_COMMENT))
      .map((located) => ({ located, address: addressOf(element) })),
  );
  if (removed.length + runs.length === 0) return null;
  const addresses = removed.map(({ element }) => addressOf(element));
  const touched = [...addresses, ...runs.map(({ address }) => address)];
  if (foreign.length === 0) return { bytes: null, removed: addresses, touched };
  const gone = [...removed.map(({ element }) => element), ...runs.map(({ located }) => located)];
  // The author stays: taking it out would renumber those behind it.
  const patches = gone.map((element) => ({ ...spanOf(element), text: '' }));
  return { bytes: encode(patchText(text, patches)), removed: addresses, touched };
}

interface FoundComment {
  element: LocatedElement;
  text: LocatedElement | null;
  /** The plain text of a comment without runs. */
  plain: LocatedElement | null;
  /** Formatted runs, with their text as content. */
  runs: LocatedElement[];
}

function commentElements(bytes: Uint8Array, text: string, part: string) {
  const elements = locateElements(bytes, text, part, ({ uri, local }, depth, ancestors) => {
    if (!SPREADSHEET.has(uri)) return false;
    if (depth <= 4) return true;
    return (
      (depth === 5 && (local === 'r' || local === 't')) ||
      (depth === 6 && ancestors[4] === 'r' && local === 't')
    );
  });
  const comments: FoundComment[] = [];
  let authorList: LocatedElement | null = null;
  let list: LocatedElement | null = null;
  const authors: LocatedElement[] = [];
  for (const element of elements) {
    const { local, depth } = element;
    const last = comments.at(-1);
    if (depth === 2 && local === 'authors') authorList = element;
    else if (depth === 2 && local === 'commentList') list = element;
    else if (depth === 3 && local === 'author') authors.push(element);
    else if (depth === 3 && local === 'comment')
      comments.push({ element, text: null, plain: null, runs: [] });
    else if (depth === 4 && local === 'text' && last) last.text = element;
    else if (depth === 5 && local === 't' && last) last.plain = element;
    else if (depth === 5 && last) last.runs.push(element);
    else if (depth === 6) {
      const inRun = last?.runs.at(-1);
      if (inRun) inRun.content = element.content;
    }
  }
  return { root: elements[0] ?? null, authorList, list, authors, comments };
}

function textOf({ plain, runs }: FoundComment): string {
  return [plain, ...runs].map((piece) => piece?.content ?? '').join('');
}

function addressOf({ attributes }: LocatedElement): string {
  return (attributes.ref ?? '').toUpperCase();
}

function inside(text: string, element: LocatedElement | null, xml: string): Patch[] {
  return element === null ? [] : [appendInside(text, element, xml)];
}

function appended(text: string, p: string, { text: body, plain }: FoundComment, words: string): Patch[] {
  if (body === null) return [];
  const patches = [appendInside(text, body, run(p, IN_FOREIGN_COMMENT + words.trim()))];
  if (plain !== null) {
    // A plain text and a run beside each other are not shown alike everywhere; two runs are.
    const { from, to } = spanOf(plain);
    patches.unshift({ from, to, text: `<${p}r>${text.slice(from, to)}</${p}r>` });
  }
  return patches;
}

const RUN_FORMAT = (p: string) =>
  `<${p}rPr><${p}sz val="10"/><${p}color indexed="81"/><${p}rFont val="Times New Roman"/><${p}family val="1"/></${p}rPr>`;

/** Programs keep line breaks within a text but may drop white space around it unless told otherwise. */
function run(p: string, text: string): string {
  const space = text === text.trim() ? '' : ' xml:space="preserve"';
  return `<${p}r>${RUN_FORMAT(p)}<${p}t${space}>${escapeXml(storedText(text))}</${p}t></${p}r>`;
}

/** As long as the text of a cell may be. */
const TEXT_LENGTH = 32_000;

/** Drops what XML cannot hold and escapes what a reader would take for an escape. */
function storedText(text: string): string {
  return escapeText(withoutImpossible(text.slice(0, TEXT_LENGTH)).replaceAll(/\r\n?/gu, '\n'));
}
