import { qualifiedAttributes, scanXml, type XmlElement } from '../../formats/xml/scan.ts';

/** An element of the manifest with everything below it. */
export interface ManifestElement {
  /** Name as the rules write it: bare in the base part, `ov:` in VersionOverrides, `bt:` for the basic types. */
  readonly name: string;
  /** 1-based line of the end of its opening tag. */
  readonly line: number;
  /** Attributes without a namespace by their name, the schema type as `xsi:type`, others as `{uri}name`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly ManifestElement[];
  /** Its own text, trimmed. */
  readonly text: string;
}

const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.microsoft.com/office/appforoffice/1.1': '',
  'http://schemas.microsoft.com/office/taskpaneappversionoverrides': 'ov:',
  'http://schemas.microsoft.com/office/officeappbasictypes/1.0': 'bt:',
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi:',
  '': '',
};

/**
 * Reads a manifest into a tree.
 * @throws WorkbookReadError for anything that is not plain well-formed XML; it names the line
 */
export function readManifest(bytes: Uint8Array): ManifestElement {
  const root = { children: [] as Draft[] };
  const open: { children: Draft[]; text?: string }[] = [root];
  scanXml(bytes, 'manifest.xml', (position) => ({
    open(element) {
      const draft = draftOf(element, position.line);
      open.at(-1)?.children.push(draft);
      open.push(draft);
    },
    text(piece) {
      const draft = open.at(-1);
      if (draft?.text !== undefined) draft.text += piece;
    },
    close() {
      const draft = open.pop();
      if (draft?.text !== undefined) draft.text = draft.text.trim();
    },
  }));
  const [top] = root.children;
  if (top === undefined) throw new Error('A well-formed document has a root element.');
  return top;
}

type Draft = { -readonly [Key in keyof ManifestElement]: ManifestElement[Key] } & { children: Draft[] };

function draftOf(element: XmlElement, line: number): Draft {
  const attributes = new Map(
    qualifiedAttributes(element).map(({ local, uri, value }) => [qualified(uri, local), value] as const),
  );
  return { name: elementName(element), line, attributes, children: [], text: '' };
}

/** An element without any namespace must not pass for one of the base part. */
function elementName({ uri, local }: XmlElement): string {
  return uri === '' ? `{}${local}` : qualified(uri, local);
}

function qualified(uri: string, local: string): string {
  return `${PREFIXES[uri] ?? `{${uri}}`}${local}`;
}
