import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderMessage } from '../../core/wording/render.ts';
import { fileTrouble } from '../../generator/file-trouble.ts';
import { readRegular, readReplaced } from '../../generator/regular-file.ts';
import { packageRoot } from '../../generator/package-root.ts';
import { writeSet } from '../../generator/exchange-files/write-set.ts';
import { run } from './commands/run.ts';

const SECRET = 'root:x:0:0';
const isPosix = process.platform !== 'win32';

let folder = '';
let outside = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-files-'));
  outside = await mkdtemp(join(tmpdir(), 'chitieu-outside-'));
  await writeFile(join(outside, 'secret'), SECRET);
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(outside, { recursive: true, force: true });
});

const codeOf = (path: string, limit?: number) =>
  readRegular(path, limit).then(
    (bytes) => String(bytes),
    (error: unknown) => fileTrouble(error)?.code,
  );

describe.skipIf(!isPosix)('readRegular', () => {
  it('reads files, and links to files of the same folder or below', async () => {
    await writeFile(join(folder, 'a'), 'A');
    await mkdir(join(folder, 'below'));
    await writeFile(join(folder, 'below', 'b'), 'B');
    await symlink('a', join(folder, 'link-a'));
    await symlink(join(folder, 'below', 'b'), join(folder, 'link-b'));
    expect(await codeOf(join(folder, 'a'))).toBe('A');
    expect(await codeOf(join(folder, 'link-a'))).toBe('A');
    expect(await codeOf(join(folder, 'link-b'))).toBe('B');
  });

  it('opens neither pipes nor devices nor what lies outside, and waits for none', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await symlink(join(folder, 'pipe'), join(folder, 'link-pipe'));
    await symlink(join(outside, 'secret'), join(folder, 'link-out'));
    await symlink(join('..', outside.slice(outside.lastIndexOf('/') + 1), 'secret'), join(folder, 'link-up'));
    await symlink('/dev/zero', join(folder, 'link-device'));
    await symlink(outside, join(folder, 'link-folder'));
    expect(await codeOf(join(folder, 'pipe'))).toBe('path-not-regular');
    expect(await codeOf(join(folder, 'link-pipe'))).toBe('path-not-regular');
    expect(await codeOf(join(folder, 'link-out'))).toBe('path-leads-outside');
    expect(await codeOf(join(folder, 'link-up'))).toBe('path-leads-outside');
    expect(await codeOf(join(folder, 'link-device'))).toBe('path-leads-outside');
    expect(await codeOf(join(folder, 'link-folder'))).toBe('path-leads-outside');
    expect(await codeOf('/dev/zero')).toBe('path-not-regular');
    expect(await codeOf(folder)).toBe('path-is-folder');
    expect(await codeOf(join(folder, 'none'))).toBe('path-missing');
  });

  it('reads nothing beyond the limit', async () => {
    await writeFile(join(folder, 'a'), 'ABCD');
    expect(await codeOf(join(folder, 'a'), 4)).toBe('ABCD');
    expect(await codeOf(join(folder, 'a'), 3)).toBe('text-file-too-large');
  });

  it('takes a pipe in the place of an output for something that is kept', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await readReplaced(join(folder, 'pipe'))).toBe('other');
    expect(await readReplaced(join(folder, 'none'))).toBeNull();
  });
});

describe.skipIf(!isPosix)('commands', () => {
  it.each([
    ['check', ['check', 'x.xlsx']],
    ['export', ['export', 'x.xlsx', '--out', 'o']],
    ['repair', ['repair', 'x.xlsx', '--out', 'r.xlsx']],
    ['assign read', ['assign', 'read', 'x.xlsx', '--out', 'a.csv']],
    ['assign check', ['assign', 'check', 'x.csv']],
  ])('%s prints nothing of what a link out of the folder leads to', async (_, args) => {
    for (const name of ['x.xlsx', 'x.csv']) await symlink(join(outside, 'secret'), join(folder, name));
    const given = args.map((arg) => (/^[xora]\b/u.test(arg) ? join(folder, arg) : arg));
    const { code, out, err } = await run(packageRoot(), ...given);
    expect(code).toBe(2);
    expect(out + err).toContain('dẫn ra ngoài thư mục');
    expect(out + err).not.toContain(SECRET);
    expect((await readdir(folder)).sort()).toEqual(['x.csv', 'x.xlsx']);
  });
});

describe('a disk that fills up', () => {
  const files = ['a', 'b', 'c', 'd'].map((name) => ({ name, bytes: new Uint8Array([name.charCodeAt(0)]) }));
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    syscall: 'write',
  });

  it.each([1, 2, 3, 4])(
    'leaves no file of a set behind when writing file %i fails; a second run completes it',
    async (failing) => {
      let count = 0;
      const write = async (path: string, bytes: Uint8Array | string | Iterable<string>) => {
        count += 1;
        // A part of the file is there when the disk is full.
        await writeFile(path, count === failing ? '' : bytes, { flag: 'wx' });
        if (count === failing) throw full;
      };
      const set = { name: 'x', files, unused: [] };
      const failed = await writeSet(folder, set, write).catch((error: unknown) => error);
      expect(fileTrouble(failed)?.code).toBe('disk-full');
      expect(await readdir(folder)).toEqual([]);
      expect(await writeSet(folder, set)).toEqual({ kind: 'written' });
      expect((await readdir(folder)).sort()).toEqual(['a', 'b', 'c', 'd']);
      expect(await writeSet(folder, set)).toEqual({ kind: 'unchanged' });
    },
  );

  it('is said in a sentence', () => {
    const trouble = fileTrouble(full);
    expect(trouble && renderMessage(trouble, 'vi')).toContain('Đĩa đã đầy');
  });
});
