import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEFAULT_LIMITS } from '../../../formats/limits.ts';
import { readZip } from '../../../formats/zip/read.ts';
import { writeZip } from '../../../formats/zip/write.ts';

const text = (content: string) => new TextEncoder().encode(content);
const PARTS = [
  { name: '[Content_Types].xml', data: text('<Types/>') },
  { name: 'xl/b.xml', data: text('<b>số liệu</b>'.repeat(1000)) },
  { name: 'xl/a.xml', data: text('') },
  { name: 'xl/hình ảnh.bin', data: Uint8Array.from({ length: 20_000 }, (_, at) => (at * at) % 251) },
  // Varied enough that another compressor would make other bytes of it.
  {
    name: 'xl/c.xml',
    data: text(Array.from({ length: 5000 }, (_, n) => `<v>${(n * 7919) % 9973}</v>`).join('')),
  },
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-zip-'));
  // For another process, which reads no TypeScript.
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  for (const name of ['crc32', 'join-chunks', 'node-zlib', 'write']) {
    const source = await readFile(new URL(`../../../formats/zip/${name}.ts`, import.meta.url), 'utf8');
    const { outputText } = transpileModule(source, {
      compilerOptions: {
        module: ModuleKind.ESNext,
        target: ScriptTarget.ES2022,
        rewriteRelativeImportExtensions: true,
      },
    });
    await writeFile(join(folder, `${name}.js`), outputText);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('writeZip', () => {
  it('writes what readZip reads back, in the given order', async () => {
    const parts = await readZip(await writeZip(PARTS), DEFAULT_LIMITS);
    expect([...parts].map(([name, data]) => ({ name, data }))).toEqual(PARTS);
  });

  it('begins with the first part, without extra fields or trailing descriptors', async () => {
    const zip = Buffer.from(await writeZip(PARTS));
    expect(zip.readUInt32LE(0)).toBe(0x0403_4b50);
    const [flags, date, nameLength, extraLength] = [
      zip.readUInt16LE(6),
      zip.readUInt32LE(10),
      zip.readUInt16LE(26),
      zip.readUInt16LE(28),
    ];
    expect(flags & 0b1000).toBe(0);
    expect(date).toBe(0x0021_0000);
    expect(extraLength).toBe(0);
    expect(zip.subarray(30, 30 + nameLength).toString()).toBe('[Content_Types].xml');
    const central = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    expect(zip.readUInt16LE(central + 30)).toBe(0);
    // No trace of the writing machine: DOS as the system, no file mode.
    expect(zip.readUInt8(central + 5)).toBe(0);
    expect(zip.readUInt32LE(central + 38)).toBe(0);
  });

  it('writes a zip that reads back equal where there is no zlib but the streams of browsers', async () => {
    vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
    try {
      const zip = await writeZip(PARTS);
      expect([...(await readZip(zip, DEFAULT_LIMITS))].map(([name, data]) => ({ name, data }))).toEqual(
        PARTS,
      );
    } finally {
      vi.restoreAllMocks();
    }
  });

  it('refuses two parts of one name', async () => {
    const twice = [
      { name: 'xl/a.xml', data: text('1') },
      { name: 'XL/a.xml', data: text('2') },
    ];
    await expect(writeZip(twice)).rejects.toThrow(/XL\/a\.xml/u);
  });

  it('writes the same bytes in any time zone and on any day', async () => {
    const expected = digest(await writeZip(PARTS));
    const zones = ['UTC', 'Asia/Ho_Chi_Minh', 'America/St_Johns'];
    const days = ['1985-06-01T00:00:00Z', '2031-12-31T23:59:59Z', '2150-01-01T00:00:00Z'];
    const digests = zones.map((zone, index) => digestInChild(zone, days[index] ?? ''));
    expect(digests).toEqual(zones.map(() => expected));
  });
});

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes the parts in a process of its own, whose clock and time zone differ. */
function digestInChild(timeZone: string, now: string): string {
  const parts = PARTS.map(({ name, data }) => [name, Buffer.from(data).toString('base64')]);
  const script = `
    const real = Date;
    globalThis.Date = class extends real {
      constructor(...given) { given.length === 0 ? super(${JSON.stringify(now)}) : super(...given); }
      static now() { return new real(${JSON.stringify(now)}).getTime(); }
    };
    const { createHash } = await import('node:crypto');
    const { writeZip } = await import(${JSON.stringify(pathToFileURL(join(folder, 'write.js')).href)});
    const parts = ${JSON.stringify(parts)};
    const zip = await writeZip(parts.map(([name, data]) => ({ name, data: new Uint8Array(Buffer.from(data, 'base64')) })));
    console.log(createHash('sha256').update(zip).digest('hex'));
  `;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TZ: timeZone },
    encoding: 'utf8',
  }).trim();
}
