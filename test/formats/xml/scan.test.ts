import { describe, expect, it } from 'vitest';
import { attribute, attributeIn, scanXml } from '../../../formats/xml/scan.ts';
import { refusal } from '../refusal.ts';

const PART = 'xl/workbook.xml';

/** What a scan reports, one word per event. */
function events(xml: string | Uint8Array): string[] {
  const seen: string[] = [];
  const bytes = typeof xml === 'string' ? new TextEncoder().encode(xml) : xml;
  scanXml(bytes, PART, () => ({
    open: ({ local, uri }, depth) => seen.push(`<${local}|${uri}|${depth}`),
    text: (text, depth) => seen.push(`${text}|${depth}`),
    close: ({ local }, depth) => seen.push(`>${local}|${depth}`),
  }));
  return seen;
}

const refused = (xml: string | Uint8Array) => refusal(Promise.resolve().then(() => events(xml)));

describe('scanXml', () => {
  it('reports elements without their prefixes, with namespace and depth', () => {
    expect(
      events('<?xml version="1.0"?><x:a xmlns:x="u" xmlns="v"><b>t&amp;<![CDATA[<]]></b><x:c/></x:a>'),
    ).toEqual(['<a|u|1', '<b|v|2', 't&|2', '<|2', '>b|2', '<c|u|2', '>c|2', '>a|1']);
  });

  it('keeps a character that falls on the border of two chunks', () => {
    // A chunk begins with the part, or behind its last tag of three letters.
    for (let lead = 65_530; lead < 65_540; lead += 1) {
      const content = `${'a'.repeat(lead - 3)}ữ😀b`;
      const texts = events(`<a>${content}</a>`).filter(
        (event) => event.endsWith('|1') && !/^[<>]/u.test(event),
      );
      expect(texts.map((event) => event.slice(0, -2)).join('')).toBe(content);
    }
  });

  it('skips a byte order mark', () => {
    expect(events('\ufeff<a/>')).toEqual(['<a||1', '>a|1']);
  });

  it('gives attributes by name, and by namespace whatever the prefix', () => {
    scanXml(new TextEncoder().encode('<a xmlns:q="urn:r" id="1" q:id="2"/>'), PART, () => ({
      open(element) {
        expect(attribute(element, 'id')).toBe('1');
        expect(attribute(element, 'constructor')).toBeUndefined();
        expect(attributeIn(element, new Set(['urn:r']), 'id')).toBe('2');
        expect(attributeIn(element, new Set(['urn:s']), 'id')).toBeUndefined();
      },
    }));
    expect.assertions(4);
  });

  it('takes a prefix for what the nearest element around says it is', () => {
    expect(events('<p:a xmlns:p="u"><p:b xmlns:p="v" xmlns="w"><c/></p:b><p:d/><e/></p:a>')).toEqual([
      ...['<a|u|1', '<b|v|2', '<c|w|3', '>c|3', '>b|2', '<d|u|2', '>d|2', '<e||2', '>e|2', '>a|1'],
    ]);
  });

  it('tells handlers the line they stand on', () => {
    const lines: number[] = [];
    scanXml(new TextEncoder().encode('<a>\n\n<b/>\r\n<c/></a>'), PART, (position) => ({
      open: () => lines.push(position.line),
    }));
    expect(lines).toEqual([1, 3, 4]);
  });
});

describe('hostile XML', () => {
  it.each([
    '<p:a/>',
    '<a p:b="1"/>',
    '<a><b xmlns:p="u"/><p:c/></a>',
    '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>',
    '<a b="1" b="2"/>',
    '<:a/>',
    '<a xmlns:p="u"><p:b:c/></a>',
    '<a xmlns:p=""/>',
    '<xmlns:a/>',
    '<a xmlns:xml="u"/>',
    '<a xmlns:xmlns="u"/>',
    '<a xmlns:p="http://www.w3.org/XML/1998/namespace"/>',
    '<a xmlns="http://www.w3.org/2000/xmlns/"/>',
  ])('with names nobody can resolve is refused: %s', async (xml) => {
    expect((await refused(xml)).code).toBe('bad-xml');
  });

  it('with a DOCTYPE is refused before any entity counts', async () => {
    const laughs =
      '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;&l;&l;&l;&l;&l;">]><a>&m;</a>';
    expect(await refused(laughs)).toMatchObject({ code: 'xml-doctype', data: { part: PART, line: 2 } });
    const outside = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>';
    expect((await refused(outside)).code).toBe('xml-doctype');
  });

  it.each(['<a>&lol;</a>', '<a>&constructor;</a>', '<a>&__proto__;</a>', '<a b="&x;"/>'])(
    'with an entity nobody declared is refused: %s',
    async (xml) => {
      expect((await refused(xml)).code).toBe('bad-xml');
    },
  );

  it('nested too deep is refused; 128 levels are read', async () => {
    const nested = (levels: number) => '<a>'.repeat(levels) + '</a>'.repeat(levels);
    expect(events(nested(128))).toHaveLength(256);
    expect(await refused(nested(129))).toMatchObject({ code: 'xml-too-deep', data: { limit: 128 } });
    expect((await refused('<a>'.repeat(5_000_000))).code).toBe('xml-too-deep');
  });

  it.each([
    ['text', (filler: string) => `<a>${filler}</a>`],
    ['attribute', (filler: string) => `<a b="${filler}"/>`],
    ['comment', (filler: string) => `<a><!--${filler}--></a>`],
    ['element name', (filler: string) => `<a${filler}/>`],
    ['instruction', (filler: string) => `<?a ${filler}?><a/>`],
  ])('with an endless %s is refused before its end', async (_, build) => {
    const xml = build('x'.repeat(20_000_000));
    expect((await refused(xml)).code).toBe('xml-run-too-long');
  });

  it('with an endless list of attributes is refused', async () => {
    const attributes = Array.from({ length: 700_000 }, (_, index) => ` b${index}=""`).join('');
    expect((await refused(`<a${attributes}/>`)).code).toBe('xml-run-too-long');
  });
});

describe('damaged XML', () => {
  it.each([
    ['<a>\n<b></a>', 2],
    ['<a>\n\n', 3],
    ['<a/><b/>', 1],
    ['', 1],
    ['a', 1],
    ['<a b="1" b="2"/>', 1],
    ['<x:a/>', 1],
    ['<a>\u0000</a>', 1],
    ['<a>\n&#0;</a>', 2],
  ])('%j is refused with its line', async (xml, line) => {
    expect(await refused(xml)).toMatchObject({ code: 'bad-xml', data: { part: PART, line } });
  });

  it('in another encoding than it may have is refused', async () => {
    const latin = Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>', 'latin1');
    expect((await refused(new Uint8Array(latin))).code).toBe('bad-xml');
  });
});
