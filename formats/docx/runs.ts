import { raised } from '../letters/raised.ts';
import { elementsOf, textOf, type XmlNode } from '../xml/tree.ts';
import { equationText, isEquation } from './equation.ts';
import { isOn, isWord, valueOf, wordAttribute, wordChild } from './names.ts';
import { fontOf, type Styles } from './styles.ts';
import { shownText, symbolText } from './symbols.ts';

/** A piece of text in one font. */
export interface Piece {
  text: string;
  font: string | undefined;
  hidden: boolean;
  /** Whether a line goes through it: somebody means that it no longer stands there. */
  struck: boolean;
  /** Whether a change that nobody has accepted put it there or takes it away. */
  tracked: boolean;
}

/** What a paragraph holds: its pieces, and the text boxes and footnotes that hang on it. */
export interface Content {
  pieces: Piece[];
  /** Paragraphs and tables of text boxes. */
  boxes: XmlNode[];
  /** Ids of footnotes and endnotes, in order. */
  notes: string[];
}

const TRACKED: ReadonlySet<string> = new Set(['ins', 'del', 'moveFrom', 'moveTo']);

/** Reads what stands in a paragraph. @param style of the paragraph */
export function contentOf(paragraph: XmlNode, style: string | undefined, styles: Styles): Content {
  const content: Content = { pieces: [], boxes: [], notes: [] };
  // The end of a paragraph that was put in or taken out joins or parts two others.
  const end = wordChild(wordChild(paragraph, 'pPr'), 'rPr');
  if (end !== undefined && elementsOf(end).some(({ local }) => TRACKED.has(local)))
    content.pieces.push({ text: '', font: undefined, hidden: false, struck: false, tracked: true });
  const walk = (node: XmlNode, tracked: boolean) => {
    for (const child of elementsOf(node)) {
      if (isWord(child, 'r')) readRun(child, style, styles, tracked, content);
      else if (isEquation(child))
        content.pieces.push({
          text: equationText(child, raised),
          font: undefined,
          hidden: false,
          struck: false,
          tracked,
        });
      else if (child.local === 'pPr' || child.local === 'Fallback') continue;
      else walk(child, tracked || (TRACKED.has(child.local) && isWord(child, child.local)));
    }
  };
  walk(paragraph, false);
  return content;
}

/** Half points by which a run that is moved up stands over the line, as other programs write a superscript. */
const LIFTED = 4;
/** The mark of a footnote or an exponent; a whole figure may stand higher than its line for the looks of it. */
const MARK = /^[([]?\d{1,2}[)\]]?$/u;

function readRun(
  run: XmlNode,
  style: string | undefined,
  styles: Styles,
  tracked: boolean,
  content: Content,
): void {
  const properties = wordChild(run, 'rPr');
  const own = valueOf(properties, 'rStyle');
  const font = fontOf(properties) ?? styles.font(own) ?? styles.font(style) ?? styles.defaultFont;
  const hidden = isOn(properties, 'vanish') ?? (styles.hidden(own) || styles.hidden(style));
  const struck = isOn(properties, 'strike') === true || isOn(properties, 'dstrike') === true;
  const isRaised = valueOf(properties, 'vertAlign') === 'superscript';
  const isLifted = Number(valueOf(properties, 'position') ?? 0) >= LIFTED;
  const say = (text: string) => {
    const isMark = isLifted && MARK.test(text) && /\S$/u.test(content.pieces.at(-1)?.text ?? '');
    content.pieces.push({ text: isRaised || isMark ? raised(text) : text, font, hidden, struck, tracked });
  };
  for (const child of elementsOf(run)) {
    if (isWord(child, 't') || isWord(child, 'delText')) say(shownText(textOf(child), font));
    else if (isWord(child, 'tab') || isWord(child, 'ptab')) say(' ');
    else if (isWord(child, 'br') || isWord(child, 'cr')) say('\n');
    else if (isWord(child, 'noBreakHyphen')) say('-');
    else if (isWord(child, 'sym'))
      say(symbolText(wordAttribute(child, 'char'), wordAttribute(child, 'font')));
    else if (isWord(child, 'footnoteReference') || isWord(child, 'endnoteReference'))
      content.notes.push(`${child.local.slice(0, -'Reference'.length)}:${idOf(child)}`);
    else if (child.local === 'AlternateContent' || isWord(child, 'pict') || isWord(child, 'drawing'))
      content.boxes.push(...boxesIn(child));
  }
}

function idOf(node: XmlNode): string {
  return Object.entries(node.attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

/** The paragraphs of text boxes, of two forms of one only the first. */
function boxesIn(node: XmlNode): XmlNode[] {
  if (node.local === 'Fallback') return [];
  if (isWord(node, 'txbxContent')) return elementsOf(node);
  return elementsOf(node).flatMap(boxesIn);
}
