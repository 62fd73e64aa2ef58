import { columnLetters } from '../../../core/sheet/address.ts';
import { writeZip } from '../../../formats/zip/write.ts';
import { ENTRY, figure, formula, type Damage } from '../damage.ts';
import { damaged, escaped, Package } from '../package.ts';
import type { Subject } from '../subject.ts';
import { rawZip } from '../raw-zip.ts';

const encoder = new TextEncoder();

function edited(change: (parts: Package, subject: Subject) => void): Damage['damage'] {
  return (subject) => damaged(subject.bytes, (parts) => change(parts, subject));
}

/** The parts of a workbook with a zip around them that no program writes. */
function packed(
  change: (entries: { name: string; data: Uint8Array }[]) => { name: string; data: Uint8Array }[],
): Damage['damage'] {
  return async (subject) => {
    const { parts } = await Package.open(subject.bytes);
    return rawZip(change([...parts].map(([name, data]) => ({ name, data }))));
  };
}

const inSheet = (change: (xml: string, subject: Subject) => string): Damage['damage'] =>
  edited((parts, subject) => parts.editSheet(ENTRY, (xml) => change(xml, subject)));

const STRICT: readonly [string, string][] = [
  [
    'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    'http://purl.oclc.org/ooxml/spreadsheetml/main',
  ],
  [
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'http://purl.oclc.org/ooxml/officeDocument/relationships',
  ],
];

/** Looks that are lost: nobody's figures. */
export const formatDamages: readonly Damage[] = [
  {
    name: 'a column pasted over with its formats: no style left',
    damage: inSheet((xml, subject) => {
      const letters = columnLetters(figure(subject).column);
      return xml.replaceAll(new RegExp(`(<c r="${letters}\\d+") s="\\d+"`, 'gu'), '$1');
    }),
    expect: 'harmless',
  },
  {
    name: 'validations lost',
    damage: inSheet((xml) => xml.replace(/<dataValidations[\s\S]*<\/dataValidations>/u, '')),
    expect: { found: ['validation-lost'] },
  },
  {
    name: 'conditional formats lost',
    damage: inSheet((xml) => xml.replaceAll(/<conditionalFormatting[\s\S]*?<\/conditionalFormatting>/gu, '')),
    expect: { found: ['conditional-format-lost'] },
  },
  {
    name: 'protection removed',
    damage: inSheet((xml) => xml.replace(/<sheetProtection[^>]*\/>/u, '')),
    expect: { found: ['protection-removed'] },
  },
  {
    name: 'dates counted from 1904',
    damage: edited((parts) =>
      parts.editWorkbook((xml) => xml.replace('<workbookPr ', '<workbookPr date1904="1" ')),
    ),
    expect: { found: ['dates-1904'] },
  },
  {
    name: 'calculation set to manual, numbers to the precision shown',
    damage: edited((parts) =>
      parts.editWorkbook((xml) =>
        xml.replace(/<calcPr[^>]*\/>/u, '<calcPr calcId="1" calcMode="manual" fullPrecision="0"/>'),
      ),
    ),
    expect: 'harmless',
  },
  {
    name: 'comments added',
    damage: edited((parts) => {
      const sheet = parts.partOf(ENTRY);
      const links = sheet.replace(/([^/]+)$/u, '_rels/$1.rels');
      parts.set(
        'xl/comments1.xml',
        '<?xml version="1.0"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Cán bộ</author></authors><commentList><comment ref="F9" authorId="0"><text><t>Đã hỏi xã</t></text></comment></commentList></comments>',
      );
      parts.addType(
        'xl/comments1.xml',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
      );
      parts.set(
        links,
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>',
      );
    }),
    expect: 'harmless',
  },
  {
    name: 'a text box and a picture laid over the form',
    damage: edited((parts) => {
      const links = parts.partOf(ENTRY).replace(/([^/]+)$/u, '_rels/$1.rels');
      const [namespaces, relations] = [
        'http://schemas.openxmlformats.org/drawingml/2006',
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      ];
      const at = (content: string) =>
        `<xdr:oneCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>13</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="900000" cy="300000"/>${content}<xdr:clientData/></xdr:oneCellAnchor>`;
      parts.set(
        'xl/drawings/drawing99.xml',
        `<xdr:wsDr xmlns:xdr="${namespaces}/spreadsheetDrawing" xmlns:a="${namespaces}/main">${at('<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="TextBox 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>số đúng là 18.500</a:t></a:r></a:p></xdr:txBody></xdr:sp>')}${at('<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Ảnh"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill/><xdr:spPr/></xdr:pic>')}</xdr:wsDr>`,
      );
      parts.addType('xl/drawings/drawing99.xml', 'application/vnd.openxmlformats-officedocument.drawing+xml');
      parts.set(
        links,
        `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdD" Type="${relations}/drawing" Target="../drawings/drawing99.xml"/></Relationships>`,
      );
      parts.editSheet(ENTRY, (xml) =>
        xml.replace('</worksheet>', `<drawing xmlns:r="${relations}" r:id="rIdD"/></worksheet>`),
      );
    }),
    expect: 'harmless',
  },
  {
    name: 'a name of somebody’s own',
    damage: edited((parts) =>
      parts.editWorkbook((xml) =>
        xml.replace(
          '</definedNames>',
          '<definedName name="DanhSach">Sheet9!$A$1:$A$9</definedName></definedNames>',
        ),
      ),
    ),
    expect: { found: ['names-added'] },
  },
  {
    name: 'a name that points to nothing',
    damage: edited((parts) =>
      parts.editWorkbook((xml) =>
        xml.replace('</definedNames>', '<definedName name="Hong">#REF!</definedName></definedNames>'),
      ),
    ),
    expect: { found: ['names-broken'] },
  },
  {
    name: 'a link to another workbook',
    damage: edited((parts) => {
      parts.addLinked(
        'xl/externalLinks/externalLink1.xml',
        '<?xml version="1.0"?><externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml',
      );
    }),
    expect: { found: ['external-links'] },
  },
  {
    name: 'macros in the file',
    damage: edited((parts) => {
      parts.addLinked(
        'xl/vbaProject.bin',
        'not a program',
        'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
        'application/vnd.ms-office.vbaProject',
      );
    }),
    expect: { found: ['macros'] },
  },
  {
    name: 'a digital signature',
    damage: edited((parts) => {
      parts.set('_xmlsignatures/origin.sigs', '');
      parts.set('_xmlsignatures/sig1.xml', '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>');
    }),
    expect: { found: ['digitally-signed'] },
  },
  {
    name: 'saved as strict OOXML',
    damage: edited((parts) => {
      for (const [name, data] of parts.parts) {
        if (!/\.(?:xml|rels)$/u.test(name)) continue;
        let text = new TextDecoder().decode(data);
        for (const [from, to] of STRICT) text = text.replaceAll(from, to);
        parts.set(name, text);
      }
    }),
    expect: 'harmless',
  },
  {
    name: 'a name space prefix before every element of a sheet',
    damage: inSheet((xml) =>
      xml
        .replaceAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])/gu, '<$1x:$2')
        .replace(
          'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
          'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
        ),
    ),
    expect: 'harmless',
  },
  {
    name: 'results of all formulas dropped, as libraries save',
    damage: edited((parts) => {
      for (const name of parts.sheetNames()) {
        const part = parts.partOf(name);
        parts.set(part, parts.text(part).replaceAll(/(<\/f>)<v>[^<]*<\/v>/gu, '$1'));
      }
    }),
    expect: 'harmless',
  },
];

