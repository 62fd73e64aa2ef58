import { scanXml, type XmlElement } from './scan.ts';

/** An element with what stands in it. */
export interface XmlNode extends XmlElement {
  readonly children: readonly (XmlNode | string)[];
}

/**
 * A part as a tree, for parts that are small enough to be held whole.
 * @throws WorkbookReadError for anything that is not plain well-formed XML
 */
export function readTree(bytes: Uint8Array, part: string): XmlNode {
  const top: XmlNode[] = [];
  const open: { node: XmlNode; children: (XmlNode | string)[] }[] = [];
  scanXml(bytes, part, () => ({
    open(element) {
      const children: (XmlNode | string)[] = [];
      const node: XmlNode = { ...element, children };
      (open.at(-1)?.children ?? top).push(node);
      open.push({ node, children });
    },
    text(piece) {
      open.at(-1)?.children.push(piece);
    },
    close() {
      open.pop();
    },
  }));
  const [root] = top;
  // The scan refuses a part without a root.
  if (root === undefined) throw new Error(`${part} has no root.`);
  return root;
}

/** The elements directly within one. */
export function elementsOf({ children }: XmlNode): XmlNode[] {
  return children.filter((child) => typeof child !== 'string');
}

/** The text directly within an element. */
export function textOf({ children }: XmlNode): string {
  return children.filter((child) => typeof child === 'string').join('');
}
