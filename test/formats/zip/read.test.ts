import { createHash } from 'node:crypto';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { openZip, readZip } from '../../../formats/zip/read.ts';
import { refusal } from '../refusal.ts';
import { rawZip } from './raw-zip.ts';

const LIMITS = { fileBytes: 1_000_000, entries: 10, partBytes: 1_000_000, totalBytes: 1_500_000 };
const text = (content: string) => new TextEncoder().encode(content);
/** 300 MB of zeros in about 300 kB. */
const bombSize = 300 * 1024 * 1024;
const bomb = deflateRawSync(Buffer.alloc(bombSize), { level: 9 });

describe('a proper zip', () => {
  it('gives every part, in order, and leaves folders out', async () => {
    const noise = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 251);
    const parts = await readZip(
      rawZip([
        { name: 'b.xml', data: text('bê') },
        { name: 'folder/', data: text('') },
        { name: 'a/số.bin', data: noise },
        { name: 'empty', data: text('') },
        { name: 'stored', data: text('abc'), deflated: text('abc'), claims: { method: 0 } },
      ]),
      LIMITS,
    );
    expect([...parts.keys()]).toEqual(['b.xml', 'a/số.bin', 'empty', 'stored']);
    expect(new TextDecoder().decode(parts.get('b.xml'))).toBe('bê');
    expect(digest(parts.get('a/số.bin'))).toBe(digest(noise));
    expect(parts.get('empty')).toHaveLength(0);
    expect(new TextDecoder().decode(parts.get('stored'))).toBe('abc');
  });

  it('finds a part whatever the case of its name, and says null for one it lacks', async () => {
    const archive = await openZip(rawZip([{ name: 'XL/Workbook.xml', data: text('w') }]), LIMITS);
    expect(await archive.read('xl/workbook.XML')).toEqual(text('w'));
    expect(await archive.read('constructor')).toBeNull();
    expect(await archive.read('xl')).toBeNull();
  });
});

