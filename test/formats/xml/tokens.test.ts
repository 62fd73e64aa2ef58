import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { Tokens } from '../../../formats/xml/tokens.ts';

/** What a document comes to: its tokens up to where it is refused, and the line of that. */
interface Read {
  tokens: string[];
  refusedAt: number | null;
}

const said = (name: string, attributes: object) => `<${name} ${JSON.stringify(Object.entries(attributes))}`;

/** Joins pieces of one text: where a parser cuts one is its own affair. What stands outside of the root is nothing. */
function joined(tokens: readonly string[]): string[] {
  const whole: string[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.startsWith('<')) depth += 1;
    if (token === '>') depth -= 1;
    if (token.startsWith('=') && depth === 0) continue;
    const before = whole.at(-1);
    if (token.startsWith('=') && before?.startsWith('=')) whole[whole.length - 1] = before + token.slice(1);
    else whole.push(token);
  }
  return whole.filter((token) => token !== '=');
}

function byTokens(pieces: readonly string[]): Read {
  const tokens: string[] = [];
  const reader = new Tokens('a.xml', {
    open: (name, attributes) => tokens.push(said(name, attributes)),
    text: (text) => tokens.push(`=${text}`),
    close: () => tokens.push('>'),
  });
  try {
    for (const piece of pieces) reader.read(piece);
    reader.end();
  } catch {
    return { tokens: joined(tokens), refusedAt: reader.line };
  }
  return { tokens: joined(tokens), refusedAt: null };
}

function byParser(document: string): Read {
  const tokens: string[] = [];
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new Error('none is allowed');
  });
  parser.on('opentag', ({ name, attributes }) => tokens.push(said(name, attributes)));
  const text = (piece: string) => tokens.push(`=${piece}`);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => tokens.push('>'));
  try {
    parser.write(document).close();
  } catch {
    return { tokens: joined(tokens), refusedAt: parser.line };
  }
  return { tokens: joined(tokens), refusedAt: null };
}

/** The same numbers at every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const DOCUMENTS = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w xmlns="u" xmlns:r="v"><d><r r="1" ht=\'3\'><c r="A1" t="s"><v>12</v></c><c r="B1"/></r></d></w>',
  '<w>\n<c a="&lt;&#10;&quot;">IF(A1&lt;&gt;&quot;&quot;,&amp;amp;,&#x1F600;)</c>\r\n<t xml:space="preserve"> tỷ lệ 😀 </t></w>\n',
  '<a><!-- not here --><b c=\'1\'><![CDATA[<x>]]></b><?go on?><ữ d="2"/><e\tf = "3"\n/>]]</a>',
];
const INSERTED = [
  ...['<', '>', '&', '"', "'", '/', '=', ' ', '\n', '\r', '\t', ']]>', '<b>', '</b>', '<b/>', '&lt;', '&#0;'],
  ...[
    '&#xD;',
    '&#9;',
    '&x;',
    '&#;',
    '&#55296;',
    '&#1114112;',
    'x',
    ':',
    '\u0001',
    '\uffff',
    '\u0085',
    '\ufeff',
  ],
  ...['<!--', '-->', '<!DOCTYPE a>', '<?xml version="1.0"?>', '<![CDATA[', ' a="1"', 'é', '<a:b/>'],
];

describe('Tokens', () => {
  it('are those of a parser of all XML, whatever is damaged and however the document comes', () => {
    const next = numbers(7);
    const any = (of: readonly string[]) => of[next(of.length)] ?? '';
    let refused = 0;
    for (let round = 0; round < 6000; round += 1) {
      let document = any(DOCUMENTS);
      for (let damages = next(3); damages > 0; damages -= 1) {
        const at = next(document.length);
        document = document.slice(0, at) + (next(3) > 0 ? any(INSERTED) : '') + document.slice(at + next(4));
      }
      // A decoder never gives half a character.
      document = document.replaceAll(/\p{Surrogate}/gu, 'x');
      const pieces: string[] = [];
      for (let at = 0; at < document.length;) {
        let end = at + 1 + next(document.length);
        if (/[\ud800-\udbff]/u.test(document[end - 1] ?? '')) end += 1;
        pieces.push(document.slice(at, end));
        at = end;
      }
      const found = byTokens(pieces);
      if (found.refusedAt !== null) refused += 1;
      expect({ document, ...found }).toEqual({ document, ...byParser(document) });
    }
    expect(refused).toBeGreaterThan(1000);
  });
});
