import { describe, expect, it } from 'vitest';
import { WorkbookReadError } from '../../../formats/read-error.ts';
import { scanXml } from '../../../formats/xml/scan.ts';

/** What a scan reports, with lines and places, and how it ends. */
function scanned(xml: string): unknown[] {
  const seen: unknown[] = [];
  try {
    scanXml(new TextEncoder().encode(xml), 'part.xml', (position) => ({
      open: ({ local, uri, attributes }, depth) =>
        seen.push(['open', local, uri, { ...attributes }, depth, position.line, position.offset]),
      // Where blanks around the root are told does not matter to anybody.
      text: (text, depth) => depth > 0 && seen.push(['text', text, depth, position.line, position.offset]),
      close: ({ local }, depth) => seen.push(['close', local, depth, position.line, position.offset]),
    }));
  } catch (error) {
    if (!(error instanceof WorkbookReadError)) throw error;
    seen.push(['refused', error.finding.code, error.finding.data]);
  }
  return seen;
}

/** A declaration of XML that only the parser knows, as long as the usual one. */
const OF_PARSER = '<?xml version = "1.0"?>';
const USUAL = '<?xml version="1.0"  ?>';

const sheet = (content: string) => `<worksheet xmlns="main"><sheetData>${content}</sheetData></worksheet>`;

describe('plain tags are what the parser says they are', () => {
  it.each([
    sheet('<row r="1" x:y="2" xmlns:x="u"><c r="A1" t="s"><v>1</v></c><c r="B1"/></row>'),
    sheet('<c><f>IF(A1=&quot;&quot;,&lt;&gt;&amp;lt;&apos;x)</f><v>Tỉnh 😀</v></c>'),
    sheet('<c>&#10;&#x41;</c><d>&amp;</d>'),
    sheet('<c>&amp</c>'),
    sheet('<c>&x;</c>'),
    sheet('<c>a & b</c>'),
    sheet("<c a='1' b='\"2\"' c=\"'\">x</c>"),
    sheet('<c a="1\n2" b="\t">x</c>'),
    sheet('<c a="1" a="2">x</c>'),
    sheet('<c a="1"b="2">x</c>'),
    sheet('<c a = "1" >x</c >'),
    sheet('<c a="x>y" b="x&gt;y">a>b</c>'),
    sheet('<c a="<">x</c>'),
    sheet('<c a=1>x</c>'),
    sheet('<c a>x</c>'),
    sheet('<c / >'),
    sheet('<c/ >'),
    sheet('<c //>'),
    sheet('< c>x</c>'),
    sheet('<c>x</ c>'),
    sheet('<c>x</d>'),
    sheet('<c>x</cc>'),
    sheet('<1>x</1>'),
    sheet('<tên>x</tên>'),
    sheet('<c __proto__="1" constructor="2">x</c>'),
    sheet('<c>]]></c>'),
    sheet('<c><![CDATA[<&]]>y</c><d>z</d>'),
    sheet('<c>x<!-- <d> --></c><d>z</d>'),
    sheet('<c>x<?go <d> ?></c><d>z</d>'),
    sheet('<c>x\r\ny\rz</c>\r<d/>\n<e/>'),
    sheet('<c>\u0001</c>'),
    sheet('<c>\ufffe</c>'),
    sheet('<c>'),
    sheet('<c>x</c></row>'),
    sheet('<p:c/>'),
    '\n\n<a>\n<b/></a>\n\n',
    '<a/><b/>',
    '<a/>x',
    '<a/>\n<!-- x -->\n',
    '<a/></a>',
    '<a',
    '<a>',
    'x<a/>',
    '',
    '<!DOCTYPE a><a/>',
    '<a>\n<!DOCTYPE a></a>',
    `<a>${'<b>'.repeat(200)}`,
  ])('%s', (xml) => {
    expect(scanned(USUAL + xml)).toEqual(scanned(OF_PARSER + xml));
  });

  it('wherever a chunk ends', () => {
    const row = '<row r="1"><c r="A1" t="str"><f>IF(A1=&quot;&quot;,1,2)</f><v>Tỉnh 😀</v></c>\n<c/></row>';
    for (let lead = 0; lead < row.length; lead += 1) {
      const xml = sheet(`<a>${'x'.repeat(65_536 - 90 - lead)}</a>${row}<c>&#65;</c>${row}`);
      expect(scanned(USUAL + xml)).toEqual(scanned(OF_PARSER + xml));
    }
  });
});