describe('a zip bomb', () => {
  it('is stopped at the cap of one part, with an honest header', async () => {
    const file = rawZip([
      { name: 'big.xml', data: Buffer.alloc(0), deflated: bomb, claims: { uncompressedSize: bombSize } },
    ]);
    expect(file.length).toBeLessThan(400_000);
    const { code, data } = await refusal(readZip(file, LIMITS));
    expect([code, data]).toEqual(['part-too-large', { part: 'big.xml', limit: LIMITS.partBytes }]);
  });

  it.each([1000, LIMITS.partBytes])('is stopped early when its header claims %i bytes', async (claim) => {
    const file = rawZip([
      { name: 'big.xml', data: Buffer.alloc(0), deflated: bomb, claims: { uncompressedSize: claim } },
    ]);
    const before = process.memoryUsage().rss;
    const { code } = await refusal(readZip(file, LIMITS));
    expect(['part-too-large', 'damaged-zip']).toContain(code);
    // The whole content would take 300 MB; what was inflated before the stop is a fraction of it.
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('is stopped at the cap of all parts together, also over single reads', async () => {
    const part = Buffer.alloc(900_000);
    const file = rawZip([
      { name: 'a', data: part },
      { name: 'b', data: part },
    ]);
    expect((await refusal(readZip(file, LIMITS))).code).toBe('content-too-large');
    const archive = await openZip(file, LIMITS);
    await archive.read('a');
    expect((await refusal(archive.read('b'))).code).toBe('content-too-large');
  });

  it('cannot be asked for the same part again and again', async () => {
    const archive = await openZip(rawZip([{ name: 'a', data: Buffer.alloc(900_000) }]), LIMITS);
    await archive.read('a');
    await refusal(archive.read('a'));
  });

  it('cannot point many names at the same compressed bytes', async () => {
    const file = Buffer.from(
      rawZip([
        { name: 'a', data: text('x'.repeat(1000)) },
        { name: 'b', data: text('x'.repeat(1000)) },
      ]),
    );
    // The second directory record points at the first entry, whose name it takes over.
    const second = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    file.writeUInt32LE(0, second + 42);
    expect(await refusal(readZip(file, LIMITS))).toMatchObject({
      code: 'damaged-zip',
      data: { part: 'b', damage: 'ambiguous' },
    });
  });

  it('cannot hide in the number of entries', async () => {
    const names = Array.from({ length: 11 }, (_, index) => ({ name: `p${index}`, data: text('') }));
    expect(await refusal(openZip(rawZip(names), LIMITS))).toMatchObject({
      code: 'too-many-parts',
      data: { limit: 10 },
    });
    expect((await openZip(rawZip(names.slice(1)), LIMITS)).names).toHaveLength(10);
  });
});

describe('a damaged zip', () => {
  const good = rawZip([{ name: 'xl/workbook.xml', data: text('<workbook/>'.repeat(500)) }]);

  it.each([0.3, 0.6, 0.9, 0.99])('cut at %d of its length is refused', async (share) => {
    const cut = good.subarray(0, Math.floor(good.length * share));
    expect(await refusal(readZip(cut, LIMITS))).toMatchObject({
      code: 'damaged-zip',
      data: { part: null, damage: 'directory' },
    });
  });

  it('with a wrong checksum is refused', async () => {
    const file = rawZip([{ name: 'a.xml', data: text('abc'), claims: { crc: 12_345 } }]);
    expect(await refusal(readZip(file, LIMITS))).toMatchObject({
      code: 'damaged-zip',
      data: { part: 'a.xml', damage: 'checksum' },
    });
  });

  it('with flipped bits in its data is refused', async () => {
    for (let at = 50; at < good.length - 100; at += 3) {
      const file = good.slice();
      file[at] = (file[at] ?? 0) ^ 0x10;
      expect((await refusal(readZip(file, LIMITS))).code).toBe('damaged-zip');
    }
  });

  it.each([10, 1_000_000_000])(
    'that claims %i bytes for what is five is refused',
    async (uncompressedSize) => {
      const file = rawZip([{ name: 'a.xml', data: text('abcde'), claims: { uncompressedSize } }]);
      expect((await refusal(readZip(file, LIMITS))).code).toBe('damaged-zip');
    },
  );

  it('with a method Excel does not use is refused', async () => {
    const file = rawZip([{ name: 'a.xml', data: text('abcde'), claims: { method: 12 } }]);
    expect(await refusal(readZip(file, LIMITS))).toMatchObject({
      code: 'damaged-zip',
      data: { damage: 'unsupported' },
    });
  });
});

describe('a zip with backslashes in its names', () => {
  it('is read as one with slashes, folders left out', async () => {
    const file = rawZip([
      { name: 'xl\\', data: text('') },
      { name: 'xl\\worksheets\\sheet1.xml', data: text('1') },
      { name: 'xl/workbook.xml', data: text('2') },
    ]);
    const parts = await readZip(file, LIMITS);
    expect([...parts.keys()]).toEqual(['xl/worksheets/sheet1.xml', 'xl/workbook.xml']);
    const archive = await openZip(file, LIMITS);
    expect(await archive.read('XL/worksheets/sheet1.xml')).toEqual(text('1'));
  });
});

describe('a zip nobody should send', () => {
  it.each([
    '../evil.xml',
    'xl/../../evil.xml',
    '/etc/passwd',
    'C:/evil.xml',
    '..\\evil.xml',
    '\\\\host\\share',
  ])('with a part named %j is refused', async (name) => {
    const file = rawZip([
      { name: 'ok', data: text('') },
      { name, data: text('x') },
    ]);
    expect(await refusal(openZip(file, LIMITS))).toMatchObject({
      code: 'unsafe-part-name',
      data: { part: name },
    });
  });

  it.each([
    ['xl/a.xml', 'xl/a.xml'],
    ['xl/a.xml', 'XL/A.xml'],
    ['xl/a.xml', 'xl\\a.xml'],
  ])('with parts %j and %j is refused', async (first, second) => {
    const file = rawZip([
      { name: first, data: text('1') },
      { name: second, data: text('2') },
    ]);
    expect(await refusal(openZip(file, LIMITS))).toMatchObject({
      code: 'duplicate-part',
      data: { part: second },
    });
  });

  it('with an encrypted entry is refused as password-protected', async () => {
    const file = rawZip([{ name: 'a', data: text('x'), claims: { flags: 0x0801 } }]);
    expect((await refusal(openZip(file, LIMITS))).code).toBe('password-protected');
  });
});

describe('what is no zip', () => {
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const utf16 = (name: string) => Buffer.from(name, 'utf16le');

  it('is named for what it is', async () => {
    const kinds: [string, Uint8Array][] = [
      ['empty-file', new Uint8Array()],
      ['old-excel-file', Buffer.concat([ole, Buffer.alloc(600), utf16('Workbook')])],
      ['password-protected', Buffer.concat([ole, Buffer.alloc(600), utf16('EncryptedPackage')])],
    ];
    for (const [code, file] of kinds) expect((await refusal(openZip(file, LIMITS))).code).toBe(code);
  });

  it.each([
    ['html', text('\n<!DOCTYPE html><table><tr><td>1</td></tr></table>')],
    ['html', text('<html><body/></html>')],
    ['pdf', text('%PDF-1.7')],
    ['text', text('mã,số liệu\nA,1\n')],
    ['text', text(`${'a'.repeat(1022)}ố rồi`)],
    ['archive', gzipSync('abc')],
    ['archive', text('Rar!\u001a\u0007\u0001')],
    ['image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['image', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['rich-text', text('{\\rtf1\\ansi 1}')],
    ['excel-xml', text('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>')],
    ['html', text('MIME-Version: 1.0\nX-Document-Type: Workbook')],
    ['unknown', new Uint8Array([0, 1, 2, 3])],
  ])('is said to look like %s', async (looksLike, file) => {
    expect(await refusal(openZip(file, LIMITS))).toMatchObject({ code: 'not-a-zip', data: { looksLike } });
  });

  it('is not even looked at when it is too large', async () => {
    const { code, data } = await refusal(openZip(new Uint8Array(1_000_001), LIMITS));
    expect([code, data]).toEqual(['file-too-large', { bytes: 1_000_001, limit: 1_000_000 }]);
  });
});

describe('the default caps', () => {
  it('let a zip of many parts through', async () => {
    const entries = Array.from({ length: 1500 }, (_, index) => ({ name: `p${index}`, data: text('x') }));
    expect((await readZip(rawZip(entries), DEFAULT_LIMITS)).size).toBe(1500);
  });
});

function digest(bytes: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(bytes ?? new Uint8Array())
    .digest('hex');
}

describe('a page, where the platform inflates nothing in one go', () => {
  const abcde = { name: 'a.xml', data: text('abcde') };
  const deflated = deflateRawSync(abcde.data);
  const files = {
    deflated: rawZip([{ name: 'a.xml', data: text('<a/>'.repeat(50_000)) }]),
    stored: rawZip([{ ...abcde, deflated: abcde.data, claims: { method: 0 } }]),
    empty: rawZip([{ name: 'a.xml', data: text('') }]),
    'with bytes behind the data': rawZip([{ ...abcde, deflated: Buffer.concat([deflated, deflated]) }]),
    'with its data cut': rawZip([{ ...abcde, deflated: deflated.subarray(0, -2) }]),
    'claiming too little': rawZip([{ ...abcde, claims: { uncompressedSize: 3 } }]),
    'claiming too much': rawZip([{ ...abcde, claims: { uncompressedSize: 7 } }]),
    'stored, claiming too much': rawZip([
      { ...abcde, deflated: abcde.data, claims: { method: 0, uncompressedSize: 7 } },
    ]),
    'with a wrong checksum': rawZip([{ ...abcde, claims: { crc: 1 } }]),
    'above the cap': rawZip([{ name: 'a.xml', data: Buffer.alloc(LIMITS.partBytes + 1) }]),
  };

  it.each(Object.entries(files))('reads or refuses a zip %s as the command line does', async (_, file) => {
    const outcome = async () => readZip(file, LIMITS).catch((error: unknown) => error);
    const inNode = await outcome();
    const builtin = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
    try {
      expect(await outcome()).toEqual(inNode);
      expect(builtin).toHaveBeenCalled();
    } finally {
      builtin.mockRestore();
    }
  });
});