/** Files that are damaged, or made to do damage. */
export const fileDamages: readonly Damage[] = [
  {
    name: 'the file cut in half',
    damage: ({ bytes }) => bytes.slice(0, Math.floor(bytes.length / 2)),
    expect: { refused: 'damaged-zip' },
  },
  { name: 'an empty file', damage: () => new Uint8Array(), expect: { refused: 'empty-file' } },
  {
    name: 'a web page named .xlsx',
    damage: () => encoder.encode('<html><table><tr><td>12</td></tr></table></html>'),
    expect: { refused: 'not-a-zip' },
  },
  {
    name: 'a byte of a sheet changed in transit',
    damage: ({ bytes }) => {
      const copy = bytes.slice();
      const at = Math.floor(bytes.length / 2);
      copy[at] = (copy[at] ?? 0) ^ 0xff;
      return copy;
    },
    expect: { refused: 'damaged-zip' },
  },
  {
    name: 'a zip bomb (300 MB of spaces)',
    damage: packed((entries) => [
      ...entries.filter(({ name }) => name !== 'xl/sharedStrings.xml'),
      { name: 'xl/sharedStrings.xml', data: new Uint8Array(300 * 1024 * 1024).fill(32) },
    ]),
    expect: { refused: 'part-too-large' },
  },
  {
    name: 'the same part twice',
    damage: packed((entries) => [
      ...entries,
      ...entries.filter(({ name }) => name === 'xl/worksheets/sheet3.xml'),
    ]),
    expect: { refused: 'duplicate-part' },
  },
  {
    name: 'a part that leads outside (../)',
    damage: packed((entries) => [...entries, { name: '../../etc/passwd', data: encoder.encode('x') }]),
    expect: { refused: 'unsafe-part-name' },
  },
  {
    name: 'three thousand parts',
    damage: packed((entries) => [
      ...entries,
      ...Array.from({ length: 3_000 }, (_, at) => ({
        name: `xl/media/image${at}.png`,
        data: encoder.encode('x'),
      })),
    ]),
    expect: { refused: 'too-many-parts' },
  },
  {
    name: 'entities that multiply (billion laughs)',
    damage: inSheet((xml) => {
      const lines = Array.from(
        { length: 9 },
        (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
      ).join('');
      return xml
        .replace('<worksheet', `<!DOCTYPE worksheet [<!ENTITY l0 "lol">${lines}]><worksheet`)
        .replace(
          '</sheetData>',
          '<row r="900"><c r="A900" t="inlineStr"><is><t>&l9;</t></is></c></row></sheetData>',
        );
    }),
    expect: { refused: 'xml-doctype' },
  },
  {
    name: 'an entity that reads a file of the computer',
    damage: inSheet((xml) =>
      xml
        .replace('<worksheet', '<!DOCTYPE worksheet [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet')
        .replace(
          '</sheetData>',
          '<row r="900"><c r="A900" t="inlineStr"><is><t>&f;</t></is></c></row></sheetData>',
        ),
    ),
    expect: { refused: 'xml-doctype' },
  },
  {
    name: 'a cell with 100 MB of text',
    damage: async (subject) => {
      const parts = await Package.open(subject.bytes);
      parts.setCell(ENTRY, figure(subject).address, 'MARK');
      const [before = '', after = ''] = parts.text(parts.partOf(ENTRY)).split('MARK');
      const data = new Uint8Array(before.length * 3 + after.length * 3 + 100 * 1024 * 1024).fill(97);
      const head = encoder.encode(before);
      const tail = encoder.encode(after);
      const whole = data.subarray(0, head.length + 100 * 1024 * 1024 + tail.length);
      whole.set(head, 0);
      whole.set(tail, whole.length - tail.length);
      const name = parts.partOf(ENTRY);
      return writeZip(
        [...parts.parts].map(([part, bytes]) => ({ name: part, data: part === name ? whole : bytes })),
      );
    },
    expect: { refused: 'xml-run-too-long' },
  },
  {
    name: 'a reason longer than a cell may be',
    damage: edited((parts, subject) => parts.setCell(ENTRY, figure(subject).address, 'a'.repeat(40_000))),
    expect: { refused: 'text-too-long' },
  },
  {
    name: 'XML that ends in the middle of a sheet',
    damage: inSheet((xml) => xml.slice(0, Math.floor(xml.length / 2))),
    expect: { refused: 'bad-xml' },
  },
  {
    name: 'a sheet in another encoding than it says',
    damage: async (subject) => {
      const parts = await Package.open(subject.bytes);
      const text = parts.text(parts.partOf(ENTRY));
      parts.parts.set(
        parts.partOf(ENTRY),
        Uint8Array.from([...text].map((letter) => letter.codePointAt(0) ?? 63)),
      );
      return parts.bytes();
    },
    expect: { refused: 'bad-xml' },
  },
  {
    name: 'a sheet in UTF-16',
    damage: async (subject) => {
      const parts = await Package.open(subject.bytes);
      const text = parts.text(parts.partOf(ENTRY)).replace('encoding="UTF-8"', 'encoding="UTF-16"');
      parts.parts.set(parts.partOf(ENTRY), new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')));
      return parts.bytes();
    },
    expect: 'harmless',
  },
  {
    name: 'a number that is none in a number cell',
    damage: edited((parts, subject) => parts.setCell(ENTRY, figure(subject).address, { xml: '<v>12,5</v>' })),
    expect: { refused: 'bad-cell-value' },
  },
  {
    name: 'one cell twice in a row',
    damage: edited((parts, subject) => {
      const { address } = figure(subject);
      const cell = parts.cell(ENTRY, address);
      parts.editSheet(ENTRY, (xml) => xml.replace(cell, `${cell}<c r="${address}"><v>999</v></c>`));
    }),
    expect: { refused: 'duplicate-cell' },
  },
  {
    name: 'a cell outside any sheet (XFE1)',
    damage: inSheet((xml) =>
      xml.replace('</sheetData>', '<row r="900"><c r="XFE900"><v>1</v></c></row></sheetData>'),
    ),
    expect: { refused: 'bad-cell-address' },
  },
  {
    name: 'a formula of 30 000 brackets',
    damage: edited((parts, subject) => {
      const { sheet, address } = formula(subject, /\.(?:path|pathGap|gap|actual)$/u);
      parts.setCell(sheet, address, {
        xml: `<f>${escaped('('.repeat(15_000))}1${')'.repeat(15_000)}</f><v>1</v>`,
      });
    }),
    expect: { found: ['formula-altered'] },
  },
  {
    name: 'a sheet with a hundred thousand merges',
    damage: inSheet((xml) => {
      const merges = Array.from(
        { length: 100_000 },
        (_, at) => `<mergeCell ref="T${at + 100}:XFD${at + 100}"/>`,
      ).join('');
      return xml.includes('<mergeCells')
        ? xml.replace(/<mergeCells[^>]*>/u, (tag) => `${tag}${merges}`)
        : xml.replace(
            /<\/sheetData>(<sheetProtection[^>]*\/>)?/u,
            (all) => `${all}<mergeCells>${merges}</mergeCells>`,
          );
    }),
    expect: 'harmless',
  },
];
