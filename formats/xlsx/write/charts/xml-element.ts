/** A piece of finished XML; only {@link element} makes one, so text cannot slip in unescaped. */
export interface Xml {
  readonly xml: string;
}

/** Text is escaped; null stands for nothing, so that a part of an element can be left out in place. */
export type XmlContent = Xml | string | number | null | readonly XmlContent[];

/**
 * Writes one element. A name with its prefix is taken as it is, and attributes stand in the order given.
 * @throws RangeError when a number is not finite: no reader accepts NaN
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...content: readonly XmlContent[]
): Xml {
  const opening = Object.entries(attributes).reduce(
    (sum, [key, value]) => `${sum} ${key}="${attributeText(plain(value))}"`,
    `<${name}`,
  );
  const inner = content.map(written).join('');
  return { xml: inner === '' ? `${opening}/>` : `${opening}>${inner}</${name}>` };
}

/** A whole part of the package, with its XML declaration. */
export function xmlPart(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root.xml}`;
}

function written(content: XmlContent): string {
  if (content === null) return '';
  if (typeof content === 'string' || typeof content === 'number') return escaped(plain(content));
  return 'xml' in content ? content.xml : content.map(written).join('');
}

function plain(value: string | number): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`A chart cannot show ${value}: expected a finite number.`);
  }
  return String(value);
}

/** Control characters and unpaired surrogates have no place in XML 1.0, not even escaped. */
// eslint-disable-next-line no-control-regex
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

function escaped(text: string): string {
  return text
    .replaceAll(IMPOSSIBLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Readers turn bare line ends and tabs within an attribute into spaces. */
function attributeText(text: string): string {
  return escaped(text).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;').replaceAll('\r', '&#13;');
}
