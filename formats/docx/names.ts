import { attributeIn } from '../xml/scan.ts';
import type { XmlNode } from '../xml/tree.ts';

/** WordprocessingML: the transitional namespace every program writes, and the strict one Word can write. */
const WORD: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/** Whether an element is one of Word's own of a name. */
export function isWord(node: XmlNode, local: string): boolean {
  return node.local === local && WORD.has(node.uri);
}

/** A child of Word's own of a name. */
export function wordChild(node: XmlNode | undefined, local: string): XmlNode | undefined {
  return node?.children.find((child): child is XmlNode => typeof child !== 'string' && isWord(child, local));
}

/** An attribute of Word's own (`w:val`). */
export function wordAttribute(node: XmlNode | undefined, local: string): string | undefined {
  return node && attributeIn(node, WORD, local);
}

/** The `w:val` of a child; undefined where there is no such child. */
export function valueOf(node: XmlNode | undefined, local: string): string | undefined {
  return wordAttribute(wordChild(node, local), 'val');
}

/** Whether a property that is on by being there is on; undefined where it is not there. */
export function isOn(node: XmlNode | undefined, local: string): boolean | undefined {
  const child = wordChild(node, local);
  if (child === undefined) return undefined;
  return !['0', 'false', 'off', 'none'].includes(wordAttribute(child, 'val') ?? '1');
}
