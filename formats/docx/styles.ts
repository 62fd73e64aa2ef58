import { elementsOf, type XmlNode } from '../xml/tree.ts';
import { isOn, isWord, valueOf, wordAttribute, wordChild } from './names.ts';

/** The list a paragraph belongs to; `num` is 0 where it is taken out of the one its style gives. */
export interface ListPlace {
  num: number;
  level: number | null;
}

/** What a style says itself. */
interface OwnStyle {
  basedOn: string | undefined;
  list: ListPlace | null;
  font: string | undefined;
  hidden: boolean | undefined;
  isHeading: boolean;
}

/** The styles of a document; every question is answered along the chain of what a style is based on. */
export interface Styles {
  /** Style of paragraphs that name none. */
  paragraphDefault: string | undefined;
  list: (style: string | undefined) => ListPlace | null;
  font: (style: string | undefined) => string | undefined;
  hidden: (style: string | undefined) => boolean;
  isHeading: (style: string | undefined) => boolean;
  /** Font of text whose styles name none. */
  defaultFont: string | undefined;
}

/** Reads the styles part; a document without one has none. */
export function readStyles(root: XmlNode | null): Styles {
  const styles = new Map<string, OwnStyle>();
  let paragraphDefault: string | undefined;
  for (const node of root === null ? [] : elementsOf(root)) {
    if (!isWord(node, 'style')) continue;
    const id = wordAttribute(node, 'styleId') ?? '';
    const isParagraph = wordAttribute(node, 'type') === 'paragraph';
    if (isParagraph && wordAttribute(node, 'default') === '1') paragraphDefault = id;
    const [paragraph, run] = [wordChild(node, 'pPr'), wordChild(node, 'rPr')];
    styles.set(id, {
      basedOn: valueOf(node, 'basedOn'),
      list: listPlaceOf(paragraph),
      font: fontOf(run),
      hidden: isOn(run, 'vanish'),
      isHeading:
        isParagraph &&
        (/^heading \d/iu.test(valueOf(node, 'name') ?? '') ||
          wordChild(paragraph, 'outlineLvl') !== undefined),
    });
  }
  const defaults = root === null ? undefined : wordChild(root, 'docDefaults');
  const along = <Value>(style: string | undefined, take: (own: OwnStyle) => Value | null | undefined) => {
    const seen = new Set<string>();
    for (let id = style; id !== undefined && !seen.has(id); id = styles.get(id)?.basedOn) {
      seen.add(id);
      const own = styles.get(id);
      const value = own && take(own);
      if (value !== undefined && value !== null) return value;
    }
    return undefined;
  };
  return {
    paragraphDefault,
    list: (style) => along(style, ({ list }) => list) ?? null,
    font: (style) => along(style, ({ font }) => font),
    hidden: (style) => along(style, ({ hidden }) => hidden) ?? false,
    isHeading: (style) => along(style, ({ isHeading }) => isHeading || undefined) ?? false,
    defaultFont: fontOf(wordChild(wordChild(defaults, 'rPrDefault'), 'rPr')),
  };
}

/** The list that properties of a paragraph name. */
export function listPlaceOf(paragraph: XmlNode | undefined): ListPlace | null {
  const list = wordChild(paragraph, 'numPr');
  const num = valueOf(list, 'numId');
  const level = valueOf(list, 'ilvl');
  if (num === undefined) return null;
  return { num: Number(num), level: level === undefined ? null : Number(level) };
}

/** The font that properties of a run name. */
export function fontOf(run: XmlNode | undefined): string | undefined {
  const fonts = wordChild(run, 'rFonts');
  return wordAttribute(fonts, 'ascii') ?? wordAttribute(fonts, 'hAnsi');
}
