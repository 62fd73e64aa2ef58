/** Namespaces by prefix, '' for that of elements without one; those around an element are its prototypes. */
export type Prefixes = Readonly<Record<string, string | undefined>>;

/** A name as its prefix makes it. */
export interface QualifiedName {
  /** Without its prefix. */
  local: string;
  /** '' for a name in no namespace. */
  uri: string;
}

const XML = 'http://www.w3.org/XML/1998/namespace';
const DECLARATIONS = 'http://www.w3.org/2000/xmlns/';
const DECLARES = 'xmlns';

/** What every document begins with. */
export const NO_PREFIXES: Prefixes = Object.assign(Object.create(null) as Prefixes, {
  '': '',
  xml: XML,
  [DECLARES]: DECLARATIONS,
});

/** Whether an attribute's name says or needs more than the name alone. */
export function isQualified(name: string): boolean {
  return name === DECLARES || name.includes(':');
}

/**
 * The prefixes within an element that has the attributes.
 * @throws Error for a declaration XML does not allow
 */
export function prefixesWithin(attributes: Readonly<Record<string, string>>, around: Prefixes): Prefixes {
  let own: Record<string, string> | null = null;
  for (const name in attributes) {
    if (!isDeclaration(name)) continue;
    const prefix = name.slice(DECLARES.length + 1);
    const uri = (attributes[name] ?? '').trim();
    assertDeclarable(name, prefix, uri);
    // A chain, not a copy: elements in elements may each declare one more.
    own ??= Object.create(around) as Record<string, string>;
    own[prefix] = uri;
  }
  return own ?? around;
}

/**
 * The name of an element.
 * @throws Error for a prefix nobody declared
 */
export function elementName(name: string, prefixes: Prefixes): QualifiedName {
  if (!name.includes(':')) return { local: name, uri: prefixes[''] ?? '' };
  if (name.startsWith(`${DECLARES}:`)) throw new Error('tags may not have "xmlns" as prefix.');
  return resolved(name, prefixes);
}

/** The name of an attribute; one without a prefix is in no namespace. */
export function attributeName(name: string, prefixes: Prefixes): QualifiedName {
  return name.includes(':') ? resolved(name, prefixes) : { local: name, uri: '' };
}

/** Whether an attribute declares a prefix or the namespace of names without one. */
export function isDeclaration(name: string): boolean {
  return name === DECLARES || name.startsWith(`${DECLARES}:`);
}

/** @throws Error where two attributes are the same but for their prefixes, or a prefix is not declared */
export function assertDistinct(attributes: Readonly<Record<string, string>>, prefixes: Prefixes): void {
  let seen: Set<string> | null = null;
  for (const name in attributes) {
    if (!name.includes(':')) continue;
    const { local, uri } = resolved(name, prefixes);
    const id = `{${uri}}${local}`;
    seen ??= new Set();
    if (seen.has(id)) throw new Error(`duplicate attribute: ${id}.`);
    seen.add(id);
  }
}

function resolved(name: string, prefixes: Prefixes): QualifiedName {
  const colon = name.indexOf(':');
  const [prefix, local] = [name.slice(0, colon), name.slice(colon + 1)];
  if (prefix === '' || local === '' || local.includes(':')) throw new Error(`malformed name: ${name}.`);
  const uri = prefixes[prefix];
  if (uri === undefined) throw new Error(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
  return { local, uri };
}

function assertDeclarable(name: string, prefix: string, uri: string): void {
  const isDefault = name === DECLARES;
  if (uri === '' && !isDefault) throw new Error('invalid attempt to undefine prefix in XML 1.0');
  const isOwn = (prefix === 'xml' && uri === XML) || (prefix === DECLARES && uri === DECLARATIONS);
  const isReserved = prefix === 'xml' || prefix === DECLARES || uri === XML || uri === DECLARATIONS;
  // Even where it says what holds anyway, `xmlns` may not be declared.
  if (isReserved && (!isOwn || prefix === DECLARES)) {
    throw new Error(`${isDefault ? 'the default namespace' : `the prefix "${prefix}"`} may not be "${uri}".`);
  }
}
