import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { partOfPieces, piecePacker } from '../../../formats/zip/pieces.ts';
import { readZip } from '../../../formats/zip/read.ts';
import { writeZip } from '../../../formats/zip/write.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a part packed in pieces', () => {
  it.each([
    ['short and long pieces', ['<a>', 'số liệu '.repeat(5000), 'x', 'số liệu '.repeat(5000), '</a>']],
    ['pieces without anything', ['', 'a', '', '']],
    ['no piece', []],
    ['pieces at the limit of what is worth packing', ['a'.repeat(511), 'b'.repeat(512), 'c'.repeat(513)]],
  ])('reads as one: %s', async (_name, texts) => {
    const pack = piecePacker();
    if (pack === undefined) throw new Error('Node packs in pieces.');
    const part = partOfPieces(
      'a.xml',
      texts.map((text, at) => pack(bytes(text), at % 2 === 0 ? 'ofMany' : 'ofOne')),
    );
    const zip = await writeZip([part, { name: 'b.xml', data: bytes('<b/>') }]);
    const parts = await readZip(zip, DEFAULT_LIMITS);
    expect(new TextDecoder().decode(parts.get('a.xml'))).toBe(texts.join(''));
    expect(new TextDecoder().decode(parts.get('b.xml'))).toBe('<b/>');
  });
});
