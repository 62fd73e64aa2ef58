import { elementsOf, textOf, type XmlNode } from '../xml/tree.ts';

/** Office Math, the namespace every program writes and the strict one Word can write. */
const MATH: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
]);

/** Whether an element is an equation in a paragraph. */
export function isEquation(node: XmlNode): boolean {
  return isMath(node, 'oMath');
}

/**
 * An equation in a line of text: `≥95%` stays as it is, a fraction becomes `1/3`, an exponent goes through `raised`.
 * @param raised digits as an exponent shows them
 */
export function equationText(node: XmlNode, raised: (digits: string) => string): string {
  const inLine = (part: XmlNode): string => {
    if (isMath(part, 't')) return textOf(part);
    if (isMath(part, 'f')) return `${side(part, 'num')}/${side(part, 'den')}`;
    if (isMath(part, 'sSup')) return `${side(part, 'e')}${raised(side(part, 'sup'))}`;
    return elementsOf(part).map(inLine).join('');
  };
  const side = (part: XmlNode, name: string) =>
    elementsOf(part)
      .filter((child) => isMath(child, name))
      .map(inLine)
      .join('');
  return inLine(node);
}

function isMath(node: XmlNode, local: string): boolean {
  return node.local === local && MATH.has(node.uri);
}
