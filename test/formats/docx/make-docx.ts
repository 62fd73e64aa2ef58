import { writeZip } from '../../../formats/zip/write.ts';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a document beside its body, as XML within their roots. */
interface Beside {
  styles?: string;
  numbering?: string;
  footnotes?: string;
}

/** A .docx of a body written in XML. */
export async function makeDocx(body: string, beside: Beside = {}): Promise<Uint8Array> {
  const roots = { styles: 'styles', numbering: 'numbering', footnotes: 'footnotes' } as const;
  const kinds = Object.keys(roots).filter(
    (kind) => beside[kind as keyof Beside] !== undefined,
  ) as (keyof Beside)[];
  const relationships = (targets: readonly [type: string, target: string][]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(
        ([type, target], at) =>
          `<Relationship Id="r${at}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`;
  const type = (name: string, kind: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
  const types = [type('document', 'document.main'), ...kinds.map((kind) => type(kind, kind))].join('');
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types}</Types>`,
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(kinds.map((kind) => [kind, `${kind}.xml`])),
    ...Object.fromEntries(
      kinds.map((kind) => [
        `word/${kind}.xml`,
        `<w:${roots[kind]} ${WORD}>${beside[kind] ?? ''}</w:${roots[kind]}>`,
      ]),
    ),
  };
  return writeZip(
    Object.entries(parts).map(([name, text]) => ({ name, data: new TextEncoder().encode(text) })),
  );
}

/** A run of text, with properties where some are given. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs, with properties where some are given. */
export function paragraph(runs: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

/** A paragraph of a list. */
export function listed(text: string, num: number, level: number): string {
  return paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`);
}

/** A table of cells that are text, or XML that begins with `<`. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (text.startsWith('<w:tc>') ? text : `<w:tc>${paragraph(run(text))}</w:tc>`);
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A cell over several columns, or the part of one that goes on over rows. */
export function merged(
  text: string,
  { span = 1, down }: { span?: number; down?: 'restart' | 'continue' },
): string {
  const vertical = down === undefined ? '' : `<w:vMerge w:val="${down}"/>`;
  return `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/>${vertical}</w:tcPr>${paragraph(run(text))}</w:tc>`;
}
