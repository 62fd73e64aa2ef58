import { Packer, type Document } from 'docx';
import { DEFAULT_LIMITS } from '../limits.ts';
import { readZip } from '../zip/read.ts';
import { writeZip } from '../zip/write.ts';

const DOCUMENT = 'word/document.xml';

/** In the order of CT_PPr: nothing above and below, a line of one point, letters as small. */
const TINY =
  '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>';

/**
 * A Word document as a file. What ends a section is a paragraph of its own, which docx 9.7.0 makes as high as a line of
 * text: below a page that is full it would stand alone on a blank one.
 */
export async function packed(document: Document): Promise<Uint8Array> {
  const parts = await readZip(new Uint8Array(await Packer.toArrayBuffer(document)), DEFAULT_LIMITS);
  const xml = new TextDecoder().decode(parts.get(DOCUMENT));
  const tightened = xml.replaceAll('<w:p><w:pPr><w:sectPr', `<w:p><w:pPr>${TINY}<w:sectPr`);
  parts.set(DOCUMENT, new TextEncoder().encode(tightened));
  return writeZip([...parts].map(([name, data]) => ({ name, data })));
}
