import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeZip } from '../../../formats/zip/write.ts';
import { arrivalsOf } from '../../../generator/import/arrivals.ts';
import { unpack } from '../../../generator/import/unpack.ts';
import { rawZip } from '../../formats/zip/raw-zip.ts';

const text = (content: string) => new TextEncoder().encode(content);

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-unpack-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('a zip that came in', () => {
  it('that is a workbook by another ending is itself the return, not its parts', async () => {
    const folder = await emptyFolder();
    const path = join(folder, 'Tam Đường.zip');
    await writeFile(
      path,
      await writeZip([
        { name: '[Content_Types].xml', data: text('<Types/>') },
        { name: 'xl/workbook.xml', data: text('<workbook/>') },
      ]),
    );
    const found = await arrivalsOf([folder], undefined);
    onTestFinished(found.done);
    expect(found.arrivals).toMatchObject([{ kind: 'workbook', path, shown: path }]);
    expect(found.passedOver).toEqual([]);
  });

  it('keeps files whose names become the same when they are made plain', async () => {
    const folder = await emptyFolder();
    const zip = rawZip([
      { name: 'kỳ 2023/a:b.csv', data: text('một') },
      { name: 'kỳ 2023/a?b.csv', data: text('hai') },
    ]);
    expect(await unpack(zip, folder, 1_000)).toBe(text('mộthai').length);
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(files.filter((one) => one.isFile())).toHaveLength(2);
  });

  it('whose zips hold zips is opened as far as anybody means it, and the rest is said', async () => {
    const folder = await emptyFolder();
    let zip = await writeZip([{ name: 'so.csv', data: text('một') }]);
    for (let depth = 0; depth < 6; depth += 1)
      zip = await writeZip(['a', 'b', 'c'].map((name) => ({ name: `${name}.zip`, data: zip })));
    await writeFile(join(folder, 'tinh.zip'), zip);
    const found = await arrivalsOf([join(folder, 'tinh.zip')], undefined);
    onTestFinished(found.done);
    expect(found.arrivals).toEqual([]);
    expect(found.passedOver).toHaveLength(27);
    expect(found.passedOver[0]).toMatchObject({ why: 'archive' });
  });

  it('gives no more bytes than there is room for', async () => {
    const folder = await emptyFolder();
    const zip = await writeZip([{ name: 'so.csv', data: new Uint8Array(5_000) }]);
    await expect(unpack(zip, folder, 1_000)).rejects.toThrow();
    expect(await unpack(zip, folder, 5_000)).toBe(5_000);
  });

  it('of two that were joined nothing is taken, and that is said', async () => {
    const folder = await emptyFolder();
    const one = await writeZip([{ name: 'tam-duong.csv', data: text('một') }]);
    const other = await writeZip([{ name: 'sin-ho.csv', data: text('hai') }]);
    await writeFile(join(folder, 'hai.zip'), Buffer.concat([one, other]));
    const found = await arrivalsOf([folder], undefined);
    onTestFinished(found.done);
    expect(found.arrivals).toEqual([]);
    expect(found.broken).toMatchObject([
      { reason: { finding: { code: 'damaged-zip', data: { damage: 'joined' } } } },
    ]);
  });
});
